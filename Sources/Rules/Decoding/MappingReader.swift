public import Diagnostics
public import YAMLTree

/// Whether a mapping must have a key.
public enum Presence: Sendable, Hashable {
  /// A missing key is an error.
  case required
  /// A missing key means the default.
  case optional
}

/// Reads the keys of one mapping, and reports what is missing, wrong or unknown.
///
/// A reader collects its own diagnostics, so that none of its methods needs the sink of the caller:
/// make it, ask for keys, then `finish(into:)`, which also reports every key that was never asked
/// for. Over something that is no mapping every key is absent, and only that one fault is reported.
public struct MappingReader {
  /// The mapping.
  public let node: Node
  /// What the mapping is, for messages: "rule", "check 'ratio'".
  public let what: Phrase
  /// What was found wrong so far.
  public var sink = DiagnosticSink()
  private let entries: [Node.Entry]?
  private var asked: [String] = []
  /// Which entries were asked for, by their place.
  private var isRead: [Bool]

  /// Starts to read a mapping.
  ///
  /// - Parameters:
  ///   - node: The mapping; anything else is reported.
  ///   - what: What the mapping is, in the middle of a sentence.
  public init(_ node: Node, what: Phrase) {
    self.node = node
    self.what = what
    entries = node.entries
    isRead = Array(repeating: false, count: entries?.count ?? 0)
    asked.reserveCapacity(16)
    if entries == nil {
      sink.error(.expectedMapping, Messages.expectedMapping(what), at: node.range)
    }
  }

  /// Whether there is a mapping to read.
  public var isMapping: Bool { entries != nil }

  /// The place of the mapping.
  public var range: SourceRange { node.range }

  /// Returns whether the mapping has a key with a value; the key counts as known from now on.
  public mutating func has(_ key: String) -> Bool { value(key) != nil }

  /// Counts keys as known without reading them.
  public mutating func allow(_ keys: some Sequence<String>) {
    for key in keys {
      asked.append(key)
      if let place = entries?.index(of: key) { isRead[place] = true }
    }
  }

  /// Returns the place of a key, or of the mapping if it has no such key.
  public func keyRange(_ key: String) -> SourceRange { node.entry(key)?.key.range ?? node.range }

  /// Returns the place of a key's value, or of the mapping if it has no such key.
  public func valueRange(_ key: String) -> SourceRange { node[key]?.range ?? node.range }

  /// Returns a key's value, or nil if it is absent or null.
  ///
  /// - Parameters:
  ///   - key: The key, which counts as known from now on.
  ///   - presence: Whether an absent key is reported.
  /// - Returns: The value.
  public mutating func value(_ key: String, _ presence: Presence = .optional) -> Node? {
    asked.append(key)
    guard let entries else { return nil }
    let place = entries.index(of: key)
    if let place {
      isRead[place] = true
      let value = entries[place].value
      if !value.isNull { return value }
    }
    guard presence == .required else { return nil }
    if let place {
      sink.error(.missingKey, Messages.emptyKey(key, in: what), at: entries[place].key.range)
    } else {
      sink.error(.missingKey, Messages.missingKey(key, in: what), at: node.range)
    }
    return nil
  }

  /// Returns a key's value that must be there, or reports its absence.
  public mutating func required(_ key: String) -> Node? { value(key, .required) }

  /// Returns a key's value, or nil if it is absent or null.
  public mutating func optional(_ key: String) -> Node? { value(key) }

  /// Returns the elements of a key's list, or nil if it is absent or no list.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - presence: Whether an absent key is reported.
  ///   - allowsSingle: Whether a scalar stands for a list of one.
  /// - Returns: The elements.
  public mutating func list(
    _ key: String,
    _ presence: Presence = .optional,
    allowsSingle: Bool = false
  ) -> [Node]? {
    guard let node = value(key, presence) else { return nil }
    if let elements = node.elements { return elements }
    if allowsSingle, node.text != nil { return [node] }
    sink.error(.expectedList, Messages.expectedList(key), at: node.range)
    return nil
  }

  /// Reads a key's mapping with a reader of its own, whose faults join this reader's.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - presence: Whether an absent key is reported.
  ///   - what: What the inner mapping is; by default "'key'".
  ///   - body: Reads the inner mapping; keys it does not ask for are reported.
  /// - Returns: What `body` returns, or nil if the key is absent or holds no mapping.
  public mutating func mapping<Value>(
    _ key: String,
    _ presence: Presence = .optional,
    what: Phrase? = nil,
    _ body: (inout MappingReader) -> Value?
  ) -> Value? {
    guard let node = value(key, presence) else { return nil }
    return mapping(of: node, what: what ?? Phrase(verbatim: "'\(key)'"), body)
  }

  /// Reads a mapping that the reader already holds, such as an element of a list.
  ///
  /// - Parameters:
  ///   - node: The mapping; anything else is reported.
  ///   - what: What it is.
  ///   - body: Reads it; keys it does not ask for are reported.
  /// - Returns: What `body` returns, or nil if the node is no mapping.
  public mutating func mapping<Value>(
    of node: Node,
    what: Phrase,
    _ body: (inout MappingReader) -> Value?
  ) -> Value? {
    var reader = MappingReader(node, what: what)
    let value = reader.isMapping ? body(&reader) : nil
    reader.finish(into: &sink)
    return value
  }

  /// Reports keys that exclude each other; true if more than one of them is there.
  public mutating func refuseTogether(_ keys: [String]) -> Bool {
    let present = keys.filter { has($0) }
    guard present.count > 1 else { return false }
    for key in present.dropFirst() {
      let message = Messages.conflictingKeys(present[0], key, in: what)
      sink.error(.conflictingKeys, message, at: keyRange(key))
    }
    return true
  }

  /// Reports a key that has no meaning here; true if it was there.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - reason: Why it means nothing, as a help line.
  /// - Returns: Whether the key was there.
  public mutating func refuse(_ key: String, because reason: Phrase) -> Bool {
    guard has(key) else { return false }
    sink.error(
      .conflictingKeys,
      Messages.keyNotHere(key, in: what),
      at: keyRange(key),
      help: reason
    )
    return true
  }

  /// Reports every key that was never asked for, and hands all faults on.
  public mutating func finish(into outer: inout DiagnosticSink) {
    if isRead.contains(false) { reportUnknownKeys() }
    for diagnostic in sink.diagnostics { outer.add(diagnostic) }
    sink = DiagnosticSink()
  }

  private mutating func reportUnknownKeys() {
    var known: [String] = []
    for key in asked where !known.contains(key) { known.append(key) }
    for entry in entries ?? [] where !known.contains(entry.name) {
      sink.error(
        .unknownKey,
        Messages.unknownKey(entry.name, in: what),
        at: entry.key.range,
        help: Suggestion.help(for: entry.name, among: known) ?? Messages.keysHere(known)
      )
    }
  }
}

public import Diagnostics

/// One value of a YAML document, with the place it was read from.
///
/// Nodes are values that share their storage: an alias costs one reference. A scalar has no type
/// of its own, because the key that holds it decides what it means. The place of an aliased node
/// is the place of its anchor, where the text is.
public struct Node: Sendable {
  /// The three shapes of a value.
  public enum Content: Sendable {
    /// A single text.
    case scalar(Scalar)
    /// A list, in file order.
    case sequence([Node])
    /// Keys and values, in file order; keys are distinct scalars.
    case mapping([Entry])
  }

  /// A text, unquoted and unescaped but not normalised.
  public struct Scalar: Sendable, Hashable {
    /// The text as the YAML rules read it.
    public let text: String
    /// Whether the text was written without quotes, block indicator or tag.
    public let isPlain: Bool
  }

  /// One key of a mapping with its value.
  public struct Entry: Sendable {
    /// The key, always a scalar that is not empty.
    public let key: Node
    /// The value.
    public let value: Node
    /// The key's text, kept because every look for a key compares it.
    public let name: String

    init(key: Node, value: Node) {
      self.key = key
      self.value = value
      name = key.text ?? ""
    }
  }

  /// What the node holds.
  public var content: Content { storage.content }
  /// Where it starts, and how much of its first line it takes.
  public var range: SourceRange {
    let start = SourceLocation(file: origin.source.file, line: storage.line, column: storage.column)
    return SourceRange(start: start, length: storage.length)
  }

  var origin: Origin { storage.origin }
  var style: ScalarStyle { storage.style }

  /// One reference, because nodes are passed on at every step of decoding: as values of nine words
  /// they made reading a pack of 150 rules a fifth slower.
  private let storage: Storage

  private final class Storage: Sendable {
    let content: Content
    let line: Int
    let column: Int
    let length: Int
    let origin: Origin
    let style: ScalarStyle

    init(content: Content, range: SourceRange, origin: Origin, style: ScalarStyle) {
      self.content = content
      line = range.start.line
      column = range.start.column
      length = range.length
      self.origin = origin
      self.style = style
    }
  }

  /// Makes a node; the range lies in the text of the origin.
  init(content: Content, range: SourceRange, origin: Origin, style: ScalarStyle) {
    storage = Storage(content: content, range: range, origin: origin, style: style)
  }

  /// Whether the node stands for "nothing here": a plain scalar that is empty, `~` or `null`.
  public var isNull: Bool {
    guard case .scalar(let scalar) = content, scalar.isPlain, scalar.text.utf8.count <= 4 else {
      return false
    }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.text)
  }

  /// The text of a scalar, or nil for a list or a mapping.
  public var text: String? {
    guard case .scalar(let scalar) = content else { return nil }
    return scalar.text
  }

  /// The elements of a list, or nil.
  public var elements: [Node]? {
    guard case .sequence(let elements) = content else { return nil }
    return elements
  }

  /// The entries of a mapping, or nil.
  public var entries: [Entry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }

  /// The keys of a mapping in file order; empty for anything else.
  public var keyNames: [String] { entries?.map(\.name) ?? [] }

  /// Returns the value of a mapping's key, or nil if there is none or the node is no mapping.
  public subscript(key: String) -> Node? { entry(key)?.value }

  /// Returns the entry of a mapping's key, or nil if there is none or the node is no mapping.
  public func entry(_ key: String) -> Entry? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.index(of: key).map { entries[$0] }
  }

  /// Finds the place in the file of a stretch of a scalar's text.
  ///
  /// Quotes, escapes, folded lines and the indentation of block scalars are accounted for. A text
  /// of several lines yields a range on the line where the stretch begins.
  ///
  /// - Parameters:
  ///   - offset: Where the stretch begins in the scalar's text, in Unicode scalars; clamped.
  ///   - length: How many Unicode scalars it takes.
  /// - Returns: The place in the file; the node's own range if it is no scalar.
  public func range(ofScalarOffset offset: Int, length: Int) -> SourceRange {
    guard case .scalar(let scalar) = content else { return range }
    let places = ScalarPlaces(
      text: Array(scalar.text.unicodeScalars),
      style: style,
      start: range.start,
      source: origin.source
    ).places
    guard let end = places.indices.last else { return range }
    let first = min(max(0, offset), end)
    let last = first + min(max(0, length), end - first)
    let start = places[first]
    let sameLine = places[first...last].last { $0.line == start.line }
    let width = (sameLine?.column ?? start.column) - start.column
    return SourceRange(
      start: SourceLocation(file: range.start.file, line: start.line, column: start.column),
      length: width
    )
  }
}

extension [Node.Entry] {
  /// Returns the place of a key, or nil if it is not there.
  public func index(of key: String) -> Int? {
    for index in indices where self[index].name == key { return index }
    return nil
  }
}

/// How a scalar was written.
enum ScalarStyle: Sendable {
  case plain
  case singleQuoted
  case doubleQuoted
  case literal
  case folded
  /// Not a scalar.
  case none
}

/// The text that the nodes of one document were read from.
final class Origin: Sendable {
  let source: SourceText

  init(source: SourceText) {
    self.source = source
  }
}

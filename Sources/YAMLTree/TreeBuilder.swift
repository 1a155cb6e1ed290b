internal import Diagnostics

/// Builds the node tree from libyaml's events, within the limits.
struct TreeBuilder {
  /// A value under construction, or one that is finished, with what it costs once expanded.
  private struct Built {
    var node: Node
    var nodes: Int
    var expansions: Int
  }

  /// A list or mapping that is still open.
  private struct Frame {
    var isMapping: Bool
    var isFlow: Bool
    var properties: Properties
    var elements: [Node] = []
    var entries: [Node.Entry] = []
    /// The key whose value comes next.
    var key: Node?
    /// Whether the value that comes next belongs to a key that was refused.
    var dropsValue = false
    var nodes = 1
    var expansions = 0
    /// The lines of the keys of a long mapping; a short one is looked through instead, because
    /// most mappings have a handful of keys.
    private var lines: [String: Int] = [:]

    init(isMapping: Bool, isFlow: Bool, properties: Properties) {
      self.isMapping = isMapping
      self.isFlow = isFlow
      self.properties = properties
    }

    /// Adds a finished value.
    mutating func add(_ built: Built, into sink: inout DiagnosticSink) {
      nodes += built.nodes
      expansions += built.expansions
      if !isMapping {
        elements.append(built.node)
      } else if let key {
        entries.append(Node.Entry(key: key, value: built.node))
        self.key = nil
      } else if dropsValue {
        dropsValue = false
      } else {
        takeKey(built.node, into: &sink)
      }
    }

    private mutating func takeKey(_ key: Node, into sink: inout DiagnosticSink) {
      dropsValue = true
      guard case .scalar(let scalar) = key.content else {
        sink.error(.expectedScalar, Messages.keyNotScalar, at: key.range)
        return
      }
      guard !scalar.text.isEmpty else {
        sink.error(.expectedScalar, Messages.keyEmpty, at: key.range)
        return
      }
      guard !(scalar.isPlain && scalar.text == "<<") else {
        sink.error(.mergeKey, Messages.mergeKey, at: key.range, help: Messages.writeOut)
        return
      }
      if let line = self.line(of: scalar.text) {
        let note = Messages.firstKey(line: line)
        sink.error(.duplicateKey, Messages.duplicateKey(scalar.text), at: key.range, notes: [note])
        return
      }
      dropsValue = false
      self.key = key
    }

    /// Returns the line on which a key stands already, or nil.
    mutating func line(of name: String) -> Int? {
      guard entries.count > 16 else {
        return entries.index(of: name).map { entries[$0].key.range.start.line }
      }
      for entry in entries[lines.count...] { lines[entry.name] = entry.key.range.start.line }
      return lines[name]
    }
  }

  /// The finished top value.
  private(set) var root: Node?

  private let origin: Origin
  private let inspection: TextInspection
  private var frames: [Frame] = []
  /// Finished anchors, and nil for those still open.
  private var anchors: [String: Built?] = [:]
  private var expansions = 0
  private var hasDocument = false

  private var file: String { origin.source.file }

  init(source: SourceText, inspection: TextInspection) {
    self.inspection = inspection
    origin = Origin(source: source)
  }

  /// Reads all events; false means that the text was not read to its end.
  mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>,
    into sink: inout DiagnosticSink
  ) -> Bool {
    guard var reader = unsafe EventReader(bytes) else {
      let start = SourceLocation(file: file, line: 1, column: 1)
      sink.error(.yamlSyntax, Messages.syntax("out of memory"), at: SourceRange(start: start))
      return false
    }
    while true {
      do throws(SyntaxFault) {
        let event = try reader.next()
        if case .streamEnd = event { return true }
        guard take(event, into: &sink) else { return false }
      } catch {
        report(error, into: &sink)
        return false
      }
    }
  }

  /// Handles one event; false ends the reading.
  private mutating func take(_ event: Event, into sink: inout DiagnosticSink) -> Bool {
    switch event {
    case .streamStart, .streamEnd, .documentEnd: return true
    case .documentStart(let mark):
      if hasDocument {
        let range = range(mark, length: 3)
        sink.error(
          .severalDocuments,
          Messages.severalDocuments,
          at: range,
          help: Messages.splitFile
        )
      }
      defer { hasDocument = true }
      return !hasDocument
    case .alias(let name, let mark): return takeAlias(name, at: mark, into: &sink)
    case .scalar(let text, let style, let properties):
      return takeScalar(text, style, properties, into: &sink)
    case .sequenceStart(let isFlow, let properties):
      checkTag(properties, allowed: "tag:yaml.org,2002:seq", into: &sink)
      return open(Frame(isMapping: false, isFlow: isFlow, properties: properties), into: &sink)
    case .mappingStart(let isFlow, let properties):
      checkTag(properties, allowed: "tag:yaml.org,2002:map", into: &sink)
      return open(Frame(isMapping: true, isFlow: isFlow, properties: properties), into: &sink)
    case .sequenceEnd(let end), .mappingEnd(let end): return close(at: end, into: &sink)
    }
  }

  // MARK: Events

  private mutating func takeScalar(
    _ text: String,
    _ style: ScalarStyle,
    _ properties: Properties,
    into sink: inout DiagnosticSink
  ) -> Bool {
    checkTag(properties, allowed: "tag:yaml.org,2002:str", into: &sink)
    let start = startOfContent(properties)
    let sameLine = start.line == properties.end.line && properties.end.column > start.column
    let length =
      sameLine ? properties.end.column - start.column : restOfLine(after: start)
    let isPlain = style == .plain && properties.tag == nil
    let node = Node(
      content: .scalar(Node.Scalar(text: text, isPlain: isPlain)),
      range: range(start, length: length),
      origin: origin,
      style: style
    )
    let built = Built(node: node, nodes: 1, expansions: 0)
    if let anchor = properties.anchor { anchors.updateValue(built, forKey: anchor) }
    return place(built, into: &sink)
  }

  private mutating func takeAlias(
    _ name: String,
    at mark: Mark,
    into sink: inout DiagnosticSink
  ) -> Bool {
    let place = range(mark, length: name.unicodeScalars.count + 1)
    guard let anchor = anchors[name] else {
      let help = Suggestion.help(for: name, among: anchors.keys.sorted())
      sink.error(.unknownAlias, Messages.unknownAlias(name), at: place, help: help)
      return self.place(emptyNode(at: place), into: &sink)
    }
    guard var target = anchor else {
      sink.error(.unknownAlias, Messages.selfAlias(name), at: place)
      return self.place(emptyNode(at: place), into: &sink)
    }
    target.expansions += 1
    expansions += target.expansions
    guard expansions <= YAMLDocument.Limits.aliasExpansions else {
      sink.error(.yamlLimit, Messages.tooManyAliases, at: place)
      return false
    }
    return self.place(target, into: &sink)
  }

  private mutating func open(_ frame: Frame, into sink: inout DiagnosticSink) -> Bool {
    guard frames.count < YAMLDocument.Limits.depth else {
      sink.error(.yamlLimit, Messages.tooDeep, at: range(frame.properties.start, length: 1))
      return false
    }
    if let anchor = frame.properties.anchor { anchors.updateValue(nil, forKey: anchor) }
    frames.append(frame)
    return true
  }

  private mutating func close(at end: Mark, into sink: inout DiagnosticSink) -> Bool {
    guard let frame = frames.popLast() else { return true }
    let start = startOfContent(frame.properties)
    let firstLength = (frame.entries.first?.key ?? frame.elements.first)?.range.length ?? 1
    var length = frame.isMapping ? firstLength : 1
    if frame.isFlow {
      length = start.line == end.line ? end.column - start.column : restOfLine(after: start)
    }
    let node = Node(
      content: frame.isMapping ? .mapping(frame.entries) : .sequence(frame.elements),
      range: range(start, length: length),
      origin: origin,
      style: .none
    )
    let built = Built(node: node, nodes: frame.nodes, expansions: frame.expansions)
    if let anchor = frame.properties.anchor { anchors.updateValue(built, forKey: anchor) }
    return place(built, into: &sink)
  }

  // MARK: Putting values where they belong

  /// Adds a finished value to the innermost open list or mapping; false if there are too many.
  private mutating func place(_ built: Built, into sink: inout DiagnosticSink) -> Bool {
    guard !frames.isEmpty else {
      root = built.node
      return true
    }
    frames[frames.count - 1].add(built, into: &sink)
    guard frames[frames.count - 1].nodes <= YAMLDocument.Limits.nodes else {
      sink.error(.yamlLimit, Messages.tooManyNodes, at: built.node.range)
      return false
    }
    return true
  }

  private func emptyNode(at range: SourceRange) -> Built {
    let content = Node.Content.scalar(Node.Scalar(text: "", isPlain: true))
    let node = Node(content: content, range: range, origin: origin, style: .none)
    return Built(node: node, nodes: 1, expansions: 0)
  }

  // MARK: Places and faults

  private func range(_ mark: Mark, length: Int) -> SourceRange {
    SourceRange(
      start: SourceLocation(file: file, line: mark.line + 1, column: mark.column + 1),
      length: length
    )
  }

  /// The mark behind an anchor and a tag, which libyaml counts as part of the value.
  private func startOfContent(_ properties: Properties) -> Mark {
    guard properties.anchor != nil || properties.tag != nil else { return properties.start }
    var mark = properties.start
    while let line = origin.source.line(mark.line + 1) {
      let scalars = Array(line.unicodeScalars)
      while mark.column < scalars.count {
        let scalar = scalars[mark.column]
        if scalar == "#" { break }
        if scalar == "&" || scalar == "!" {
          while mark.column < scalars.count, scalars[mark.column] != " " { mark.column += 1 }
        } else if scalar == " " {
          mark.column += 1
        } else {
          return mark
        }
      }
      guard mark.line < properties.end.line else { break }
      mark = Mark(line: mark.line + 1, column: 0)
    }
    return properties.start
  }

  private func restOfLine(after mark: Mark) -> Int {
    let line = origin.source.line(mark.line + 1) ?? ""
    return line.unicodeScalars.count - mark.column
  }

  private func checkTag(
    _ properties: Properties,
    allowed: String,
    into sink: inout DiagnosticSink
  ) {
    guard let tag = properties.tag, tag != allowed else { return }
    let shown = tag.hasPrefix("tag:yaml.org,2002:") ? "!!" + tag.dropFirst(18) : tag
    sink.error(
      .customTag,
      Messages.customTag(shown),
      at: range(properties.start, length: 1),
      help: Messages.keyDecidesType
    )
  }

  private func report(_ fault: SyntaxFault, into sink: inout DiagnosticSink) {
    let start: SourceLocation
    if let mark = fault.mark {
      start = SourceLocation(file: file, line: mark.line + 1, column: mark.column + 1)
    } else {
      start = inspection.location(ofOffset: fault.offset)
    }
    // A tab that breaks the syntax was reported with its place already.
    guard !inspection.faultyLines.contains(start.line) else { return }
    let notes = fault.context.flatMap { context in
      fault.contextMark.map {
        [Messages.context(context, line: $0.line + 1, column: $0.column + 1)]
      }
    }
    sink.error(
      .yamlSyntax,
      Messages.syntax(fault.problem),
      at: SourceRange(start: start),
      notes: notes ?? [],
      help: Messages.syntaxHelp(fault.problem)
    )
  }
}

internal import CYAML

/// A place that libyaml reports, counted from 0 in lines and Unicode scalars.
struct Mark: Equatable {
  var line: Int
  var column: Int
}

/// What every node of the event stream may carry.
struct Properties {
  var anchor: String?
  var tag: String?
  var start: Mark
  var end: Mark
}

/// One event of the stream, with everything copied out of libyaml's memory.
enum Event {
  case streamStart
  case streamEnd
  case documentStart(Mark)
  case documentEnd
  case alias(name: String, Mark)
  case scalar(text: String, style: ScalarStyle, Properties)
  case sequenceStart(isFlow: Bool, Properties)
  case sequenceEnd(Mark)
  case mappingStart(isFlow: Bool, Properties)
  case mappingEnd(Mark)
}

/// What libyaml says about the first thing it could not read.
struct SyntaxFault: Error {
  var problem: String
  /// The place, or nil if only `offset` is known.
  var mark: Mark?
  /// The byte the reader stumbled over.
  var offset: Int
  var context: String?
  var contextMark: Mark?
}

/// Reads YAML events with libyaml, one after the other.
///
/// The bytes must stay where they are as long as the reader lives; everything is freed with it.
@safe
struct EventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>

  /// Prepares to read; nil if libyaml finds no memory.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    // On the heap, because libyaml keeps pointers into both.
    unsafe parser = .allocate(capacity: 1)
    unsafe event = .allocate(capacity: 1)
    unsafe event.initialize(to: yaml_event_t())
    unsafe parser.initialize(to: yaml_parser_t())
    // A failed start leaves a zeroed parser, which may be deleted like any other.
    guard unsafe yaml_parser_initialize(parser) == 1, unsafe bytes.baseAddress != nil else {
      return nil
    }
    unsafe yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    unsafe yaml_event_delete(event)
    unsafe yaml_parser_delete(parser)
    unsafe event.deallocate()
    unsafe parser.deallocate()
  }

  /// Reads the next event.
  mutating func next() throws(SyntaxFault) -> Event {
    unsafe yaml_event_delete(event)
    guard unsafe yaml_parser_parse(parser, event) == 1 else { throw fault() }
    let start = Mark(unsafe event.pointee.start_mark)
    let end = Mark(unsafe event.pointee.end_mark)
    switch unsafe event.pointee.type {
    case YAML_DOCUMENT_START_EVENT: return .documentStart(start)
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_ALIAS_EVENT:
      return unsafe .alias(name: text(unsafe event.pointee.data.alias.anchor) ?? "", start)
    case YAML_SCALAR_EVENT: return scalar(start, end)
    case YAML_SEQUENCE_START_EVENT:
      let data = unsafe event.pointee.data.sequence_start
      return unsafe .sequenceStart(
        isFlow: unsafe data.style == YAML_FLOW_SEQUENCE_STYLE,
        properties(unsafe data.anchor, unsafe data.tag, start, end)
      )
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd(end)
    case YAML_MAPPING_START_EVENT:
      let data = unsafe event.pointee.data.mapping_start
      return unsafe .mappingStart(
        isFlow: unsafe data.style == YAML_FLOW_MAPPING_STYLE,
        properties(unsafe data.anchor, unsafe data.tag, start, end)
      )
    case YAML_MAPPING_END_EVENT: return .mappingEnd(end)
    case YAML_STREAM_START_EVENT: return .streamStart
    default: return .streamEnd
    }
  }

  private func scalar(_ start: Mark, _ end: Mark) -> Event {
    let data = unsafe event.pointee.data.scalar
    let value = unsafe UnsafeBufferPointer(start: data.value, count: data.length)
    let style: ScalarStyle =
      switch unsafe data.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE: .literal
      case YAML_FOLDED_SCALAR_STYLE: .folded
      default: .plain
      }
    return unsafe .scalar(
      text: unsafe String(decoding: value, as: UTF8.self),
      style: style,
      properties(unsafe data.anchor, unsafe data.tag, start, end)
    )
  }

  private func properties(
    _ anchor: UnsafeMutablePointer<yaml_char_t>?,
    _ tag: UnsafeMutablePointer<yaml_char_t>?,
    _ start: Mark,
    _ end: Mark
  ) -> Properties {
    unsafe Properties(anchor: text(anchor), tag: text(tag), start: start, end: end)
  }

  private func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe String(cString: pointer)
  }

  private func fault() -> SyntaxFault {
    let state = unsafe parser.pointee
    let isReaderFault = unsafe state.error == YAML_READER_ERROR
    let problem = unsafe state.problem.map { unsafe String(cString: $0) }
    let context = unsafe state.context.map { unsafe String(cString: $0) }
    return SyntaxFault(
      problem: problem ?? "out of memory",
      mark: isReaderFault ? nil : Mark(unsafe state.problem_mark),
      offset: unsafe Int(clamping: state.problem_offset),
      context: context,
      contextMark: context == nil ? nil : Mark(unsafe state.context_mark)
    )
  }
}

extension Mark {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: Int(clamping: mark.line), column: Int(clamping: mark.column))
  }
}

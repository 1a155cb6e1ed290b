internal import Diagnostics

/// Looks through a file's bytes for what no YAML parser should see.
///
/// Wrong bytes of UTF-8 and UTF-16 files end the reading. Tabs, and the separators that YAML 1.1
/// takes for line ends and YAML 1.2 does not, are listed all at once.
struct TextInspection {
  private let bytes: ArraySlice<UInt8>
  /// Whether the bytes are valid UTF-8; the library's check is fast, but says no place.
  private let isUTF8: Bool
  private let file: String
  /// The lines on which a tab or a foreign line end was reported.
  private(set) var faultyLines: Set<Int> = []

  init(_ bytes: ArraySlice<UInt8>, isUTF8: Bool, file: String) {
    self.bytes = bytes
    self.isUTF8 = isUTF8
    self.file = file
  }

  /// Reports what is wrong; false means that the text cannot be read at all.
  mutating func run(into sink: inout DiagnosticSink) -> Bool {
    if isUTF16 {
      let start = SourceLocation(file: file, line: 1, column: 1)
      let message = Messages.notUTF8Encoding
      sink.error(.encoding, message, at: SourceRange(start: start), help: Messages.saveAsUTF8)
      return false
    }
    if let index = firstInvalidByte() {
      let message = Messages.invalidByte(bytes[index])
      let range = SourceRange(start: location(ofByte: index))
      sink.error(.encoding, message, at: range, help: Messages.saveAsUTF8)
      return false
    }
    return reportTabsAndSeparators(into: &sink)
  }

  /// Finds the place of a byte; `index` counts from the slice's own start index.
  func location(ofByte index: Int) -> SourceLocation {
    var line = 1
    var lineStart = bytes.startIndex
    let end = min(max(index, bytes.startIndex), bytes.endIndex)
    for i in bytes.startIndex..<end {
      let byte = bytes[i]
      let isCRLF = byte == 0x0D && i + 1 < bytes.endIndex && bytes[i + 1] == 0x0A
      guard byte == 0x0A || (byte == 0x0D && !isCRLF) else { continue }
      line += 1
      lineStart = i + 1
    }
    let column = String(decoding: bytes[lineStart..<end], as: UTF8.self).unicodeScalars.count + 1
    return SourceLocation(file: file, line: line, column: column)
  }

  /// Finds the place of the byte that is `offset` bytes after the start.
  func location(ofOffset offset: Int) -> SourceLocation {
    location(ofByte: bytes.startIndex + min(max(0, offset), bytes.count))
  }

  private var isUTF16: Bool {
    let head = Array(bytes.prefix(2))
    guard head.count == 2 else { return false }
    return head == [0xFF, 0xFE] || head == [0xFE, 0xFF] || head[0] == 0 || head[1] == 0
  }

  private func firstInvalidByte() -> Int? {
    guard !isUTF8 else { return nil }
    var decoder = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var index = bytes.startIndex
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let encoded): index += encoded.count
      case .emptyInput: return nil
      case .error: return index
      }
    }
  }

  /// Lists tabs and foreign line ends; false if there is one of the latter, because libyaml would
  /// count lines differently.
  private mutating func reportTabsAndSeparators(into sink: inout DiagnosticSink) -> Bool {
    guard hasSuspects else { return true }
    var hasSeparator = false
    var reported = 0
    var lineNumber = 1
    var index = bytes.startIndex
    var lineStart = index
    var isComment: Bool?
    while index < bytes.endIndex, reported < YAMLDocument.Limits.repeatedFaults {
      let byte = bytes[index]
      if byte == 0x0A || (byte == 0x0D && !isLineFeed(at: index + 1)) {
        lineNumber += 1
        lineStart = index + 1
        isComment = nil
      } else if let message = fault(at: index), !faultyLines.contains(lineNumber) {
        let isTab = byte == 0x09
        if isTab, isComment == nil { isComment = isCommentLine(lineStart) }
        if isTab, isComment == true {
          index += 1
          continue
        }
        faultyLines.insert(lineNumber)
        reported += 1
        if !isTab { hasSeparator = true }
        let start = SourceLocation(
          file: file,
          line: lineNumber,
          column: String(decoding: bytes[lineStart..<index], as: UTF8.self).unicodeScalars.count + 1
        )
        sink.error(
          isTab ? .tab : .yamlSyntax,
          message,
          at: SourceRange(start: start),
          help: isTab ? Messages.useSpaces : Messages.removeSeparator
        )
      }
      index += 1
    }
    return !hasSeparator
  }

  /// Whether there is a tab, or a byte that may begin a foreign line end.
  private var hasSuspects: Bool {
    let last = bytes.endIndex - 1
    var index = bytes.startIndex
    if last >= index, [0x09, 0xC2, 0xE2].contains(bytes[last]) { return true }
    while index < last {
      switch bytes[index] {
      case 0x09: return true
      case 0xC2 where bytes[index + 1] == 0x85: return true
      case 0xE2 where bytes[index + 1] == 0x80:
        if index + 2 > last || bytes[index + 2] & 0xFE == 0xA8 { return true }
        index += 1
      default: index += 1
      }
    }
    return false
  }

  private func isLineFeed(at index: Int) -> Bool {
    index < bytes.endIndex && bytes[index] == 0x0A
  }

  /// Says what is wrong at a byte, or nil.
  private func fault(at index: Int) -> Phrase? {
    switch bytes[index] {
    case 0x09: Messages.tab
    case 0xC2 where follows(index, [0x85]): Messages.foreignLineEnd("U+0085")
    case 0xE2 where follows(index, [0x80, 0xA8]): Messages.foreignLineEnd("U+2028")
    case 0xE2 where follows(index, [0x80, 0xA9]): Messages.foreignLineEnd("U+2029")
    default: nil
    }
  }

  private func follows(_ index: Int, _ rest: [UInt8]) -> Bool {
    bytes[(index + 1)...].starts(with: rest)
  }

  private func isCommentLine(_ start: Int) -> Bool {
    bytes[start...].first { $0 != 0x20 } == UInt8(ascii: "#")
  }
}

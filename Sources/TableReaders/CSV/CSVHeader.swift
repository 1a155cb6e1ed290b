internal import CSIMD
internal import Diagnostics
internal import Tables

/// The beginning of a CSV file: its header, and which separator and encoding it shows.
struct CSVHeader {
  /// The byte between cells.
  private(set) var separator = UInt8(ascii: ",")
  /// Cells a record.
  private(set) var width = 0
  /// The place of the line feed behind the header, or the file's end.
  private(set) var end = 0
  /// How many line feeds stand before `end`.
  private(set) var lineFeeds = 0
  /// For each declared column its place in a record, nil if the file does not have it.
  private(set) var columns: [Int?] = []
  /// What a reader of the report should know.
  private(set) var warnings: [Phrase] = []
  /// `utf-8` or `utf-8-bom`.
  private(set) var encoding = "utf-8"

  /// The longest beginning of a file in which its header must end.
  private static let headBytes = 1 << 20

  private let head: [UInt8]
  private let isWhole: Bool

  /// Reads the header of a file.
  ///
  /// - Parameters:
  ///   - source: The file's bytes.
  ///   - plan: What the columns are called, and which are wanted.
  ///   - prefersTab: Whether a tab wins over comma and semicolon where nothing else decides.
  /// - Throws: All faults of the header.
  init(
    _ source: ByteSource,
    plan: ReadPlan,
    prefersTab: Bool
  ) throws(UnreadableDump) {
    let head: [UInt8]
    do throws(SourceFault) {
      head = try source.bytes(at: 0, count: Self.headBytes)
    } catch {
      throw UnreadableDump(problems: [Messages.source(error)])
    }
    self.head = head
    isWhole = head.count == source.byteCount
    if let problem = FileSignature.problem(head) { throw UnreadableDump(problems: [problem]) }
    var start = 0
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      start = 3
      encoding = "utf-8-bom"
    }
    let declared = declaredSeparator(at: start)
    if let declared {
      warnings.append(Messages.separatorLine(declared.separator))
      start = declared.end
    }
    start = afterBlankLines(from: start)
    guard start < head.count else {
      throw UnreadableDump(problems: [Messages.emptyFile()])
    }
    let separators = declared.map { [$0.separator] } ?? Self.separators(prefersTab: prefersTab)
    try choose(among: separators, at: start, plan)
  }

  private static func separators(prefersTab: Bool) -> [UInt8] {
    let (comma, semicolon, tab) = (UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"))
    return prefersTab ? [tab, comma, semicolon] : [comma, semicolon, tab]
  }

  /// Takes the separator with which the header names most of the declared columns; among equals the
  /// one that makes most cells.
  private mutating func choose(
    among separators: [UInt8],
    at start: Int,
    _ plan: ReadPlan
  ) throws(UnreadableDump) {
    let schema = plan.schema
    var best: (separator: UInt8, record: CSVRecord, labels: [String], match: HeaderMatch)?
    var fault: CSVRecord.Fault?
    let index = HeaderMatch.Index(schema)
    for separator in separators {
      do throws(CSVRecord.Fault) {
        let record = try CSVRecord(head, at: start, separator: separator)
        let labels = record.cells.map(Self.label)
        let match = HeaderMatch(labels, schema: schema, index: index)
        if let best, (match.score, labels.count) <= (best.match.score, best.labels.count) {
          continue
        }
        best = (separator, record, labels, match)
      } catch {
        fault = fault ?? error
      }
    }
    let line = lineCount(before: start) + 1
    guard let best else {
      throw UnreadableDump(problems: [headerFault(fault, start: start, line: line)])
    }
    guard isWhole || best.record.end < head.count else {
      throw UnreadableDump(problems: [Messages.recordTooLong(line: line, limit: Self.headBytes)])
    }
    if let problem = textProblem(before: best.record.end) {
      throw UnreadableDump(problems: [problem])
    }
    let problems = best.match.problems(line: line, wanted: plan.wanted)
    guard problems.isEmpty else {
      let hint = laterHeader(after: best.record.end, best.separator, schema, best.match.score)
      throw UnreadableDump(problems: problems + (hint.map { [$0] } ?? []))
    }
    separator = best.separator
    width = best.labels.count
    end = best.record.end
    lineFeeds = lineCount(before: end)
    columns = best.match.columns
    warnings += best.match.warnings
  }

  private static func label(_ cell: [UInt8]) -> String {
    String(decoding: cell[EdgeSpace.trimmedRange(cell.span)], as: UTF8.self)
  }

  /// Reads Excel's first line `sep=;`.
  private func declaredSeparator(at start: Int) -> (separator: UInt8, end: Int)? {
    let line = head[start...].prefix { $0 != UInt8(ascii: "\n") }
    var text = Array(line)
    if text.last == UInt8(ascii: "\r") { text.removeLast() }
    guard text.count == 5, String(decoding: text[..<4], as: UTF8.self).lowercased() == "sep=",
      [",", ";", "\t", "|"].contains(Character(Unicode.Scalar(text[4])))
    else { return nil }
    return (text[4], min(line.endIndex + 1, head.count))
  }

  private func afterBlankLines(from start: Int) -> Int {
    var lineStart = start
    for index in start..<head.count {
      if head[index] == UInt8(ascii: "\n") { lineStart = index + 1 }
      // A tab may be the separator, so that only a line of spaces counts as blank.
      let isBlank = EdgeSpace.isASCII(head[index]) && head[index] != UInt8(ascii: "\t")
      if !isBlank { return lineStart }
    }
    return head.count
  }

  private func lineCount(before end: Int) -> Int {
    head[..<end].count { $0 == UInt8(ascii: "\n") }
  }

  private func headerFault(_ fault: CSVRecord.Fault?, start: Int, line: Int) -> FileProblem {
    if case .neverClosed = fault, !isWhole {
      return Messages.recordTooLong(line: line, limit: Self.headBytes)
    }
    let offset =
      switch fault {
      case .quoteInside(let offset), .textAfterQuote(let offset), .loneReturn(let offset),
        .neverClosed(let offset):
        offset
      case nil: start
      }
    let place = RecordFault.Place(record: line, fault: lineCount(before: offset) + 1)
    let raw = String(decoding: head[start...].prefix(200), as: UTF8.self)
    return Messages.record(RecordFault(fault), at: place, raw: raw)
  }

  /// The block counts begin behind the header, so that its bytes are checked here.
  private func textProblem(before end: Int) -> FileProblem? {
    var faults = TextFaults(limit: 1)
    faults.search(head.span.extracting(0..<end))
    return faults.found.first.map { Messages.badText($0, line: $0.lineFeeds + 1) }
  }

  /// Looks for a line below that would make a better header, under a title for example.
  private func laterHeader(
    after end: Int,
    _ separator: UInt8,
    _ schema: TableSchema,
    _ score: Int
  ) -> FileProblem? {
    var start = end + 1
    let index = HeaderMatch.Index(schema)
    for _ in 0..<30 where start < head.count {
      do throws(CSVRecord.Fault) {
        let record = try CSVRecord(head, at: start, separator: separator)
        let match = HeaderMatch(record.cells.map(Self.label), schema: schema, index: index)
        if match.score > score, match.score * 2 >= schema.columns.count {
          return Messages.laterHeader(line: lineCount(before: start) + 1)
        }
        start = record.end + 1
      } catch {
        return nil
      }
    }
    return nil
  }
}

/// Recognises files that are no text at all by their first bytes.
enum FileSignature {
  /// Returns the problem of a file that is certainly not CSV, or nil.
  static func problem(_ head: [UInt8]) -> FileProblem? {
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      return Messages.utf16()
    }
    let formats: [(bytes: [UInt8], name: String)] = [
      (Array("PK\u{3}\u{4}".utf8), "Excel/ZIP"), ([0xD0, 0xCF, 0x11, 0xE0], "Excel 97–2003"),
      (Array("SQLite format 3".utf8), "SQLite"), (Array("%PDF-".utf8), "PDF"),
    ]
    return formats.first { head.starts(with: $0.bytes) }.map { Messages.notText($0.name) }
  }
}

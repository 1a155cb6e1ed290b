import Checks
import CivilTime
import Diagnostics
import Engine
import Explaining
import Findings
import Rules
import Testing

@Suite("explanations of messages")
struct MessageTests {
  /// What no piece of a pack can show: the file system's faults, and bytes that are no text.
  static let unshowable: Set<DiagnosticID> = [
    .unreadableFile, .linkOutOfPack, .emptyPack, .encoding,
  ]

  @Test("every message has a title, a meaning and a cure in both languages")
  func complete() {
    #expect(MessageExplanation.all.count > 60)
    for message in MessageExplanation.all {
      let explanation = message.explanation
      for phrase in [explanation.title, explanation.meaning, explanation.cure] {
        #expect(!phrase.vi.isEmpty && !phrase.en.isEmpty, "\(message.id)")
        #expect(phrase.vi != phrase.en, "\(message.id)")
      }
      #expect(!explanation.example.isEmpty, "\(message.id)")
    }
  }

  @Test(
    "the example of a message gives it, and put right it does not",
    arguments: DiagnosticID.allCases.filter { !unshowable.contains($0) && !$0.isSuspicion }
  )
  func example(_ id: DiagnosticID) {
    let explanation = id.explanation
    #expect(ids(in: [explanation.example]).contains(id))
    guard let corrected = explanation.corrected else { return }
    // What is put right may stand beside the example, such as a missing year of the calendar.
    let isAddition = id == .calendarYearMissing
    let left = ids(in: isAddition ? [explanation.example, corrected] : [corrected])
    #expect(left.isEmpty, "\(left)")
  }

  /// Returns the messages that pieces of a pack give beside the sound pack.
  private func ids(in pieces: [String]) -> [DiagnosticID] {
    var sink = DiagnosticSink()
    let files =
      [PackFile(path: "a.yaml", text: Small.base)]
      + pieces.enumerated().map { PackFile(path: "b\($0).yaml", text: $1) }
    let pack = PackLoader.load(files: files, folder: "p", into: &sink)
    let scopes = DatasetScopes(pack.ruleSet, asOf: .max, utcOffsetSeconds: 0)
    for rule in pack.ruleSet.rules {
      let context = CheckContext(rules: pack.ruleSet, rule: rule, scopes: scopes)
      _ = CheckBinder.bind(context, into: &sink)
    }
    return sink.diagnostics.map(\.id)
  }

  /// A fault of a dump that its example shows, and the column that it is about.
  struct Fault: Sendable, CustomTestStringConvertible {
    let id: String
    let columns: String
    var testDescription: String { id }
  }

  static let faults: [Fault] = [
    Fault(id: "bad-date", columns: "a: {header: [Ngày gửi], type: date}"),
    Fault(id: "bad-datetime", columns: "a: {header: [Lúc], type: datetime}"),
    Fault(id: "bad-number", columns: "a: {header: [Số tiền], type: decimal}"),
    Fault(id: "number-out-of-range", columns: "a: {header: [Số tiền], type: decimal}"),
    Fault(id: "bad-percent", columns: "a: {header: [Tỷ lệ], type: percent}"),
    Fault(id: "bad-boolean", columns: "a: {header: [Đã ký], type: boolean}"),
    Fault(id: "bad-period", columns: "a: {header: [Kỳ], type: month}"),
    Fault(id: "not-in-values", columns: "a: {header: [Trạng thái], values: [Hoàn thành]}"),
    Fault(id: "unknown-unit", columns: "a: {header: [Đơn vị], type: unit}"),
    Fault(
      id: "missing-required",
      columns: "a: {header: [Mã], required: true}, b: {header: [Tên]}"
    ),
    Fault(id: "empty-file", columns: "a: {header: [Mã]}"),
    Fault(id: "no-header", columns: "a: {header: [Mã]}, b: {header: [Đơn vị]}"),
    Fault(
      id: "missing-column",
      columns: "a: {header: [Mã], required: true}, b: {header: [Đơn vị]}"
    ),
    Fault(id: "duplicate-column", columns: "a: {header: [Mã]}, b: {header: [Đơn vị]}"),
    Fault(id: "ragged-row", columns: "a: {header: [Mã]}, b: {header: [Nội dung]}"),
    Fault(id: "bad-quote", columns: "a: {header: [Mã]}, b: {header: [Nội dung]}"),
    Fault(id: "bad-line-end", columns: "a: {header: [Mã]}, b: {header: [Đơn vị]}"),
  ]

  @Test("the example of a data error gives it, and put right it does not", arguments: faults)
  func dataExample(_ fault: Fault) async throws {
    let message = try #require(MessageExplanation.of(fault.id).first { $0.origin == .data })
    #expect(try await codes(message.explanation.example, fault.columns).contains(fault.id))
    if let corrected = message.explanation.corrected {
      #expect(try await codes(corrected, fault.columns) == [])
    }
  }

  /// Returns the data errors of a dump.
  private func codes(_ dump: String, _ columns: String) async throws -> [String] {
    let names = columns.contains("b:") ? "[a, b]" : "[a]"
    let yaml = """
      datasets: [{id: x, file: x.csv, columns: {\(columns)}, may_be_empty: true}]
      rules:
        - id: du
          title: Đủ
          clause: kh57/I.1
          responsible: vp
          records: {of: x, complete: \(names)}

      """
    let small = try Small(yaml, dumps: ["x": dump])
    return try await small.run().dataErrors.map(\.code)
  }
}

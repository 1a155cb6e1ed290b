import CivilTime
import Diagnostics
import Engine
import Findings
import Rules
import Testing

@Suite("records, unique, reference")
struct RowCheckTests {
  static let need = "records: {of: d, where: w, require: p}"
  static let records: [Case] = [
    .init("all true", need, ["d": "u,w,p|a,1,1|a,1,1"], "a met", figures: "2 0 0 0 0"),
    .init("one false", need, ["d": "u,w,p|a,1,1|a,1,0"], "a failed", figures: "1 1 0 0 0"),
    .init("one false and one unknown", need, ["d": "u,w,p|a,1,|a,1,0"], "a failed"),
    .init("one unknown", need, ["d": "u,w,p|a,1,1|a,1,"], "a no_data unknown_rows"),
    .init("perhaps false", need, ["d": "u,w,p|a,1,1|a,,0"], "a no_data unknown_rows"),
    .init("perhaps true", need, ["d": "u,w,p|a,1,1|a,,1"], "a met"),
    .init("nobody", need, ["d": "u,w,p|a,0,0"], "a not_applicable"),
    .init("perhaps nobody", need, ["d": "u,w,p|a,,1"], "a no_data unknown_rows"),
    .init("no rows", need, ["d": "u,w,p"], "a no_data empty_dataset"),
    .init(
      "no rows where there may be none",
      "records: {of: z, require: p}",
      ["z": "u,p"],
      "a not_applicable"
    ),
    .init(
      "a false row of no unit blames nobody",
      need,
      by: "{each: g}",
      ["d": "u,w,p|a,1,1|,1,0|b,1,0"],
      "a no_data unknown_rows; b failed"
    ),
    .init(
      "a list with messages",
      "records:\n  of: d\n  require: [{that: p, message: thiếu p}, {that: n > 0}, w]",
      ["d": "u,w,p,n|a,1,1,1|a,1,1,0"],
      "a failed",
      figures: "1 1 0 0 0"
    ),
    .init("complete", "records: {of: d, complete: [t, n]}", ["d": "u,t,n|a,x,1"], "a met"),
    .init(
      "an empty cell is not complete",
      "records: {of: d, complete: [t, n]}",
      ["d": "u,t,n|a,x,"],
      "a failed"
    ),
    .init(
      "an erroneous cell is neither",
      "records: {of: d, complete: [t, n]}",
      ["d": "u,t,n|a,x,1.23"],
      "a no_data unknown_rows"
    ),
    .init(
      "a missing column is not complete",
      "records: {of: d, complete: [t, n]}",
      ["d": "u,t|a,x"],
      "a failed"
    ),
    .init(
      "if_empty failed",
      "records: {of: d, where: w, require: p, if_empty: failed}",
      ["d": "u,w,p|a,0,0"],
      "a failed"
    ),
    .init(
      "if_empty no_data",
      "records: {of: d, where: w, require: p, if_empty: no_data}",
      ["d": "u,w,p|a,0,0"],
      "a no_data empty_population"
    ),
  ]

  static let single = "unique: {of: d, where: w, key: k}"
  static let unique: [Case] = [
    .init("different", single, ["d": "u,w,k|a,1,K|a,1,L"], "a met", figures: "2 0 0 0 0"),
    .init("the same twice", single, ["d": "u,w,k|a,1,K|a,1,K"], "a failed", figures: "1 1 0 0 0"),
    .init(
      "three times",
      single,
      ["d": "u,w,k|a,1,K|a,1,K|a,1,K"],
      "a failed",
      figures: "1 2 0 0 0"
    ),
    .init("the same outside the population", single, ["d": "u,w,k|a,1,K|a,0,K"], "a met"),
    .init("perhaps the same", single, ["d": "u,w,k|a,1,K|a,,K"], "a no_data unknown_rows"),
    .init("an absent key", single, ["d": "u,w,k|a,1,K|a,1,"], "a no_data unknown_rows"),
    .init(
      "an absent key beside a repeated one",
      single,
      ["d": "u,w,k|a,1,K|a,1,|a,1,K"],
      "a failed"
    ),
    .init("an erroneous key", single, ["d": "u,w,k|a,1,K|a,1,X"], "a no_data unknown_rows"),
    .init("a single row without a key", single, ["d": "u,w,k|a,1,"], "a met"),
    .init(
      "the same in two units",
      single,
      by: "{each: g}",
      ["d": "u,w,k|a,1,K|b,1,K"],
      "a met; b met"
    ),
    .init(
      "the same in a unit and in none",
      single,
      by: "{each: g}",
      ["d": "u,w,k|a,1,K|,1,K|b,1,L"],
      "a no_data unknown_rows; b met"
    ),
    .init(
      "two of no unit",
      single,
      by: "{each: [a]}",
      ["d": "u,w,k|,1,K|,1,K|a,1,L"],
      "a no_data unknown_rows"
    ),
    .init("two columns", "unique: {of: d, key: [k, t]}", ["d": "u,k,t|a,K,x|a,K,y"], "a met"),
    .init(
      "two columns repeated",
      "unique: {of: d, key: [k, n]}",
      ["d": "u,k,n|a,K,1|a,K,\"1,0\""],
      "a failed"
    ),
    .init("nobody", single, ["d": "u,w,k|a,0,K|a,0,K"], "a not_applicable"),
    .init(
      "NFC and NFD are one",
      "unique: {of: d, key: t}",
      ["d": "u,t|a,Đố|a,Đo\u{302}\u{301}"],
      "a failed"
    ),
  ]

  static let found = "reference: {of: d, where: w, column: k, in: e.k}"
  static let reference: [Case] = [
    .init(
      "all found",
      found,
      ["d": "u,w,k|a,1,K|a,1,K", "e": "k|K|L"],
      "a met",
      figures: "2 0 0 0 0"
    ),
    .init(
      "one not found",
      found,
      ["d": "u,w,k|a,1,K|a,1,L", "e": "k|K"],
      "a failed",
      figures: "1 1 0 0 0"
    ),
    .init(
      "an absent value",
      found,
      ["d": "u,w,k|a,1,K|a,1,", "e": "k|K"],
      "a no_data unknown_rows"
    ),
    .init(
      "an unreadable value there",
      found,
      ["d": "u,w,k|a,1,L", "e": "k|K|X"],
      "a no_data unknown_rows"
    ),
    .init(
      "an absent value there",
      found,
      ["d": "u,w,k|a,1,L", "e": "u,k|a,K|a,"],
      "a no_data unknown_rows"
    ),
    .init("found beside an unreadable value", found, ["d": "u,w,k|a,1,K", "e": "k|K|X"], "a met"),
    .init("outside the population", found, ["d": "u,w,k|a,0,L", "e": "k|K"], "a not_applicable"),
    .init("no such file there", found, ["d": "u,w,k|a,1,K"], "a no_data missing_dataset"),
    .init("no rows there", found, ["d": "u,w,k|a,1,K", "e": "k"], "a no_data empty_dataset"),
    .init(
      "no rows where there may be none",
      "reference: {of: d, column: k, in: z.k}",
      ["d": "u,k|a,K", "z": "k"],
      "a failed"
    ),
    .init(
      "a broken file there",
      found,
      ["d": "u,w,k|a,1,K", "e": "k|K,L"],
      "a no_data broken_dataset"
    ),
    .init(
      "within one dataset",
      "reference: {of: d, column: t, in: d.t}",
      ["d": "u,t|a,x|a,y"],
      "a met"
    ),
  ]

  @Test("records", arguments: records)
  func recordsCheck(_ example: Case) async throws {
    try await example.expect()
  }

  @Test("unique", arguments: unique)
  func uniqueCheck(_ example: Case) async throws {
    try await example.expect()
  }

  @Test("reference", arguments: reference)
  func referenceCheck(_ example: Case) async throws {
    try await example.expect()
  }

  @Test("each row that breaks a rule is shown with its message")
  func recordEvidence() async throws {
    let body = "records:\n  of: d\n  require: [{that: p, message: thiếu p}]\n  complete: [t]"
    let run = try await Case("", body, ["d": "u,p,t|a,0,x|a,1,|a,1,y|a,0,"], "").scene.run()
    let obligation = try #require(run.obligations.first)
    #expect(obligation.evidence.map(\.row) == [2, 3, 5])
    #expect(obligation.evidence.map(\.column) == ["p", "t", "p"])
    #expect(obligation.evidence.first?.note?.vi.contains("thiếu p") == true)
    #expect(obligation.evidenceTotal == 3)
  }

  @Test("all evidence is counted though only so much is listed", arguments: [0, 1, 2, 5])
  func evidenceLimit(_ limit: Int) async throws {
    var scene = Case("", Self.need, ["d": "u,w,p|a,1,0|a,1,0|a,1,0"], "").scene
    scene.evidenceLimit = limit
    let obligation = try #require(try await scene.run().obligations.first)
    #expect(obligation.evidence.count == min(limit, 3))
    #expect(obligation.evidenceTotal == 3)
    #expect(obligation.verdict == .failed)
  }

  @Test("every row after the first that holds a key is shown")
  func uniqueEvidence() async throws {
    let run = try await Case("", Self.single, ["d": "u,w,k|a,1,K|a,1,L|a,1,K|a,1,K"], "").scene
      .run()
    let obligation = try #require(run.obligations.first)
    #expect(obligation.evidence.map(\.row) == [4, 5])
    #expect(obligation.evidence.map(\.value) == ["K", "K"])
  }
}

import CivilTime
import Diagnostics
import Engine
import Findings
import Rules
import Testing

@Suite("measure")
struct MeasureTests {
  static let cases: [Case] = [
    .init(
      "count reached",
      "measure: {of: d, count: rows, at_least: 2}",
      ["d": "u|a|a"],
      "a met",
      figures: "0 0 0 0 0 = 2"
    ),
    .init(
      "count not reached",
      "measure: {of: d, count: rows, at_least: 3}",
      ["d": "u|a|a"],
      "a failed"
    ),
    .init(
      "count of another unit is 0",
      "measure: {of: d, count: rows, at_most: 0}",
      by: "{each: [b]}",
      ["d": "u|a|a"],
      "b met"
    ),
    .init(
      "count of no rows",
      "measure: {of: d, count: rows, at_most: 0}",
      ["d": "u"],
      "a no_data empty_dataset"
    ),
    .init(
      "count where there may be none",
      "measure: {of: z, count: rows, at_most: 0}",
      ["z": "u"],
      "a met"
    ),
    .init(
      "count where there is no file",
      "measure: {of: z, count: rows, at_most: 0}",
      [:],
      "a no_data missing_dataset"
    ),
    .init(
      "perhaps one more",
      "measure: {of: d, where: w, count: rows, at_most: 1}",
      ["d": "u,w|a,1|a,"],
      "a no_data unknown_rows"
    ),
    .init(
      "perhaps one more is not too many",
      "measure: {of: d, where: w, count: rows, at_most: 2}",
      ["d": "u,w|a,1|a,"],
      "a met"
    ),
    .init(
      "perhaps is not enough",
      "measure: {of: d, where: w, count: rows, at_least: 3}",
      ["d": "u,w|a,1|a,"],
      "a failed"
    ),
    .init("equals", "measure: {of: d, count: rows, equals: 2}", ["d": "u|a|a"], "a met"),
    .init(
      "equals, perhaps",
      "measure: {of: d, where: w, count: rows, equals: 2}",
      ["d": "u,w|a,1|a,"],
      "a no_data unknown_rows"
    ),
    .init(
      "equals, beyond reach",
      "measure: {of: d, where: w, count: rows, equals: 4}",
      ["d": "u,w|a,1|a,"],
      "a failed"
    ),
    .init(
      "distinct",
      "measure: {of: d, count: k, equals: 2}",
      ["d": "u,k|a,K|a,L|a,K|a,"],
      "a met"
    ),
    .init(
      "distinct with an erroneous one",
      "measure: {of: d, count: k, at_most: 2}",
      ["d": "u,k|a,K|a,L|a,X"],
      "a no_data unknown_rows"
    ),
    .init(
      "distinct, the row of no unit holds nothing new",
      "measure: {of: d, count: k, at_most: 1}",
      by: "{each: [a]}",
      ["d": "u,k|a,K|,K"],
      "a met"
    ),
    .init(
      "sum",
      "measure: {of: d, sum: n, at_least: 3.5}",
      ["d": "u,n|a,\"1,5\"|a,2"],
      "a met",
      figures: "0 0 0 0 0 = 3.5"
    ),
    .init(
      "sum just below",
      "measure: {of: d, sum: n, at_least: 3.51}",
      ["d": "u,n|a,\"1,5\"|a,2"],
      "a failed"
    ),
    .init(
      "sum with an absent cell",
      "measure: {of: d, sum: n, at_least: 1}",
      ["d": "u,n|a,2|a,"],
      "a no_data unknown_rows"
    ),
    .init(
      "sum of no rows is 0",
      "measure: {of: d, where: w, sum: n, at_most: 0}",
      ["d": "u,w,n|a,0,5"],
      "a met"
    ),
    .init("average", "measure: {of: d, average: n, equals: 1.5}", ["d": "u,n|a,1|a,2"], "a met"),
    .init(
      "average of nothing",
      "measure: {of: d, where: w, average: n, at_least: 0}",
      ["d": "u,w,n|a,0,1"],
      "a no_data empty_population"
    ),
    .init(
      "average of nothing, failed",
      "measure: {of: d, where: w, average: n, at_least: 0, if_empty: failed}",
      ["d": "u,w,n|a,0,1"],
      "a failed"
    ),
    .init("max", "measure: {of: d, max: n, at_most: 2}", ["d": "u,n|a,1|a,2"], "a met"),
    .init(
      "max, perhaps larger",
      "measure: {of: d, where: w, max: n, at_most: 2}",
      ["d": "u,w,n|a,1,2|a,,3"],
      "a no_data unknown_rows"
    ),
    .init(
      "max, perhaps smaller",
      "measure: {of: d, where: w, max: n, at_most: 2}",
      ["d": "u,w,n|a,1,2|a,,1"],
      "a met"
    ),
    .init("min", "measure: {of: d, min: i, at_least: 2}", ["d": "u,i|a,1|a,2"], "a failed"),
    .init(
      "percent",
      "measure: {of: d, average: s, at_least: 98%}",
      ["d": "u,s|a,98%|a,\"98,0 %\""],
      "a met"
    ),
    .init(
      "big numbers stay exact",
      "measure: {of: d, sum: n, equals: 123456789012345678.25}",
      ["d": "u,n|a,123456789012345678|a,\"0,25\""],
      "a met"
    ),
    .init(
      "a target by a date",
      "due: {by: 2026-12-31}\nmeasure: {of: d, count: rows, at_least: 3}",
      ["d": "u|a"],
      "a pending"
    ),
  ]

  @Test("an average whose digits do not end is cut, never rounded up to its target")
  func cutAverage() async throws {
    let body = "measure: {of: d, average: n, at_least: 0.666666666667}"
    let run = try await Case("", body, ["d": "u,n|a,0|a,1|a,1"], "").scene.run()
    let obligation = try #require(run.obligations.first)
    #expect(obligation.verdict == .failed)
    #expect(obligation.measured?.value == "0.666666666666…")
    #expect(obligation.measured?.decimalValue == "0.666666666666")
  }

  @Test("cases", arguments: cases)
  func judge(_ example: Case) async throws { try await example.expect() }
}

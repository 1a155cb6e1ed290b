import CivilTime
import Diagnostics
import Engine
import Findings
import Rules
import Testing

@Suite("cover")
struct CoverTests {
  static let needs = "cover: {expected: {of: d, where: w, key: k}, actual: {of: e, key: k}}"
  static let exact = "cover: {expected: {of: d, key: k}, actual: {of: e, key: k}, both: true}"
  static let cases: [Case] = [
    .init(
      "all there",
      needs,
      ["d": "u,w,k|a,1,K|a,1,K", "e": "u,k|a,K|a,L"],
      "a met",
      figures: "1 0 0 0 0"
    ),
    .init(
      "one missing",
      needs,
      ["d": "u,w,k|a,1,K|a,1,L", "e": "u,k|a,K"],
      "a failed",
      figures: "1 1 0 0 0"
    ),
    .init(
      "another unit's does not count",
      needs,
      by: "{each: [a]}",
      ["d": "u,w,k|a,1,K", "e": "u,k|b,K"],
      "a failed"
    ),
    .init(
      "that of no unit perhaps counts",
      needs,
      by: "{each: [a]}",
      ["d": "u,w,k|a,1,K", "e": "u,k|,K"],
      "a no_data unknown_rows"
    ),
    .init(
      "one without a key perhaps",
      needs,
      ["d": "u,w,k|a,1,K", "e": "u,k|a,|a,L"],
      "a no_data unknown_rows"
    ),
    .init(
      "one without a key cannot be two",
      needs,
      ["d": "u,w,k|a,1,K|a,1,L", "e": "u,k|a,"],
      "a failed",
      figures: "0 1 1 0 0"
    ),
    .init(
      "expected without a key",
      needs,
      ["d": "u,w,k|a,1,K|a,1,", "e": "u,k|a,K"],
      "a no_data unknown_rows"
    ),
    .init(
      "perhaps expected and there",
      needs,
      ["d": "u,w,k|a,1,K|a,,L", "e": "u,k|a,K|a,L"],
      "a met"
    ),
    .init(
      "perhaps expected and not there",
      needs,
      ["d": "u,w,k|a,1,K|a,,L", "e": "u,k|a,K"],
      "a no_data unknown_rows"
    ),
    .init(
      "nothing expected",
      needs,
      ["d": "u,w,k|a,0,K", "e": "u,k|a,K"],
      "a no_data empty_population"
    ),
    .init(
      "half",
      "cover: {expected: {of: d, key: k}, actual: {of: e, key: k}, at_least: 50%}",
      ["d": "u,k|a,K|a,L", "e": "u,k|a,K"],
      "a met"
    ),
    .init(
      "both, equal",
      exact,
      ["d": "u,k|a,K", "e": "u,k|a,K"],
      "a met",
      figures: "1 0 0 0 0 extra 0"
    ),
    .init(
      "both, one more",
      exact,
      ["d": "u,k|a,K", "e": "u,k|a,K|a,L"],
      "a failed",
      figures: "1 0 0 0 0 extra 1"
    ),
    .init(
      "both, perhaps one more",
      exact,
      by: "{each: [a]}",
      ["d": "u,k|a,K", "e": "u,k|a,K|,L"],
      "a no_data unknown_rows"
    ),
    .init(
      "both, nothing expected and something there",
      exact,
      by: "{each: g}",
      ["d": "u,k|b,K", "e": "u,k|a,L|b,K"],
      "a failed; b met"
    ),
    .init(
      "both, nothing expected is no excuse for what is there",
      exact.replacing("both: true", with: "both: true, if_empty: not_applicable"),
      by: "{each: g}",
      ["d": "u,k|b,K", "e": "u,k|a,L|b,K"],
      "a failed; b met"
    ),
    .init(
      "both, nothing on either side",
      exact.replacing("both: true", with: "both: true, if_empty: not_applicable"),
      by: "{each: g}",
      ["d": "u,k|b,K", "e": "u,k|b,K"],
      "a not_applicable; b met"
    ),
    .init(
      "both, nothing expected, and failed whether something is there or not",
      exact.replacing("both: true", with: "both: true, if_empty: failed"),
      by: "{each: [a]}",
      ["d": "u,k|b,K", "e": "u,k|,L|b,K"],
      "a failed"
    ),
    .init(
      "both, nothing expected and something perhaps there",
      exact,
      by: "{each: [a]}",
      ["d": "u,k|b,K", "e": "u,k|,L|b,K"],
      "a no_data unknown_rows"
    ),
    .init(
      "no unit column in actual",
      "cover: {expected: {of: d, key: k}, actual: {of: o, key: k}}",
      by: "{each: g}",
      ["d": "u,k|a,K|b,M", "o": "k|K|L"],
      "a met; b failed"
    ),
    .init("no actual dataset", needs, ["d": "u,w,k|a,1,K"], "a no_data missing_dataset"),
    .init("no actual rows", needs, ["d": "u,w,k|a,1,K", "e": "u,k"], "a no_data empty_dataset"),
    .init(
      "no actual rows where there may be none",
      "cover: {expected: {of: d, key: k}, actual: {of: z, key: k}}",
      ["d": "u,k|a,K", "z": "u,k"],
      "a failed"
    ),
    .init(
      "keys of two columns",
      "cover: {expected: {of: d, key: [k, m]}, actual: {of: e, key: [k, m]}}",
      ["d": "u,k,m|a,K,2026-10", "e": "u,k,m|a,K,Tháng 10/2026"],
      "a met"
    ),
  ]

  @Test("cases", arguments: cases)
  func judge(_ example: Case) async throws { try await example.expect() }
}

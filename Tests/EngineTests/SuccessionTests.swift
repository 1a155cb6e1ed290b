import CivilTime
import Engine
import Findings
import Foundation
import Rules
import Testing

/// A rule whose clauses stand in two documents, one following the other.
@Suite("rules of two documents")
struct SuccessionTests {
  struct Owed: CustomTestStringConvertible, Sendable {
    let name: String
    var clauses = ["x/c", "y/c"]
    var documents = SuccessionTests.replaced
    let body: String
    let asOf: String
    let want: [String]
    var testDescription: String { name }
  }

  static let replaced = """
      - {id: x, title: X, effective: {from: 2026-01-01}, roll: following, clauses: [{id: c}]}
      - {id: y, title: Y, effective: {from: 2026-04-20, to: 2026-12-31}, replaces: [x], clauses: [{id: c}]}
    """
  static let apart = """
      - {id: x, title: X, effective: {from: 2026-01-01, to: 2026-03-31}, clauses: [{id: c}]}
      - {id: y, title: Y, effective: {from: 2026-05-01, to: 2026-12-31}, clauses: [{id: c}]}
    """
  static let monthly = "every: month\ndue: {before: 20}\nevidence: {of: z, done_at: day}"
  static let records = "records: {of: z, require: p}"

  static let owed: [Owed] = [
    .init(
      name: "every period whose day lies under either document",
      body: monthly,
      asOf: "2026-05-19",
      // 19/4 is a Sunday and the last day of the old document, whose roll it follows.
      want: [
        "2026-01 2026-01-19", "2026-02 2026-02-19", "2026-03 2026-03-19", "2026-04 2026-04-20",
        "2026-05 2026-05-19",
      ]
    ),
    .init(
      name: "the old document alone",
      clauses: ["x/c"],
      body: monthly,
      asOf: "2026-05-19",
      want: [
        "2026-01 2026-01-19", "2026-02 2026-02-19", "2026-03 2026-03-19", "2026-04 2026-04-20",
      ]
    ),
    .init(
      name: "the new document alone",
      clauses: ["y/c"],
      body: monthly,
      asOf: "2026-05-19",
      want: ["2026-05 2026-05-19"]
    ),
    .init(
      name: "the new document does not roll",
      body: "every: month\ndue: {by: 16}\neffective: {from: 2026-02-01}\n"
        + "evidence: {of: z, done_at: day}",
      asOf: "2026-05-20",
      want: [
        "2026-02 2026-02-16", "2026-03 2026-03-16", "2026-04 2026-04-16", "2026-05 2026-05-16",
      ]
    ),
    .init(
      name: "a period of no document is not owed",
      documents: apart,
      body: "every: month\ndue: {by: end}\nevidence: {of: z, done_at: day}",
      asOf: "2026-05-31",
      want: [
        "2026-01 2026-01-31", "2026-02 2026-02-28", "2026-03 2026-03-31", "2026-05 2026-05-31",
      ]
    ),
    .init(
      name: "a standing duty on the old document's last day",
      documents: apart,
      body: records,
      asOf: "2026-03-31",
      want: ["- -"]
    ),
    .init(
      name: "and on the day after",
      documents: apart,
      body: records,
      asOf: "2026-04-01",
      want: []
    ),
    .init(
      name: "and the day before the new one",
      documents: apart,
      body: records,
      asOf: "2026-04-30",
      want: []
    ),
    .init(
      name: "and on the new one's first day",
      documents: apart,
      body: records,
      asOf: "2026-05-01",
      want: ["- -"]
    ),
    .init(
      name: "a standing duty under the new document, which begins the day the old one ended",
      body: records,
      asOf: "2026-05-20",
      want: ["- -"]
    ),
    .init(
      name: "a single date owes from the first day of the earlier document",
      body: "due: {by: 2026-06-30}\nevidence: {of: z, done_at: day}",
      asOf: "2026-01-01",
      want: ["- 2026-06-30"]
    ),
    .init(
      name: "and not before",
      body: "due: {by: 2026-06-30}\nevidence: {of: z, done_at: day}",
      asOf: "2025-12-31",
      want: []
    ),
  ]

  @Test("are owed while either is in force, in whatever order clauses are listed", arguments: owed)
  func order(_ c: Owed) async throws {
    let start = try #require(Scene.base.range(of: "documents:\n")).upperBound
    let end = try #require(Scene.base.range(of: "units:")).lowerBound
    for clauses in [c.clauses, c.clauses.reversed()] {
      let list = clauses.joined(separator: ", ")
      let text = rule(c.body, by: "a").replacing("clause: kh/A", with: "clause: [\(list)]")
      var scene = Scene(text, ["z.csv": "u,day,p\n"])
      scene.base.replaceSubrange(start..<end, with: c.documents + "\n")
      scene.asOf = c.asOf
      let found = try await scene.run().obligations.map {
        "\($0.id.period?.description ?? "-") \($0.deadline?.effective.description ?? "-")"
      }
      #expect(found == c.want, "\(list)")
    }
  }
}

import CivilTime
import Diagnostics
import Rules
import Testing

@Suite("rules that rest on several documents")
struct RuleDatesTests {
  struct DatesCase: Sendable, CustomTestStringConvertible {
    var name: String
    var own = ""
    var documents: [String]
    var want: String
    var testDescription: String { name }
  }

  static let successors = ["2026-01-01..2026-04-19", "2026-04-20..2026-12-31"]
  static let apart = ["2026-01-01..2026-03-31", "2026-05-01..2026-12-31"]
  static let dates: [DatesCase] = [
    .init(
      name: "one document",
      documents: ["2026-01-01..2026-12-31"],
      want: "2026-01-01..2026-12-31"
    ),
    .init(name: "one without end", documents: ["2026-01-01.."], want: "2026-01-01.."),
    .init(
      name: "one document, own dates wider",
      own: "2025-01-01..2027-12-31",
      documents: ["2026-01-01..2026-12-31"],
      want: "2025-01-01..2027-12-31"
    ),
    .init(
      name: "one document, own dates after it",
      own: "2027-01-01..2027-12-31",
      documents: ["2026-01-01..2026-12-31"],
      want: "2027-01-01..2027-12-31"
    ),
    .init(
      name: "one document, its own first day after it",
      own: "2027-01-01..",
      documents: ["2026-01-01..2026-12-31"],
      want: "2027-01-01..2026-12-31"
    ),
    .init(name: "one after the other", documents: successors, want: "2026-01-01..2026-12-31"),
    .init(
      name: "the other way round",
      documents: successors.reversed(),
      want: "2026-01-01..2026-12-31"
    ),
    .init(
      name: "a day between",
      documents: ["2026-01-01..2026-04-18", "2026-04-20.."],
      want: "2026-01-01..2026-04-18 2026-04-20.."
    ),
    .init(
      name: "one within the other",
      documents: ["2026-01-01..2026-12-31", "2026-03-01..2026-06-30"],
      want: "2026-01-01..2026-12-31"
    ),
    .init(
      name: "one without end, one later",
      documents: ["2026-01-01..", "2026-03-01..2026-06-30"],
      want: "2026-01-01.."
    ),
    .init(
      name: "own dates keep the gap",
      own: "2026-02-01..2026-06-30",
      documents: apart,
      want: "2026-02-01..2026-03-31 2026-05-01..2026-06-30"
    ),
    .init(
      name: "own first day cuts a whole document off",
      own: "2026-06-01..",
      documents: apart,
      want: "2026-06-01..2026-12-31"
    ),
    .init(
      name: "own last day cuts a whole document off",
      own: "..2026-03-31",
      documents: apart,
      want: "2026-01-01..2026-03-31"
    ),
    .init(
      name: "own dates reach beyond the documents",
      own: "2025-12-01..2027-01-31",
      documents: apart,
      want: "2025-12-01..2026-03-31 2026-05-01..2027-01-31"
    ),
    .init(
      name: "own first day in the gap: the next document begins",
      own: "2026-04-10..",
      documents: apart,
      want: "2026-05-01..2026-12-31"
    ),
    .init(
      name: "own last day in the gap: the document before ended",
      own: "..2026-04-20",
      documents: apart,
      want: "2026-01-01..2026-03-31"
    ),
    .init(
      name: "own dates in the gap",
      own: "2026-04-10..2026-04-20",
      documents: ["2026-01-01..2026-03-31", "2026-05-01..2026-12-31"],
      want: "2026-04-10..2026-04-20"
    ),
  ]

  private static func stretch(_ text: String) -> EffectiveDates {
    let ends = text.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
    return EffectiveDates(from: day(ends[0]), to: ends.count > 1 ? day(ends[1]) : nil)
  }

  @Test("when a rule is in force, whatever the order of its documents", arguments: dates)
  func inForce(_ c: DatesCase) {
    let own = c.own.isEmpty ? nil : Self.stretch(c.own)
    for documents in [c.documents, c.documents.reversed()] {
      let dates = RuleDates(own: own, documents: documents.map(Self.stretch))
      let text = dates.stretches.map {
        "\($0.from?.description ?? "")..\($0.to?.description ?? "")"
      }
      #expect(text.joined(separator: " ") == c.want)
    }
  }

  @Test("the last day, the gap and the first day again")
  func gap() throws {
    let dates = RuleDates(own: nil, documents: Self.apart.map(Self.stretch))
    let days = ["2025-12-31", "2026-01-01", "2026-03-31", "2026-04-01", "2026-04-30", "2026-05-01"]
    let inForce = try days.filter { dates.contains(try #require(day($0))) }
    #expect(inForce == ["2026-01-01", "2026-03-31", "2026-05-01"])
    #expect(dates.from == day("2026-01-01") && dates.to == day("2026-12-31"))
  }

  @Test("the document in force on the day says where it rolls, whatever the order of clauses")
  func rolling() throws {
    let head = """
      documents:
        - {id: new, title: N, effective: {from: 2026-04-20, to: 2026-06-30}, roll: preceding, replaces: [old], clauses: [{id: c}]}
        - {id: old, title: O, effective: {from: 2026-01-01}, roll: following, clauses: [{id: c}]}
        - {id: all, title: A, effective: {from: 2026-03-01, to: 2026-12-31}, clauses: [{id: c}]}
      units: [{id: vp, name: Văn phòng}]
      datasets: [{id: ds, file: ds.csv, columns: {ngay: {type: date}}}]
      rules:

      """
    let days: [(String, Roll)] = [
      ("2025-12-31", .following), ("2026-02-28", .following), ("2026-03-01", .none),
      ("2026-04-19", .none), ("2026-04-20", .preceding), ("2026-06-30", .preceding),
      ("2026-07-01", .none), ("2027-01-01", .preceding),
    ]
    for clauses in ["[old/c, new/c, all/c]", "[all/c, new/c, old/c]", "[new/c, all/c, old/c]"] {
      let read = readPack(
        head + "  - {id: x, title: X, clause: \(clauses), responsible: vp, records: {of: ds}}\n"
          + "  - {id: y, title: Y, clause: \(clauses), roll: none, responsible: vp, records: {of: ds}}\n"
      )
      #expect(read.report().isEmpty)
      let rules = read.pack.ruleSet.rules
      for (text, roll) in days {
        let date = try #require(day(text))
        #expect(rules.first?.rolling.roll(on: date) == roll, "\(clauses) \(text)")
        #expect(rules.last?.rolling.roll(on: date) == Roll.none)
      }
    }
  }

  @Test("a fixed date that only the second clause's document holds is good, in either order")
  func fixedDates() {
    let head = FaultyPack.base.replacing(
      "documents:\n",
      with:
        "documents:\n  - {id: cu, title: Cũ, effective: {from: 2026-01-01, to: 2026-03-31}, clauses: [{id: A}]}\n"
    )
    for clauses in ["[kh57/I.1, cu/A]", "[cu/A, kh57/I.1]"] {
      let ids = { (date: String) in
        readPack(
          head + "  - {id: x, title: X, clause: \(clauses), responsible: vp,"
            + " due: {by: \(date)}, records: {of: ds}}\n"
        ).ids
      }
      #expect(ids("2025-12-31") == [.dateOutsideEffective])
      #expect(ids("2026-03-31").isEmpty)
      #expect(ids("2026-04-01") == [.dateOutsideEffective])
      #expect(ids("2026-04-19") == [.dateOutsideEffective])
      #expect(ids("2026-04-20").isEmpty)
    }
  }

  @Test("a replaced document keeps its first day if it is replaced on the day after, not before")
  func replacedAtOnce() {
    for (start, isReported) in [("2026-02-28", true), ("2026-03-01", true), ("2026-03-02", false)] {
      let read = readPack(
        """
        documents:
          - {id: e, title: E, effective: {from: 2026-03-01}}
          - {id: f, title: F, effective: {from: \(start)}, replaces: [e]}

        """
      )
      #expect(read.report().contains("in force on no day") == isReported, "\(start)")
      #expect(!read.diagnostics.contains { $0.severity == .error })
    }
  }

  @Test("a document that replaces two, of which one replaces the other, closes no circle")
  func noCircle() {
    let read = readPack(
      """
      documents:
        - {id: c, title: C, effective: {from: 2026-03-01}, replaces: [a, b]}
        - {id: b, title: B, effective: {from: 2026-02-01}, replaces: [a]}
        - {id: a, title: A, effective: {from: 2026-01-01}}

      """
    )
    #expect(read.report().isEmpty)
    #expect(
      read.pack.ruleSet.documents.map(\.effective.to) == [
        nil, day("2026-02-28"), day("2026-01-31"),
      ]
    )
  }

  @Test("a circle of replacements is one error, and nothing that rests on its documents is another")
  func circle() {
    let pack = { (replaces: String) in
      """
      documents:
        - {id: a, title: A, effective: {from: 2026-01-01}, replaces: [\(replaces)], clauses: [{id: c}]}
        - {id: b, title: B, effective: {from: 2026-04-01}, replaces: [a], clauses: [{id: c}]}
        - {id: d, title: D, effective: {from: 2026-06-01}, replaces: [b], clauses: [{id: c}]}
      units: [{id: vp, name: Văn phòng}]
      datasets: [{id: ds, file: ds.csv, columns: {ngay: {type: date}}}]
      rules:
        - {id: x, title: X, clause: a/c, responsible: vp, due: {by: 2026-03-31}, records: {of: ds}}
        - {id: y, title: Y, clause: b/c, responsible: vp, due: {by: 2026-05-31}, records: {of: ds}}
        - {id: z, title: Z, clause: [a/c, b/c], responsible: vp, due: {by: 2026-05-15}, records: {of: ds}}

      """
    }
    let faulty = readPack(pack("b"))
    #expect(faulty.ids == [.invalidValue])
    #expect(faulty.report().contains("document 'b' replaces itself through 'a'"))
    #expect(faulty.pack.ruleSet.documents.map(\.effective.to) == [nil, day("2026-05-31"), nil])
    #expect(readPack(pack("")).report().isEmpty)
  }

  @Test("two circles that share a document are an error each")
  func circles() {
    let read = readPack(
      """
      documents:
        - {id: a, title: A, effective: {from: 2026-01-01}, replaces: [b]}
        - {id: b, title: B, effective: {from: 2026-02-01}, replaces: [a, c]}
        - {id: c, title: C, effective: {from: 2026-03-01}, replaces: [b]}

      """
    )
    #expect(read.ids == [.invalidValue, .invalidValue])
    #expect(read.pack.ruleSet.documents.allSatisfy { $0.effective.to == nil })
  }
}

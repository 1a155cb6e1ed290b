import CivilTime
import Diagnostics
import Engine
import Findings
import Rules
import Testing

@Suite("time")
struct TimeTests {
  /// What is owed when: period, nominal and effective deadline, verdict.
  struct Owed: CustomTestStringConvertible, Sendable {
    let name: String
    let time: String
    let asOf: String
    let want: [String]
    var check = "evidence: {of: z, done_at: day}"

    var testDescription: String { name }

    func scene() -> Scene {
      var scene = Scene(rule(time + "\n" + check, by: "a"), ["z.csv": "u,day,m,q\n"])
      scene.asOf = asOf
      return scene
    }
  }

  static let byPeriod = "evidence: {of: z, done_at: day, period: q}"
  static let owed: [Owed] = [
    .init(
      name: "before a day",
      time: "due: {before: 2026-04-30}",
      asOf: "2026-04-29",
      want: ["- 2026-04-29 pending"]
    ),
    .init(
      name: "the day before is over",
      time: "due: {before: 2026-04-30}",
      asOf: "2026-04-30",
      want: ["- 2026-04-29 overdue"]
    ),
    .init(
      name: "by a month",
      time: "due: {by: 2026-06}",
      asOf: "2026-06-30",
      want: ["- 2026-06-30 pending"]
    ),
    .init(
      name: "by a quarter",
      time: "due: {by: 2026-Q2}",
      asOf: "2026-07-01",
      want: ["- 2026-06-30 overdue"]
    ),
    .init(
      name: "by a year",
      time: "due: {by: 2026}",
      asOf: "2026-12-31",
      want: ["- 2026-12-31 pending"]
    ),
    .init(
      name: "weeks by their Sunday, the first one begun in the year before",
      time: "every: week\ndue: {by: end}",
      asOf: "2026-01-12",
      want: [
        "2026-W01 2026-01-04 overdue", "2026-W02 2026-01-11 overdue", "2026-W03 2026-01-18 pending",
      ]
    ),
    .init(
      name: "a week begins on its Monday",
      time: "every: week\ndue: {by: end}",
      asOf: "2026-01-11",
      want: ["2026-W01 2026-01-04 overdue", "2026-W02 2026-01-11 pending"]
    ),
    .init(
      name: "half-years",
      time: "every: half_year\ndue: {by: end}",
      asOf: "2026-07-01",
      want: ["2026-H1 2026-06-30 overdue", "2026-H2 2026-12-31 pending"]
    ),
    .init(
      name: "half-years by a day of their last month",
      time: "every: half_year\ndue: {by: 15}",
      asOf: "2026-06-30",
      want: ["2026-H1 2026-06-15 overdue"]
    ),
    .init(
      name: "years",
      time: "every: year\ndue: {by: end}",
      asOf: "2026-01-01",
      want: ["2026 2026-12-31 pending"]
    ),
    .init(
      name: "a quarter of the year before whose deadline lies in this one",
      time: "every: quarter\ndue: {by: 15, months_after: 1}",
      asOf: "2026-11-20",
      want: [
        "2025-Q4 2026-01-15 overdue", "2026-Q1 2026-04-15 overdue", "2026-Q2 2026-07-15 overdue",
        "2026-Q3 2026-10-15 overdue",
      ],
      check: byPeriod
    ),
    .init(
      name: "day 31 in February",
      time: "every: month\ndue: {by: 31}\neffective: {from: 2026-02-01, to: 2026-03-31}",
      asOf: "2026-11-20",
      want: ["2026-02 2026-02-28 overdue", "2026-03 2026-03-31 overdue"]
    ),
    .init(
      name: "before 31 in February",
      time: "every: month\ndue: {before: 31}\neffective: {from: 2026-02-01, to: 2026-03-31}",
      asOf: "2026-11-20",
      want: ["2026-02 2026-02-27 overdue", "2026-03 2026-03-30 overdue"]
    ),
    .init(
      name: "before 1 is the last day of the month before",
      time: "every: month\ndue: {before: 1}\neffective: {from: 2026-01-31, to: 2026-03-30}",
      asOf: "2026-11-20",
      want: ["2026-02 2026-01-31 overdue", "2026-03 2026-02-28 overdue"]
    ),
    .init(
      name: "a period begins on the as-of date",
      time: "every: month\ndue: {before: 20}\neffective: {from: 2026-10-01}",
      asOf: "2026-11-01",
      want: ["2026-10 2026-10-19 overdue", "2026-11 2026-11-19 pending"]
    ),
    .init(
      name: "a period begins tomorrow",
      time: "every: month\ndue: {before: 20}\neffective: {from: 2026-10-01}",
      asOf: "2026-10-31",
      want: ["2026-10 2026-10-19 overdue"]
    ),
    .init(
      name: "effective dates hold the nominal day",
      time: "every: month\ndue: {by: 19}\neffective: {from: 2026-08-19, to: 2026-10-18}",
      asOf: "2026-11-20",
      want: ["2026-08 2026-08-19 overdue", "2026-09 2026-09-19 overdue"]
    ),
    .init(
      name: "a holiday rolls forward over the weekend",
      time: "due: {by: 2026-04-30}\nroll: following",
      asOf: "2026-05-04",
      want: ["- 2026-04-30 > 2026-05-04 pending"]
    ),
    .init(
      name: "a holiday rolls back",
      time: "due: {by: 2026-05-03}\nroll: preceding",
      asOf: "2026-04-30",
      want: ["- 2026-05-03 > 2026-04-29 overdue"]
    ),
    .init(
      name: "a Saturday made a working day stays",
      time: "due: {by: 2026-08-22}\nroll: following",
      asOf: "2026-08-22",
      want: ["- 2026-08-22 pending"]
    ),
    .init(
      name: "a Saturday stays without rolling",
      time: "due: {by: 2026-08-29}\nroll: none",
      asOf: "2026-08-30",
      want: ["- 2026-08-29 overdue"]
    ),
    .init(
      name: "the nominal day decides which period counts, not the rolled one",
      time:
        "every: month\ndue: {by: end}\nroll: following\neffective: {from: 2026-05-01, to: 2026-05-31}",
      asOf: "2026-06-01",
      want: ["2026-05 2026-05-31 > 2026-06-01 pending"]
    ),
    .init(
      name: "one deadline is owed from the first effective day",
      time: "due: {by: 2026-06-30}\neffective: {from: 2026-05-01}",
      asOf: "2026-05-01",
      want: ["- 2026-06-30 pending"]
    ),
    .init(
      name: "one deadline is not owed the day before",
      time: "due: {by: 2026-06-30}\neffective: {from: 2026-05-01}",
      asOf: "2026-04-30",
      want: []
    ),
    .init(
      name: "one deadline is owed for ever",
      time: "due: {by: 2026-06-30}",
      asOf: "2027-03-01",
      want: ["- 2026-06-30 overdue"]
    ),
    .init(name: "a date to be set", time: "due: unknown", asOf: "2026-11-20", want: ["- pending"]),
    .init(
      name: "a date to be set of a recurring rule",
      time: "every: month\ndue: unknown",
      asOf: "2026-11-20",
      want: ["2026-11 pending"]
    ),
    .init(
      name: "a standing duty on its last day",
      time: "effective: {to: 2026-11-20}",
      asOf: "2026-11-20",
      want: ["- met"],
      check: "measure: {of: z, count: rows, equals: 0}"
    ),
    .init(
      name: "a standing duty the day after",
      time: "effective: {to: 2026-11-19}",
      asOf: "2026-11-20",
      want: [],
      check: "measure: {of: z, count: rows, equals: 0}"
    ),
    .init(
      name: "a recurring check without a date column: the current period",
      time: "every: quarter\ndue: {by: end}",
      asOf: "2026-11-20",
      want: ["2026-Q4 2026-12-31 met"],
      check: "measure: {of: z, count: rows, equals: 0}"
    ),
    .init(
      name: "a recurring check whose current deadline has passed",
      time: "every: month\ndue: {by: 19}",
      asOf: "2026-11-20",
      want: ["2026-11 2026-11-19 failed"],
      check: "measure: {of: z, count: rows, equals: 1}"
    ),
  ]

  @Test("deadlines and periods", arguments: owed)
  func deadlines(_ example: Owed) async throws {
    let run = try await example.scene().run()
    let found = run.obligations.map { obligation in
      var words = [obligation.id.period?.description ?? "-"]
      if let deadline = obligation.deadline {
        words.append(deadline.nominal.description)
        if deadline.effective != deadline.nominal { words.append("> \(deadline.effective)") }
      }
      return (words + [obligation.verdict.rawValue]).joined(separator: " ")
    }
    #expect(found == example.want)
  }

  @Test("a date to be set is pending before anything else")
  func unknownDate() async throws {
    for tables in [[:], ["d": "u,p"], ["d": "u,p|a,0"], ["d": "u,p|a,0,0"]] {
      let run = try await Case(
        "",
        "due: unknown\nratio: {of: d, that: p, at_least: 50%}",
        tables,
        ""
      )
      .scene.run()
      let obligation = try #require(run.obligations.first)
      #expect(obligation.outcome == "a pending no_date")
      #expect(obligation.measured == nil)
    }
  }

  static let reminders: [(remind: String, asOf: String, want: String)] = [
    ("3 working days", "2026-11-19", "a pending"),
    ("3 working days", "2026-11-20", "a pending soon"),
    ("3 working days", "2026-11-25", "a pending soon"),
    ("3 working days", "2026-11-26", "a overdue +1"),
    ("5 days", "2026-11-19", "a pending"),
    ("5 days", "2026-11-20", "a pending soon"),
    ("1 month", "2026-10-24", "a pending"),
    ("1 month", "2026-10-25", "a pending soon"),
  ]

  @Test("reminders", arguments: reminders)
  func reminding(_ example: (remind: String, asOf: String, want: String)) async throws {
    let body = "due: {by: 2026-11-25}\nremind: \(example.remind)\nevidence: {of: z, done_at: day}"
    let run = try await Case("", body, ["z": "u,day"], asOf: example.asOf, "").scene.run()
    #expect(run.outcome == example.want)
  }

  @Test("what is done is not due soon")
  func doneIsNotDueSoon() async throws {
    let body = "due: {by: 2026-11-25}\nremind: 30 days\nevidence: {of: d, done_at: day}"
    let run = try await Case("", body, ["d": "u,day|a,2026-11-01"], "").scene.run()
    #expect(run.outcome == "a met")
  }

  static let activity: [(active: String, time: String, want: [String])] = [
    ("{from: 2026-06-30}", "due: {by: 2026-06-30}", ["a", "b", "c"]),
    ("{from: 2026-07-01}", "due: {by: 2026-06-30}", ["a", "b"]),
    ("{from: 2020-01-01, to: 2026-06-30}", "due: {by: 2026-06-30}", ["a", "b", "c"]),
    ("{from: 2020-01-01, to: 2026-06-29}", "due: {by: 2026-06-30}", ["a", "b"]),
    ("{from: 2026-11-20}", "severity: minor", ["a", "b", "c"]),
    ("{from: 2026-11-21}", "severity: minor", ["a", "b"]),
    ("{from: 2020-01-01, to: 2026-11-20}", "severity: minor", ["a", "b", "c"]),
    ("{from: 2020-01-01, to: 2026-11-19}", "severity: minor", ["a", "b"]),
  ]

  @Test("inactive units owe nothing", arguments: activity)
  func inactive(_ example: (active: String, time: String, want: [String])) async throws {
    for bearer in ["{each: all}", "{each: [c, b, a]}", "{each: [c, g]}"] {
      var scene = Scene(
        rule(example.time + "\nmeasure: {of: z, count: rows, equals: 0}", by: bearer),
        ["z.csv": "u\n"]
      )
      scene.base = scene.base.replacing(
        "name: Đơn vị C}",
        with: "name: Đơn vị C, active: \(example.active)}"
      )
      #expect(try await scene.run().obligations.map(\.id.unit.text) == example.want)
    }
  }

  @Test("a single unit that is not active owes nothing, and then there is nothing to judge")
  func inactiveUnit() async throws {
    var scene = Scene(rule("measure: {of: z, count: rows, equals: 0}", by: "c"), ["z.csv": "u\n"])
    scene.base = scene.base.replacing(
      "name: Đơn vị C}",
      with: "name: Đơn vị C, active: {from: 2026-12-01}}"
    )
    let run = try await scene.run()
    #expect(run.obligations.isEmpty)
    #expect(run.exitCode == 2)
  }

  @Test("a document ends the day before its replacement, period by period")
  func replacement() async throws {
    let body = """
        every: month
        due: {before: 20}
        evidence: {of: z, done_at: day}

      """
    func rule(_ id: String, _ document: String) -> String {
      "  - id: \(id)\n    title: Báo cáo\n    clause: \(document)/A\n    responsible: a\n"
        + body.split(separator: "\n").map { "    \($0.trimmed)\n" }.joined()
    }
    var scene = Scene("rules:\n" + rule("cu", "kh") + rule("moi", "kh2"), ["z.csv": "u,day\n"])
    scene.more = """
      documents:
        - {id: kh2, title: Kế hoạch mới, effective: {from: 2026-09-20}, replaces: [kh],
           clauses: [{id: A, summary: Điều A}]}
      """
    let run = try await scene.run()
    let owed = run.obligations.map { "\($0.id.rule) \($0.id.period?.description ?? "-")" }
    #expect(
      owed == (1...9).map { "cu 2026-0\($0)" } + ["moi 2026-10", "moi 2026-11"]
    )
  }
}

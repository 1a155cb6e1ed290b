import CivilTime
import Diagnostics
import Engine
import Findings
import Rules
import Testing

@Suite("waivers")
struct WaiverTests {
  static let byJune = "due: {by: 2026-06-30}\nevidence: {of: d, done_at: day}"

  static func waiver(
    _ effect: String,
    valid: String = "{from: 2026-06-30, to: 2026-06-30}",
    units: String = "[a]"
  ) -> String {
    """
    waivers:
      - {id: w1, rule: r, units: \(units), effect: \(effect), reason: Mất kết nối, document: 45/UBND,
         approved_by: Chủ tịch, approved_on: 2026-06-01, valid: \(valid)}

    """
  }

  static let exempt: [Case] = [
    .init("overdue", byJune, ["d": "u,day|b,"], extra: waiver("exempt"), "a waived +143 by w1"),
    .init(
      "late",
      byJune,
      ["d": "u,day|a,2026-07-02"],
      extra: waiver("exempt"),
      "a waived +2 by w1"
    ),
    .init("met stays met", byJune, ["d": "u,day|a,2026-06-02"], extra: waiver("exempt"), "a met"),
    .init(
      "no_data stays no_data",
      byJune,
      ["d": "u,day"],
      extra: waiver("exempt"),
      "a no_data empty_dataset"
    ),
    .init(
      "pending stays pending",
      byJune,
      ["d": "u,day|b,"],
      asOf: "2026-06-30",
      extra: waiver("exempt"),
      "a pending"
    ),
    .init(
      "valid until the day before",
      byJune,
      ["d": "u,day|b,"],
      extra: waiver("exempt", valid: "{from: 2026-06-01, to: 2026-06-29}"),
      "a overdue +143"
    ),
    .init(
      "valid from the day after",
      byJune,
      ["d": "u,day|b,"],
      extra: waiver("exempt", valid: "{from: 2026-07-01, to: 2026-12-31}"),
      "a overdue +143"
    ),
    .init(
      "another unit",
      byJune,
      by: "{each: g}",
      ["d": "u,day|c,"],
      extra: waiver("exempt", units: "[b]"),
      "a overdue +143; b waived +143 by w1"
    ),
    .init(
      "a standing duty: the as-of date counts",
      "records: {of: d, require: p}",
      ["d": "u,p|a,0"],
      extra: waiver("exempt", valid: "{from: 2026-11-20, to: 2026-11-20}"),
      "a waived by w1"
    ),
    .init(
      "a standing duty: lapsed yesterday",
      "records: {of: d, require: p}",
      ["d": "u,p|a,0"],
      extra: waiver("exempt", valid: "{from: 2026-11-01, to: 2026-11-19}"),
      "a failed"
    ),
    .init(
      "only the periods it names",
      "every: month\ndue: {before: 20}\neffective: {from: 2026-10-01}\nevidence: {of: d, done_at: day}",
      ["d": "u,day|b,"],
      extra: waiver("exempt, periods: [2026-10]", valid: "{from: 2026-01-01, to: 2026-12-31}"),
      "a 2026-10 waived +32 by w1; a 2026-11 overdue +1"
    ),
    .init(
      "the rolled deadline is the original one",
      "due: {by: 2026-04-30}\nroll: following\nevidence: {of: d, done_at: day}",
      ["d": "u,day|b,"],
      extra: waiver("exempt", valid: "{from: 2026-05-04, to: 2026-05-04}"),
      "a waived +200 by w1"
    ),
  ]

  static let later = "extend, until: 2026-07-12"
  static let extend: [Case] = [
    .init(
      "on the new day",
      byJune,
      ["d": "u,day|a,2026-07-12"],
      extra: waiver(later),
      "a met by w1"
    ),
    .init(
      "the day after",
      byJune,
      ["d": "u,day|a,2026-07-13"],
      extra: waiver(later),
      "a met_late +1 by w1"
    ),
    .init(
      "not done on the new day",
      byJune,
      ["d": "u,day|b,"],
      asOf: "2026-07-12",
      extra: waiver(later),
      "a pending by w1"
    ),
    .init(
      "not done the day after",
      byJune,
      ["d": "u,day|b,"],
      asOf: "2026-07-13",
      extra: waiver(later),
      "a overdue +1 by w1"
    ),
    .init(
      "an extended deadline is not rolled",
      byJune + "\nroll: following",
      ["d": "u,day|b,"],
      asOf: "2026-07-13",
      extra: waiver(later),
      "a overdue +1 by w1"
    ),
    .init(
      "expressions read the extended deadline",
      "due: {by: 2026-06-30}\nrecords: {of: d, require: day <= due}",
      ["d": "u,day|a,2026-07-12"],
      extra: waiver(later),
      "a met by w1"
    ),
    .init(
      "the dump must reach the extended deadline",
      byJune,
      ["d": "u,day|b,", "dump": "covers_until: {d: 2026-07-11}"],
      extra: waiver(later),
      "a no_data incomplete_data by w1"
    ),
    .init(
      "reminders go by it",
      byJune + "\nremind: 2 days",
      ["d": "u,day|b,"],
      asOf: "2026-07-10",
      extra: waiver(later),
      "a pending by w1 soon"
    ),
  ]

  static let monthly =
    "every: month\ndue: {before: 20}\neffective: {from: 2026-09-01}\n"
    + "evidence: {of: d, period: m, done_at: day}"
  /// An extension of every period that covers the deadlines of 19/9, 19/10 and 19/11.
  static let everyMonth = waiver("extend, until: 2026-10-25", valid: year)
  /// What an extension does not reach: deadlines that lie on or after its day keep their own.
  static let beyond: [Case] = [
    .init(
      "later periods keep their own deadline, and stay met",
      monthly,
      ["d": "u,m,day|a,2026-09,2026-10-20|a,2026-10,2026-10-25|a,2026-11,2026-11-19"],
      extra: everyMonth,
      "a 2026-09 met by w1; a 2026-10 met by w1; a 2026-11 met"
    ),
    .init(
      "the day after the extended and after the kept deadline",
      monthly,
      ["d": "u,m,day|a,2026-09,2026-10-26|a,2026-10,2026-10-26|a,2026-11,2026-11-20"],
      extra: everyMonth,
      "a 2026-09 met_late +1 by w1; a 2026-10 met_late +1 by w1; a 2026-11 met_late +1"
    ),
    .init(
      "a period before its own deadline is pending, not overdue since the extension's day",
      monthly,
      ["d": "u,m,day|a,2026-09,2026-09-19|a,2026-10,2026-10-19"],
      asOf: "2026-11-19",
      extra: everyMonth,
      "a 2026-09 met by w1; a 2026-10 met by w1; a 2026-11 pending"
    ),
    .init(
      "an extension to the day of a period's own deadline does nothing there",
      monthly,
      ["d": "u,m,day|b,2026-09,"],
      extra: waiver("extend, until: 2026-10-19", valid: year),
      "a 2026-09 overdue +32 by w1; a 2026-10 overdue +32; a 2026-11 overdue +1"
    ),
    .init(
      "an extension to the day before a rolled deadline does nothing there",
      "every: month\ndue: {by: 20}\nroll: following\neffective: {from: 2026-08-01, to: 2026-09-30}\n"
        + "evidence: {of: d, period: m, done_at: day}",
      // 20/9 is a Sunday: the deadline is Monday 21/9.
      ["d": "u,m,day|a,2026-08,2026-08-20|a,2026-09,2026-09-21"],
      extra: waiver("extend, until: 2026-09-21", valid: year),
      "a 2026-08 met by w1; a 2026-09 met"
    ),
    .init(
      "a date that is not set yet cannot be extended",
      "due: unknown\nevidence: {of: d, done_at: day}",
      ["d": "u,day|b,"],
      extra: waiver("extend, until: 2026-12-01", valid: year),
      "a pending no_date"
    ),
  ]

  static let year = "{from: 2026-01-01, to: 2026-12-31}"
  static let target: [Case] = [
    .init(
      "a lower share",
      "ratio: {of: d, that: p, at_least: 100%}",
      ["d": "u,p|a,1|a,0"],
      extra: waiver("target, at_least: 50%", valid: year),
      "a met by w1"
    ),
    .init(
      "not even the lower share",
      "ratio: {of: d, that: p, at_least: 100%}",
      ["d": "u,p|a,1|a,0|a,0"],
      extra: waiver("target, at_least: 50%", valid: year),
      "a failed by w1"
    ),
    .init(
      "a higher limit",
      "ratio: {of: d, that: p, at_most: 0%}",
      ["d": "u,p|a,1|a,0"],
      extra: waiver("target, at_most: 50%", valid: year),
      "a met by w1"
    ),
    .init(
      "fewer deeds",
      "due: {by: 2026-06-30}\nevidence: {of: d, done_at: day, at_least: 3}",
      ["d": "u,day|a,2026-06-01|a,2026-07-02"],
      extra: waiver("target, at_least: 2"),
      "a met_late +2 by w1"
    ),
    .init(
      "fewer keys",
      "cover: {expected: {of: d, key: k}, actual: {of: e, key: k}}",
      ["d": "u,k|a,K|a,L", "e": "u,k|a,K"],
      extra: waiver("target, at_least: 50%", valid: year),
      "a met by w1"
    ),
    .init(
      "a lower sum",
      "measure: {of: d, sum: n, at_least: 10}",
      ["d": "u,n|a,7"],
      extra: waiver("target, at_least: 7", valid: year),
      "a met by w1"
    ),
  ]

  @Test("exempt", arguments: exempt)
  func exempts(_ example: Case) async throws { try await example.expect() }

  @Test("extend", arguments: extend)
  func extends(_ example: Case) async throws { try await example.expect() }

  @Test("an extension never moves a deadline back", arguments: beyond)
  func neverBack(_ example: Case) async throws { try await example.expect() }

  @Test("target", arguments: target)
  func targets(_ example: Case) async throws { try await example.expect() }

  @Test("without waivers the raw truth is shown")
  func withoutWaivers() async throws {
    let wants = [
      Self.waiver("exempt"): "a met_late +2", Self.waiver(Self.later): "a met_late +2",
    ].map { ($0.key, $0.value) }
    for (waiver, want) in wants {
      var scene = Case("", Self.byJune, ["d": "u,day|a,2026-07-02"], extra: waiver, "").scene
      scene.usesWaivers = false
      let run = try await scene.run()
      #expect(run.outcome == want)
      #expect(run.obligations.first?.deadline?.effective.description == "2026-06-30")
    }
  }

  @Test("a lapsed waiver is named, one that worked is not")
  func lapsed() async throws {
    let lapsed = Self.waiver("exempt", valid: "{from: 2026-06-01, to: 2026-06-29}")
    let working = Self.waiver("exempt")
    let table = ["d": "u,day|b,"]
    #expect(
      try await Case("", Self.byJune, table, extra: lapsed, "").scene.run().warnings
        .contains { $0.en.contains("w1") }
    )
    #expect(
      try await Case("", Self.byJune, table, extra: working, "").scene.run().warnings
        .allSatisfy { !$0.en.contains("w1") }
    )
  }

  @Test("the last day of a waiver still counts; from the next it is said to be over after it")
  func lastDay() async throws {
    let waiver = Self.waiver("exempt", valid: "{from: 2026-06-01, to: 2026-06-29}")
    for (day, isOver) in [("2026-06-29", false), ("2026-06-30", true)] {
      var scene = Case("", Self.byJune, ["d": "u,day|b,"], extra: waiver, "").scene
      scene.asOf = day
      let remarks = try await scene.run().warnings.filter { $0.en.contains("w1") }
      #expect(
        remarks.map(\.vi)
          == (isOver
            ? ["miễn trừ 'w1' hết hiệu lực sau ngày 29/6/2026 và không áp dụng cho nghĩa vụ nào"]
            : [])
      )
      #expect(
        remarks.map(\.en)
          == (isOver ? ["waiver 'w1' lapsed after 2026-06-29 and works for no obligation"] : [])
      )
    }
  }

  @Test(
    "waivers that ease nothing are refused",
    arguments: [
      (byJune, "target, at_least: 0"), (byJune, "target, at_least: 50%"),
      (byJune, "target, at_least: 1"),
      (byJune, "target, at_least: 5"), (byJune + "\n", "target, at_most: 5"),
      ("records: {of: d, require: p}", "target, at_least: 5"),
      ("ratio: {of: d, that: p, at_least: 50%}", "target, at_least: 60%"),
      ("ratio: {of: d, that: p, at_least: 50%}", "target, at_most: 60%"),
      ("measure: {of: d, count: rows, equals: 5}", "target, at_least: 1"),
      ("records: {of: d, require: p}", "extend, until: 2026-12-01"),
      (byJune, "extend, until: 2026-06-29"), (byJune, "extend, until: 2026-06-30"),
      (monthly, "extend, until: 2026-09-19"),
      (monthly, "extend, periods: [2026-10], until: 2026-10-19"),
    ]
  )
  func refused(_ body: String, _ effect: String) async throws {
    let scene = Case("", body, [:], extra: Self.waiver(effect, valid: Self.year), "").scene
    #expect(try await !scene.refusal().isEmpty)
  }

  @Test("an extension is judged by the deadlines that it covers, the day after the first is enough")
  func reach() async throws {
    let late = "{from: 2026-10-01, to: 2026-12-31}"
    for (effect, valid, isSound) in [
      ("extend, until: 2026-09-20", Self.year, true), ("extend, until: 2026-10-19", late, false),
      ("extend, until: 2026-10-20", late, true),
      ("extend, periods: [2026-09, 2026-10], until: 2026-10-19", Self.year, true),
      ("extend, periods: [2026-09, 2026-10], until: 2026-10-19", late, false),
      ("extend, periods: [2026-10, 2026-11], until: 2026-10-20", Self.year, true),
      // A waiver that covers nothing is for lint to say.
      ("extend, until: 2026-09-01", "{from: 2026-01-01, to: 2026-08-31}", true),
    ] {
      let scene = Case("", Self.monthly, [:], extra: Self.waiver(effect, valid: valid), "").scene
      #expect(try await scene.refusal().isEmpty == isSound, "\(effect) \(valid)")
    }
  }

  @Test("a waiver of one deed of three never traps, whatever came late")
  func fewDeeds() async throws {
    let body = "due: {by: 2026-06-30}\nevidence: {of: d, done_at: day, at_least: 3}"
    for (rows, want) in [
      ("a,2026-07-02", "a met_late +2 by w1"), ("b,", "a overdue +143 by w1"),
      ("a,2026-06-02", "a met by w1"), ("a,??", "a no_data unknown_rows by w1"),
    ] {
      let scene = Case(
        "",
        body,
        ["d": "u,day|" + rows],
        extra: Self.waiver("target, at_least: 1"),
        ""
      )
      .scene
      #expect(try await scene.run().outcome == want)
    }
  }
}

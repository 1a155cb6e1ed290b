import CivilTime
import Diagnostics
import Engine
import Findings
import Rules
import Testing

@Suite("evidence")
struct EvidenceTests {
  static let byJune = "due: {by: 2026-06-30}\nevidence: {of: d, done_at: day}"
  static let twice = "due: {by: 2026-06-30}\nevidence: {of: d, done_at: day, at_least: 2}"
  static let chosen = "due: {by: 2026-06-30}\nevidence: {of: d, where: w, done_at: day}"

  static let dates: [Case] = [
    .init("the day before", byJune, ["d": "u,day|a,2026-06-29"], "a met"),
    .init("on the day", byJune, ["d": "u,day|a,30/6/2026"], "a met"),
    .init("the day after", byJune, ["d": "u,day|a,2026-07-01"], "a met_late +1"),
    .init("nothing done", byJune, by: "{each: [a]}", ["d": "u,day|b,2026-06-30"], "a overdue +143"),
    .init(
      "nothing done on the last day",
      byJune,
      by: "{each: [a]}",
      ["d": "u,day|b,2026-06-30"],
      asOf: "2026-06-30",
      "a pending"
    ),
    .init(
      "nothing done the day after",
      byJune,
      by: "{each: [a]}",
      ["d": "u,day|b,2026-06-30"],
      asOf: "2026-07-01",
      "a overdue +1"
    ),
    .init("done earlier than the rule counts", byJune, ["d": "u,day|a,2025-12-31"], "a met"),
    .init(
      "the earliest of several decides",
      byJune,
      ["d": "u,day|a,2026-07-09|a,2026-06-01"],
      "a met"
    ),
    .init(
      "the earliest of late ones",
      byJune,
      ["d": "u,day|a,2026-07-09|a,2026-07-03"],
      "a met_late +3"
    ),
    .init("an empty day means not done", byJune, ["d": "u,day|a,"], "a overdue +143"),
    .init("a day after the as-of date", byJune, ["d": "u,day|a,2026-11-21"], "a overdue +143"),
    .init("a day on the as-of date", byJune, ["d": "u,day|a,2026-11-20"], "a met_late +143"),
    .init(
      "the time of day is in the zone of the pack",
      "due: {by: 2026-06-30}\nevidence: {of: d, done_at: at}",
      ["d": "u,at|a,2026-06-30 23:59:59"],
      "a met"
    ),
    .init(
      "midnight is the next day",
      "due: {by: 2026-06-30}\nevidence: {of: d, done_at: at}",
      ["d": "u,at|a,01/07/2026 00:00"],
      "a met_late +1"
    ),
  ]

  static let counts: [Case] = [
    .init("one of two", twice, ["d": "u,day|a,2026-06-29"], "a overdue +143", figures: "1 0 0 0 0"),
    .init("two of two", twice, ["d": "u,day|a,2026-06-29|a,2026-06-30"], "a met"),
    .init("the second is late", twice, ["d": "u,day|a,2026-06-29|a,2026-07-02"], "a met_late +2"),
    .init(
      "three, the second earliest counts",
      twice,
      ["d": "u,day|a,2026-08-01|a,2026-06-29|a,2026-07-02"],
      "a met_late +2",
      figures: "3 0 0 0 0"
    ),
    .init("two and one unknown", twice, ["d": "u,day|a,2026-06-29|a,2026-06-30|a,??"], "a met"),
    .init("one and one unknown", twice, ["d": "u,day|a,2026-06-29|a,??"], "a no_data unknown_rows"),
    .init(
      "one, one unknown and one late",
      twice,
      ["d": "u,day|a,2026-06-29|a,??|a,2026-07-01"],
      "a no_data unknown_rows"
    ),
    .init("one unknown is not enough", twice, ["d": "u,day|a,??"], "a overdue +143"),
  ]

  static let unknowns: [Case] = [
    .init("an unreadable day", byJune, ["d": "u,day|a,31/6/2026"], "a no_data unknown_rows"),
    .init(
      "an unreadable day beside one in time",
      byJune,
      ["d": "u,day|a,??|a,2026-06-01"],
      "a met"
    ),
    .init(
      "an unreadable day beside a late one",
      byJune,
      ["d": "u,day|a,??|a,2026-07-01"],
      "a no_data unknown_rows"
    ),
    .init(
      "an unreadable day before the deadline",
      byJune,
      ["d": "u,day|a,??"],
      asOf: "2026-06-30",
      "a pending"
    ),
    .init(
      "a row of no unit is perhaps any unit's",
      byJune,
      by: "{each: g}",
      ["d": "u,day|,2026-06-01"],
      "a no_data unknown_rows; b no_data unknown_rows"
    ),
    .init(
      "a row of an unknown unit is perhaps any unit's",
      byJune,
      by: "{each: g}",
      ["d": "u,day|Đơn vị X,2026-06-01|b,2026-06-01"],
      "a no_data unknown_rows; b met"
    ),
    .init(
      "a late row of no unit cannot improve on overdue's blame",
      byJune,
      by: "{each: [a]}",
      ["d": "u,day|,2026-07-01"],
      "a no_data unknown_rows"
    ),
    .init(
      "a late row of no unit does not improve a late one",
      byJune,
      by: "{each: [a]}",
      ["d": "u,day|,2026-07-02|a,2026-07-03"],
      "a met_late +3"
    ),
    .init("where unknown", chosen, ["d": "u,w,day|a,,2026-06-01"], "a no_data unknown_rows"),
    .init("where erroneous", chosen, ["d": "u,w,day|a,??,2026-06-01"], "a no_data unknown_rows"),
    .init("where false", chosen, ["d": "u,w,day|a,không,2026-06-01"], "a overdue +143"),
    .init("where false and unit unknown", chosen, ["d": "u,w,day|,0,2026-06-01"], "a overdue +143"),
    .init("where unknown and not done", chosen, ["d": "u,w,day|a,,"], "a overdue +143"),
    .init(
      "where unknown and of the future",
      chosen,
      ["d": "u,w,day|a,,2026-11-21"],
      "a overdue +143"
    ),
    .init(
      "no column of units",
      byJune,
      by: "{each: [a]}",
      ["d": "day|2026-06-01"],
      "a no_data unknown_rows"
    ),
    .init("no column of days", byJune, ["d": "u|a"], "a overdue +143"),
    .init(
      "one unit owes all rows",
      byJune,
      ["d": "u,day|b,2026-06-01"],
      "a met"
    ),
    .init(
      "one unit with a unit column named",
      "due: {by: 2026-06-30}\nevidence: {of: d, done_at: day, unit: u}",
      ["d": "u,day|b,2026-06-01"],
      "a overdue +143"
    ),
    .init(
      "another unit column than the dataset's",
      "due: {by: 2026-06-30}\nevidence: {of: d, done_at: day, unit: v}",
      by: "{each: g}",
      ["d": "u,v,day|a,b,2026-06-01"],
      "a overdue +143; b met"
    ),
  ]

  static let monthly = "every: month\ndue: {before: 20}\neffective: {from: 2026-10-01}"
  static let periods: [Case] = [
    .init(
      "a period column",
      monthly + "\nevidence: {of: d, period: m, done_at: day}",
      ["d": "u,m,day|a,2026-10,19/10/2026|a,Tháng 11/2026,20/11/2026"],
      "a 2026-10 met; a 2026-11 met_late +1"
    ),
    .init(
      "the day says the period",
      monthly + "\nevidence: {of: d, done_at: day}",
      ["d": "u,day|a,20/10/2026|a,19/11/2026"],
      "a 2026-10 met_late +1; a 2026-11 met"
    ),
    .init(
      "an unreadable day is perhaps any period's",
      monthly + "\nevidence: {of: d, done_at: day}",
      ["d": "u,day|a,??|a,01/11/2026"],
      "a 2026-10 no_data unknown_rows; a 2026-11 met"
    ),
    .init(
      "an unreadable period is perhaps any period's",
      monthly + "\nevidence: {of: d, period: m, done_at: day}",
      ["d": "u,m,day|a,13/2026,19/10/2026|a,11/2026,1/11/2026"],
      "a 2026-10 no_data unknown_rows; a 2026-11 met"
    ),
    .init(
      "an empty period is perhaps any period's",
      monthly + "\nevidence: {of: d, period: m, done_at: day}",
      ["d": "u,m,day|a,,19/10/2026"],
      "a 2026-10 no_data unknown_rows; a 2026-11 no_data unknown_rows"
    ),
    .init(
      "a period that is nobody's obligation",
      monthly + "\nevidence: {of: d, period: m, done_at: day}",
      ["d": "u,m,day|a,2026-09,19/10/2026"],
      "a 2026-10 overdue +32; a 2026-11 overdue +1"
    ),
    .init(
      "an empty day has no period",
      monthly + "\nevidence: {of: d, done_at: day}",
      ["d": "u,day|a,"],
      "a 2026-10 overdue +32; a 2026-11 overdue +1"
    ),
    .init(
      "reported before the period begins",
      monthly + "\nevidence: {of: d, period: m, done_at: day}",
      ["d": "u,m,day|a,2026-11,19/10/2026|a,2026-10,19/10/2026"],
      "a 2026-10 met; a 2026-11 met"
    ),
    .init(
      "the month after",
      "every: month\ndue: {by: 15, months_after: 1}\neffective: {from: 2026-10-16}\n"
        + "evidence: {of: d, period: m, done_at: day}",
      ["d": "u,m,day|a,2026-10,2026-11-15"],
      "a 2026-10 met; a 2026-11 pending"
    ),
    .init(
      "two a quarter",
      "every: quarter\ndue: {by: end}\neffective: {from: 2026-07-01}\n"
        + "evidence: {of: d, period: q, done_at: day, at_least: 2}",
      ["d": "u,q,day|a,Quý III/2026,2026-08-01|a,Q3/2026,2026-10-01|a,2026-Q4,2026-10-01"],
      "a 2026-Q3 met_late +1; a 2026-Q4 pending"
    ),
  ]

  @Test("the day decides", arguments: dates)
  func day(_ example: Case) async throws {
    try await example.expect()
  }

  @Test("as many as are wanted", arguments: counts)
  func count(_ example: Case) async throws {
    try await example.expect()
  }

  @Test("rows that are perhaps evidence", arguments: unknowns)
  func unknown(_ example: Case) async throws {
    try await example.expect()
  }

  @Test("periods of their own", arguments: periods)
  func period(_ example: Case) async throws {
    try await example.expect()
  }

  @Test("a day after the as-of date is warned about once a row")
  func futureWarning() async throws {
    let body = "every: month\ndue: {before: 20}\neffective: {from: 2026-06-01}\n"
    for key in ["", ", period: m"] {
      var scene = Scene(rule(body + "evidence: {of: d, done_at: day\(key)}", by: "{each: g}"))
      scene.files["d.csv"] = Array(
        table("u,m,day|a,2026-11,2026-11-21|b,2026-11,2026-12-30|,2026-10,2027-01-05").utf8
      )
      let run = try await scene.run()
      #expect(run.warnings.map(\.en).filter { $0.contains("3 rows") }.count == 1)
    }
  }

  @Test("what was late is shown with its row, and when it was done")
  func evidence() async throws {
    let run = try await Case(
      "",
      Self.byJune,
      by: "{each: [a]}",
      ["d": "u,day|b,2026-06-01|a,5/7/2026|a,3/7/2026"],
      ""
    ).scene.run()
    let obligation = try #require(run.obligations.first)
    #expect(obligation.done?.description == "2026-07-03")
    #expect(obligation.evidenceTotal == 1)
    #expect(obligation.evidence.map(\.row) == [4])
    #expect(obligation.evidence.map(\.value) == ["3/7/2026"])
    #expect(obligation.evidence.map(\.column) == ["day"])
  }
}

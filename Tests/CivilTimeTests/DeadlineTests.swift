import CivilTime
import Testing

@Suite("Deadlines")
struct DeadlineTests {
  /// One month of 2026: what `before` and `by` the 20th and the 22nd mean.
  struct Matrix: Sendable, CustomTestStringConvertible {
    let month: String
    let columns: [Column]
    var testDescription: String { month }

    /// A due form with its last good day, whether that is worked, and where it rolls forward to.
    struct Column: Sendable {
      let due: Due
      let day: Int
      let isWorked: Bool
      let rolled: Int

      init(_ due: Due, _ day: Int, _ isWorked: Bool, _ rolled: Int) {
        self.due = due
        self.day = day
        self.isWorked = isWorked
        self.rolled = rolled
      }
    }

    init(
      _ month: String,
      before20: (Int, Bool, Int),
      by20: (Int, Bool, Int),
      before22: (Int, Bool, Int),
      by22: (Int, Bool, Int)
    ) {
      self.month = month
      columns = [
        Column(.beforeDay(20, monthsAfter: 0), before20.0, before20.1, before20.2),
        Column(.byDay(20, monthsAfter: 0), by20.0, by20.1, by20.2),
        Column(.beforeDay(22, monthsAfter: 0), before22.0, before22.1, before22.2),
        Column(.byDay(22, monthsAfter: 0), by22.0, by22.1, by22.2),
      ]
    }

    static let all: [Matrix] = [
      Matrix(
        "2026-04",
        before20: (19, false, 20),
        by20: (20, true, 20),
        before22: (21, true, 21),
        by22: (22, true, 22)
      ),
      Matrix(
        "2026-05",
        before20: (19, true, 19),
        by20: (20, true, 20),
        before22: (21, true, 21),
        by22: (22, true, 22)
      ),
      Matrix(
        "2026-06",
        before20: (19, true, 19),
        by20: (20, false, 22),
        before22: (21, false, 22),
        by22: (22, true, 22)
      ),
      Matrix(
        "2026-07",
        before20: (19, false, 20),
        by20: (20, true, 20),
        before22: (21, true, 21),
        by22: (22, true, 22)
      ),
      // 22 August is a Saturday made a working day.
      Matrix(
        "2026-08",
        before20: (19, true, 19),
        by20: (20, true, 20),
        before22: (21, true, 21),
        by22: (22, true, 22)
      ),
      Matrix(
        "2026-09",
        before20: (19, false, 21),
        by20: (20, false, 21),
        before22: (21, true, 21),
        by22: (22, true, 22)
      ),
      Matrix(
        "2026-10",
        before20: (19, true, 19),
        by20: (20, true, 20),
        before22: (21, true, 21),
        by22: (22, true, 22)
      ),
      Matrix(
        "2026-11",
        before20: (19, true, 19),
        by20: (20, true, 20),
        before22: (21, false, 23),
        by22: (22, false, 23)
      ),
      Matrix(
        "2026-12",
        before20: (19, false, 21),
        by20: (20, false, 21),
        before22: (21, true, 21),
        by22: (22, true, 22)
      ),
    ]
  }

  @Test("the deadlines of 2026 fall where the plan's readers expect them", arguments: Matrix.all)
  func matrix(_ matrix: Matrix) throws {
    let period = try #require(Period(text: matrix.month))
    for column in matrix.columns {
      let nominal = try #require(column.due.nominal(in: period))
      #expect(nominal == period.first.adding(days: column.day - 1))
      #expect(try Calendar2026.calendar.isWorkingDay(nominal) == column.isWorked)
      let rolled = try Calendar2026.calendar.roll(nominal, .following)
      #expect(rolled == period.first.adding(days: column.rolled - 1))
    }
  }

  @Test("the fixed dates of the plan roll as the facts say")
  func fixedDates() throws {
    let calendar = Calendar2026.calendar
    let before = try #require(Due.before(day("2026-04-30")).nominal(in: nil))
    #expect(before == day("2026-04-29"))
    #expect(try calendar.roll(before, .following) == day("2026-04-29"))
    let by = try #require(Due.by(day("2026-04-30")).nominal(in: nil))
    #expect(try calendar.roll(by, .following) == day("2026-05-04"))
    for iso in ["2026-06-30", "2026-12-31"] {
      #expect(try calendar.roll(day(iso), .following) == day(iso))
    }
  }

  struct Form: Sendable, CustomTestStringConvertible {
    let due: Due
    let period: String
    let expected: String
    var testDescription: String { "\(due) in \(period)" }
    init(_ due: Due, _ period: String, _ expected: String) {
      self.due = due
      self.period = period
      self.expected = expected
    }

    static let all: [Form] = [
      Form(.byDay(15, monthsAfter: 1), "2026-10", "2026-11-15"),
      Form(.byDay(15, monthsAfter: 1), "2026-Q4", "2027-01-15"),
      Form(.byDay(31, monthsAfter: 2), "2026-12", "2027-02-28"),
      Form(.byDay(31, monthsAfter: 0), "2026-02", "2026-02-28"),
      Form(.byDay(31, monthsAfter: 0), "2024-02", "2024-02-29"),
      Form(.byDay(31, monthsAfter: 0), "2026-11", "2026-11-30"),
      // The number becomes the month's last day first: before 31 is before the 28th.
      Form(.beforeDay(31, monthsAfter: 0), "2026-02", "2026-02-27"),
      Form(.beforeDay(31, monthsAfter: 0), "2024-02", "2024-02-28"),
      Form(.beforeDay(31, monthsAfter: 0), "2026-10", "2026-10-30"),
      Form(.beforeDay(1, monthsAfter: 0), "2026-10", "2026-09-30"),
      Form(.beforeDay(20, monthsAfter: 0), "2026-Q2", "2026-06-19"),
      Form(.beforeDay(20, monthsAfter: 0), "2026-H1", "2026-06-19"),
      Form(.beforeDay(20, monthsAfter: 0), "2026", "2026-12-19"),
      Form(.end, "2026-Q2", "2026-06-30"),
      Form(.end, "2026-W07", "2026-02-15"),
      Form(.end, "2026-02", "2026-02-28"),
      Form(.end, "2026", "2026-12-31"),
      Form(.by(day("2026-06-30")), "2026-10", "2026-06-30"),
      Form(.byDay(0, monthsAfter: 0), "2026-10", "2026-10-01"),
      Form(.byDay(.min, monthsAfter: .min), "2026-10", "0001-01-01"),
      Form(.byDay(.max, monthsAfter: .max), "2026-10", "9999-12-31"),
    ]
  }

  @Test("a day number counts in the period's last month", arguments: Form.all)
  func forms(_ form: Form) throws {
    let period = try #require(Period(text: form.period))
    #expect(form.due.nominal(in: period) == day(form.expected))
  }

  @Test("an unknown date has no day, and a periodic one none without its period")
  func noDay() {
    let periodic: [Due] = [
      .end, .byDay(15, monthsAfter: 0), .beforeDay(20, monthsAfter: 1),
    ]
    for due in periodic {
      #expect(due.isPeriodic)
      #expect(due.nominal(in: nil) == nil)
    }
    let fixed: [Due] = [.unknown, .by(.max), .before(.min)]
    for due in fixed { #expect(!due.isPeriodic) }
    #expect(Due.unknown.nominal(in: Period(text: "2026-10")) == nil)
    #expect(Due.before(.min).nominal(in: nil) == .min)
  }
}

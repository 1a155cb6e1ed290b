import CivilTime
import Diagnostics
import Tables
import Testing

@testable import Expressions

@Suite("expressions over a dataset")
struct DatasetTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let answers: [String]

    init(_ text: String, _ answers: String...) {
      self.text = text
      self.answers = answers
    }

    var testDescription: String { text }
  }

  /// Three rows: one filled, one with other values, one with nothing but errors and gaps.
  static var sheet: Sheet {
    var sheet = Sheet(rowCount: 3)
    sheet.add("so_luong", .int, [.int(2), .int(-3), .absent])
    sheet.add("ty_le", .decimal, [.decimal("0.9"), .decimal("0.8999"), .erroneous], scale: 4)
    sheet.add("phi", .decimal, [.decimal("12500.5"), .decimal("-0.1"), .absent], scale: 1)
    sheet.add("thuc", .double, [.value(.double(0.9)), .value(.double(2)), .absent])
    sheet.add("ten", .string, [.text("Hoàng Thị Hoá"), .text(""), .absent])
    sheet.add("ma", .string, [.text("ho\\d"), .text("("), .erroneous])
    sheet.add("dang_lam", .bool, [.bool(true), .bool(false), .erroneous])
    sheet.add("het_han", .date, [.date("2026-02-28"), .date("2024-12-31"), .absent])
    sheet.add(
      "gui",
      .timestamp,
      [.instant("2026-11-19T17:30:00Z"), .instant("0001-01-01T00:00:00Z"), .absent]
    )
    sheet.add("don_vi", .unit, [.value(.unit(2)), .value(.unit(0)), .erroneous])
    sheet.add("unit", .unit, [.value(.unit(2)), .value(.unit(2)), .value(.unit(2))])
    sheet.add("thang", .period(.month), [.period("2026-10"), .period("2025-12"), .absent])
    sheet.add("quy", .period(.quarter), [.period("2026-Q4"), .period("2026-Q1"), .absent])
    sheet.add("nam", .period(.year), [.period("2026"), .period("2025"), .absent])
    sheet.add("nguoi.don_vi", .unit, [.value(.unit(1)), .absent, .absent])
    sheet.constants = ["as_of": .date(CivilDate(iso: "2026-11-20") ?? .min)]
    sheet.calendar = WorkingCalendar(
      weekend: [.saturday, .sunday],
      years: [
        WorkingCalendar.Year(
          year: 2026,
          source: "test",
          holidays: [
            WorkingCalendar.Holiday(
              from: CivilDate(iso: "2026-03-02") ?? .min,
              to: CivilDate(iso: "2026-03-02") ?? .min,
              name: "test"
            )
          ],
          working: []
        )
      ]
    )
    return sheet
  }

  @Test("numbers stay exact", arguments: numberCases)
  func numbers(_ c: Case) { check(c) }

  static let numberCases: [Case] = [
    .init("ty_le >= 0.9", "true", "false", "unknown"),
    .init("ty_le < 0.9", "false", "true", "unknown"),
    .init("ty_le == 0.9", "true", "false", "unknown"),
    .init("ty_le != 0.90000", "false", "true", "unknown"),
    .init("0.9 <= ty_le", "true", "false", "unknown"),
    .init("ty_le > 0.89995", "true", "false", "unknown"),
    .init("ty_le <= 0.89985", "false", "false", "unknown"),
    .init("ty_le == 0.89995", "false", "false", "unknown"),
    .init("ty_le != 0.89995", "true", "true", "unknown"),
    .init("ty_le < 1", "true", "true", "unknown"),
    .init("ty_le >= (dang_lam ? 0.9 : 0.8)", "true", "true", "unknown"),
    .init("so_luong < 2.5", "true", "true", "unknown"),
    .init("so_luong > -3.5", "true", "true", "unknown"),
    .init("so_luong >= 2.5", "false", "false", "unknown"),
    .init("so_luong == 2.0", "true", "false", "unknown"),
    .init("so_luong < 99999999999999999999.5", "true", "true", "unknown"),
    .init("so_luong > -99999999999999999999.5", "true", "true", "unknown"),
    .init("phi * 1.5", "18750.75", "-0.15", "unknown"),
    .init("phi + so_luong", "12502.5", "-3.1", "unknown"),
    .init("-phi", "-12500.5", "0.1", "unknown"),
    .init("phi - ty_le", "12499.6", "-0.9999", "unknown"),
    .init("so_luong * 0.1", "0.2", "-0.3", "unknown"),
    .init("thuc == 0.9", "true", "false", "unknown"),
    .init("ty_le == thuc", "false", "false", "unknown"),
    .init("thuc > ty_le", "true", "true", "unknown"),
    .init("so_luong == thuc", "false", "false", "unknown"),
    .init("thuc in [0.9, 2.0]", "true", "true", "unknown"),
    .init("so_luong in [1, 2]", "true", "false", "unknown"),
    .init("so_luong in [2.0, -3.0]", "true", "true", "unknown"),
    .init("ty_le in [0.9, 1]", "true", "false", "unknown"),
    .init("so_luong in [so_luong]", "true", "true", "unknown"),
    .init("so_luong in [2, ty_le]", "true", "false", "unknown"),
    .init("thuc in [2, 3]", "false", "true", "unknown"),
    .init("ratio(so_luong, 3) >= 0.6", "true", "false", "unknown"),
    .init("ratio(1, 3) < 0.3333333333333334", "true", "true", "true"),
    .init("ratio(1, 3) > 0.3333333333333333", "true", "true", "true"),
    .init("ratio(so_luong, so_luong) == 1", "true", "true", "unknown"),
    .init("ratio(phi, -2) == ratio(phi * 2, -4)", "true", "true", "unknown"),
    .init("ratio(1, so_luong + 3)", "1/5", "error", "unknown"),
    .init("ratio(2, 4) == ratio(1, 2)", "true", "true", "true"),
    .init("ratio(2, 4) == thuc", "false", "false", "unknown"),
    .init("ratio(thuc, 0.5) == 1.8", "true", "false", "unknown"),
    .init("ratio(ty_le, 0.001)", "900/1", "8999/10", "unknown"),
    .init("int(phi)", "12500", "0", "unknown"), .init("double(ty_le)", "0.9", "0.8999", "unknown"),
    .init("string(phi)", "12500.5", "-0.1", "unknown"),
    .init("string(ty_le * 1.00)", "0.9", "0.8999", "unknown"),
    .init("so_luong + 9223372036854775806", "error", "9223372036854775803", "unknown"),
    .init("so_luong % 2", "0", "-1", "unknown"),
    .init("10 % (so_luong - 2)", "error", "0", "unknown"),
    .init("[so_luong, 1] == [2, 1]", "true", "false", "unknown"),
    .init("size([so_luong])", "1", "1", "unknown"),
    .init("[ty_le, phi] == [0.9, 12500.5]", "true", "false", "unknown"),
    .init("1 + 1.5", "2.5", "2.5", "2.5"),
    .init("dang_lam ? so_luong : 0.5", "2", "0.5", "unknown"),
    .init("dang_lam ? 1 % (so_luong - 2) : 5", "error", "5", "unknown"),
    .init("2 in (dang_lam ? [so_luong, 5] : [2])", "true", "true", "unknown"),
    .init("([so_luong] + [5, 6]) == [2, 5, 6]", "true", "false", "unknown"),
    .init("phi * 9999999999999999999999999999.9 * 9999999999999999.9", "error", "error", "unknown"),
    .init("phi + 1e3", "pack", "pack", "pack"), .init("thuc + phi", "pack", "pack", "pack"),
    .init("thuc + so_luong", "pack", "pack", "pack"), .init("phi % 2", "pack", "pack", "pack"),
    .init("ratio(1, 2) + 1", "pack", "pack", "pack"),
    .init("ratio(thuc, so_luong)", "pack", "pack", "pack"),
    .init("1 % 0 == 0", "pack", "pack", "pack"), .init("int('x') == 1", "pack", "pack", "pack"),
  ]

  @Test("texts, folding and patterns", arguments: textCases)
  func texts(_ c: Case) { check(c) }

  static let textCases: [Case] = [
    .init("ten == 'Hoàng Thị Hoá'", "true", "false", "unknown"),
    .init("ten == 'Hoa\u{300}ng Thi\u{323} Hoa\u{301}'", "true", "false", "unknown"),
    .init("fold(ten) == fold('HOÀNG  THỊ HÓA ')", "true", "false", "unknown"),
    .init("ten.fold() == ''", "false", "true", "unknown"),
    .init("size(ten)", "13", "0", "unknown"),
    .init("ten.contains('Thị')", "true", "false", "unknown"),
    .init("ten.startsWith('Hoàng')", "true", "false", "unknown"),
    .init("ten.endsWith('á')", "true", "false", "unknown"),
    .init("ten.contains(ten)", "true", "true", "unknown"),
    .init("'Hoàng Thị Hoá!'.startsWith(ten)", "true", "true", "unknown"),
    .init("ten.matches('^H.*á$')", "true", "false", "unknown"),
    .init("'ho1'.matches(ma)", "true", "error", "unknown"),
    .init("ten + '.' + ma", "Hoàng Thị Hoá.ho\\d", ".(", "unknown"),
    .init("ten < ma", "true", "true", "unknown"),
    .init("ten in ['', 'x']", "false", "true", "unknown"),
    .init("ten in ['x', ten]", "true", "true", "unknown"),
    .init("has(ten) && ten != ''", "true", "false", "false"),
    .init("int(ten)", "error", "error", "unknown"),
    .init("dang_lam ? ten : ma", "Hoàng Thị Hoá", "(", "unknown"),
    .init("ten == 1", "pack", "pack", "pack"),
    .init("ten.matches('[')", "pack", "pack", "pack"),
    .init("string(dang_lam)", "true", "false", "unknown"),
  ]

  @Test("dates, periods and working days", arguments: dateCases)
  func dates(_ c: Case) { check(c) }

  static let dateCases: [Case] = [
    .init("has(het_han) && het_han >= as_of", "false", "false", "false"),
    .init("het_han < date('2026-03-01')", "true", "true", "unknown"),
    .init("het_han == date('2026-02-28')", "true", "false", "unknown"),
    .init("year(het_han)", "2026", "2024", "unknown"),
    .init("het_han.quarter()", "1", "4", "unknown"),
    .init("month(het_han) * 100 + day(het_han)", "228", "1231", "unknown"),
    .init("addDays(het_han, 1)", "2026-03-01", "2025-01-01", "unknown"),
    .init("addMonths(het_han, -12)", "2025-02-28", "2023-12-31", "unknown"),
    .init("addMonths(het_han, 2)", "2026-04-28", "2025-02-28", "unknown"),
    .init("addDays(het_han, 9223372036854775807)", "error", "error", "unknown"),
    .init("addMonths(het_han, -9223372036854775808)", "error", "error", "unknown"),
    .init("addMonths(het_han, 120000)", "error", "error", "unknown"),
    .init("het_han - date('2026-02-27')", "1", "-423", "unknown"),
    .init("as_of - het_han > 30", "true", "true", "unknown"),
    .init("workdays(het_han, date('2026-03-03'))", "1", "error", "unknown"),
    .init("workdays(date('2026-03-03'), het_han)", "-1", "error", "unknown"),
    .init("date(gui)", "2026-11-20", "0001-01-01", "unknown"),
    .init("date(gui) == as_of", "true", "false", "unknown"),
    .init("day(gui)", "20", "1", "unknown"),
    .init("gui < timestamp('2026-11-20T00:30:00+07:00')", "false", "true", "unknown"),
    .init("gui == timestamp('2026-11-20T00:30:00+07:00')", "true", "false", "unknown"),
    .init("gui - duration('1s')", "2026-11-19T17:29:59Z", "error", "unknown"),
    .init("string(het_han)", "2026-02-28", "2024-12-31", "unknown"),
    .init("date(ten)", "error", "error", "unknown"),
    .init("thang == '2026-10'", "true", "false", "unknown"),
    .init("thang < '2026-01'", "false", "true", "unknown"),
    .init("thang in ['2025-12', '2026-10']", "true", "true", "unknown"),
    .init("quy >= '2026-Q2'", "true", "false", "unknown"),
    .init("nam == 2026", "true", "false", "unknown"),
    .init("nam == '2025'", "false", "true", "unknown"),
    .init("2026 <= nam", "true", "false", "unknown"),
    .init("year(thang) == 2026 && month(thang) == 10", "true", "false", "unknown"),
    .init("quarter(thang)", "4", "4", "unknown"),
    .init("quarter(quy)", "4", "1", "unknown"), .init("year(nam)", "2026", "2025", "unknown"),
    .init("string(quy)", "2026-Q4", "2026-Q1", "unknown"),
    .init("month(quy)", "pack", "pack", "pack"), .init("day(thang)", "pack", "pack", "pack"),
    .init("thang == '2026-Q1'", "pack", "pack", "pack"),
    .init("thang == '2026-13'", "pack", "pack", "pack"),
    .init("nam == 10000", "pack", "pack", "pack"),
    .init("thang == quy", "pack", "pack", "pack"),
    .init("het_han == '2026-02-28'", "pack", "pack", "pack"),
    .init("gui <= as_of", "pack", "pack", "pack"), .init("het_han + 1", "pack", "pack", "pack"),
    .init("date('2026-02-29') == as_of", "pack", "pack", "pack"),
    .init("workdays(gui, as_of)", "pack", "pack", "pack"),
    .init("dang_lam ? het_han : as_of", "2026-02-28", "2026-11-20", "unknown"),
  ]

  @Test("units, references and has", arguments: unitCases)
  func units(_ c: Case) { check(c) }

  static let unitCases: [Case] = [
    .init("don_vi == 'vhxh'", "true", "false", "unknown"),
    .init("'vp' != don_vi", "true", "false", "unknown"),
    .init("don_vi in ['vp', 'kt']", "false", "true", "unknown"),
    .init("don_vi == unit", "true", "false", "unknown"),
    .init("string(don_vi)", "vhxh", "vp", "unknown"),
    .init("nguoi.don_vi == 'kt'", "true", "unknown", "unknown"),
    .init("has(nguoi.don_vi)", "true", "false", "false"),
    .init("has(ten)", "true", "true", "false"), .init("has(ma)", "true", "true", "unknown"),
    .init("has(as_of)", "true", "true", "true"),
    .init("!has(dang_lam)", "false", "false", "unknown"),
    .init("dang_lam", "true", "false", "unknown"),
    .init("dang_lam == true", "true", "false", "unknown"),
    .init("dang_lam && has(ma)", "true", "false", "unknown"),
    .init("dang_lam || true", "true", "true", "true"),
    .init("dang_lam < true", "false", "true", "unknown"),
    .init("don_vi == (dang_lam ? 'vhxh' : 'vp')", "true", "true", "unknown"),
    .init("don_vi == 'vhx'", "pack", "pack", "pack"),
    .init("don_vi < 'vp'", "pack", "pack", "pack"), .init("don_vi == ten", "pack", "pack", "pack"),
    .init("nguoi.ten == ''", "pack", "pack", "pack"), .init("ten.x == ''", "pack", "pack", "pack"),
    .init("has(1 + 1)", "pack", "pack", "pack"),
    .init("has(nope)", "pack", "pack", "pack"),
    .init("don_vi in ['vp', 'kx']", "pack", "pack", "pack"),
  ]

  private func check(_ c: Case) {
    #expect(Self.sheet.answers(c.text) == c.answers)
  }

  @Test("a column nobody read, or of another layout, is unknown, and so is has")
  func missingColumns() throws {
    let expression = try #require(Self.sheet.compile("so_luong == 2 || has(so_luong)"))
    let none = expression.truth(over: Inputs(rowCount: 2, columns: []))
    #expect(none.isUnknown.setCount == 2)
    let texts = Column.absent(.text(TextColumn(["2", "2"])), rowCount: 2)
    let other = expression.truth(over: Inputs(rowCount: 2, columns: [texts]))
    #expect(other.isUnknown.setCount == 2)
  }

  @Test("no rows give no answers")
  func empty() throws {
    let expression = try #require(Self.sheet.compile("so_luong == 2 && ten in ['a', ten]"))
    let truth = expression.truth(over: Inputs(rowCount: 0, columns: []))
    #expect(truth.isTrue.count == 0 && truth.isError.count == 0)
  }

  @Test("the slots of every column that is read or asked about are named")
  func slots() throws {
    let expression = try #require(
      Self.sheet.compile("has(ten) ? so_luong > 1 : nguoi.don_vi == unit")
    )
    #expect(expression.slots == [0, 4, 10, 14])
  }

  @Test("a condition must be bool, and an int will do for a decimal")
  func expecting() {
    #expect(Self.sheet.compile("so_luong", expecting: .bool) == nil)
    #expect(Self.sheet.compile("so_luong", expecting: .decimal)?.type == .decimal)
    #expect(Self.sheet.compile("1.5", expecting: .decimal)?.type == .decimal)
    #expect(Self.sheet.compile("dang_lam", expecting: .bool)?.type == .bool)
  }

  @Test("values come back as a column, errors as erroneous cells")
  func column() throws {
    let sheet = Self.sheet
    let expression = try #require(sheet.compile("10 % (so_luong - 2)"))
    let result = expression.column(over: Inputs(rowCount: 3, columns: sheet.columns))
    let column = try #require(result.column)
    #expect(column.present.setRows == [1] && column.erroneous.setRows == [0])
    #expect(result.fault == .divisionByZero)
  }
}

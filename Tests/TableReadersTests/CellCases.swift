import CivilTime
import TableReaders
import Tables
import Testing

/// A cell's text in a column of a type, and what is read: a value, "·" absent, or a fault's code.
struct CellCase: CustomTestStringConvertible {
  let type: ColumnType
  let raw: String
  let expected: String
  let style: TableSchema.NumberStyle

  var testDescription: String { "\(type) '\(raw)' \(style) → \(expected)" }

  /// Cases of one type with a text and what it is read as.
  private static func cases(
    _ type: ColumnType,
    _ style: TableSchema.NumberStyle,
    _ texts: [(raw: String, expected: String)]
  ) -> [CellCase] {
    texts.map { CellCase(type: type, raw: $0.raw, expected: $0.expected, style: style) }
  }

  private static func cases(
    _ type: ColumnType,
    _ texts: [(raw: String, expected: String)]
  ) -> [CellCase] {
    cases(type, .vi, texts)
  }

  /// Cases of one type that are all read as the same.
  private static func cases(_ type: ColumnType, _ expected: String, _ texts: [String]) -> [CellCase]
  {
    texts.map { CellCase(type: type, raw: $0, expected: expected, style: .vi) }
  }

  static let all: [CellCase] =
    dates + datetimes + integers + decimals + percentages + booleans + periods
    + texts + units

  static let dates: [CellCase] =
    cases(
      .date,
      [
        ("05/09/2026", "2026-09-05"), ("5/9/2026", "2026-09-05"), ("05/9/2026", "2026-09-05"),
        ("2026-09-05", "2026-09-05"), ("03/04/2026", "2026-04-03"),
        (" 05/09/2026\u{A0}", "2026-09-05"), ("\u{200B}5/9/2026\u{FEFF}", "2026-09-05"),
        ("\u{202A}05/09/2026\u{202C}", "2026-09-05"), ("", "·"), ("  \u{A0}\t", "·"),
        ("29/02/2024", "2024-02-29"), ("29/02/2000", "2000-02-29"), ("31/12/2099", "2099-12-31"),
        ("01/03/2100", "2100-03-01"), ("01/01/1900", "1900-01-01"), ("01/01/0001", "0001-01-01"),
        ("9999-12-31", "9999-12-31"),
      ]
    )
    + cases(
      .date,
      "bad-date",
      [
        "12/25/2026", "31/02/2026", "29/02/2026", "29/02/2100", "31/04/2026", "00/09/2026",
        "05/00/2026", "05/13/2026", "05/09/0000", "5/9/26", "05-09-2026", "2026/09/05", "2026-9-5",
        "05.09.2026", "05/09/2026 00:00", "005/9/2026", "05/09-2026", "05//2026", "//", "/",
        "46270", "5 /9/2026", "Theo CV", "٠٥/٠٩/٢٠٢٦", "+5/09/2026", "05:09:2026", "0a/09/2026",
        "05/09/20260", "2026-02-30", "2026-00-10", "2026-13-01", "20260905", "ngày 5/9/2026",
      ]
    )

  static let datetimes: [CellCase] =
    cases(
      .datetime,
      [
        ("01/01/1970 07:00", "0s"), ("1970-01-01T07:00:01", "1s"),
        ("1/1/1970 00:00:00", "-25200s"), ("05/09/2026 14:30", "1788593400s"),
        ("2026-09-05 14:30:59", "1788593459s"), ("", "·"),
      ]
    )
    + cases(
      .datetime,
      "bad-datetime",
      [
        "05/09/2026", "05/09/2026 24:00", "05/09/2026 9:05", "05/09/2026 14:60",
        "05/09/2026 14:30:60", "05/09/2026  14:30", "31/02/2026 14:30", "2026-09-05T14:30Z",
        "14:30 05/09/2026", "T", "05/09/2026 14h30", "05/09/2026 14:30:5",
      ]
    )

  static let integers: [CellCase] =
    cases(
      .integer,
      [
        ("0", "0"), ("7", "7"), ("0012", "12"), ("1234", "1234"), ("1.234", "1234"),
        ("12.345.678", "12345678"), ("-5", "-5"), ("\u{2212}1.000", "-1000"), ("+5", "5"),
        (" 42 ", "42"), ("999999999999999999", "999999999999999999"),
        ("9223372036854775807", "9223372036854775807"),
        ("-9223372036854775808", "-9223372036854775808"), ("0000000000000000000000000007", "7"),
        ("9223372036854775808", "number-out-of-range"), ("", "·"),
        ("999999999999999999999", "number-out-of-range"),
      ]
    )
    + cases(
      .integer,
      "bad-number",
      [
        "1.5", "12.34", "1.2345", "1234.567", "1.234.56", ".123", "0.123", "1..234", "1.", "12,0",
        "1 234", "- 5", "--5", "5-", "-", "+", "(5)", "1e3", "0x10", "５", "năm", "1,234",
      ]
    )
    + cases(.integer, .en, [("1,234", "1234"), ("1.234", "bad-number"), ("0,123", "bad-number")])

  static let decimals: [CellCase] =
    cases(
      .decimal,
      [
        ("0", "0"), ("12", "12"), ("1.234", "1234"), ("1.234,5", "1234.5"), ("1234,50", "1234.50"),
        ("0,985", "0.985"), ("-0,5", "-0.5"), ("\u{2212}12,25", "-12.25"), ("+1,5", "1.5"),
        ("123.456.789,01", "123456789.01"), ("", "·"), ("-0", "0"), ("00,5", "0.5"),
        ("0,123456789012345678", "0.123456789012345678"),
        ("0,1234567890123456789", "number-out-of-range"),
        ("12345678901234567890", "12345678901234567890"),
        ("123456789012345678901", "number-out-of-range"),
        (
          "-99999999999999999999,999999999999999999",
          "-99999999999999999999.999999999999999999"
        ),
      ]
    )
    + cases(
      .decimal,
      "bad-number",
      [
        "12.5", "1.23", "1.234.5", "1234.567", "0.985", "012.345", "1,5,5", "1,234.5", "1,", ",5",
        ",", ".", "1,5.000", "1 234,5", "12 345", "1,5 đ", "2,5E+11", "98%", "1.2345,5", "1.23,5",
        "NaN", "1,-5", "\u{2212}", "1\u{2212}",
      ]
    )
    + cases(
      .decimal,
      .en,
      [
        ("1,234.5", "1234.5"), ("12.5", "12.5"), ("0.985", "0.985"), ("1.23", "1.23"),
        ("1,5", "bad-number"), ("1.234,5", "bad-number"), ("0,123", "bad-number"),
      ]
    )

  static let percentages: [CellCase] =
    cases(
      .percent,
      [
        ("98%", "0.98"), ("98,5 %", "0.985"), ("98,50\u{A0}%", "0.9850"), ("100%", "1.00"),
        ("0%", "0.00"), ("-2,5%", "-0.025"), ("1.250%", "12.50"), ("", "·"),
        ("98.5%", "bad-number"), ("98%%", "bad-number"),
        ("0,12345678901234567%", "number-out-of-range"),
      ]
    )
    + cases(.percent, "bad-percent", ["98", "98,5", "0,985", "1", "%", "%98", "98 phần"])
    + cases(.percent, .en, [("98.5%", "0.985"), ("98,5%", "bad-number")])

  static let booleans: [CellCase] =
    cases(
      .boolean,
      "yes",
      ["có", "CÓ", "Co\u{301}", "x", "X", "1", "true", "TRUE", "Đạt", " đạt "]
    )
    + cases(
      .boolean,
      "no",
      [
        "không", "Không", "kho\u{302}ng", "0", "False", "Chưa đạt", "chưa  đạt",
        "CHƯA\u{A0}ĐẠT",
      ]
    )
    + cases(.boolean, "bad-boolean", ["co", "2", "01", "xx", "đúng", "?", "-1"])
    + cases(.boolean, [("", "·"), (" ", "·")])

  static let periods: [CellCase] =
    cases(
      .period(.month),
      "\(2026 * 12 + 9)",
      [
        "2026-10", "10/2026", "Tháng 10/2026", "THÁNG  10/2026", "Tha\u{301}ng 10/2026",
      ]
    ) + cases(.period(.month), [("1/2026", "\(2026 * 12)"), ("", "·")])
    + cases(
      .period(.month),
      "bad-period",
      [
        "13/2026", "0/2026", "2026-13", "2026-1", "10-2026", "2026-Q1", "10/26", "01/10/2026",
        "2026", "Tháng 10", "Tháng/2026", "/2026", "10/", "tháng mười/2026",
      ]
    )
    + cases(
      .period(.quarter),
      "\(2026 * 4 + 1)",
      [
        "2026-Q2", "2026-q2", "Q2/2026", "Quý II/2026", "quý ii/2026", "Quy\u{301} 2/2026",
        "Qúy II/2026",
      ]
    ) + cases(.period(.quarter), [("quý IV/2026", "\(2026 * 4 + 3)")])
    + cases(
      .period(.quarter),
      "bad-period",
      ["Q5/2026", "Quý V/2026", "2/2026", "2026-10", "2026-Q0", "Q/2026"]
    )
    + cases(
      .period(.year),
      [
        ("2026", "2026"), ("Năm 2026", "2026"), ("26", "bad-period"), ("2026-01", "bad-period"),
        ("0000", "bad-period"), ("20260", "bad-period"),
      ]
    )
    + cases(.period(.halfYear), [("2026-H1", "4052"), ("2026-H3", "bad-period")])
    + cases(.period(.week), [("2026-W54", "bad-period"), ("2026-10", "bad-period")])

  static let texts: [CellCase] =
    cases(
      .text,
      [
        ("abc", "abc"), (" a b ", "a b"), ("0012", "0012"), ("à", "à"), ("ữ", "ữ"),
        ("\u{A0}\u{200B}x\u{3000}\u{2009}", "x"), ("Tre\u{302}\u{323}", "Trệ"),
        ("\u{1680}a\u{1680}", "a"), ("–", "–"), ("😀", "😀"), ("nói \"có\"", "nói \"có\""),
        ("\"", "\""), ("\"\"", "\"\""), ("a,b;c\td", "a,b;c\td"),
        ("dòng 1\ndòng 2", "dòng 1\ndòng 2"), ("\n x \r\n", "x"), ("", "·"), ("\u{FEFF}", "·"),
        // NFC takes this letter apart, and makes it longer.
        ("\u{0958}x", "\u{0915}\u{093C}x"),
        ("chữ ký số cá nhân của lãnh đạo", "chữ ký số cá nhân của lãnh đạo"),
      ]
    ) + cases(.reference(dataset: "can_bo"), [(" CB-01 ", "CB-01"), ("", "·")])

  static let units: [CellCase] =
    cases(.unit, [("VHXH", "#0"), ("vhxh", "#0"), ("", "·")])
    + cases(
      .unit,
      "#1",
      [
        "Phòng Văn hoá – Xã hội", "phòng văn hóa - xã hội",
        "Phòng  Văn hóa\u{A0}—\u{A0}Xã hội ", "Phòng Văn hoa\u{301} – Xã hội",
      ]
    )
    + cases(.unit, "unknown-unit", ["Phòng Văn hoá", "VHX", "?"])
}

public import Diagnostics

/// What a function or an operator of expressions does, for the reference.
public struct FunctionDescription: Sendable, Hashable {
  /// How it is written, with the types of its arguments and of its result.
  public let signature: String
  /// What it means.
  public let meaning: Phrase
  /// An expression that uses it.
  public let example: String
  /// What the example comes to, as `check expr` prints it; nil if it needs data or a calendar.
  public let result: String?

  /// Every function, in the order of their table; `has` stands first.
  public static let functions: [FunctionDescription] =
    [has] + Function.allCases.map(\.description)

  /// Every operator.
  public static let operators: [FunctionDescription] =
    BinaryOperator.allCases.filter { $0 != .over }.map(\.description) + logical

  private static let has = FunctionDescription(
    "has(cột) → bool",
    Phrase(
      vi: "ô có ghi; ô trống là false, ô sai là chưa rõ",
      en: "the cell is filled; empty is false, an erroneous one is unknown"
    ),
    "has(ngay_gui)"
  )

  private static let logical = [
    FunctionDescription(
      "&&",
      Phrase(vi: "và; false thắng chưa rõ", en: "and; false wins over unknown"),
      "1 < 2 && 2 < 3",
      "true"
    ),
    FunctionDescription(
      "||",
      Phrase(vi: "hoặc; true thắng chưa rõ", en: "or; true wins over unknown"),
      "1 > 2 || 2 < 3",
      "true"
    ),
    FunctionDescription("!", Phrase(vi: "không", en: "not"), "!(1 > 2)", "true"),
    FunctionDescription(
      "? :",
      Phrase(vi: "nếu … thì … nếu không thì …", en: "if … then … else …"),
      "1 < 2 ? \"có\" : \"không\"",
      "\"có\""
    ),
  ]

  fileprivate init(
    _ signature: String,
    _ meaning: Phrase,
    _ example: String,
    _ result: String? = nil
  ) {
    self.signature = signature
    self.meaning = meaning
    self.example = example
    self.result = result
  }
}

extension Function {
  /// What the function does.
  fileprivate var description: FunctionDescription {
    switch self {
    case .size, .contains, .startsWith, .endsWith, .matches, .fold: aboutText
    case .int, .double, .string, .timestamp, .duration, .date, .ratio: aboutValues
    case .year, .quarter, .month, .day, .addDays, .addMonths, .workdays: aboutDates
    }
  }

  private var aboutText: FunctionDescription {
    switch self {
    case .size:
      FunctionDescription(
        "size(string) → int · size(list) → int",
        Phrase(vi: "số chữ, số phần tử", en: "how many characters or elements"),
        "size(\"Thiện Tân\")",
        "9"
      )
    case .contains:
      FunctionDescription(
        "s.contains(string) → bool",
        Phrase(vi: "có chứa", en: "holds this text"),
        "\"báo cáo tháng\".contains(\"tháng\")",
        "true"
      )
    case .startsWith:
      FunctionDescription(
        "s.startsWith(string) → bool",
        Phrase(vi: "bắt đầu bằng", en: "begins with"),
        "\"BC-26-001\".startsWith(\"BC\")",
        "true"
      )
    case .endsWith:
      FunctionDescription(
        "s.endsWith(string) → bool",
        Phrase(vi: "kết thúc bằng", en: "ends with"),
        "\"145/UBND\".endsWith(\"UBND\")",
        "true"
      )
    case .matches:
      FunctionDescription(
        "s.matches(string) → bool",
        Phrase(
          vi: "có chỗ khớp biểu thức chính quy RE2",
          en: "some part matches the RE2 expression"
        ),
        "\"145/UBND\".matches(\"^[0-9]+/\")",
        "true"
      )
    default:
      FunctionDescription(
        "fold(string) → string",
        Phrase(
          vi: "bỏ khác biệt hoa/thường, khoảng trắng, gạch nối, vị trí dấu thanh",
          en: "evens out case, white space, dashes and tone marks"
        ),
        "fold(\"Văn Hoá\") == fold(\"VĂN HÓA\")",
        "true"
      )
    }
  }

  private var aboutValues: FunctionDescription {
    switch self {
    case .int:
      FunctionDescription(
        "int(int, double, decimal, string, timestamp) → int",
        Phrase(vi: "đổi thành số nguyên, bỏ phần lẻ", en: "as a whole number, fraction dropped"),
        "int(\"12\")",
        "12"
      )
    case .double:
      FunctionDescription(
        "double(int, double, decimal, string) → double",
        Phrase(vi: "đổi thành số thực dấu chấm động", en: "as a floating-point number"),
        "double(\"1.5\")",
        "1.5"
      )
    case .string:
      FunctionDescription(
        "string(…) → string",
        Phrase(vi: "đổi thành chữ", en: "as text"),
        "string(12)",
        "\"12\""
      )
    case .timestamp:
      FunctionDescription(
        "timestamp(string) → timestamp",
        Phrase(vi: "thời điểm viết theo RFC 3339", en: "an RFC 3339 instant"),
        "timestamp(\"2026-04-30T08:00:00Z\") < timestamp(\"2026-04-30T09:00:00Z\")",
        "true"
      )
    case .duration:
      FunctionDescription(
        "duration(string) → duration",
        Phrase(vi: "khoảng thời gian: 90m, 2h, 1.5s", en: "a span: 90m, 2h, 1.5s"),
        "duration(\"90m\") == duration(\"1.5h\")",
        "true"
      )
    case .date:
      FunctionDescription(
        "date(string) → date · date(timestamp) → date",
        Phrase(vi: "ngày", en: "a date"),
        "date(\"2026-04-30\") < date(\"2026-05-01\")",
        "true"
      )
    default:
      FunctionDescription(
        "ratio(a, b) → ratio",
        Phrase(
          vi: "tỷ số a/b, so sánh được chính xác; không có phép /",
          en: "a/b, compared exactly; there is no /"
        ),
        "ratio(7, 8) >= 0.875",
        "true"
      )
    }
  }

  private var aboutDates: FunctionDescription {
    switch self {
    case .year:
      FunctionDescription(
        "year(date, timestamp, month, quarter, year) → int",
        Phrase(vi: "năm", en: "the year"),
        "year(date(\"2026-04-30\"))",
        "2026"
      )
    case .quarter:
      FunctionDescription(
        "quarter(date, timestamp, month, quarter) → int",
        Phrase(vi: "quý, từ 1 đến 4", en: "the quarter, 1 to 4"),
        "quarter(date(\"2026-04-30\"))",
        "2"
      )
    case .month:
      FunctionDescription(
        "month(date, timestamp, month) → int",
        Phrase(vi: "tháng, từ 1 đến 12", en: "the month, 1 to 12"),
        "month(date(\"2026-04-30\"))",
        "4"
      )
    case .day:
      FunctionDescription(
        "day(date, timestamp) → int",
        Phrase(vi: "ngày trong tháng, từ 1", en: "the day of the month, from 1"),
        "day(date(\"2026-04-30\"))",
        "30"
      )
    case .addDays:
      FunctionDescription(
        "addDays(date, int) → date",
        Phrase(vi: "cộng ngày", en: "days later"),
        "addDays(date(\"2026-04-30\"), 1) == date(\"2026-05-01\")",
        "true"
      )
    case .addMonths:
      FunctionDescription(
        "addMonths(date, int) → date",
        Phrase(
          vi: "cộng tháng; quá cuối tháng thì lấy ngày cuối tháng",
          en: "months later; past the month's end is its last day"
        ),
        "addMonths(date(\"2026-01-31\"), 1) == date(\"2026-02-28\")",
        "true"
      )
    default:
      FunctionDescription(
        "workdays(a, b) → int",
        Phrase(
          vi: "số ngày làm việc sau a đến hết b, theo lịch",
          en: "working days after a up to b, by the calendar"
        ),
        "workdays(ngay_nhan, ngay_tra) <= 10"
      )
    }
  }
}

extension BinaryOperator {
  fileprivate var description: FunctionDescription {
    switch self {
    case .less:
      FunctionDescription(
        rawValue,
        Phrase(vi: "nhỏ hơn, trước", en: "less, before"),
        "1 < 2",
        "true"
      )
    case .lessOrEqual:
      FunctionDescription(rawValue, Phrase(vi: "không quá", en: "at most"), "2 <= 2", "true")
    case .greater:
      FunctionDescription(
        rawValue,
        Phrase(vi: "lớn hơn, sau", en: "greater, after"),
        "2 > 1",
        "true"
      )
    case .greaterOrEqual:
      FunctionDescription(rawValue, Phrase(vi: "ít nhất", en: "at least"), "2 >= 2", "true")
    case .equal:
      FunctionDescription(rawValue, Phrase(vi: "bằng", en: "equal"), "\"Đạt\" == \"Đạt\"", "true")
    case .notEqual:
      FunctionDescription(rawValue, Phrase(vi: "khác", en: "different"), "1 != 2", "true")
    case .isIn:
      FunctionDescription(
        rawValue,
        Phrase(vi: "có trong danh sách", en: "in the list"),
        "\"kt\" in [\"vp\", \"kt\"]",
        "true"
      )
    case .plus:
      FunctionDescription(
        rawValue,
        Phrase(vi: "cộng, nối chữ", en: "sum, texts joined"),
        "1 + 2",
        "3"
      )
    case .minus:
      FunctionDescription(
        rawValue,
        Phrase(vi: "trừ; hai ngày cách nhau mấy ngày", en: "difference; days between two dates"),
        "date(\"2026-05-01\") - date(\"2026-04-30\")",
        "1"
      )
    case .times: FunctionDescription(rawValue, Phrase(vi: "nhân", en: "product"), "3 * 4", "12")
    case .over:
      FunctionDescription(
        rawValue,
        Phrase(vi: "không có; dùng ratio", en: "not in; use ratio"),
        "ratio(1, 2) < 1"
      )
    case .modulo: FunctionDescription(rawValue, Phrase(vi: "số dư", en: "remainder"), "7 % 4", "3")
    }
  }
}

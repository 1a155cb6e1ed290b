internal import Diagnostics

// What is wrong with a name, and what is refused by name.

extension Complaint {
  static func unknownIdentifier(_ name: String, among names: [String]) -> Complaint {
    Complaint(
      .unknownIdentifier,
      vi: "không có cột hay giá trị tên '\(name)'",
      en: "there is no column or value named '\(name)'",
      help: Suggestion.help(for: name, among: names)
    )
  }

  static func unknownFunction(_ name: String, among names: [String]) -> Complaint {
    Complaint(
      .unknownFunction,
      vi: "không có hàm tên '\(name)'",
      en: "there is no function named '\(name)'",
      help: Suggestion.help(for: name, among: names)
    )
  }

  static func unknownUnit(_ id: String, among ids: [String]) -> Complaint {
    Complaint(
      .unknownName,
      vi: "không có đơn vị nào mã '\(id)'",
      en: "there is no unit with the id '\(id)'",
      help: Suggestion.help(for: id, among: ids)
    )
  }

  static func unknownValue(
    _ text: String,
    of column: String,
    among values: [String]
  ) -> Complaint {
    Complaint(
      .unknownName,
      vi: "cột '\(column)' không có giá trị '\(text)' trong danh sách 'values'",
      en: "column '\(column)' has no value '\(text)' among its 'values'",
      help: Suggestion.help(for: text, among: values)
        ?? Phrase(
          vi: "các giá trị: \(values.joined(separator: ", "))",
          en: "the values: \(values.joined(separator: ", "))"
        )
    )
  }

  static func notAPeriod(_ text: String, kind: String) -> Complaint {
    let samples = [
      "week": "2026-W07", "month": "2026-10", "quarter": "2026-Q2", "half_year": "2026-H1",
      "year": "2026",
    ]
    let sample = samples[kind] ?? "2026"
    return Complaint(
      type: "'\(text)' không phải là kỳ loại '\(kind)'",
      "'\(text)' is no period of the kind '\(kind)'",
      help: Phrase(vi: "viết như \"\(sample)\"", en: "write it like \"\(sample)\"")
    )
  }

  static func noFields(_ name: String) -> Complaint {
    Complaint(
      refused: "'\(name)' không phải là cột tham chiếu nên không có trường",
      "'\(name)' is no reference column and has no fields"
    )
  }

  static let fieldOfValue = Complaint(
    refused: "chỉ cột tham chiếu mới có trường",
    "only reference columns have fields"
  )
}

extension Complaint {
  static func refused(_ form: UnsupportedForm) -> Complaint {
    switch form {
    case .null:
      Complaint(
        refused: "không có 'null'",
        "there is no 'null'",
        help: Phrase(
          vi: "dùng has(cột) để hỏi ô có giá trị hay không",
          en: "ask with has(column) whether a cell is filled"
        )
      )
    case .unsignedInt:
      Complaint(
        refused: "không có số nguyên không dấu (u)",
        "there are no unsigned ints (u)",
        help: Phrase(vi: "bỏ chữ u", en: "leave the u out")
      )
    case .bytes:
      Complaint(refused: "không có kiểu bytes", "there are no bytes")
    case .index:
      Complaint(refused: "không có phép lấy phần tử [ ]", "there is no indexing with [ ]")
    case .map:
      Complaint(refused: "không có kiểu map", "there are no maps")
    case .message:
      Complaint(refused: "không có kiểu message", "there are no messages")
    }
  }

  static let division = Complaint(
    refused: "không có phép chia '/'",
    "there is no division '/'",
    help: Phrase(
      vi: "dùng ratio(a, b) rồi so sánh: thương giữ chính xác, không làm tròn",
      en: "use ratio(a, b) and compare: the quotient stays exact"
    )
  )

  static func refusedFunction(_ name: String) -> Complaint? {
    switch name {
    case "all", "exists", "exists_one", "existsOne", "map", "filter":
      Complaint(
        refused: "không có macro '\(name)'",
        "there are no macros over rows or lists such as '\(name)'"
      )
    case "dyn", "type":
      Complaint(
        refused: "không có '\(name)': kiểu phải biết trước khi đọc dữ liệu",
        "there is no '\(name)': types are known before any data are read"
      )
    case "bytes", "uint":
      Complaint(refused: "không có kiểu '\(name)'", "there is no type '\(name)'")
    case "bool":
      Complaint(
        refused: "không có phép đổi sang bool",
        "there is no conversion to bool",
        help: Phrase(vi: "so sánh, ví dụ x == \"true\"", en: "compare, such as x == \"true\"")
      )
    case "getFullYear", "getMonth", "getDate", "getDayOfMonth", "getDayOfWeek", "getDayOfYear",
      "getHours", "getMinutes", "getSeconds", "getMilliseconds":
      Complaint(
        refused: "không có '\(name)': các hàm này đếm từ 0 và theo UTC",
        "there is no '\(name)': these functions count from 0 and in UTC",
        help: Phrase(
          vi: "dùng year(), quarter(), month(), day(), đếm từ 1",
          en: "use year(), quarter(), month(), day(), which count from 1"
        )
      )
    default: nil
    }
  }

  static func typeName(_ name: String) -> Complaint {
    Complaint(
      refused: "kiểu '\(name)' không phải là một giá trị",
      "the type '\(name)' is no value"
    )
  }
}

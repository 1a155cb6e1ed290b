internal import Diagnostics

// What is wrong with the types of an expression.

extension Complaint {
  static func noOperator(_ sign: String, _ a: ExpressionType, _ b: ExpressionType) -> Complaint {
    Complaint(
      type: "không có phép '\(sign)' giữa '\(a.name)' và '\(b.name)'",
      "there is no '\(sign)' between '\(a.name)' and '\(b.name)'",
      help: operatorHelp(sign, a, b) ?? operatorHelp(sign, b, a)
    )
  }

  private static func operatorHelp(
    _ sign: String,
    _ a: ExpressionType,
    _ b: ExpressionType
  ) -> Phrase? {
    switch (a, b) {
    case (.date, .string):
      Phrase(vi: "viết ngày là date(\"2026-04-30\")", en: "write a date as date(\"2026-04-30\")")
    case (.timestamp, .string):
      Phrase(
        vi: "viết thời điểm là timestamp(\"2026-04-30T00:00:00+07:00\")",
        en: "write an instant as timestamp(\"2026-04-30T00:00:00+07:00\")"
      )
    case (.duration, .string):
      Phrase(vi: "viết duration(\"36h\")", en: "write duration(\"36h\")")
    case (.timestamp, .date):
      Phrase(
        vi: "đổi thời điểm thành ngày bằng date(…)",
        en: "turn the instant into a date with date(…)"
      )
    case (.date, .int), (.date, .duration):
      Phrase(
        vi: "dùng addDays(ngày, n) hoặc addMonths(ngày, n)",
        en: "use addDays(d, n) or addMonths(d, n)"
      )
    case (.double, .int), (.double, .decimal):
      Phrase(
        vi: "số double không chính xác; viết số có dấu chấm, hoặc đổi cả hai bằng double(…)",
        en: "doubles are not exact; write a number with a point, or turn both with double(…)"
      )
    case (.ratio, _):
      Phrase(vi: "kết quả của ratio chỉ để so sánh", en: "a ratio can only be compared")
    case (.unit, .string):
      Phrase(
        vi: "cột đơn vị chỉ so sánh được với mã đơn vị viết sẵn",
        en: "a unit compares with the id of a unit, written out"
      )
    case (.string, .int), (.string, .decimal), (.string, .double):
      Phrase(
        vi: "đổi văn bản thành số bằng int(…) hoặc double(…), hoặc đặt số trong dấu nháy",
        en: "turn the text into a number with int(…) or double(…), or quote the number"
      )
    default: nil
    }
  }

  static func notBool(_ sign: String, _ type: ExpressionType) -> Complaint {
    Complaint(
      type: "'\(sign)' cần bool, ở đây là '\(type.name)'",
      "'\(sign)' needs a bool, this is '\(type.name)'"
    )
  }

  static func notNegatable(_ type: ExpressionType) -> Complaint {
    Complaint(type: "không đổi dấu được '\(type.name)'", "'\(type.name)' has no negative")
  }

  static func branches(_ a: ExpressionType, _ b: ExpressionType) -> Complaint {
    Complaint(
      type: "hai nhánh của '?:' khác kiểu: '\(a.name)' và '\(b.name)'",
      "the two branches of '?:' have different types: '\(a.name)' and '\(b.name)'"
    )
  }

  static func mixedList(_ a: ExpressionType, _ b: ExpressionType) -> Complaint {
    Complaint(
      type: "danh sách có cả '\(a.name)' lẫn '\(b.name)'",
      "the list has both '\(a.name)' and '\(b.name)'"
    )
  }

  static func notAList(_ type: ExpressionType) -> Complaint {
    Complaint(
      type: "bên phải 'in' phải là danh sách, ở đây là '\(type.name)'",
      "the right side of 'in' must be a list, this is '\(type.name)'"
    )
  }

  static func wrongResult(_ type: ExpressionType, wanted: ExpressionType) -> Complaint {
    Complaint(
      type: "biểu thức này phải cho '\(wanted.name)', nhưng cho '\(type.name)'",
      "the expression must give '\(wanted.name)' but gives '\(type.name)'"
    )
  }

  static func argumentCount(_ name: String, wanted: Int, found: Int) -> Complaint {
    Complaint(
      type: "'\(name)' cần \(wanted) đối số, ở đây có \(found)",
      "'\(name)' takes \(wanted) argument\(wanted == 1 ? "" : "s"), here are \(found)"
    )
  }

  static func wrongArguments(_ name: String, _ types: [ExpressionType]) -> Complaint {
    let list = types.map(\.name).joined(separator: ", ")
    let isInstantForDate = types.contains(.timestamp)
    return Complaint(
      type: "'\(name)' không nhận (\(list))",
      "'\(name)' does not take (\(list))",
      help: isInstantForDate
        ? Phrase(
          vi: "đổi thời điểm thành ngày bằng date(…)",
          en: "turn the instant into a date with date(…)"
        ) : nil
    )
  }

  static func onlyMethod(_ name: String) -> Complaint {
    Complaint(
      type: "'\(name)' viết sau văn bản: s.\(name)(t)",
      "'\(name)' is written after the text: s.\(name)(t)"
    )
  }

  static func onlyFunction(_ name: String) -> Complaint {
    Complaint(
      type: "'\(name)' viết trước đối số: \(name)(…)",
      "'\(name)' is written before its arguments: \(name)(…)"
    )
  }

  static let hasArgument = Complaint(
    type: "has() hỏi về một cột: has(cột)",
    "has() asks about a column: has(column)"
  )

  static let noCalendar = Complaint(
    type: "workdays() cần lịch làm việc, nhưng bộ quy tắc không có",
    "workdays() needs a calendar and the pack has none"
  )

  static func alwaysFails(_ fault: EvaluationFault) -> Complaint {
    Complaint(
      type: "chỗ này luôn lỗi: \(fault.phrase.vi)",
      "this always fails: \(fault.phrase.en)"
    )
  }
}

internal import Diagnostics

// The words of every complaint about an expression, in both languages.

// MARK: Spelling and grammar

extension Complaint {
  static let emptyExpression = Complaint(
    .expressionSyntax,
    vi: "biểu thức trống",
    en: "the expression is empty"
  )

  static func tooLong(_ limit: Int) -> Complaint {
    Complaint(
      .expressionSyntax,
      vi: "biểu thức dài quá \(limit) ký tự",
      en: "the expression is longer than \(limit) characters"
    )
  }

  static func tooDeep(_ limit: Int) -> Complaint {
    Complaint(
      .expressionSyntax,
      vi: "biểu thức lồng quá \(limit) tầng",
      en: "the expression is nested more than \(limit) deep"
    )
  }

  static func strayCharacter(_ scalar: Unicode.Scalar) -> Complaint {
    let help: Phrase? =
      switch scalar {
      case "=": Phrase(vi: "so sánh bằng viết là '=='", en: "equality is written '=='")
      case "&": Phrase(vi: "'và' viết là '&&'", en: "'and' is written '&&'")
      case "|": Phrase(vi: "'hoặc' viết là '||'", en: "'or' is written '||'")
      case "\u{201C}", "\u{201D}", "\u{2018}", "\u{2019}", "\u{AB}", "\u{BB}":
        Phrase(vi: "dùng dấu nháy thẳng \" hoặc '", en: "use straight quotes, \" or '")
      case "\u{A0}", "\u{202F}", "\u{200B}", "\u{FEFF}", "\u{3000}":
        Phrase(vi: "thay bằng dấu cách thường", en: "use an ordinary space instead")
      case "\u{2013}", "\u{2014}", "\u{2212}":
        Phrase(vi: "dấu trừ viết là '-'", en: "minus is written '-'")
      case "\u{2264}": Phrase(vi: "viết là '<='", en: "write '<='")
      case "\u{2265}": Phrase(vi: "viết là '>='", en: "write '>='")
      case "\u{2260}": Phrase(vi: "viết là '!='", en: "write '!='")
      default: nil
      }
    let code = String(scalar.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - code.utf8.count)) + code
    return Complaint(
      .expressionSyntax,
      vi: "ký tự '\(scalar)' (U+\(padded)) không dùng được ở đây",
      en: "the character '\(scalar)' (U+\(padded)) has no meaning here",
      help: help
    )
  }

  static func unexpected(_ kind: Token.Kind) -> Complaint {
    let what: Phrase =
      switch kind {
      case .end: Phrase(vi: "biểu thức kết thúc giữa chừng", en: "the expression ends too early")
      case .sign(let sign), .name(let sign):
        Phrase(vi: "không chờ '\(sign)' ở đây", en: "'\(sign)' is not expected here")
      case .int, .double, .unsignedInt:
        Phrase(vi: "không chờ một số ở đây", en: "a number is not expected here")
      case .string, .bytes:
        Phrase(vi: "không chờ một văn bản ở đây", en: "a text is not expected here")
      }
    return Complaint(.expressionSyntax, vi: what.vi, en: what.en)
  }

  static func unclosed(_ sign: String) -> Complaint {
    Complaint(.expressionSyntax, vi: "thiếu '\(sign)'", en: "the '\(sign)' for this is missing")
  }

  static let unterminatedString = Complaint(
    .expressionSyntax,
    vi: "văn bản không có dấu nháy đóng",
    en: "the text has no closing quote"
  )

  static let badEscape = Complaint(
    .expressionSyntax,
    vi: "chuỗi thoát không hợp lệ",
    en: "this is no escape sequence",
    help: Phrase(
      vi: "viết '\\\\' cho dấu gạch chéo ngược, hoặc dùng r\"…\"",
      en: "write '\\\\' for a backslash, or use r\"…\""
    )
  )

  static func badNumber(_ text: String) -> Complaint {
    Complaint(
      .expressionSyntax,
      vi: "'\(text)' không phải là số, cũng không phải là tên",
      en: "'\(text)' is neither a number nor a name"
    )
  }

  static func intOutOfRange(_ text: String) -> Complaint {
    Complaint(
      .expressionSyntax,
      vi: "số nguyên '\(text)' vượt quá 64 bit",
      en: "the int '\(text)' does not fit 64 bits"
    )
  }

  static func doubleOutOfRange(_ text: String) -> Complaint {
    Complaint(
      .expressionSyntax,
      vi: "số '\(text)' quá lớn",
      en: "the number '\(text)' is too large"
    )
  }

  static func reservedWord(_ word: String) -> Complaint {
    Complaint(
      .expressionSyntax,
      vi: "'\(word)' là từ dành riêng, không làm tên được",
      en: "'\(word)' is a reserved word and cannot be a name"
    )
  }
}

// MARK: Names

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

// MARK: What is refused

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

// MARK: Types

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

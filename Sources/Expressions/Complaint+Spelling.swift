internal import Diagnostics

// What is wrong with the spelling or grammar of an expression.

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

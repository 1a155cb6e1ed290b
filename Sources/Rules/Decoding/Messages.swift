internal import CivilTime
internal import Diagnostics

/// The texts about keys and values, in both languages.
enum Messages {
  // MARK: Shapes and keys

  static func expectedMapping(_ what: Phrase) -> Phrase {
    Phrase(
      vi: "\(what.vi) phải gồm các dòng 'khoá: giá trị'",
      en: "\(what.en) must be a mapping of keys and values"
    )
  }

  static func expectedList(_ key: String) -> Phrase {
    Phrase(vi: "'\(key)' phải là danh sách", en: "'\(key)' must be a list")
  }

  static func expectedScalar(_ key: String) -> Phrase {
    Phrase(
      vi: "'\(key)' cần một giá trị đơn ở chỗ này",
      en: "'\(key)' takes a single value here"
    )
  }

  static func unknownKey(_ key: String, in what: Phrase) -> Phrase {
    Phrase(vi: "khoá lạ '\(key)' trong \(what.vi)", en: "unknown key '\(key)' in \(what.en)")
  }

  static func keysHere(_ keys: [String]) -> Phrase {
    let list = keys.joined(separator: ", ")
    return Phrase(vi: "các khoá dùng được: \(list)", en: "the keys here are: \(list)")
  }

  static func missingKey(_ key: String, in what: Phrase) -> Phrase {
    Phrase(vi: "\(what.vi) thiếu khoá '\(key)'", en: "missing key '\(key)' in \(what.en)")
  }

  static func emptyKey(_ key: String, in what: Phrase) -> Phrase {
    Phrase(
      vi: "khoá '\(key)' trong \(what.vi) chưa có giá trị",
      en: "key '\(key)' in \(what.en) has no value"
    )
  }

  static func conflictingKeys(_ first: String, _ second: String, in what: Phrase) -> Phrase {
    Phrase(
      vi: "\(what.vi) không thể có cả '\(first)' lẫn '\(second)'",
      en: "'\(first)' and '\(second)' cannot stand together in \(what.en)"
    )
  }

  static func keyNotHere(_ key: String, in what: Phrase) -> Phrase {
    Phrase(
      vi: "khoá '\(key)' không có nghĩa trong \(what.vi) này",
      en: "key '\(key)' means nothing in this \(what.en)"
    )
  }

  // MARK: Values

  static func notDate(_ text: String, for key: String) -> Phrase {
    Phrase(vi: "'\(key)': '\(text)' không phải ngày", en: "'\(key)': '\(text)' is not a date")
  }

  static let dates = Phrase(
    vi: "viết ngày theo dạng năm-tháng-ngày, ví dụ 2026-04-30",
    en: "write dates as year-month-day, such as 2026-04-30"
  )

  static func writeDate(_ date: CivilDate) -> Phrase {
    Phrase(vi: "viết là \(date)", en: "write \(date)")
  }

  static func notInteger(_ text: String, for key: String, _ bounds: ClosedRange<Int>) -> Phrase {
    let (low, high) = (bounds.lowerBound, bounds.upperBound)
    return Phrase(
      vi: "'\(key)': '\(text)' không phải số nguyên từ \(low) đến \(high)",
      en: "'\(key)': '\(text)' is not a whole number from \(low) to \(high)"
    )
  }

  static func notNumber(_ text: String, for key: String) -> Phrase {
    Phrase(vi: "'\(key)': '\(text)' không phải số", en: "'\(key)': '\(text)' is not a number")
  }

  static func tooManyDigits(_ text: String, for key: String) -> Phrase {
    Phrase(
      vi: "'\(key)': '\(text)' có quá nhiều chữ số để tính đúng",
      en: "'\(key)': '\(text)' has too many digits to be kept exactly"
    )
  }

  static let mostDigits = Phrase(
    vi: "nhiều nhất 18 chữ số trước và 18 chữ số sau dấu chấm",
    en: "at most 18 digits before the point and 18 behind it"
  )

  static let numbers = Phrase(
    vi: "viết số theo dạng 5, 0.5 hoặc 95%",
    en: "write numbers as 5, 0.5 or 95%"
  )

  static func writeNumber(_ text: String) -> Phrase {
    Phrase(
      vi: "trong tệp quy tắc phần thập phân viết bằng dấu chấm: \(text)",
      en: "rule files write decimals with a point: \(text)"
    )
  }

  static func negative(_ text: String, for key: String) -> Phrase {
    Phrase(vi: "'\(key)': '\(text)' không được âm", en: "'\(key)': '\(text)' must not be negative")
  }

  static func notBoolean(_ text: String, for key: String) -> Phrase {
    Phrase(
      vi: "'\(key)': '\(text)' không phải true hay false",
      en: "'\(key)': '\(text)' is neither true nor false"
    )
  }

  static let booleans = Phrase(vi: "viết true hoặc false", en: "write true or false")

  static func notSpan(_ text: String, for key: String) -> Phrase {
    Phrase(
      vi: "'\(key)': '\(text)' không phải khoảng thời gian",
      en: "'\(key)': '\(text)' is not a length of time"
    )
  }

  static let spans = Phrase(
    vi: "viết theo dạng '7 days', '3 working days' hoặc '1 month'",
    en: "write it as '7 days', '3 working days' or '1 month'"
  )

  static func notChoice(_ text: String, for key: String) -> Phrase {
    Phrase(
      vi: "'\(key)' không nhận giá trị '\(text)'",
      en: "'\(key)' cannot be '\(text)'"
    )
  }

  static func choices(_ words: [String]) -> Phrase {
    let list = words.joined(separator: ", ")
    return Phrase(vi: "các giá trị dùng được: \(list)", en: "the values are: \(list)")
  }
}

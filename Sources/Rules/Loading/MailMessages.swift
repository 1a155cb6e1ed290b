internal import Diagnostics

/// The texts about mail.
extension PackMessages {
  static let addresses = Phrase(
    vi: "chỉ dùng chữ không dấu, chữ số và . _ - +, ví dụ vanphong@thientan.gov.vn",
    en: "use unaccented letters, digits and . _ - + only, such as office@thientan.gov.vn"
  )

  static func notDomain(_ text: String) -> Phrase {
    Phrase(vi: "'\(text)' không phải tên miền", en: "'\(text)' is not a domain")
  }

  static let domains = Phrase(
    vi: "ghi phần sau @ của địa chỉ, ví dụ thientan.gov.vn",
    en: "write what stands behind the @ of addresses, such as thientan.gov.vn"
  )

  static let noDomains = Phrase(
    vi: "'domains' trống; bỏ khoá này nếu được gửi đến mọi tên miền",
    en: "'domains' is empty; leave the key out if mail may go to any domain"
  )

  static func foreignAddress(_ address: String) -> Phrase {
    Phrase(
      vi: "'\(address)' không thuộc tên miền nào trong 'domains'",
      en: "'\(address)' is in none of the 'domains'"
    )
  }

  static func foreignAddress(_ address: String, of unit: String) -> Phrase {
    Phrase(
      vi: "địa chỉ '\(address)' của '\(unit)' không thuộc tên miền nào ở đây",
      en: "the address '\(address)' of '\(unit)' is in none of these domains"
    )
  }

  static func notInterval(_ text: String) -> Phrase {
    Phrase(vi: "'\(text)' không phải khoảng cách giữa hai lần", en: "'\(text)' is no interval")
  }

  static let intervals = Phrase(
    vi: "viết 'no', hoặc '7 days', '2 working days', '1 month'",
    en: "write 'no', or '7 days', '2 working days', '1 month'"
  )
}

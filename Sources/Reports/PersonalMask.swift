/// Masks personal data so that a row can be found again and a person cannot.
///
/// - SeeAlso: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 and Nghị định 356/2025/NĐ-CP; neither gives a
///   pattern, so these are the program's own.
public enum PersonalMask {
  /// Masks a value by what it looks like.
  ///
  /// Identity numbers keep their last four digits (`********1234`), telephone numbers the first two
  /// and the last three (`09*****123`), addresses for mail their first letter and domain
  /// (`a***@langson.gov.vn`), names their initials (`N.V.A`). Anything else becomes `***`. An empty
  /// value stays empty: that nothing is there is what the evidence shows.
  public static func mask(_ value: String) -> String {
    let text = trimmed(value)
    if text.isEmpty { return value }
    if let address = maskedAddress(text) { return address }
    if let number = maskedNumber(text) { return number }
    return initials(text) ?? "***"
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }

  private static func maskedAddress(_ text: String) -> String? {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = parts[0].first, parts[1].contains("."),
      !text.contains(where: \.isWhitespace)
    else { return nil }
    return "\(first)***@\(parts[1])"
  }

  private static func maskedNumber(_ text: String) -> String? {
    let digits = text.filter { !" .-()".contains($0) }
    let bare = digits.first == "+" ? String(digits.dropFirst()) : digits
    guard bare.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    // Twelve digits are a personal identity number, nine an old identity card.
    if bare.count == 12 || (bare.count == 9 && bare.first != "0") {
      return String(repeating: "*", count: bare.count - 4) + bare.suffix(4)
    }
    guard (9...11).contains(bare.count) else { return nil }
    return bare.prefix(2) + String(repeating: "*", count: bare.count - 5) + bare.suffix(3)
  }

  private static func initials(_ text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace)
    let isName =
      words.count >= 2 && words.count <= 8
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || scalar.properties.isWhitespace
          || scalar.properties.canonicalCombiningClass != .notReordered
      }
    guard isName else { return nil }
    return words.map { String($0.prefix(1)).uppercased() }.joined(separator: ".")
  }
}

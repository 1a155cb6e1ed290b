extension CivilDate: CustomStringConvertible {
  /// Reads a date written exactly as `yyyy-MM-dd`, or returns nil.
  ///
  /// Only ASCII digits count; nothing may stand before or after.
  public init?(iso text: String) {
    let bytes = Array(text.utf8.prefix(11))
    guard bytes.count == 10, bytes[4] == DecimalText.hyphen, bytes[7] == DecimalText.hyphen,
      let year = DecimalText.number(bytes[0..<4]),
      let month = DecimalText.number(bytes[5..<7]),
      let day = DecimalText.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The date as `yyyy-MM-dd`.
  public var description: String {
    let (year, month, day) = components
    return DecimalText.padded(year, to: 4) + "-" + DecimalText.padded(month, to: 2) + "-"
      + DecimalText.padded(day, to: 2)
  }

  /// The date as Vietnamese offices write it, `dd/MM/yyyy`.
  public var vietnamese: String {
    let (year, month, day) = components
    return DecimalText.padded(day, to: 2) + "/" + DecimalText.padded(month, to: 2) + "/"
      + DecimalText.padded(year, to: 4)
  }
}

/// Reads and writes the short decimal numbers that dates and periods consist of.
enum DecimalText {
  /// The byte of `-`.
  static let hyphen = UInt8(ascii: "-")

  /// Returns the number that at most nine ASCII digits write, or nil if there is anything else.
  static func number(_ bytes: some Collection<UInt8>) -> Int? {
    guard (1...9).contains(bytes.count) else { return nil }
    var number = 0
    for byte in bytes {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }

  /// Returns a number of 0 or more with zeros in front.
  static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

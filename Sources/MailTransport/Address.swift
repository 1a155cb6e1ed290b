/// What makes a text fit to stand in a command as an address.
enum Address {
  /// Whether a text can be handed to any mail server or program as one address.
  ///
  /// libcurl passes line ends on, which would smuggle in commands; a mail program takes a comma for
  /// the end of an address and a leading hyphen for an option. What is left is the unquoted form of
  /// RFC 5321 §4.1.2, a domain literal included, with its length limit (§4.5.3.1.3).
  ///
  /// - Parameter text: The address, without a name or brackets.
  /// - Returns: Whether it may be sent.
  static func isSafe(_ text: String) -> Bool {
    let bytes = text.utf8
    return (1...254).contains(bytes.count) && text.first != "-" && bytes.allSatisfy(isSafe)
  }

  private static func isSafe(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: others.contains(byte)
    }
  }

  private static let others = Set("!#$%&'*+-/=?^_`{|}~.@[]:".utf8)
}

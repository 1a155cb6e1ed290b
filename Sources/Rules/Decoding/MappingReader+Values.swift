public import CivilTime
public import Diagnostics
internal import VietnameseText
public import YAMLTree

/// Values: the key decides what a scalar means.
extension MappingReader {
  /// Returns a key's text, trimmed and in NFC, or nil if it is absent, blank or no text.
  public mutating func text(_ key: String, _ presence: Presence = .optional) -> String? {
    guard let node = value(key, presence), let text = text(of: node, key: key) else { return nil }
    guard text.isEmpty else { return text }
    if presence == .required {
      sink.error(.missingKey, Messages.emptyKey(key, in: what), at: keyRange(key))
    }
    return nil
  }

  /// Returns the texts of a key's list, trimmed and in NFC; empty if it is absent.
  public mutating func texts(
    _ key: String,
    _ presence: Presence = .optional,
    allowsSingle: Bool = false
  ) -> [String] {
    let nodes = list(key, presence, allowsSingle: allowsSingle) ?? []
    return nodes.compactMap { text(of: $0, key: key) }
  }

  /// Returns a key's day, or nil if it is absent or no day.
  public mutating func date(_ key: String, _ presence: Presence = .optional) -> CivilDate? {
    value(key, presence).flatMap { date(of: $0, key: key) }
  }

  /// Returns a key's whole number, or nil if it is absent, no such number or out of bounds.
  public mutating func integer(
    _ key: String,
    _ presence: Presence = .optional,
    in bounds: ClosedRange<Int>
  ) -> Int? {
    value(key, presence).flatMap { integer(of: $0, key: key, in: bounds) }
  }

  /// Returns a key's decimal number such as `5`, `0.5` or `95%`, or nil.
  public mutating func decimal(_ key: String, _ presence: Presence = .optional) -> Decimal? {
    value(key, presence).flatMap { decimal(of: $0, key: key) }
  }

  /// Returns a key's decimal number that is not below zero, or nil.
  public mutating func amount(_ key: String, _ presence: Presence = .optional) -> Decimal? {
    guard let node = value(key, presence), let number = decimal(of: node, key: key) else {
      return nil
    }
    guard number.mantissa < 0 else { return number }
    report(node, Messages.negative(shown(node), for: key), help: nil)
    return nil
  }

  /// Returns a key's yes or no, or nil if it is absent or neither.
  public mutating func boolean(_ key: String, _ presence: Presence = .optional) -> Bool? {
    guard let node = value(key, presence), let text = text(of: node, key: key) else { return nil }
    switch text.lowercased() {
    case "true", "yes", "có": return true
    case "false", "no", "không": return false
    default:
      report(node, Messages.notBoolean(shown(node), for: key), help: Messages.booleans)
      return nil
    }
  }

  /// Returns a key's span such as `7 days`, or nil if it is absent or no span.
  public mutating func span(_ key: String, _ presence: Presence = .optional) -> Span? {
    guard let node = value(key, presence), let text = text(of: node, key: key) else { return nil }
    if let span = Span(text: text) { return span }
    report(node, Messages.notSpan(shown(node), for: key), help: Messages.spans)
    return nil
  }

  /// Returns the one of a closed set of words that a key holds, or nil.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - presence: Whether an absent key is reported.
  ///   - type: The set, spelt in the pack as its raw values.
  /// - Returns: The member.
  public mutating func oneOf<Choice: RawRepresentable & CaseIterable>(
    _ key: String,
    _ presence: Presence = .optional,
    _ type: Choice.Type = Choice.self
  ) -> Choice? where Choice.RawValue == String {
    // A closure, because the key path of a generic type would be looked up at run time.
    word(key, presence, among: type.allCases.map { $0.rawValue }).flatMap(Choice.init(rawValue:))
  }

  /// Returns the one of some words that a key holds, or nil.
  public mutating func word(
    _ key: String,
    _ presence: Presence = .optional,
    among words: [String]
  ) -> String? {
    value(key, presence).flatMap { word(of: $0, key: key, among: words) }
  }

  // MARK: Values of a node

  /// Returns a scalar's text, trimmed and in NFC, or nil if the node is no scalar or null.
  public mutating func text(of node: Node, key: String) -> String? {
    guard let text = node.text, !node.isNull else {
      sink.error(.expectedScalar, Messages.expectedScalar(key), at: node.range)
      return nil
    }
    return Self.trimmed(CanonicalText.nfc(text))
  }

  /// Returns a scalar's day, or reports it.
  public mutating func date(of node: Node, key: String) -> CivilDate? {
    guard let text = text(of: node, key: key) else { return nil }
    if let date = CivilDate(iso: text) { return date }
    let meant = Self.vietnameseDate(text)
    report(
      node,
      Messages.notDate(shown(node), for: key),
      help: meant.map(Messages.writeDate) ?? Messages.dates
    )
    return nil
  }

  /// Returns a scalar's whole number, or reports it.
  public mutating func integer(
    of node: Node,
    key: String,
    in bounds: ClosedRange<Int>
  ) -> Int? {
    guard let text = text(of: node, key: key) else { return nil }
    if let number = Self.wholeNumber(text), bounds.contains(number) { return number }
    report(node, Messages.notInteger(shown(node), for: key, bounds), help: nil)
    return nil
  }

  /// Returns a scalar's decimal number, or reports it.
  public mutating func decimal(of node: Node, key: String) -> Decimal? {
    guard let text = text(of: node, key: key) else { return nil }
    if let number = Decimal(text) { return number }
    let pointed = text.split(separator: ",", omittingEmptySubsequences: false)
    let withPoint = pointed.count == 2 ? pointed.joined(separator: ".") : ""
    if Self.isLongNumber(text) {
      report(node, Messages.tooManyDigits(shown(node), for: key), help: Messages.mostDigits)
      return nil
    }
    let help = Decimal(withPoint) == nil ? Messages.numbers : Messages.writeNumber(withPoint)
    report(node, Messages.notNumber(shown(node), for: key), help: help)
    return nil
  }

  /// Returns the one of some words that a scalar holds, or reports it.
  public mutating func word(of node: Node, key: String, among words: [String]) -> String? {
    guard let text = text(of: node, key: key) else { return nil }
    if words.contains(text) { return text }
    let help = Suggestion.help(for: text, among: words)
    let notes = [Messages.choices(words)]
    let message = Messages.notChoice(shown(node), for: key)
    sink.error(.invalidValue, message, at: node.range, notes: notes, help: help)
    return nil
  }

  /// Reports a value that its key cannot have.
  public mutating func report(_ node: Node, _ message: Phrase, help: Phrase?) {
    sink.error(.invalidValue, message, at: node.range, help: help)
  }

  private func shown(_ node: Node) -> String { CanonicalText.nfc(node.text ?? "") }

  /// Cuts white space off both ends, no-break spaces included.
  static func trimmed(_ text: String) -> String {
    // Nearly every text begins and ends with a Latin letter, a digit or a sign of ASCII.
    if let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      isPlain(first), isPlain(last)
    {
      return text
    }
    let head = text.drop(while: \.isWhitespace)
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(head[...last])
  }

  /// Whether a scalar is no white space and joins nothing before it.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0xC0...0x24F, 0x1E00...0x1EFF: true
    default: false
    }
  }

  /// Reads ASCII digits with an optional minus sign; at most nine digits.
  static func wholeNumber(_ text: String) -> Int? {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    guard text.utf8.count - digits.count <= 1, (1...9).contains(digits.count),
      digits.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text)
  }

  /// Whether a text is written like a number; only asked of one that `Decimal` cannot hold.
  private static func isLongNumber(_ text: String) -> Bool {
    var digits = Substring(text)
    if digits.last == "%" { digits = digits.dropLast() }
    while digits.last?.isWhitespace == true { digits = digits.dropLast() }
    if digits.first == "-" { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
  }

  /// Reads `d/m/yyyy`, only to say how a pack writes that day.
  static func vietnameseDate(_ text: String) -> CivilDate? {
    let parts = text.split(whereSeparator: { "/-.".contains($0) }).map { wholeNumber(String($0)) }
    guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2],
      year >= 1000
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }
}

public import CivilTime

/// What the pack says about mail: who gets it, on what occasion, within which limits.
public struct MailPolicy: Sendable, Hashable {
  /// What is attached to a message besides its text.
  public enum Attachment: String, Sendable, Hashable, CaseIterable {
    /// Rows for a spreadsheet or a program.
    case csv
    /// A workbook.
    case xlsx
    /// The page for leadership.
    case html
  }

  /// On what occasion a message is sent; what none of them asks for is not sent.
  public struct Occasions: Sendable, Hashable {
    /// A violation, or something that cannot be judged, that was not told before.
    public var new = true
    /// Other figures, another verdict or another cause than what was told.
    public var changed = true
    /// What was told and holds no longer.
    public var resolved = true
    /// How long after it was told something that goes on is told again; nil for never.
    public var continuing: Span?
    /// The same for what is overdue; nil for as `continuing`.
    public var overdue: Span?
    /// How long after a reminder the next one follows; nil for one reminder only.
    public var remind: Span?

    /// Makes the occasions that hold if the pack names none.
    public init() {}
  }

  /// The address that messages come from.
  public var from: String
  /// The name beside that address.
  public var fromName: String?
  /// The address that answers go to.
  public var replyTo: String?
  /// The address for what concerns units that have none.
  public var fallback: String
  /// The units that get the digest, by index.
  public var digest: [Int]
  /// Whether supporting units are told of what they support.
  public var copiesSupporting = false
  /// The domains that mail may go to; empty for any.
  public var domains: [String] = []
  /// When to send.
  public var occasions = Occasions()
  /// Whether mail is sent on days off.
  public var sendsOnDaysOff = false
  /// What a unit's message carries.
  public var attachments: [Attachment] = [.csv]
  /// What the digest carries.
  public var digestAttachments: [Attachment] = [.html]
  /// The most bytes that a message may have.
  public var maximumBytes = 5_000_000
  /// The most messages that one run sends.
  public var maximumMessages = 50
  /// After how many days an undelivered message is given up; days without mail do not count.
  public var giveUpDays = 3
  /// The server, as the transport spells it; nil leaves it to the command line.
  public var server: String?

  /// Makes a policy with the defaults of everything that may be left out.
  public init(from: String, fallback: String, digest: [Int]) {
    self.from = from
    self.fallback = fallback
    self.digest = digest
  }

  /// Returns whether the policy lets mail go to an address.
  public func allows(_ address: String) -> Bool {
    guard !domains.isEmpty else { return true }
    guard let at = address.lastIndex(of: "@") else { return false }
    let domain = address[address.index(after: at)...].lowercased()
    return domains.contains { domain == $0 || domain.hasSuffix("." + $0) }
  }
}

/// Tells addresses for mail from anything else.
public enum MailAddress {
  /// Returns whether a text is an address of the plain form `name@domain`.
  ///
  /// Only ASCII letters, digits and the marks that need no quotes are taken: nothing that could
  /// smuggle a header or a command into a message.
  ///
  /// - SeeAlso: RFC 5321 §4.1.2, `Dot-string` and `Domain`.
  public static func isValid(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= 254, parts[0].count <= 64 else { return false }
    return isDotted(parts[0]) { isAlphanumeric($0) || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
      && isDotted(parts[1]) { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
  }

  /// Returns whether a text is a domain such as `thientan.gov.vn`.
  public static func isDomain(_ text: String) -> Bool {
    text.utf8.count <= 253
      && isDotted(text.utf8[...]) { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
  }

  private static func isDotted(
    _ text: Substring.UTF8View,
    _ isAllowed: (UInt8) -> Bool
  ) -> Bool {
    text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && $0.first != UInt8(ascii: "-") && $0.allSatisfy(isAllowed)
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }
}

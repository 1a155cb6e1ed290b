/// The stable id of a rule.
public struct RuleID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The id as the pack writes it.
  public let text: String
  /// Makes an id.
  public init(_ text: String) { self.text = text }
  /// The id as the pack writes it.
  public var description: String { text }
  /// Orders ids by their UTF-8 bytes.
  public static func < (a: RuleID, b: RuleID) -> Bool {
    a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }
}

/// The id of a unit of the register.
public struct UnitID: Sendable, Hashable, CustomStringConvertible {
  /// The id as the pack writes it.
  public let text: String
  /// Makes an id.
  public init(_ text: String) { self.text = text }
  /// The id as the pack writes it.
  public var description: String { text }
}

/// The id of a dataset.
public struct DatasetID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The id as the pack writes it.
  public let text: String
  /// Makes an id.
  public init(_ text: String) { self.text = text }
  /// The id as the pack writes it.
  public var description: String { text }
  /// Orders ids by their UTF-8 bytes.
  public static func < (a: DatasetID, b: DatasetID) -> Bool {
    a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }
}

/// The legal basis of a rule: a clause of a document, written `kh57/III.4.2.KQ4`.
public struct ClauseReference: Sendable, Hashable, CustomStringConvertible {
  /// The document's id.
  public let document: String
  /// The clause's id in the document.
  public let clause: String

  /// Makes a reference.
  public init(document: String, clause: String) {
    self.document = document
    self.clause = clause
  }

  /// The reference as a pack writes it.
  public var description: String { "\(document)/\(clause)" }
}

/// How grave a violation is, from least to most.
public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
  /// Counts least.
  case minor
  /// The default.
  case major
  /// Counts most.
  case critical

  private var rank: Int {
    switch self {
    case .minor: 0
    case .major: 1
    case .critical: 2
    }
  }

  /// Orders severities from minor to critical.
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}

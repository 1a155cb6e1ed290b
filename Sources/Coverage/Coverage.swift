// Coverage: which clauses of a document are judged, by which rules, and which are not.
//
// It reads the pack alone, and, if asked, the document's own text; it judges no data.

internal import Diagnostics
public import Rules

/// How one clause is looked after.
public enum ClauseStatus: Sendable, Hashable {
  /// Some rule judges it by figures or records.
  case judged(by: [RuleID])
  /// Every rule for it looks for evidence records: a document or an event.
  case evidenced(by: [RuleID])
  /// No program can check it; why.
  case notCheckable(because: String)
  /// No rule judges it, and nothing says why.
  case missing

  /// The word of the status in JSON and CSV.
  public var word: String {
    switch self {
    case .judged: "judged"
    case .evidenced: "evidence"
    case .notCheckable: "not_checkable"
    case .missing: "missing"
    }
  }

  /// The rules that look after the clause.
  public var rules: [RuleID] {
    switch self {
    case .judged(let rules), .evidenced(let rules): rules
    case .notCheckable, .missing: []
    }
  }

  /// Why the clause cannot be checked, if that is so.
  public var reason: String? {
    guard case .notCheckable(let reason) = self else { return nil }
    return reason
  }
}

/// The coverage of one document, clause by clause.
public struct DocumentCoverage: Sendable {
  /// One clause and how it is looked after.
  public struct Entry: Sendable {
    /// The clause.
    public let clause: Clause
    /// The part of the document that it stands in.
    public let section: String
    /// How it is looked after.
    public let status: ClauseStatus
  }

  /// How many clauses of a section have each status.
  public struct Total: Sendable, Hashable {
    /// The section.
    public let section: String
    /// Judged by figures or records.
    public var judged = 0
    /// Judged from evidence records.
    public var evidenced = 0
    /// Not checkable.
    public var notCheckable = 0
    /// Missing.
    public var missing = 0
    /// All of them.
    public var all: Int { judged + evidenced + notCheckable + missing }

    mutating func count(_ status: ClauseStatus) {
      switch status {
      case .judged: judged += 1
      case .evidenced: evidenced += 1
      case .notCheckable: notCheckable += 1
      case .missing: missing += 1
      }
    }
  }

  /// The document.
  public let document: Document
  /// Its clauses, in pack order.
  public let entries: [Entry]

  /// Works the coverage of a document out.
  public init(_ document: Document, in rules: RuleSet) {
    self.document = document
    entries = document.clauses.map { clause in
      Entry(
        clause: clause,
        section: Self.section(of: clause.id),
        status: Self.status(of: clause, document, rules)
      )
    }
  }

  /// Whether some clause is missing.
  public var isIncomplete: Bool { entries.contains { $0.status == .missing } }

  /// The totals of the sections, in the order of their first clauses.
  public var sections: [Total] {
    var totals: [Total] = []
    for entry in entries {
      let place = totals.firstIndex { $0.section == entry.section } ?? totals.count
      if place == totals.count { totals.append(Total(section: entry.section)) }
      totals[place].count(entry.status)
    }
    return totals
  }

  /// The totals of the whole document.
  public var total: Total {
    var total = Total(section: document.id)
    for entry in entries { total.count(entry.status) }
    return total
  }

  /// The section of a clause: its first part, and in a numbered group the first two, as in
  /// `III.4`.
  private static func section(of clause: String) -> String {
    let parts = clause.split(separator: ".")
    let isNumbered = parts.count > 2 && parts[1...2].allSatisfy { Int($0) != nil }
    return parts.prefix(isNumbered ? 2 : 1).joined(separator: ".")
  }

  private static func status(
    of clause: Clause,
    _ document: Document,
    _ rules: RuleSet
  ) -> ClauseStatus {
    let reference = ClauseReference(document: document.id, clause: clause.id)
    let backed = rules.rules.filter { $0.clauses.contains(reference) }
    if backed.isEmpty {
      return clause.notCheckable.map { .notCheckable(because: $0) } ?? .missing
    }
    let ids = backed.map(\.id).sorted()
    return backed.allSatisfy { $0.checkKind == "evidence" } ? .evidenced(by: ids) : .judged(by: ids)
  }
}

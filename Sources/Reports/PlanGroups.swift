internal import Rules

/// A part of a document under which obligations are counted together, such as `III.4` or `IV`.
struct PlanGroup: Sendable, Hashable {
  /// The document's id.
  let document: String
  /// The leading parts of the clauses in it.
  let section: String

  /// A name that is unique in a pack, as a selector of clauses has it: `kh57/III.4`.
  var key: String { "\(document)/\(section)" }
}

/// Divides the clauses of a pack's documents into groups, by nothing but their ids.
///
/// A group is the first part of a clause id (`IV` of `IV.2.BC`). Where every clause under that part
/// is numbered twice more, as in `III.4.2.KQ4`, the part is a list of groups, and its groups are
/// the first two parts (`III.4`).
struct PlanGroups {
  /// The groups that hold a clause, documents and clauses in the order of the pack.
  let all: [PlanGroup]

  private let lists: Set<PlanGroup>
  private let places: [PlanGroup: Int]

  /// Finds the groups of a pack.
  init(_ rules: RuleSet) {
    var counts: [PlanGroup: (clauses: Int, numbered: Int)] = [:]
    let clauses = rules.documents.flatMap { document in
      document.clauses.map { ClauseReference(document: document.id, clause: $0.id) }
    }
    for clause in clauses {
      let parts = clause.clause.split(separator: ".")
      let first = PlanGroup(document: clause.document, section: String(parts.first ?? ""))
      let isNumbered = parts.count > 3 && parts[1...2].allSatisfy { Int($0) != nil }
      counts[first, default: (0, 0)].clauses += 1
      if isNumbered { counts[first, default: (0, 0)].numbered += 1 }
    }
    lists = Set(counts.filter { $0.value.clauses == $0.value.numbered }.keys)
    var order: [PlanGroup] = []
    var places: [PlanGroup: Int] = [:]
    for clause in clauses {
      let group = Self.group(of: clause, lists)
      guard places[group] == nil else { continue }
      places[group] = order.count
      order.append(group)
    }
    all = order
    self.places = places
  }

  /// The group of a clause.
  func group(of clause: ClauseReference) -> PlanGroup { Self.group(of: clause, lists) }

  /// The group of a rule: that of its first clause, so that each obligation is counted once.
  func group(of rule: Rule) -> PlanGroup? { rule.clauses.first.map(group) }

  /// Where a group stands among all; the end for one that the pack does not know.
  func place(of group: PlanGroup) -> Int { places[group] ?? all.count }

  private static func group(of clause: ClauseReference, _ lists: Set<PlanGroup>) -> PlanGroup {
    let parts = clause.clause.split(separator: ".").map(String.init)
    let first = PlanGroup(document: clause.document, section: parts.first ?? "")
    guard lists.contains(first), parts.count > 1 else { return first }
    return PlanGroup(document: clause.document, section: "\(parts[0]).\(parts[1])")
  }
}

public import Diagnostics
internal import CivilTime
internal import Findings
internal import Rules

/// The report for code scanners, in the Static Analysis Results Interchange Format.
///
/// A violation is a result of kind `fail`, its level by severity. What could not be judged is of kind
/// `open`: evaluated, with too little information to decide. What is waived is a failure with an
/// accepted external suppression. What is met, pending or not applicable is left out. Clauses are the
/// taxa of one taxonomy a legal document.
///
/// - SeeAlso: SARIF 2.1.0 (OASIS Standard, 27 March 2020), §3.19 to §3.27.
public enum SARIFReport: ReportFormat {
  /// The word after `--format`.
  public static let name = "sarif"

  /// What the format is for.
  public static let purpose = Phrase(
    vi: "SARIF 2.1.0 cho công cụ quét mã: điều khoản là taxa, miễn trừ là suppression",
    en: "SARIF 2.1.0 for code scanners: clauses are taxa, waivers suppressions"
  )

  /// Writes a run as a log.
  public static func render(_ content: ReportContent, _ options: ReportOptions) -> [UInt8] {
    SARIFLog.render(SARIFRendering(content, options).run)
  }
}

/// One rendering of a run: the places of rules, clauses, units and files in the log.
struct SARIFRendering {
  /// The name of the data folder in the log.
  static let base = "DATA"

  let view: FindingView
  let ruleIDs: [RuleID]
  let ruleIndices: [RuleID: Int]
  let unitIndices: [UnitID: Int]
  let artifactIndices: [String: Int]
  let taxonomyIndices: [String: Int]
  let taxonIndices: [ClauseReference: Int]

  init(_ content: ReportContent, _ options: ReportOptions) {
    view = FindingView(content, options)
    let gone = (content.chronicle?.changes ?? []).map(\.obligation.rule)
    ruleIDs = Set(view.run.obligations.map(\.id.rule) + gone).sorted()
    ruleIndices = Self.indices(ruleIDs)
    unitIndices = Self.indices(view.run.rules.units.map(\.id))
    artifactIndices = Self.indices(view.run.inputs.compactMap(\.file))
    taxonomyIndices = Self.indices(view.run.rules.documents.map(\.id))
    var taxa: [ClauseReference: Int] = [:]
    for document in view.run.rules.documents {
      for (index, clause) in document.clauses.enumerated() {
        taxa[ClauseReference(document: document.id, clause: clause.id)] = index
      }
    }
    taxonIndices = taxa
  }

  private static func indices<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
    Dictionary(keys.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
  }

  /// The fields of the run.
  var run: [(String, JSONValue)] {
    let run = view.run
    return [
      ("tool", .object([("driver", driver)])),
      ("language", .string(view.language.rawValue)),
      ("automationDetails", .object([("id", .string("\(Tool.name)/\(run.asOf)"))])),
      ("invocations", .array([invocation])),
      ("originalUriBaseIds", .object([(Self.base, .object([("description", baseDescription)]))])),
      ("artifacts", .array(run.inputs.filter { $0.file != nil }.map(artifact))),
      ("logicalLocations", .array(run.rules.units.map(logicalLocation))),
      ("taxonomies", .array(run.rules.documents.map(taxonomy))),
      ("columnKind", .string("unicodeCodePoints")),
      ("results", .array(view.order.map { result(run.obligations[$0]) } + absentResults)),
      (
        "properties",
        .object([
          ("pack", .string(run.rules.pack.name)), ("asOf", .string(run.asOf.description)),
          ("asOfSource", .string(run.asOfSource.rawValue)),
          ("rulesDigest", .string(run.rules.digest)), ("dataDigest", .string(run.dataDigest)),
        ])
      ),
    ]
  }

  private var baseDescription: JSONValue {
    SARIFLog.message(
      view.text(vi: "thư mục dữ liệu của lần chạy", en: "the data folder of the run")
    )
  }

  // MARK: The tool and what it was run on

  private var driver: JSONValue {
    .object([
      ("name", .string(Tool.name)),
      ("version", .string(Tool.version)),
      ("semanticVersion", .string(Tool.version)),
      (
        "supportedTaxonomies",
        .array(
          view.run.rules.documents.enumerated().map { index, document in
            .object([("name", .string(document.id)), ("index", .int(index))])
          }
        )
      ),
      ("rules", .array(ruleIDs.map(rule))),
    ])
  }

  private func rule(_ id: RuleID) -> JSONValue {
    let rule = view.rules[id]
    var fields: [(String, JSONValue)] = [
      ("id", .string(id.text)), ("shortDescription", SARIFLog.message(view.title(of: id))),
    ]
    if let guidance = rule?.guidance { fields.append(("help", SARIFLog.message(guidance))) }
    let level = Self.level(of: view.severity(of: id))
    fields.append(("defaultConfiguration", .object([("level", .string(level))])))
    let relationships = (rule?.clauses ?? []).compactMap(taxon).map { taxon in
      JSONValue.object([("target", taxon), ("kinds", .texts(["relevant"]))])
    }
    if !relationships.isEmpty { fields.append(("relationships", .array(relationships))) }
    let tags = rule?.tags ?? []
    if !tags.isEmpty { fields.append(("properties", .object([("tags", .texts(tags))]))) }
    return .object(fields)
  }

  /// A reference to a clause; nil if no document of the pack has it.
  func taxon(_ clause: ClauseReference) -> JSONValue? {
    guard let index = taxonIndices[clause], let taxonomy = taxonomyIndices[clause.document] else {
      return nil
    }
    return .object([
      ("id", .string(clause.clause)), ("index", .int(index)),
      (
        "toolComponent",
        .object([("name", .string(clause.document)), ("index", .int(taxonomy))])
      ),
    ])
  }

  static func level(of severity: Severity) -> String {
    switch severity {
    case .critical: "error"
    case .major: "warning"
    case .minor: "note"
    }
  }

  private func taxonomy(_ document: Document) -> JSONValue {
    var fields: [(String, JSONValue)] = [
      ("name", .string(document.id)), ("fullName", .string(document.title)),
      ("shortDescription", SARIFLog.message(document.title)),
    ]
    if let issuer = document.issuer { fields.append(("organization", .string(issuer))) }
    if let number = document.number { fields.append(("version", .string(number))) }
    // A pack holds the clauses that can be checked or that it explains, not the whole text.
    fields.append(("isComprehensive", .bool(false)))
    let taxa = document.clauses.map { clause in
      JSONValue.object([
        ("id", .string(clause.id)), ("shortDescription", SARIFLog.message(clause.summary)),
      ])
    }
    if !taxa.isEmpty { fields.append(("taxa", .array(taxa))) }
    return .object(fields)
  }

  private func artifact(_ input: Input) -> JSONValue {
    var fields: [(String, JSONValue)] = [
      ("location", SARIFLog.artifact(input.file ?? "", base: Self.base)),
      ("roles", .texts(["analysisTarget"])),
    ]
    if let sha256 = input.sha256 {
      fields.append(("hashes", .object([("sha-256", .string(sha256))])))
    }
    let dataset: (String, JSONValue) = ("dataset", .string(input.dataset.text))
    fields.append(("properties", .object([dataset, ("rows", .int(input.rows))])))
    return .object(fields)
  }

  private func logicalLocation(_ unit: Unit) -> JSONValue {
    .object([
      ("name", .string(unit.name)), ("fullyQualifiedName", .string(unit.id.text)),
      ("kind", .string("unit")),
    ])
  }
}

/// The stable ids of every diagnostic the program can print about a pack.
///
/// Each is covered by a test that shows its text.
public enum DiagnosticID: String, Sendable, Hashable, CaseIterable {
  // Reading YAML.
  case unreadableFile = "unreadable-file"
  case linkOutOfPack = "link-out-of-pack"
  case emptyPack = "empty-pack"
  case yamlSyntax = "yaml-syntax"
  case yamlLimit = "yaml-limit"
  case duplicateKey = "duplicate-key"
  case mergeKey = "merge-key"
  case severalDocuments = "several-documents"
  case tab = "tab"
  case encoding = "encoding"
  case customTag = "custom-tag"
  case unknownAlias = "unknown-alias"

  // Shapes and keys.
  case expectedMapping = "expected-mapping"
  case expectedList = "expected-list"
  case expectedScalar = "expected-scalar"
  case unknownKey = "unknown-key"
  case missingKey = "missing-key"
  case conflictingKeys = "conflicting-keys"
  case invalidValue = "invalid-value"
  case duplicateSection = "duplicate-section"
  case duplicateID = "duplicate-id"
  case unknownName = "unknown-name"
  case ambiguousName = "ambiguous-name"
  case cyclicGroup = "cyclic-group"

  // Documents, calendar, time.
  case calendarYearMissing = "calendar-year-missing"
  case invalidDeadline = "invalid-deadline"
  case dateOutsideEffective = "date-outside-effective"
  case missingDue = "missing-due"
  case overlappingWaivers = "overlapping-waivers"

  // Rules against datasets.
  case missingCheck = "missing-check"
  case severalChecks = "several-checks"
  case noUnitColumn = "no-unit-column"
  case wrongColumnType = "wrong-column-type"

  // Expressions.
  case expressionSyntax = "expression-syntax"
  case expressionType = "expression-type"
  case unknownIdentifier = "unknown-identifier"
  case unknownFunction = "unknown-function"
  case notSupported = "not-supported"

  // Legal but suspicious.
  case unbackedRule = "unbacked-rule"
  case uncoveredClause = "uncovered-clause"
  case sameFact = "same-fact"
  case ratioWithoutFilter = "ratio-without-filter"
  case trivialTarget = "trivial-target"
  case standingDutyWithoutPeriod = "standing-duty-without-period"
  case ruleNeverOwed = "rule-never-owed"
  case chainedDeadlines = "chained-deadlines"
  case similarUnitNames = "similar-unit-names"
  case unusedDataset = "unused-dataset"
  case unusedColumn = "unused-column"
  case idleWaiver = "idle-waiver"
  case lapsedWaiver = "lapsed-waiver"
  case untestedViolation = "untested-violation"
  case idleAcknowledgement = "idle-acknowledgement"
}

extension DiagnosticID {
  /// Whether it is about something legal that is probably a mistake: what `check lint` looks for.
  public var isSuspicion: Bool { Self.suspicions.contains(self) }

  private static let suspicions: Set<DiagnosticID> = [
    .unbackedRule, .uncoveredClause, .sameFact, .ratioWithoutFilter, .trivialTarget,
    .standingDutyWithoutPeriod, .ruleNeverOwed, .chainedDeadlines, .similarUnitNames,
    .unusedDataset, .unusedColumn, .idleWaiver, .lapsedWaiver, .untestedViolation,
    .idleAcknowledgement,
  ]
}

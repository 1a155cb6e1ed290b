/// What a diagnostic means, with an example and its cure.
///
/// `check explain ID` prints it and the reference pages are made of it, so that a message, its
/// explanation and the documentation cannot drift apart.
public struct DiagnosticExplanation: Sendable, Hashable {
  /// The fault in a few words.
  public let title: Phrase
  /// Why the program stops or warns there.
  public let meaning: Phrase
  /// What to do about it.
  public let cure: Phrase
  /// A piece of a pack or of a dump that has the fault.
  public let example: String
  /// The same piece put right, where a few words are not enough.
  public let corrected: String?

  /// Makes an explanation.
  ///
  /// - Parameters:
  ///   - title: The fault in a few words.
  ///   - meaning: Why the program stops or warns there.
  ///   - cure: What to do about it.
  ///   - example: A piece that has the fault; a file of a pack by itself, beside sound ones.
  ///   - corrected: The same piece put right.
  public init(
    _ title: Phrase,
    meaning: Phrase,
    cure: Phrase,
    example: String,
    corrected: String? = nil
  ) {
    self.title = title
    self.meaning = meaning
    self.cure = cure
    self.example = example
    self.corrected = corrected
  }
}

extension DiagnosticID {
  /// What the diagnostic means, with an example and its cure.
  public var explanation: DiagnosticExplanation {
    switch self {
    case .unreadableFile: .unreadableFile
    case .linkOutOfPack: .linkOutOfPack
    case .emptyPack: .emptyPack
    case .yamlSyntax: .yamlSyntax
    case .yamlLimit: .yamlLimit
    case .duplicateKey: .duplicateKey
    case .mergeKey: .mergeKey
    case .severalDocuments: .severalDocuments
    case .tab: .tab
    case .encoding: .encoding
    case .customTag: .customTag
    case .unknownAlias: .unknownAlias
    case .expectedMapping: .expectedMapping
    case .expectedList: .expectedList
    case .expectedScalar: .expectedScalar
    case .unknownKey: .unknownKey
    case .missingKey: .missingKey
    case .conflictingKeys: .conflictingKeys
    case .invalidValue: .invalidValue
    case .duplicateSection: .duplicateSection
    case .duplicateID: .duplicateID
    case .unknownName: .unknownName
    case .ambiguousName: .ambiguousName
    case .cyclicGroup: .cyclicGroup
    case .calendarYearMissing: .calendarYearMissing
    case .invalidDeadline: .invalidDeadline
    case .dateOutsideEffective: .dateOutsideEffective
    case .missingDue: .missingDue
    case .overlappingWaivers: .overlappingWaivers
    case .missingCheck: .missingCheck
    case .severalChecks: .severalChecks
    case .noUnitColumn: .noUnitColumn
    case .wrongColumnType: .wrongColumnType
    case .expressionSyntax: .expressionSyntax
    case .expressionType: .expressionType
    case .unknownIdentifier: .unknownIdentifier
    case .unknownFunction: .unknownFunction
    case .notSupported: .notSupported
    case .unbackedRule: .unbackedRule
    case .uncoveredClause: .uncoveredClause
    case .sameFact: .sameFact
    case .ratioWithoutFilter: .ratioWithoutFilter
    case .trivialTarget: .trivialTarget
    case .standingDutyWithoutPeriod: .standingDutyWithoutPeriod
    case .ruleNeverOwed: .ruleNeverOwed
    case .chainedDeadlines: .chainedDeadlines
    case .similarUnitNames: .similarUnitNames
    case .unusedDataset: .unusedDataset
    case .unusedColumn: .unusedColumn
    case .idleWaiver: .idleWaiver
    case .lapsedWaiver: .lapsedWaiver
    case .untestedViolation: .untestedViolation
    case .idleAcknowledgement: .idleAcknowledgement
    }
  }
}

public import Diagnostics
internal import Rules

/// The check kinds: one word a kind, spelt as packs spell it, one folder each.
public enum CheckKind: String, Sendable, Hashable, CaseIterable {
  case evidence
  case ratio
  case measure
  case records
  case unique
  case reference
  case cover
  case compare
  case fresh
}

/// Turns the keys of a rule's check into a bound check.
public enum CheckBinder {
  /// Decodes and binds the check of a rule, or reports why it cannot be.
  ///
  /// - Parameters:
  ///   - context: The rule, the pack and the date.
  ///   - sink: Takes every mistake found in the check's keys and expressions.
  /// - Returns: The check, or nil if a mistake was reported.
  public static func bind(_ context: CheckContext, into sink: inout DiagnosticSink) -> (any Check)?
  {
    guard let kind = CheckKind(rawValue: context.rule.checkKind) else {
      sink.error(
        .missingCheck,
        CheckMessages.unknownCheck(context.rule.checkKind),
        at: context.rule.range,
        help: Suggestion.help(
          for: context.rule.checkKind,
          among: CheckKind.allCases.map(\.rawValue)
        )
      )
      return nil
    }
    var reader = MappingReader(context.rule.checkNode, what: CheckMessages.check(kind.rawValue))
    let check = reader.isMapping ? make(kind, &reader, context) : nil
    let hasErrors = reader.sink.hasErrors
    reader.finish(into: &sink)
    return hasErrors ? nil : check
  }

  private static func make(
    _ kind: CheckKind,
    _ reader: inout MappingReader,
    _ context: CheckContext
  ) -> (any Check)? {
    switch kind {
    case .evidence: EvidenceCheck(&reader, context)
    case .ratio: RatioCheck(&reader, context)
    case .measure: MeasureCheck(&reader, context)
    case .records: RecordsCheck(&reader, context)
    case .unique: UniqueCheck(&reader, context)
    case .reference: ReferenceCheck(&reader, context)
    case .cover: CoverCheck(&reader, context)
    case .compare: CompareCheck(&reader, context)
    case .fresh: FreshCheck(&reader, context)
    }
  }
}

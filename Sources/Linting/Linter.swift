public import CivilTime
internal import Checks
public import Diagnostics
public import Rules

/// Runs every lint over a pack.
public enum Linter {
  /// Looks through a pack.
  ///
  /// With an error in it, only what loading found is reported: names may be missing, and suspicions
  /// about half a pack would be guesses.
  ///
  /// - Parameters:
  ///   - pack: The pack as loaded.
  ///   - known: What loading, binding and reading the tests found.
  ///   - tests: What the tests of the pack show.
  ///   - sources: The texts of the tests' files, beside those of the pack.
  ///   - asOf: The date as of which waivers and deadlines are looked at.
  /// - Returns: Everything found, by place.
  public static func lint(
    _ pack: LoadedPack,
    known: DiagnosticSink,
    tests: ShownVerdicts,
    sources: [SourceText] = [],
    asOf: CivilDate
  ) -> LintReport {
    var sink = known
    let isJudged = !known.hasErrors
    if isJudged {
      let linted = LintedPack(
        rules: pack.ruleSet,
        checks: checks(of: pack.ruleSet, into: &sink),
        tests: tests,
        asOf: asOf,
        places: PackPlaces(pack.roots)
      )
      for lint in LintRegistry.all { lint.look(at: linted, into: &sink) }
    }
    let all =
      pack.sources
      + sources.filter { source in
        !pack.sources.contains { $0.file == source.file }
      }
    return LintReport(
      packName: pack.ruleSet.pack.name,
      asOf: asOf,
      findings: findings(sink, all, warnsOfIdle: isJudged),
      sources: all,
      isWhole: isJudged,
      unreadRemark: pack.unreadRemark
    )
  }

  private static func checks(
    of rules: RuleSet,
    into sink: inout DiagnosticSink
  ) -> [RuleID: any Check] {
    let scopes = DatasetScopes(rules, asOf: .max, utcOffsetSeconds: 0)
    var checks: [RuleID: any Check] = [:]
    for rule in rules.rules {
      let context = CheckContext(rules: rules, rule: rule, scopes: scopes)
      checks[rule.id] = CheckBinder.bind(context, into: &sink)
    }
    return checks
  }

  // MARK: Acknowledgements

  /// Joins warnings with the comments that know of them; errors cannot be explained away.
  private static func findings(
    _ sink: DiagnosticSink,
    _ sources: [SourceText],
    warnsOfIdle: Bool
  ) -> [LintFinding] {
    let acknowledgements = sources.flatMap(Acknowledgement.all)
    var used = Set<Int>()
    let found = sink.diagnostics.map { diagnostic in
      let index = acknowledgements.indices.first { index in
        acknowledgements[index].knows(diagnostic)
      }
      if let index { used.insert(index) }
      return LintFinding(
        diagnostic: diagnostic,
        reason: index.map { acknowledgements[$0].reason }
      )
    }
    let idle = acknowledgements.enumerated().filter { warnsOfIdle && !used.contains($0.offset) }
      .map { LintFinding(diagnostic: $0.element.idleness, reason: nil) }
    return (found + idle).enumerated().sorted { a, b in
      switch (a.element.diagnostic.range?.start, b.element.diagnostic.range?.start) {
      case (nil, nil): a.offset < b.offset
      case (nil, _): true
      case (_, nil): false
      case (let x?, let y?): x == y ? a.offset < b.offset : x < y
      }
    }.map(\.element)
  }
}

extension Acknowledgement {
  /// Returns whether the comment speaks for a warning.
  fileprivate func knows(_ diagnostic: Diagnostic) -> Bool {
    guard diagnostic.severity == .warning, !reason.isEmpty,
      let start = diagnostic.range?.start
    else { return false }
    return start.file == range.start.file && lines.contains(start.line)
      && ids.contains(diagnostic.id.rawValue)
  }

  /// The warning that the comment is good for nothing.
  fileprivate var idleness: Diagnostic {
    let known = DiagnosticID.allCases.map(\.rawValue)
    let unknown = ids.first { !known.contains($0) }
    let message: Phrase
    var help: Phrase?
    if ids.isEmpty || reason.isEmpty {
      message = Phrase(
        vi: "chú thích 'lint' không nêu mã cảnh báo hoặc lý do",
        en: "the 'lint' comment names no warning or gives no reason"
      )
      help = Phrase(vi: "viết '# lint: MÃ: LÝ DO'", en: "write '# lint: ID: REASON'")
    } else if let unknown {
      message = Phrase(vi: "không có cảnh báo '\(unknown)'", en: "there is no warning '\(unknown)'")
      help = Suggestion.help(for: unknown, among: known)
    } else {
      message = Phrase(
        vi: "chú thích 'lint' không ứng với cảnh báo nào nữa",
        en: "the 'lint' comment speaks for no warning any more"
      )
      help = Phrase(vi: "bỏ chú thích này", en: "drop the comment")
    }
    return Diagnostic(
      .idleAcknowledgement,
      severity: .warning,
      message,
      at: range,
      notes: [
        lines == range.start.line...range.start.line
          ? Phrase(vi: "chú thích nói cho dòng này", en: "it speaks for this line")
          : Phrase(
            vi: "chú thích nói cho dòng \(lines.lowerBound) đến \(lines.upperBound)",
            en: "it speaks for lines \(lines.lowerBound) to \(lines.upperBound)"
          )
      ],
      help: help
    )
  }
}

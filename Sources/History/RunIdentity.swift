internal import CivilTime
internal import Digests
internal import Findings
internal import Rules
internal import Scores

/// What makes a run the run it is: its inputs, and what came of them.
///
/// A run with another identity is another run. The results are in, although inputs and tool decide
/// them, so that a mended tool that forgot to change its version cannot pass for the old one.
struct RunIdentity {
  /// The digest of calendar, weekend and holidays.
  let calendarDigest: String
  /// The digest of the scoring table; empty without a scorecard.
  let scoringDigest: String
  /// The selectors, sorted and once each; empty for a whole run.
  let selection: String
  /// The digest of everything.
  let digest: String

  /// Works out the identity of a run.
  init(_ run: Run, scorecard: Scorecard?) {
    calendarDigest = SHA256.hexDigest(of: run.rules.calendarTerms)
    scoringDigest = scorecard.map { Self.digest(of: $0.table) } ?? ""
    selection = Set(run.selectors).sorted().joined(separator: "\n")
    let whole = SHA256()
    let parts = [
      run.asOf.description, run.rules.digest, run.dataDigest, calendarDigest, scoringDigest,
      Tool.version, selection, run.usesWaivers ? "waivers" : "no waivers",
    ]
    for part in parts { whole.update("\(part.utf8.count):\(part)\n") }
    for obligation in run.obligations { whole.update(Self.text(obligation)) }
    for score in scorecard?.units ?? [] { whole.update(Self.text(score)) }
    digest = whole.finish()
  }

  private static func text(_ score: UnitScore) -> String {
    var parts = [
      score.unit.text, score.range?.worst.description ?? "", score.range?.best.description ?? "",
      score.worstBand ?? "", score.bestBand ?? "",
    ]
    parts += [String(score.judged), String(score.undecided), String(score.daysLate)]
    for (name, deductions) in [("certain", score.deductions), ("possible", score.possible)] {
      parts += [name, String(deductions.count)]
      for deduction in deductions {
        parts += [
          deduction.obligation.fingerprint, deduction.verdict.rawValue,
          deduction.row.map(String.init) ?? "", deduction.points.description,
          deduction.counted.description, deduction.sameFactAs?.fingerprint ?? "",
        ]
      }
    }
    for gate in score.gates {
      parts += ["gate", gate.gate, gate.kind.rawValue]
      parts += list(gate.violations.map(\.fingerprint)) + list(gate.undecided.map(\.fingerprint))
    }
    parts += ["waived"] + list(score.waived.map(\.fingerprint))
    for repetition in score.repeated {
      parts += ["repeated", repetition.rule.text] + list(repetition.periods.map(\.description))
    }
    return parts.map { "\($0.utf8.count):\($0)" }.joined(separator: " ") + "\n"
  }

  private static func text(_ obligation: Obligation) -> String {
    var parts = [
      obligation.id.rule.text, obligation.id.unit.text, obligation.id.period?.description ?? "",
      obligation.verdict.rawValue, obligation.reason?.rawValue ?? "",
      obligation.deadline?.nominal.description ?? "",
      obligation.deadline?.effective.description ?? "", obligation.done?.description ?? "",
      obligation.daysLate.map(String.init) ?? "", obligation.waiver ?? "",
      String(obligation.evidenceTotal),
    ]
    if let measured = obligation.measured {
      parts += [
        measured.kind.rawValue, String(measured.trueCount), String(measured.falseCount),
        String(measured.unknownCount), String(measured.perhapsCount),
        measured.extra.map(String.init) ?? "", measured.value ?? "", measured.target ?? "",
      ]
      parts += measured.excluded.map { "\($0.count) \($0.reason)" }
    }
    return parts.map { "\($0.utf8.count):\($0)" }.joined(separator: " ") + "\n"
  }

  /// A list with its length before it, so that no two lists in a row read the same.
  private static func list(_ texts: [String]) -> [String] { [String(texts.count)] + texts }

  private static func digest(of table: Scoring) -> String {
    var parts = [table.base.description, table.floor.description]
    for row in table.deductions {
      parts += [
        "row", row.rule?.text ?? "", row.verdict ?? "", row.severity?.rawValue ?? "",
        row.tag ?? "", row.points.description, row.perDay?.description ?? "",
        row.atMost?.description ?? "",
      ]
    }
    for gate in table.gates {
      parts += [
        "gate", gate.id, gate.title, gate.clause?.description ?? "", String(gate.atLeast),
      ]
      parts += list(gate.tags)
    }
    for band in table.bands { parts += ["band", band.name, band.atLeast.description] }
    return SHA256.hexDigest(of: parts.map { "\($0.utf8.count):\($0)" }.joined(separator: " "))
  }
}

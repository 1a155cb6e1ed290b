internal import CivilTime
internal import Diagnostics
public import Findings
internal import Reports
internal import Rules

/// How verdicts came about: every step, figure and cell that a unit needs to contest one.
public struct VerdictExplanation: Sendable {
  let run: Run
  let obligations: [Obligation]

  /// Makes the explanation of some obligations of a run.
  ///
  /// - Parameters:
  ///   - obligations: The obligations, with their derivations.
  ///   - run: The run that judged them.
  public init(_ obligations: [Obligation], of run: Run) {
    self.obligations = obligations
    self.run = run
  }

  func sheets(masksPersonal: Bool) -> [Sheet] {
    obligations.map {
      VerdictSheet(
        run: run,
        obligation: $0,
        mask: CellMask(run, isOn: masksPersonal),
        masksPersonal: masksPersonal
      )
      .sheet
    }
  }

  func json(_ options: ExplanationOptions) -> JSONValue {
    .object([
      ("schema", .string("check-explain/1")),
      ("kind", .string("verdict")),
      (
        "run",
        .object([
          ("pack", .string(run.rules.pack.name)),
          ("as_of", .string(run.asOf.description)),
          ("as_of_source", .string(run.asOfSource.rawValue)),
          ("rules_digest", .string("sha256:" + run.rules.digest.hexDigits)),
        ])
      ),
      (
        "verdicts",
        .array(
          obligations.map {
            VerdictSheet(
              run: run,
              obligation: $0,
              mask: CellMask(run, isOn: options.masksPersonal),
              masksPersonal: options.masksPersonal
            ).json(options.language)
          }
        )
      ),
    ])
  }
}

extension String {
  /// A digest without the name of its algorithm.
  var hexDigits: String { hasPrefix("sha256:") ? String(dropFirst(7)) : self }
}

// Explaining: answers "what does this rule ask", "how did this verdict come about", "what does this
// message mean" and "what would be read", for people and for programs.
//
// It judges nothing: verdicts come from a run of the engine, demands from the checks themselves, and
// the meaning of diagnostics from where they are declared. It knows no clock and no terminal.

public import Diagnostics
internal import Reports

/// The formats of an explanation.
public enum ExplanationFormat: String, Sendable, Hashable, CaseIterable {
  /// For people.
  case text
  /// For programs: one JSON object.
  case json
}

/// How an explanation is to look, decided once by the command line.
public struct ExplanationOptions: Sendable {
  /// The language of everything printed.
  public var language: Language
  /// Whether personal data are masked.
  public var masksPersonal: Bool
  /// Whether colours are used; in text only.
  public var usesColor: Bool
  /// The columns of the terminal; nil breaks no line.
  public var width: Int?

  /// Makes options for plain text that is not shown on a terminal.
  public init(
    language: Language,
    masksPersonal: Bool = false,
    usesColor: Bool = false,
    width: Int? = nil
  ) {
    self.language = language
    self.masksPersonal = masksPersonal
    self.usesColor = usesColor
    self.width = width
  }
}

/// One answer of `check explain`.
public enum Explanation: Sendable {
  /// What messages mean.
  case messages([MessageExplanation])
  /// What a rule asks of whom.
  case rule(RuleExplanation)
  /// How verdicts came about.
  case verdicts(VerdictExplanation)
  /// What a run would read and judge.
  case plan(PlanExplanation)

  /// Writes the answer as a whole file or stream, in UTF-8.
  ///
  /// The same answer and options give the same bytes.
  public func render(_ format: ExplanationFormat, _ options: ExplanationOptions) -> [UInt8] {
    switch format {
    case .text:
      let sheets =
        switch self {
        case .messages(let messages): messages.map(\.sheet)
        case .rule(let rule): [rule.sheet]
        case .verdicts(let verdicts): verdicts.sheets(masksPersonal: options.masksPersonal)
        case .plan(let plan): [plan.sheet]
        }
      return Sheet.render(sheets, options)
    case .json:
      let value =
        switch self {
        case .messages(let messages): MessageExplanation.json(messages, options.language)
        case .rule(let rule): rule.json(options.language)
        case .verdicts(let verdicts): verdicts.json(options)
        case .plan(let plan): plan.json
        }
      return value.rendered
    }
  }
}

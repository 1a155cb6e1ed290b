internal import CivilTime
internal import Digests
internal import Findings
internal import History
internal import Rules

extension Standing {
  /// Where an obligation stands.
  init(_ obligation: Obligation) {
    let verdict = obligation.verdict
    self = verdict.isViolation ? .violation : verdict.isUndecided ? .open : .clear
  }
}

extension Obligation {
  /// A digest of what a message tells of the obligation: verdict, cause, dates and figures.
  ///
  /// Days late are not in it: they grow by themselves, and a day more is nothing new.
  var toldState: String {
    var parts = [
      verdict.rawValue, reason?.rawValue, deadline?.effective.description, done?.description,
      waiver,
    ]
    if let measured {
      parts += [
        measured.kind.rawValue, String(measured.trueCount), String(measured.falseCount),
        String(measured.unknownCount), String(measured.perhapsCount),
        String(measured.excludedCount), measured.extra.map(String.init), measured.value,
        measured.target,
      ]
    }
    if verdict.isUndecided { parts += openCause.datasets.map(\.text) }
    let text = parts.map { part in part.map { "\($0.utf8.count):\($0)" } ?? "-" }
    return String(SHA256.hexDigest(of: text.joined(separator: " ")).prefix(16))
  }
}

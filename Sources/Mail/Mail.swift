// Mail: what a run tells whom by mail – what is worth telling, in which words, as which bytes.
//
// Everything comes from a run, from what was told before and from the pack's policy; the same three
// give the same bytes but for the header Date. Nothing here sends, keeps or reads anything, and
// nothing asks the clock.

public import Rules

/// Whom a message is for.
public enum Audience: Sendable, Hashable {
  /// A unit of the register: what it owes, and nothing of another unit's rows.
  case unit(UnitID)
  /// Leadership or the focal unit: the whole run in short; nil for whoever the fallback reaches.
  case digest(UnitID?)

  /// The name by which the outbox knows it.
  public var text: String {
    switch self {
    case .unit(let unit): "unit:\(unit.text)"
    case .digest(let unit): unit.map { "digest:\($0.text)" } ?? "digest"
    }
  }
}

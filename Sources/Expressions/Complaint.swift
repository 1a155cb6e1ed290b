internal import Diagnostics

/// What is wrong with an expression, in words, and what to do about it.
struct Complaint: Sendable, Hashable {
  let id: DiagnosticID
  let message: Phrase
  var help: Phrase?

  init(_ id: DiagnosticID, vi: String, en: String, help: Phrase? = nil) {
    self.id = id
    message = Phrase(vi: vi, en: en)
    self.help = help
  }

  /// Makes a complaint about something that CEL has and this language refuses.
  init(refused vi: String, _ en: String, help: Phrase? = nil) {
    self.init(.notSupported, vi: vi, en: en, help: help)
  }

  /// Makes a complaint about types that do not go together.
  init(type vi: String, _ en: String, help: Phrase? = nil) {
    self.init(.expressionType, vi: vi, en: en, help: help)
  }
}

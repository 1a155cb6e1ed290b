/// How bad a diagnostic is.
public enum DiagnosticSeverity: String, Sendable, Hashable {
  /// The pack cannot be used.
  case error
  /// Legal but suspicious.
  case warning
}

/// One remark about a rule pack or a file, never about compliance.
public struct Diagnostic: Sendable, Hashable {
  /// The stable id, such as `unknown-key`.
  public let id: DiagnosticID
  /// Whether the pack is unusable.
  public let severity: DiagnosticSeverity
  /// One phrase without a final stop.
  public let message: Phrase
  /// The place, or nil for a remark about the pack as a whole.
  public let range: SourceRange?
  /// Further facts, one line each.
  public let notes: [Phrase]
  /// What to do, if that is known.
  public let help: Phrase?

  /// Makes a diagnostic.
  public init(
    _ id: DiagnosticID,
    severity: DiagnosticSeverity = .error,
    _ message: Phrase,
    at range: SourceRange?,
    notes: [Phrase] = [],
    help: Phrase? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.range = range
    self.notes = notes
    self.help = help
  }
}

/// Collects diagnostics so that all of them are reported in one run.
public struct DiagnosticSink: Sendable {
  /// What was collected, in the order of arrival.
  public private(set) var diagnostics: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []

  /// Makes an empty sink.
  public init() {}

  /// Whether an error was collected.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Adds a diagnostic, once.
  public mutating func add(_ diagnostic: Diagnostic) {
    guard seen.insert(diagnostic).inserted else { return }
    diagnostics.append(diagnostic)
  }

  /// Adds an error.
  public mutating func error(
    _ id: DiagnosticID,
    _ message: Phrase,
    at range: SourceRange?,
    notes: [Phrase] = [],
    help: Phrase? = nil
  ) {
    add(Diagnostic(id, message, at: range, notes: notes, help: help))
  }

  /// Adds a warning.
  public mutating func warning(
    _ id: DiagnosticID,
    _ message: Phrase,
    at range: SourceRange?,
    notes: [Phrase] = [],
    help: Phrase? = nil
  ) {
    add(Diagnostic(id, severity: .warning, message, at: range, notes: notes, help: help))
  }

  /// Returns the diagnostics by file, line and column; those without a place come first.
  public func sorted() -> [Diagnostic] {
    diagnostics.enumerated().sorted { a, b in
      switch (a.element.range?.start, b.element.range?.start) {
      case (nil, nil): a.offset < b.offset
      case (nil, _): true
      case (_, nil): false
      case (let x?, let y?): x == y ? a.offset < b.offset : x < y
      }
    }.map(\.element)
  }
}

/// The errors of a pack, thrown once all of them are known.
public struct DiagnosticsError: Error, Sendable {
  /// What was found, errors and warnings, in the order to print.
  public let diagnostics: [Diagnostic]
  /// The texts that the locations point into.
  public let sources: [SourceText]

  /// Makes the error.
  public init(diagnostics: [Diagnostic], sources: [SourceText]) {
    self.diagnostics = diagnostics
    self.sources = sources
  }
}

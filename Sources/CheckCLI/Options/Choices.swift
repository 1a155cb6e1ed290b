internal import ArgumentParser
internal import Diagnostics
internal import Rules

/// When colours are used.
enum ColorChoice: String, Sendable, CaseIterable, ExpressibleByArgument {
  /// On a terminal, unless `NO_COLOR` is set.
  case auto
  /// Always.
  case always
  /// Never.
  case never
}

/// From which severity on violations count for the exit code.
enum FailOnChoice: String, Sendable, CaseIterable, ExpressibleByArgument {
  /// Any violation.
  case minor
  /// The grave and the gravest.
  case major
  /// Only the gravest.
  case critical
  /// None.
  case never

  /// The severity; nil for none.
  var severity: Severity? {
    switch self {
    case .minor: .minor
    case .major: .major
    case .critical: .critical
    case .never: nil
    }
  }
}

/// The language of everything printed.
enum LanguageChoice: String, Sendable, CaseIterable, ExpressibleByArgument {
  /// Vietnamese.
  case vi
  /// English.
  case en

  /// The language.
  var language: Language {
    switch self {
    case .vi: .vi
    case .en: .en
    }
  }
}

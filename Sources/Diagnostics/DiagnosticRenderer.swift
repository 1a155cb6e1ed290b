/// Renders diagnostics as text: place, message, source line with carets, notes and help.
public struct DiagnosticRenderer: Sendable {
  private let language: Language
  private let sources: [String: SourceText]

  /// Makes a renderer.
  ///
  /// - Parameters:
  ///   - language: The language of messages and labels.
  ///   - sources: The texts that locations may point into.
  public init(language: Language, sources: [SourceText]) {
    self.language = language
    self.sources = Dictionary(sources.map { ($0.file, $0) }) { first, _ in first }
  }

  /// Renders one diagnostic as lines, each ended by a line feed.
  public func render(_ diagnostic: Diagnostic) -> String {
    var text = heading(diagnostic, label(diagnostic.severity))
    if let range = diagnostic.range { text += excerpt(range) }
    for note in diagnostic.notes {
      text += "  \(word(vi: "ghi chú", en: "note")): \(printable(note.text(language)))\n"
    }
    if let help = diagnostic.help {
      text += "  \(word(vi: "cách sửa", en: "help")): \(printable(help.text(language)))\n"
    }
    return text
  }

  /// Renders a diagnostic that the author of the text knows of: its message and why it may stay.
  public func render(_ diagnostic: Diagnostic, knownBecause reason: String) -> String {
    heading(diagnostic, word(vi: "đã biết", en: "known"))
      + "  \(word(vi: "lý do", en: "reason")): \(printable(reason))\n"
  }

  private func heading(_ diagnostic: Diagnostic, _ label: String) -> String {
    var text = ""
    if let start = diagnostic.range?.start {
      text += "\(printable(start.file)):\(start.line):\(start.column): "
    }
    return text
      + "\(label): [\(diagnostic.id.rawValue)] \(printable(diagnostic.message.text(language)))\n"
  }

  /// Renders several diagnostics, one after the other.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(render).joined()
  }

  private func label(_ severity: DiagnosticSeverity) -> String {
    switch severity {
    case .error: word(vi: "lỗi", en: "error")
    case .warning: word(vi: "cảnh báo", en: "warning")
    }
  }

  private func word(vi: String, en: String) -> String {
    Phrase(vi: vi, en: en).text(language)
  }

  /// How much of a long source line is shown, in scalars, and how much of it before the carets.
  private static let window = (length: 160, before: 60)

  /// Draws the source line and carets below the range.
  ///
  /// Combining marks take no column on screen, so the caret line repeats them as nothing; tabs are
  /// repeated so that both lines indent alike. Of a long line only the part around the carets is
  /// shown, and control characters are shown as a replacement character.
  private func excerpt(_ range: SourceRange) -> String {
    guard let line = sources[range.start.file]?.line(range.start.line) else { return "" }
    let gutter = "\(range.start.line)"
    let margin = String(repeating: " ", count: gutter.utf8.count)
    let scalars = Array(line.unicodeScalars)
    let column = min(max(range.start.column - 1, 0), scalars.count)
    let isLong = scalars.count > Self.window.length
    let first = isLong ? max(0, column - Self.window.before) : 0
    let shown = scalars[first...].prefix(isLong ? Self.window.length : scalars.count)
    var text = String(first > 0 ? "…" : "")
    var indent = String(first > 0 ? " " : "")
    for scalar in shown { text.unicodeScalars.append(scalar.isControl ? "\u{FFFD}" : scalar) }
    if shown.endIndex < scalars.count { text += "…" }
    for scalar in scalars[first..<column] where !scalar.isInvisible {
      indent += scalar == "\t" ? "\t" : " "
    }
    let marked = shown.suffix(from: column).prefix(range.length)
    let carets = String(repeating: "^", count: max(1, marked.count { !$0.isInvisible }))
    return " \(gutter) | \(text)\n \(margin) | \(indent)\(carets)\n"
  }
}

/// Writes control and direction characters of quoted names as `\u{1B}`, so that a pack can neither
/// break a message's line nor steer the terminal.
private func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { $0.isControl || $0 == "\t" }) else { return text }
  return text.unicodeScalars.reduce(into: "") { result, scalar in
    if scalar.isControl || scalar == "\t" {
      result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar draws nothing of its own: it combines with another, or only formats.
  fileprivate var isInvisible: Bool {
    if isControl { return false }
    return switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    case .format: self != "\u{AD}"
    default: false
    }
  }

  /// Whether the scalar steers a terminal: controls but the tab, line ends, direction overrides.
  fileprivate var isControl: Bool {
    switch self {
    case "\t": false
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": true
    case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": true
    default: false
    }
  }
}

internal import Diagnostics

/// One `--select KIND:VALUE`.
struct Selector: Sendable, Hashable {
  /// What is selected by.
  enum Kind: String, Sendable, CaseIterable {
    /// A rule's id; `*` stands for any characters.
    case rule
    /// A unit's id, name or alias, or a group's id.
    case unit
    /// A clause and everything below it, such as `kh57/IV`.
    case clause
    /// A tag.
    case tag
    /// A severity and everything graver.
    case severity
  }

  /// What is selected by.
  let kind: Kind
  /// The value, as given.
  let value: String

  /// Reads a selector.
  ///
  /// - Parameters:
  ///   - text: Such as `rule:chu-ky-so` or `clause:kh57/IV`.
  ///   - language: The language of messages.
  /// - Throws: `Failure` if there is no such kind, or no value.
  init(_ text: String, _ language: Language) throws {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let word = parts.first.map(String.init) ?? ""
    let kinds = Kind.allCases.map(\.rawValue)
    guard let kind = Kind(rawValue: word) else {
      let list = kinds.map { "\($0):…" }.joined(separator: ", ")
      let message = Phrase(
        vi: "--select '\(text)' không rõ chọn theo gì (có: \(list))",
        en: "--select '\(text)' does not say what to select by (there are: \(list))"
      )
      throw Failure.usage(message, language, help: Suggestion.help(for: word, among: kinds))
    }
    guard parts.count == 2, !parts[1].isEmpty else {
      let message = Phrase(
        vi: "--select '\(text)' thiếu giá trị sau '\(word):'",
        en: "--select '\(text)' has no value after '\(word):'"
      )
      throw Failure.usage(message, language)
    }
    self.kind = kind
    value = String(parts[1])
  }
}

/// A pattern in which `*` stands for any characters, none included.
struct Glob {
  private let pieces: [Substring]
  /// Whether the pattern holds a `*` at all.
  let isPattern: Bool

  init(_ pattern: String) {
    pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
    isPattern = pieces.count > 1
  }

  /// Returns whether a text fits from end to end.
  func matches(_ text: String) -> Bool {
    guard let first = pieces.first, let last = pieces.last, isPattern else {
      return text == pieces.first.map(String.init)
    }
    guard text.hasPrefix(first) else { return false }
    var rest = text.dropFirst(first.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let range = rest.firstRange(of: piece) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.count >= last.count && rest.hasSuffix(last)
  }
}

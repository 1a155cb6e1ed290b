internal import Diagnostics

/// A sentence of ArgumentParser with gaps: its fixed parts, and what fills them.
struct UsageSentence {
  private let pieces: [String]

  /// Makes a sentence from its text, with a star for every gap.
  init(_ text: String) {
    pieces = text.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
  }

  /// Returns what fills the gaps, each as little as can be; nil if it is another sentence.
  func parts(of text: some StringProtocol) -> [String]? {
    guard let first = pieces.first, let last = pieces.last, text.hasPrefix(first)
    else { return nil }
    var rest = text.dropFirst(first.count)[...]
    var parts: [String] = []
    for piece in pieces.dropFirst().dropLast() {
      guard let found = rest.firstRange(of: piece) else { return nil }
      parts.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    guard rest.hasSuffix(last) else { return nil }
    return parts + [String(rest.dropLast(last.count))]
  }

  /// Returns the text with the gaps filled.
  private func filled(with parts: [String]) -> String {
    zip(pieces, parts + [""]).map { $0 + $1 }.joined()
  }

  // MARK: The sentences

  /// What ArgumentParser says of wrong command lines; the first that fits counts.
  ///
  /// - SeeAlso: swift-argument-parser 1.8.2, `Usage/UsageGenerator.swift`.
  private static let known: [(en: String, vi: String)] = [
    ("Unknown option '*'. Did you mean '*'?", "không có tuỳ chọn '*'; có phải ý bạn là '*'?"),
    (
      "Unknown option '*'\n   or: Missing value for '*' in '*'",
      "không có tuỳ chọn '*', hoặc thiếu giá trị cho '*' trong '*'"
    ),
    ("Unknown option '*'", "không có tuỳ chọn '*'"),
    ("Invalid option: *", "tuỳ chọn viết sai: *"),
    ("Missing value for '*'", "thiếu giá trị cho '*'"),
    (
      "The option '*' does not take any value, but '*' was specified.",
      "tuỳ chọn '*' không nhận giá trị, nhưng lại có '*'"
    ),
    ("Unexpected argument '*'", "thừa '*'"),
    ("* unexpected arguments: '*'", "thừa * mục: '*'"),
    ("Missing expected argument '*'", "thiếu '*'"),
    ("Missing one of: '*'", "thiếu một trong: '*'"),
    (
      "The value '*' is invalid for '*'. Please provide one of '*' and '*'.",
      "giá trị '*' không dùng được cho '*'; viết '*' hoặc '*'"
    ),
    (
      "The value '*' is invalid for '*'. Please provide one of '*' or '*'.",
      "giá trị '*' không dùng được cho '*'; viết '*' hoặc '*'"
    ),
    (
      "The value '*' is invalid for '*'. Please provide one of the following:\n*",
      "giá trị '*' không dùng được cho '*'; viết một trong:\n*"
    ),
    ("The value '*' is invalid for '*'", "giá trị '*' không dùng được cho '*'"),
  ]

  /// Says a sentence in a language; one that is not known stays as it is.
  static func said(_ message: String, _ language: Language) -> String {
    guard language == .vi else { return message }
    for sentence in known {
      if let parts = UsageSentence(sentence.en).parts(of: message) {
        return UsageSentence(sentence.vi).filled(with: parts)
      }
    }
    return message
  }

  /// Returns the first word that a message calls unexpected.
  static func unexpectedArgument(in message: String) -> String? {
    UsageSentence("Unexpected argument '*'").parts(of: message)?[0]
      ?? UsageSentence("* unexpected arguments: '*', '*'").parts(of: message)?[1]
  }
}

/// The language of everything the program prints.
public enum Language: String, Sendable, Hashable, CaseIterable {
  /// Vietnamese, the default.
  case vi
  /// English.
  case en
}

/// A piece of text for people, in both languages of the program.
///
/// Every message is written in both languages at the place that knows its meaning; the choice is
/// made only where the text is printed.
public struct Phrase: Sendable, Hashable {
  /// The Vietnamese text.
  public let vi: String
  /// The English text.
  public let en: String

  /// Makes a phrase of the two texts.
  public init(vi: String, en: String) {
    self.vi = vi
    self.en = en
  }

  /// Makes a phrase that reads the same in both languages, such as a name or a number.
  public init(verbatim text: String) {
    self.init(vi: text, en: text)
  }

  /// Returns the text in one language.
  public func text(_ language: Language) -> String {
    switch language {
    case .vi: vi
    case .en: en
    }
  }
}

extension Phrase {
  /// Joins two phrases, each language by itself.
  public static func + (a: Phrase, b: Phrase) -> Phrase {
    Phrase(vi: a.vi + b.vi, en: a.en + b.en)
  }

  /// Appends the same text in both languages.
  public static func + (a: Phrase, b: String) -> Phrase {
    Phrase(vi: a.vi + b, en: a.en + b)
  }
}

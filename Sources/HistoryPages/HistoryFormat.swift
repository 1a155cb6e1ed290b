// HistoryPages: recorded runs, what lies between them and where they lead, as text and JSON.
//
// It opens no file and works out no difference: it shows what History read.

public import Diagnostics
internal import Reports

/// The formats in which a history is shown.
public enum HistoryFormat: String, Sendable, Hashable, CaseIterable {
  /// For people.
  case text
  /// For programs: one JSON object.
  case json
}

/// How a page of a history is to look.
public struct HistoryStyle: Sendable {
  /// The language of everything printed.
  public var language: Language
  /// Whether colours are used; in text only.
  public var usesColor: Bool
  /// The columns of the terminal; nil breaks no line.
  public var width: Int?

  /// Makes a style.
  public init(language: Language, usesColor: Bool = false, width: Int? = nil) {
    self.language = language
    self.usesColor = usesColor
    self.width = width
  }

  /// Starts a page of text.
  var page: Page { Page(usesColor: usesColor, width: width) }

  /// Returns a phrase in the language.
  func text(_ phrase: Phrase) -> String { phrase.text(language) }
}

/// Something of a history that is shown on a page of its own.
public protocol HistoryPage: Sendable {
  /// Writes the page for people.
  func text(_ style: HistoryStyle) -> String
  /// Writes the page for programs: one JSON object.
  func json(_ language: Language) -> [UInt8]
}

extension HistoryPage {
  /// Writes the page as a whole file or stream, in UTF-8; the same page gives the same bytes.
  public func render(_ format: HistoryFormat, _ style: HistoryStyle) -> [UInt8] {
    switch format {
    case .text: Array(text(style).utf8)
    case .json: json(style.language)
    }
  }
}

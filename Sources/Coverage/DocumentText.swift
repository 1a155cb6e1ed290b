public import Rules
internal import VietnameseText

/// What the document's own text says beside the pack: quotations that do not occur in it, and
/// sentences with a figure or a date that no clause seems to cover.
///
/// The first is proof; the second is a help for a reader, not proof: a sentence counts as covered if
/// it holds seven tenths of the words of some clause's summary.
public struct DocumentText: Sendable {
  /// A quotation of the pack that the text does not hold.
  public struct Misquotation: Sendable, Hashable {
    /// Where the pack quotes: a clause or a rule.
    public let place: String
    /// The quotation.
    public let phrase: String

    /// Makes a misquotation.
    public init(place: String, phrase: String) {
      self.place = place
      self.phrase = phrase
    }
  }

  /// A sentence of the text.
  public struct Sentence: Sendable, Hashable {
    /// Its first line in the text, from 1.
    public let line: Int
    /// The sentence, with single spaces.
    public let text: String

    /// Makes a sentence.
    public init(line: Int, text: String) {
      self.line = line
      self.text = text
    }
  }

  /// Quotations that the text does not hold.
  public let misquotations: [Misquotation]
  /// Sentences with a figure, a date or a word of obligation that no clause seems to cover.
  public let uncovered: [Sentence]

  /// Words that make a sentence an obligation to measure, besides digits.
  private static let signs = ["tối thiểu", "tối đa", "trước ngày", "chậm nhất", "hằng tháng"]
  /// The share of a summary's words that a sentence must hold: seven tenths.
  private static let share = (parts: 7, of: 10)

  /// Compares a document of a pack with its own text.
  ///
  /// - Parameters:
  ///   - text: The whole text.
  ///   - document: The document.
  ///   - rules: The pack.
  public init(_ text: String, of document: Document, in rules: RuleSet) {
    let folded = NameFolding.fold(text)
    var quoted = document.clauses.flatMap { clause in
      Self.quotations(in: clause.summary).map { ("\(document.id)/\(clause.id)", $0) }
    }
    for rule in rules.rules where rule.clauses.contains(where: { $0.document == document.id }) {
      quoted += Self.quotations(in: rule.title).map { (rule.id.text, $0) }
    }
    misquotations = quoted.filter { !folded.contains(NameFolding.fold($0.1)) }
      .map { Misquotation(place: $0.0, phrase: $0.1) }
    let summaries = document.clauses.map { Self.words($0.summary) }.filter { !$0.isEmpty }
    uncovered = Self.sentences(text).filter { sentence in
      guard Self.isMeasurable(sentence.text) else { return false }
      let words = Self.words(sentence.text)
      return !summaries.contains { summary in
        summary.intersection(words).count * Self.share.of >= summary.count * Self.share.parts
      }
    }
  }

  private static func isMeasurable(_ sentence: String) -> Bool {
    let folded = NameFolding.fold(sentence)
    return folded.contains { ("0"..."9").contains($0) }
      || signs.contains { folded.contains(NameFolding.fold($0)) }
  }

  private static func words(_ text: String) -> Set<Substring> {
    Set(NameFolding.fold(text).split { !($0.isLetter || $0.isNumber || $0 == "%") })
  }

  /// Splits a text at full stops, semicolons and empty lines; a line feed within is a space.
  private static func sentences(_ text: String) -> [Sentence] {
    var sentences: [Sentence] = []
    var current = ""
    var start = 1
    var line = 1
    var previous: Character = "\n"
    func isEnd(_ character: Character, next: Character?) -> Bool {
      character == ";" || (character == "." && (next?.isWhitespace ?? true))
    }
    func close() {
      let words = current.split(whereSeparator: \.isWhitespace)
      if !words.isEmpty {
        sentences.append(Sentence(line: start, text: words.joined(separator: " ")))
      }
      current = ""
    }
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      let after = text.index(after: index)
      let next = after < text.endIndex ? text[after] : nil
      if current.allSatisfy(\.isWhitespace) { start = line }
      current.append(character)
      if character.isNewline {
        line += 1
        if previous.isNewline { close() }
      } else if isEnd(character, next: next) {
        close()
      }
      if !character.isWhitespace || character.isNewline { previous = character }
      index = after
    }
    close()
    return sentences
  }

  /// The phrases between quotation marks.
  private static func quotations(in text: String) -> [String] {
    let closing: [Character: Character] = ["“": "”", "«": "»", "\"": "\""]
    var phrases: [String] = []
    var open: (mark: Character, phrase: String)?
    for character in text {
      if let quotation = open {
        if character == quotation.mark {
          if !quotation.phrase.isEmpty { phrases.append(quotation.phrase) }
          open = nil
        } else {
          open?.phrase.append(character)
        }
      } else if let mark = closing[character] {
        open = (mark, "")
      }
    }
    return phrases
  }
}

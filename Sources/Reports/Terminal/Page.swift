internal import VietnameseText

/// A text for a terminal in the making: escaped, styled, and broken into lines that fit.
///
/// Everything printed goes through `line`, which alone writes control sequences: text from packs
/// and data can never carry one to the terminal.
public struct Page {
  /// How a stretch of text looks.
  public enum Style: String, Sendable {
    /// As the terminal writes.
    case plain = ""
    /// Bold.
    case strong = "1"
    /// Pale.
    case faint = "2"
    /// Red.
    case bad = "31"
    /// Green.
    case good = "32"
    /// Yellow.
    case doubtful = "33"
    /// Bold and cyan.
    case title = "1;36"
  }

  /// A stretch of text of one style.
  public struct Span: Sendable {
    /// The text, not yet escaped.
    public let text: String
    /// How it looks.
    public let style: Style

    /// Makes a stretch of text.
    public init(_ text: String, _ style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  /// What was written so far.
  public private(set) var text = ""
  private let usesColor: Bool
  private let width: Int?
  /// The style that the terminal is in.
  private var style = Style.plain

  /// Makes an empty page.
  ///
  /// - Parameters:
  ///   - usesColor: Whether styles are written.
  ///   - width: The columns to fit into; nil breaks no line.
  public init(usesColor: Bool, width: Int?) {
    self.usesColor = usesColor
    self.width = width.map { max(40, $0) }
  }

  /// The columns to fit into, if there is a limit.
  public var columns: Int? { width }

  /// Adds an empty line, unless the page ends in one or is empty.
  public mutating func blank() {
    guard !text.isEmpty, !text.hasSuffix("\n\n") else { return }
    text += "\n"
  }

  /// Adds one line, broken between words if it does not fit.
  ///
  /// - Parameters:
  ///   - spans: The texts, side by side.
  ///   - indent: The columns in front.
  ///   - hanging: The further columns in front of continuation lines.
  public mutating func line(_ spans: [Span], indent: Int = 0, hanging: Int = 2) {
    let spans = spans.map { Span(PrintableText.escaped($0.text), $0.style) }
    text += String(repeating: " ", count: indent)
    if width == nil, !usesColor {
      for span in spans { text += span.text }
      text += "\n"
      return
    }
    var column = indent
    var isLineStart = true
    for word in Self.words(of: spans) {
      let needed = column + (isLineStart ? 0 : word.spaces) + word.width
      if let width, needed > width, !isLineStart {
        switchStyle(to: .plain)
        text += "\n" + String(repeating: " ", count: indent + hanging)
        column = indent + hanging
        isLineStart = true
      }
      if !isLineStart {
        if word.pieces.first?.style != style { switchStyle(to: .plain) }
        text += String(repeating: " ", count: word.spaces)
        column += word.spaces
      }
      for piece in word.pieces {
        switchStyle(to: piece.style)
        text += piece.text
      }
      column += word.width
      isLineStart = false
    }
    switchStyle(to: .plain)
    text += "\n"
  }

  /// Adds one line of plain text.
  public mutating func line(_ text: String, indent: Int = 0, hanging: Int = 2) {
    line([Span(text)], indent: indent, hanging: hanging)
  }

  /// Adds one line of a table, laid out and escaped already, indented by two.
  public mutating func table(_ line: String, _ style: Style) {
    text += "  "
    switchStyle(to: style)
    text += line
    switchStyle(to: .plain)
    text += "\n"
  }

  private mutating func switchStyle(to next: Style) {
    guard usesColor, next != style else { return }
    if style != .plain { text += "\u{1B}[0m" }
    if next != .plain { text += "\u{1B}[\(next.rawValue)m" }
    style = next
  }
}

extension Page {
  /// What must not be broken: pieces between spaces, perhaps of several styles.
  private struct Word {
    var spaces: Int
    var pieces: [Span] = []
    var width = 0
  }

  private static func words(of spans: [Span]) -> [Word] {
    var words: [Word] = []
    var word = Word(spaces: 0)
    for span in spans {
      var piece = ""
      func finishPiece(_ word: inout Word) {
        guard !piece.isEmpty else { return }
        word.pieces.append(Span(piece, span.style))
        word.width += DisplayWidth.of(piece)
        piece = ""
      }
      for character in span.text {
        guard character == " " else {
          piece.append(character)
          continue
        }
        finishPiece(&word)
        if word.pieces.isEmpty {
          word.spaces += 1
        } else {
          words.append(word)
          word = Word(spaces: 1)
        }
      }
      finishPiece(&word)
    }
    if !word.pieces.isEmpty { words.append(word) }
    return words
  }
}

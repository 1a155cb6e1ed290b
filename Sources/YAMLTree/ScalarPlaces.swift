internal import Diagnostics

/// Finds out where each Unicode scalar of a YAML text stands in its file.
///
/// Only diagnostics need this, so it is worked out again from the file's text when asked for and
/// costs nothing on the good path. The walk follows the YAML 1.2.2 rules of quoting (§7.3) and
/// block scalars (§8.1); where the file cannot be followed, the remaining places are the last one
/// that was certain.
struct ScalarPlaces {
  /// A line and a column, both from 1.
  struct Place: Equatable {
    var line: Int
    var column: Int
  }

  /// One place for each scalar of the text, and one for its end.
  private(set) var places: [Place] = []

  private let text: [Unicode.Scalar]
  private let source: SourceText
  private var here: Place
  private var current: [Unicode.Scalar] = []

  init(text: [Unicode.Scalar], style: ScalarStyle, start: SourceLocation, source: SourceText) {
    self.text = text
    self.source = source
    here = Place(line: start.line, column: start.column)
    current = Self.line(here.line, of: source)
    switch style {
    case .plain: walkFlow(quote: nil)
    case .singleQuoted: walkFlow(quote: "'")
    case .doubleQuoted: walkFlow(quote: "\"")
    case .literal, .folded: walkBlock()
    case .none: break
    }
    while places.count <= text.count { places.append(here) }
  }

  private static func line(_ number: Int, of source: SourceText) -> [Unicode.Scalar] {
    source.line(number).map { Array($0.unicodeScalars) } ?? []
  }

  /// The scalar at the present place, or nil at the line's end.
  private var scalar: Unicode.Scalar? {
    here.column <= current.count ? current[here.column - 1] : nil
  }

  private mutating func nextLine() {
    here = Place(line: here.line + 1, column: 1)
    current = Self.line(here.line, of: source)
  }

  private mutating func skipSpaces() {
    while let scalar, scalar == " " || scalar == "\t" { here.column += 1 }
  }

  /// Whether only spaces follow on the present line.
  private var isRestBlank: Bool {
    current.dropFirst(here.column - 1).allSatisfy { $0 == " " || $0 == "\t" }
  }

  // MARK: Plain and quoted text

  private mutating func walkFlow(quote: Unicode.Scalar?) {
    if quote != nil { here.column += 1 }
    while places.count < text.count {
      if isRestBlank {
        guard crossLineBreak() else { return }
      } else if quote == "\"", scalar == "\\" {
        guard crossEscape() else { return }
      } else {
        guard scalar == text[places.count] else { return }
        places.append(here)
        here.column += quote == "'" && scalar == "'" ? 2 : 1
      }
    }
    places.append(here)
  }

  /// Follows one folded line break: the text has a space, or a line feed for each empty line.
  private mutating func crossLineBreak() -> Bool {
    let breakPlace = here
    nextLine()
    var emptyLines = 0
    while isRestBlank {
      guard source.line(here.line) != nil else { return false }
      emptyLines += 1
      nextLine()
    }
    skipSpaces()
    for _ in 0..<max(1, emptyLines) where places.count < text.count {
      places.append(breakPlace)
    }
    return true
  }

  private mutating func crossEscape() -> Bool {
    let start = here
    here.column += 1
    guard let kind = scalar else {
      // An escaped line break stands for nothing.
      nextLine()
      skipSpaces()
      return true
    }
    places.append(start)
    let digits: [Unicode.Scalar: Int] = ["x": 2, "u": 4, "U": 8]
    here.column += 1 + (digits[kind] ?? 0)
    return here.column <= current.count + 1
  }

  // MARK: Block scalars

  private mutating func walkBlock() {
    nextLine()
    let skipped = indentation()
    while places.count < text.count, source.line(here.line) != nil {
      here.column = min(skipped, current.count) + 1
      while places.count < text.count {
        guard let scalar else { break }
        let wanted = text[places.count]
        if wanted == scalar {
          places.append(here)
          here.column += 1
        } else if wanted == " " || wanted == "\n" {
          // The fold of an earlier line break.
          places.append(here)
        } else {
          return
        }
      }
      let end = here
      if places.count < text.count, text[places.count] == "\n" || text[places.count] == " " {
        places.append(end)
      }
      nextLine()
    }
  }

  /// How many leading spaces of each line are no part of the text.
  private func indentation() -> Int {
    var number = here.line
    while let line = source.line(number) {
      let spaces = line.unicodeScalars.prefix { $0 == " " }.count
      if spaces < line.unicodeScalars.count {
        let own = text.drop { $0 == "\n" }.prefix { $0 == " " }.count
        return max(0, spaces - own)
      }
      number += 1
    }
    return 0
  }
}

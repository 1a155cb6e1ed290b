internal import Diagnostics
internal import Reports

/// A text in the making: a title, what stands under it, and sections of lines.
struct Sheet {
  /// One line, broken between words where it does not fit.
  struct Line {
    var text: Phrase
    var indent = 0
    var style = Page.Style.plain
  }

  /// A heading with its lines.
  struct Section {
    var heading: Phrase
    var lines: [Line]
  }

  var title: Phrase
  var subtitle: [Line] = []
  private(set) var sections: [Section] = []

  init(title: Phrase) {
    self.title = title
  }

  /// Adds a section, unless it has no lines.
  mutating func add(_ heading: Phrase, _ lines: [Line]) {
    if !lines.isEmpty { sections.append(Section(heading: heading, lines: lines)) }
  }

  /// Adds a section of plain lines.
  mutating func add(_ heading: Phrase, _ lines: [Phrase]) {
    add(heading, lines.map { Line(text: $0) })
  }

  /// Writes sheets one below the other.
  static func render(_ sheets: [Sheet], _ options: ExplanationOptions) -> [UInt8] {
    var page = Page(usesColor: options.usesColor, width: options.width)
    for sheet in sheets {
      page.blank()
      page.line([.init(sheet.title.text(options.language), .title)])
      for line in sheet.subtitle { write(line, indent: 0, &page, options.language) }
      for section in sheet.sections {
        page.blank()
        page.line([.init(section.heading.text(options.language), .strong)])
        for line in section.lines { write(line, indent: 2, &page, options.language) }
      }
    }
    return Array(page.text.utf8)
  }

  private static func write(
    _ line: Line,
    indent: Int,
    _ page: inout Page,
    _ language: Language
  ) {
    // A text of several lines, such as an example, keeps its lines.
    let parts = line.text.text(language).split(separator: "\n", omittingEmptySubsequences: false)
    for part in parts {
      let depth = part.prefix { $0 == " " }.count
      let text = String(part.dropFirst(depth))
      page.line([.init(text, line.style)], indent: indent + line.indent + depth)
    }
  }
}

extension Phrase {
  /// Joins phrases, each language by itself.
  static func joined(_ phrases: [Phrase], by separator: String = ", ") -> Phrase {
    Phrase(
      vi: phrases.map(\.vi).joined(separator: separator),
      en: phrases.map(\.en).joined(separator: separator)
    )
  }

  /// The phrase with its first letter in upper case, to begin a sentence.
  var sentence: Phrase {
    func begun(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
    return Phrase(vi: begun(vi), en: begun(en))
  }
}

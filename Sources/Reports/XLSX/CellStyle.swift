internal import CXlsxWriter
internal import Diagnostics

/// How a cell of a workbook looks.
struct CellStyle: Hashable, Sendable {
  /// What the cell is on the page.
  enum Look: Hashable, Sendable {
    /// The title of a sheet.
    case title
    /// A line below the title.
    case line
    /// A line that must be read.
    case caution
    /// The heading of a part.
    case heading
    /// The head of a table.
    case head
    /// A cell of a table.
    case body
    /// A cell that stands out.
    case strong
    /// What counts against somebody.
    case bad
    /// What is not decided.
    case doubtful

    /// Whether it is a cell of a table, and no head or line of a page.
    var isCell: Bool {
      switch self {
      case .body, .strong, .bad, .doubtful: true
      case .title, .line, .caution, .heading, .head: false
      }
    }
  }

  /// How a number is written.
  enum Form: Hashable, Sendable {
    case text
    case count
    /// A count of which nothing is a dot.
    case tally
    case number
    case date
    case percent(digits: Int)
  }

  var look: Look
  var form: Form
}

/// Colours, dark enough to tell apart in print without colour.
private enum Ink {
  static let head: UInt32 = 0x1F3864
  static let white: UInt32 = 0xFFFFFF
  static let line: UInt32 = 0xBFBFBF
  static let bad: UInt32 = 0xF8D9D6
  static let doubtful: UInt32 = 0xFFF2CC
  static let caution: UInt32 = 0x9C0006
}

extension CellStyle {
  /// The typeface of official documents, Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.4.
  private static let typeface = "Times New Roman"

  /// Sets up a format of the library.
  func apply(to format: UnsafeMutablePointer<lxw_format>, _ language: Language) {
    unsafe format_set_font_name(format, Self.typeface)
    unsafe format_set_font_size(format, look == .title ? 15 : look == .heading ? 13 : 11)
    unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    unsafe applyLook(to: format)
    unsafe applyForm(to: format, language)
  }

  private func applyLook(to format: UnsafeMutablePointer<lxw_format>) {
    switch look {
    case .title, .heading: unsafe format_set_bold(format)
    case .line: break
    case .caution:
      unsafe format_set_bold(format)
      unsafe format_set_font_color(format, Ink.caution)
    case .head:
      unsafe format_set_bold(format)
      unsafe format_set_font_color(format, Ink.white)
      unsafe format_set_bg_color(format, Ink.head)
      unsafe format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    case .body: break
    case .strong: unsafe format_set_bold(format)
    case .bad: unsafe format_set_bg_color(format, Ink.bad)
    case .doubtful: unsafe format_set_bg_color(format, Ink.doubtful)
    }
    switch look {
    case .title, .line, .caution, .heading: break
    case .head, .body, .strong, .bad, .doubtful:
      unsafe format_set_text_wrap(format)
      unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      unsafe format_set_border_color(format, Ink.line)
    }
  }

  private func applyForm(to format: UnsafeMutablePointer<lxw_format>, _ language: Language) {
    switch form {
    case .text:
      // A text keeps away from the number beside it.
      if look.isCell { unsafe format_set_indent(format, 1) }
    // Format 3 groups thousands as the reader's own country does.
    case .count: unsafe format_set_num_format_index(format, 3)
    case .tally: unsafe format_set_num_format(format, "#,##0;-#,##0;\"·\"")
    case .number: unsafe format_set_num_format_index(format, 0)
    case .date:
      unsafe format_set_num_format(format, language == .vi ? "dd/mm/yyyy" : "yyyy-mm-dd")
      unsafe format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .percent(let digits):
      let fraction = digits > 0 ? "." + String(repeating: "0", count: digits) : ""
      unsafe format_set_num_format(format, "0\(fraction)%")
    }
  }
}

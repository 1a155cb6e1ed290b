internal import CXlsxWriter
internal import CivilTime
internal import Diagnostics

/// One column of a sheet.
struct SheetColumn: Sendable {
  /// The heading.
  let title: String
  /// The width, in digits of the standard type.
  let width: Double

  init(_ title: String, _ width: Double) {
    self.title = title
    self.width = width
  }
}

/// A cell: what it holds and how it looks.
struct SheetCell: Sendable {
  let value: FieldValue
  let look: CellStyle.Look

  init(_ value: FieldValue, _ look: CellStyle.Look = .body) {
    self.value = value
    self.look = look
  }

  init(_ text: String, _ look: CellStyle.Look = .body) { self.init(.text(text), look) }
}

/// Writes one list, a sheet with a head that stays in sight and a filter, from top to bottom.
///
/// Where the rows of a sheet end the list goes on in a further one.
@safe
final class SheetWriter {
  /// What the sheets of a list have in common.
  struct Layout {
    /// The wished name.
    let name: String
    /// Lines above the head.
    var preface: [SheetCell] = []
    /// The columns; none for a page without a head.
    let columns: [SheetColumn]
    /// How many columns are printed; the others hold ids for programs.
    let printed: Int
    /// What stands on every printed page, at the left and at the right.
    let header: (String, String)
    /// Whether a count of nothing is a dot.
    var hidesZeros = false
    /// How many rows a sheet may hold.
    var rowLimit = 1_048_576
  }

  private let book: Workbook
  private let layout: Layout
  private var sheet: UnsafeMutablePointer<lxw_worksheet>
  private var row: UInt32 = 0
  private var headRow: UInt32 = 0

  /// Begins a list.
  init(_ book: Workbook, _ layout: Layout) throws {
    self.book = book
    self.layout = layout
    unsafe sheet = try book.addSheet(layout.name)
    try begin()
  }

  // MARK: Rows

  /// Appends a row of the list.
  func append(_ cells: [SheetCell]) throws {
    if Int(row) >= layout.rowLimit {
      try finish()
      unsafe sheet = try book.addSheet(layout.name)
      row = 0
      try begin()
    }
    try write(cells)
  }

  /// Appends a head of a table inside a page.
  func appendHead(_ titles: [String]) throws { try append(titles.map { SheetCell($0, .head) }) }

  /// Leaves a row empty.
  func skip() { row += 1 }

  private func write(_ cells: [SheetCell]) throws {
    try setHeight(for: cells)
    for (column, cell) in cells.enumerated() { try write(cell, UInt16(column)) }
    row += 1
  }

  /// Makes the row as high as the text in its printed columns needs.
  private func setHeight(for cells: [SheetCell]) throws {
    let look = cells.first?.look ?? .body
    let height: Double
    switch look {
    case .title: height = 21
    case .heading: height = 18
    case .line, .caution: height = 15
    case .head, .body, .strong, .bad, .doubtful:
      let texts = cells.prefix(layout.printed).map { cell in
        if case .text(let text) = cell.value { text } else { "" }
      }
      height = RowHeight.points(
        for: texts,
        widths: layout.columns.map(\.width),
        isBold: look == .head
      )
    }
    try book.check(unsafe worksheet_set_row(sheet, row, height, nil))
  }

  private func write(_ cell: SheetCell, _ column: UInt16) throws {
    switch cell.value {
    case .none: try writeText("", column, cell.look)
    case .text(let text): try writeText(text, column, cell.look)
    case .count(let count):
      let form: CellStyle.Form = layout.hidesZeros ? .tally : .count
      try write(Decimal(mantissa: Int128(count)), form, column, cell.look)
    case .number(let number): try write(number, .number, column, cell.look)
    case .share(let share):
      try write(share, .percent(digits: max(0, share.scale - 2)), column, cell.look)
    case .date(let date):
      // Serial numbers before 1 March 1900 mean different days to different programs.
      let serial = Int(date.dayNumber) + 25_569
      guard serial > 60 else { return try writeText(date.description, column, cell.look) }
      try write(Decimal(mantissa: Int128(serial)), .date, column, cell.look)
    }
  }

  /// Writes a number; one of more digits than a workbook keeps is written as text.
  private func write(
    _ number: Decimal,
    _ form: CellStyle.Form,
    _ column: UInt16,
    _ look: CellStyle.Look
  ) throws {
    guard number.mantissa.magnitude < 1_000_000_000_000_000, let value = Double(number.description),
      value.isFinite
    else { return try writeText(number.description, column, look) }
    let format = unsafe try book.format(CellStyle(look: look, form: form))
    try book.check(unsafe worksheet_write_number(sheet, row, column, value, format))
  }

  /// Writes a text as a text, whatever it begins with.
  private func writeText(_ text: String, _ column: UInt16, _ look: CellStyle.Look) throws {
    let format = unsafe try book.format(CellStyle(look: look, form: .text))
    if text.isEmpty {
      try book.check(unsafe worksheet_write_blank(sheet, row, column, format))
      return
    }
    let encoded = CellText.encoded(text)
    try book.check(unsafe worksheet_write_string(sheet, row, column, encoded, format))
  }

  // MARK: The sheet

  private func begin() throws {
    for (index, column) in layout.columns.enumerated() {
      let place = UInt16(index)
      try book.check(unsafe worksheet_set_column(sheet, place, place, column.width, nil))
    }
    for line in layout.preface { try write([line]) }
    headRow = row
    if layout.columns.contains(where: { !$0.title.isEmpty }) {
      try write(layout.columns.map { SheetCell($0.title, .head) })
      unsafe worksheet_freeze_panes(sheet, row, 1)
    }
    try setPage()
  }

  /// Sets up A4 across, as wide as the page, with numbered pages.
  private func setPage() throws {
    unsafe worksheet_set_landscape(sheet)
    unsafe worksheet_set_paper(sheet, 9)
    unsafe worksheet_fit_to_pages(sheet, 1, 0)
    unsafe worksheet_set_margins(sheet, 0.4, 0.4, 0.6, 0.6)
    let header = "&L\(CellText.onPage(layout.header.0))&R\(CellText.onPage(layout.header.1))"
    try book.check(unsafe worksheet_set_header(sheet, header))
    let footer = book.language == .vi ? "&L&A&RTrang &P / &N" : "&L&A&RPage &P / &N"
    try book.check(unsafe worksheet_set_footer(sheet, footer))
  }

  /// Ends the list: the filter and what is printed reach as far as its rows.
  func finish() throws {
    let last = max(row, 1) - 1
    let isList = layout.columns.contains { !$0.title.isEmpty }
    if isList {
      let width = UInt16(max(1, layout.columns.count) - 1)
      try book.check(unsafe worksheet_autofilter(sheet, headRow, 0, max(last, headRow), width))
      try book.check(unsafe worksheet_repeat_rows(sheet, headRow, headRow))
    }
    let printed = UInt16(max(1, layout.printed) - 1)
    try book.check(unsafe worksheet_print_area(sheet, 0, 0, last, printed))
  }
}

internal import CXlsxWriter
internal import CivilTime
internal import Diagnostics
internal import Glibc

/// One workbook in the making, row by row, so that memory does not grow with its rows.
///
/// The library wants a file of its own; it is made in a folder that nobody else may read.
@safe
final class Workbook {
  let language: Language
  private let path: String
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  private var names = SheetNames()
  private var sheets: [UnsafeMutablePointer<lxw_worksheet>] = unsafe []
  private var isOpen = true

  /// What failed, in the words of errors.
  static let writing = Phrase(vi: "ghi bảng tính", en: "write the workbook")

  /// Begins a workbook.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - folder: Where the library makes its temporary files.
  ///   - language: The language of formats.
  /// - Throws: `ReportFileError` if the library gives none.
  init(path: String, folder: String, language: Language) throws {
    self.path = path
    self.language = language
    let made = unsafe folder.withCString { folder in
      // The library copies the name and does not write to it.
      let tmpdir = unsafe UnsafeMutablePointer(mutating: folder)
      var options = unsafe lxw_workbook_options(constant_memory: 1, tmpdir: tmpdir, use_zip64: 0)
      return unsafe workbook_new_opt(path, &options)
    }
    guard let made = unsafe made else {
      throw ReportFileError(operation: Self.writing, path: path, reason: Self.lastError)
    }
    unsafe book = made
  }

  deinit {
    if isOpen { unsafe lxw_workbook_free(book) }
  }

  /// Names the workbook and dates it, so that the same report has the same bytes.
  func setProperties(title: String, created: CivilDate) throws {
    let cut = CellText.cut(title, to: 255)
    try unsafe cut.withCString { title in
      var properties = unsafe lxw_doc_properties()
      unsafe properties.title = UnsafeMutablePointer(mutating: title)
      unsafe properties.created = time_t(created.dayNumber) * 86_400
      try check(unsafe workbook_set_properties(book, &properties))
    }
  }

  /// Adds a sheet of a name that no other sheet has.
  func addSheet(_ name: String) throws -> UnsafeMutablePointer<lxw_worksheet> {
    let made = unsafe workbook_add_worksheet(book, names.unique(name))
    guard let sheet = unsafe made else {
      throw ReportFileError(operation: Self.writing, path: path, reason: Self.lastError)
    }
    unsafe sheets.append(sheet)
    return unsafe sheet
  }

  /// The library's format for a style.
  func format(_ style: CellStyle) throws -> UnsafeMutablePointer<lxw_format> {
    if let format = unsafe formats[style] { return unsafe format }
    guard let format = unsafe workbook_add_format(book) else {
      throw ReportFileError(operation: Self.writing, path: path, reason: Self.lastError)
    }
    unsafe style.apply(to: format, language)
    unsafe formats[style] = format
    return unsafe format
  }

  /// Turns what the library answers into an error.
  func check(_ code: lxw_error) throws {
    guard code != LXW_NO_ERROR else { return }
    let words = unsafe lxw_strerror(code).map { unsafe String(cString: $0) } ?? "\(code.rawValue)"
    throw ReportFileError(operation: Self.writing, path: path, reason: Phrase(verbatim: words))
  }

  /// Writes the file.
  ///
  /// The library does not notice when a temporary file cannot take all rows, so they are looked at
  /// here; what happens to the parts while they are packed is found by `ZipCheck`.
  ///
  /// - Returns: How many bytes the rows of each sheet take.
  /// - Throws: `ReportFileError` if anything could not be written.
  func close() throws -> [Int] {
    var rowBytes: [Int] = []
    for index in unsafe sheets.indices {
      // The last row is still in memory; written twice it is not.
      unsafe lxw_worksheet_write_single_row(sheets[index])
      guard let rows = unsafe sheets[index].pointee.optimize_tmpfile else { continue }
      guard unsafe fflush(rows) == 0, unsafe ferror(rows) == 0 else {
        throw ReportFileError(operation: Self.writing, path: path, reason: Self.lastError)
      }
      rowBytes.append(unsafe ftell(rows))
    }
    isOpen = false
    try check(unsafe workbook_close(book))
    return rowBytes
  }

  private static var lastError: Phrase { Phrase(systemError: errno) }
}

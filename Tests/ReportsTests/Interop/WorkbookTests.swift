import CivilTime
import Diagnostics
import Findings
import Foundation
import Rules
import TestSupport
import Testing

@testable import Reports

@Suite("the workbook, read by others")
struct WorkbookTests {
  /// What the readers see of one sheet.
  struct Sheet: Decodable {
    let rows: Int
    let freeze: String?
    let filter: String?
    let titles: String?
    let area: String?
    let landscape: Bool
    let paper: Int
    let fits: Bool
    let footer: String?
    let formulas: Int
    let links: Int
    let widths: Int
    /// Type, value and format of each cell that holds something.
    let cells: [String: [String]]

    /// The cells of a column below its heading.
    func column(_ title: String, head: Int = 1) -> [[String]?] {
      guard
        let place = cells.first(where: { $0.value[1] == title && $0.key.hasSuffix("\(head)") })
      else { return [] }
      let name = place.key.prefix { $0.isLetter }
      return (head + 1..<max(rows, head) + 1).map { cells["\(name)\($0)"] }
    }
  }

  struct Facts: Decodable {
    let openpyxl: [String: Sheet]
    let calamine: [String: [[String]]]
  }

  private func facts(_ file: String) throws -> Facts {
    let text = try Foreign.python("workbook_facts.py", file)
    return try JSONDecoder().decode(Facts.self, from: Data(text.utf8))
  }

  private func workbook(
    _ content: ReportContent,
    in folder: TemporaryFolder,
    _ language: Language = .vi,
    isMasked: Bool = false
  ) throws -> String {
    let options = ReportOptions(
      language: language,
      masksPersonal: isMasked,
      temporaryFolder: folder.path
    )
    let bytes = try XLSXReport.render(content, options)
    #expect(try folder.names == [], "the temporary folder is as it was")
    #expect(try bytes == XLSXReport.render(content, options), "the same bytes")
    return try folder.write(bytes, to: "r.xlsx")
  }

  @Test("every sheet reads as it was approved", arguments: [Language.vi, .en])
  func golden(_ language: Language) throws {
    let folder = try TemporaryFolder()
    let isMasked = language == .en
    let file = try workbook(SamplePack.fullContent(), in: folder, language, isMasked: isMasked)
    let text = try Foreign.python("workbook_text.py", file)
    let name = isMasked ? "workbook-en-mask.txt" : "workbook-vi.txt"
    try Golden.expect(Array(text.utf8), equals: name)
  }

  @Test("lists have a filter, a head that stays, widths, and pages of A4")
  func layout() throws {
    let folder = try TemporaryFolder()
    let sheets = try facts(workbook(SamplePack.fullContent(), in: folder)).openpyxl
    #expect(sheets.count == 11)
    for (name, sheet) in sheets {
      #expect(sheet.landscape && sheet.paper == 9 && sheet.fits)
      #expect(sheet.footer == "Trang &P / &N")
      #expect(sheet.area != nil && sheet.widths > 0)
      guard name != "Tổng hợp" else { continue }
      #expect(sheet.filter != nil, "\(name)")
      #expect(sheet.freeze?.hasPrefix("B") == true, "\(name)")
      #expect(sheet.titles != nil, "\(name)")
    }
  }

  @Test("dates are dates, shares are percentages that never round up to their target")
  func types() throws {
    let folder = try TemporaryFolder()
    let sheet = try #require(
      facts(workbook(SamplePack.typedContent(), in: folder)).openpyxl["Vi phạm"]
    )
    let values = sheet.column("Kết quả")
    #expect(
      values == [
        ["n", "0.8996", "0.00%"], ["d", "2026-11-01 00:00:00", "dd/mm/yyyy"],
        ["n", "-12.5", "General"],
      ]
    )
    #expect(
      sheet.column("Chỉ tiêu") == [
        ["n", "0.9", "0%"], ["s", "7 ngày", "General"], ["s", "1234567890123456789", "General"],
      ]
    )
    #expect(sheet.column("Số đạt")[0] == ["n", "8996", "#,##0"])
    #expect(sheet.column("Tổng số")[0] == ["n", "10000", "#,##0"])
    #expect(sheet.column("Hạn tính")[1] == ["d", "2026-11-05 00:00:00", "dd/mm/yyyy"])
  }

  @Test("nothing from the data is a formula or a link, and texts come back as they were")
  func hostile() throws {
    let folder = try TemporaryFolder()
    let facts = try facts(workbook(SamplePack.hostileContent(), in: folder))
    for (name, sheet) in facts.openpyxl {
      #expect(sheet.formulas == 0, "\(name)")
      #expect(sheet.links == 0, "\(name)")
    }
    let sheet = try #require(facts.openpyxl["Minh chứng"])
    let values = sheet.column("Giá trị").map { $0?[1] ?? "" }
    let seen = try #require(facts.calamine["Minh chứng"]).dropFirst().map { $0[10] }
    for (index, text) in SamplePack.hostileTexts.enumerated() {
      let wanted = PrintableText.escaped(text)
      // openpyxl does not decode what stands for a character in texts inside cells.
      #expect(values[index] == (text == "_x0041_" ? "_x005F_x0041_" : wanted))
      #expect(seen[index] == wanted)
    }
    #expect(values.last?.utf16.count == 32_767)
    #expect(sheet.column("Đơn vị").allSatisfy { $0?[1] == "=cmd|' /C calc'!A0" })
  }

  @Test("LibreOffice opens it, computes nothing and prints it")
  func office() throws {
    let folder = try TemporaryFolder()
    let file = try workbook(SamplePack.hostileContent(), in: folder)
    // The last number of the filter asks for all sheets, a file each.
    let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    try Foreign.office(file, to: filter, in: folder.path)
    let name = try #require(folder.names.first { $0.hasSuffix("Minh chứng.csv") })
    let text = try Foreign.python("csv_rows.py", folder.path(name))
    let rows = try JSONDecoder().decode([[String]].self, from: Data(text.utf8))
    #expect(rows.dropFirst().first?[10] == "=1+1")
    #expect(rows.contains { $0[10] == "_x0041_" })
    #expect(rows.contains { $0[10] == "=HYPERLINK(\"http://x.vn\",\"a\")" })
    try Foreign.office(file, to: "pdf", in: folder.path)
    let pdf = try Data(contentsOf: URL(fileURLWithPath: folder.path("r.pdf")))
    #expect(pdf.starts(with: "%PDF".utf8))
  }

  @Test("a list longer than a sheet goes on in a further one, with its head and filter")
  func further() throws {
    let folder = try TemporaryFolder()
    let book = try Workbook(path: folder.path("r.xlsx"), folder: folder.path, language: .vi)
    let layout = SheetWriter.Layout(
      name: "Vi phạm",
      columns: [SheetColumn("Số", 10)],
      printed: 1,
      header: ("", ""),
      rowLimit: 5
    )
    let sheet = try SheetWriter(book, layout)
    for number in 1...11 { try sheet.append([SheetCell(.count(number))]) }
    try sheet.finish()
    let rowBytes = try book.close()
    #expect(rowBytes.count == 3)
    let sheets = try facts(folder.path("r.xlsx")).openpyxl
    #expect(Set(sheets.keys) == ["Vi phạm", "Vi phạm (2)", "Vi phạm (3)"])
    #expect(sheets["Vi phạm (2)"]?.column("Số").map { $0?[1] } == ["5", "6", "7", "8"])
    #expect(sheets["Vi phạm (2)"]?.filter == "A1:A5")
    #expect(sheets["Vi phạm (3)"]?.column("Số").map { $0?[1] } == ["9", "10", "11"])
  }

  @Test("a folder that cannot take it is named, with the reason")
  func refused() throws {
    let content = ReportContent(run: try SamplePack.emptyRun())
    let error = #expect(throws: ReportFileError.self) {
      try XLSXReport.render(content, .init(language: .vi, temporaryFolder: "/nowhere/at all"))
    }
    #expect(error?.path == "/nowhere/at all")
    #expect(error?.message.en.contains("No such file or directory") == true)
  }
}

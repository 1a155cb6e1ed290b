import Diagnostics
import Findings
import Testing

/// A title that lacks its marks is neither guessed to be the column's nor taken for a missing one.
@Suite("misspelt titles of columns")
struct MisspeltTitleTests {
  static let cases: [(table: String, check: String, outcome: String)] = [
    ("u,Ngày gửi|a,2026-06-01", "evidence", "a met"),
    ("u,NGÀY  GỬI|a,2026-06-01", "evidence", "a met"),
    ("u,Ngay gui|a,2026-06-01", "evidence", "a no_data broken_dataset"),
    ("u,Ngaỳ gưi|a,2026-06-01", "evidence", "a no_data broken_dataset"),
    ("u,ngày_gửi|a,2026-06-01", "evidence", "a no_data broken_dataset"),
    // Another word is another column, and the declared one is absent.
    ("u,Ngày gọi|a,2026-06-01", "evidence", "a overdue +143"),
    ("u|a", "evidence", "a overdue +143"),
    ("u,Đã đóng|a,2026-06-01 10:00", "records", "a met"),
    ("u,Da dong|a,2026-06-01 10:00", "records", "a no_data broken_dataset"),
    // A column that nobody reads may be called anything, and two titles are not one.
    ("u,Ngày gửi,Da dong|a,2026-06-01,", "evidence", "a met"),
    ("u,Ngày gửi,Ngay gui|a,2026-06-01,2026-07-07", "evidence", "a met"),
  ]

  private static let checks = [
    "evidence": "due: {by: 2026-06-30}\nevidence: {of: x, done_at: ngay_gui}",
    "records": "records: {of: x, require: has(da_dong)}",
  ]

  private func run(_ rows: String, _ check: String) async throws -> Run {
    let body = try #require(Self.checks[check])
    var scene = Scene(rule(body, by: "a"), ["x.csv": table(rows)])
    scene.base = scene.base.replacing(
      "datasets:\n",
      with: """
        datasets:
          - {id: x, file: x.csv, unit: u, columns: {u: {type: unit},
             ngay_gui: {header: [Ngày gửi], type: date}, da_dong: {header: [Đã đóng], type: datetime}}}

        """
    )
    return try await scene.run()
  }

  @Test("convict nobody and acquit nobody", arguments: cases)
  func outcome(_ example: (table: String, check: String, outcome: String)) async throws {
    let run = try await run(example.table, example.check)
    #expect(run.outcome == example.outcome, "\(example.table)")
  }

  @Test("are named with their line, the right title and the cure")
  func named() async throws {
    let run = try await run("u,Ngay gui|a,2026-06-01", "evidence")
    #expect(run.exitCode == 2)
    let error = try #require(run.dataErrors.first)
    #expect(run.dataErrorTotal == 1)
    #expect(error.code == "misspelt-column")
    #expect(error.file == "x.csv")
    #expect(error.row == 1)
    #expect(error.column == "ngay_gui")
    #expect(error.value == "Ngay gui")
    #expect(
      error.message.vi
        == "tiêu đề 'Ngay gui' viết sai: phải là 'Ngày gửi'; sửa tiêu đề cột rồi chạy lại"
    )
  }
}

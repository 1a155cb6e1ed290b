internal import ArgumentParser
internal import Coverage
internal import Diagnostics
internal import Findings
internal import Rules

/// The command `check coverage`: which clauses are judged, and which are not.
struct CoverageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    _superCommandName: Tool.name,
    abstract: "Điều khoản nào được xét, bằng quy tắc nào (which clauses are judged).",
    discussion: """
      Ví dụ:
        check coverage --rules rules/
            từng điều khoản: xét bằng số liệu, bằng minh chứng, không kiểm tra được hay còn thiếu
        check coverage --rules rules/ --document kh57 --format markdown=bao-phu.md
            bảng của một văn bản
        check coverage --rules rules/ --document kh57 --document-text ke-hoach-57.txt
            đối chiếu thêm với nguyên văn: trích dẫn sai, câu có số hay ngày chưa ai nhắc đến

      Examples: as above; add --lang en for English.

      Mã thoát (exit codes): 0 đủ (complete) · 1 có điều khoản còn thiếu hoặc trích dẫn sai (a clause
      is missing or misquoted) · 3 bộ quy tắc sai (invalid pack) · 64 sai cách dùng (wrong usage) ·
      74 không ghi được kết quả (output failed)
      """
  )

  @Option(
    help: .init("Thư mục bộ quy tắc (the folder of the rule pack).", valueName: "thư-mục"),
    completion: .directory
  )
  var rules: String?

  @Option(
    help: .init(
      "Chỉ văn bản này; mặc định mọi văn bản có điều khoản (only this document).",
      valueName: "mã"
    )
  )
  var document: String?

  @Option(
    help: .init(
      "Nguyên văn của văn bản, dạng chữ UTF-8 (the document's own text).",
      valueName: "tệp"
    ),
    completion: .file()
  )
  var documentText: String?

  @Option(
    help: .init(
      "Dạng kết quả: text, json, csv, markdown; thêm =TỆP để ghi ra tệp; được lặp (output format).",
      valueName: "dạng[=tệp]"
    )
  )
  var format: [String] = []

  @Option(help: "Ngôn ngữ; mặc định theo bộ quy tắc (language of everything printed).")
  var lang: LanguageChoice?

  @Option(help: "Dùng màu (colours).")
  var color = ColorChoice.auto

  mutating func run() async throws {
    let language = lang?.language ?? .vi
    let outputs = try OutputOption<CoverageFormat>.parse(format, default: .text, language)
    let folder = try FolderOption.existing(rules, language)
    let pack = try PackStage(folder: folder, language: lang?.language, isQuiet: true).load()
    let documents = try documents(of: pack)
    let text = try documentText.map { path in
      guard documents.count == 1 else {
        let message = Phrase(
          vi: "--document-text cần --document MÃ, vì bộ quy tắc có nhiều văn bản",
          en: "--document-text needs --document ID, for the pack has several documents"
        )
        throw Failure.usage(message, pack.language)
      }
      let text = try InputFile.text(path, pack.language)
      return DocumentText(text, of: documents[0], in: pack.rules)
    }
    let report = CoverageReport(
      pack: pack.rules.pack.name,
      documents: documents.map { DocumentCoverage($0, in: pack.rules) },
      text: text
    )
    try OutputOption.write(outputs, pack.language) { output in
      report.render(
        output.kind,
        pack.language,
        usesColor: output.file == nil && Terminal.usesColor(color),
        width: output.file == nil ? Terminal.columns() : nil
      )
    }
    if report.isIncomplete { throw ExitCode(1) }
  }

  private func documents(of pack: ReadyPack) throws -> [Document] {
    guard let document else { return pack.rules.documents.filter { !$0.clauses.isEmpty } }
    let found = pack.rules.documents.filter { $0.id == document }
    guard found.isEmpty else { return found }
    let message = Phrase(vi: "không có văn bản '\(document)'", en: "no document '\(document)'")
    let ids = pack.rules.documents.map(\.id)
    throw Failure.usage(message, pack.language, help: Suggestion.help(for: document, among: ids))
  }
}

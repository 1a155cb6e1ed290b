internal import ArgumentParser
internal import Diagnostics
internal import Findings

/// The command `check expr`: evaluates expressions for rule authors.
struct ExprCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expr",
    _superCommandName: Tool.name,
    abstract: "Tính một biểu thức như quy tắc dùng (evaluates an expression as rules do).",
    discussion: """
      Ví dụ (examples):
        check expr 'size(ho_ten) > 3' --row 'ho_ten=string:An'
        check expr 'has(ngay) && ngay <= date("2026-04-30")' --row ngay=date
        check expr --ndjson < dong.ndjson

      Kiểu (types): int double decimal string bool timestamp duration date
      month quarter year list. Chỉ có tên và kiểu nghĩa là ô trống (a name
      with a type alone is an absent cell).

      Với --ndjson, mỗi dòng vào là một đối tượng JSON (a line in):
        {"expr": "n + 1", "row": {"n": {"type": "int", "value": 1}}}
      "columns": {"m": "int"} khai thêm ô trống (declares absent cells).
      Mỗi dòng ra là một trong (a line out is one of):
        {"value": 2, "type": "int"}
        {"unknown": true}
        {"error": "…", "kind": "parse|check|eval"}

      Thêm --lang en để có tiếng Anh (for English).

      Mã thoát (exit codes):
        0   có giá trị; với --ndjson luôn là 0 (a value; always with --ndjson)
        2   chưa rõ hoặc không tính được (unknown, or no value)
        64  biểu thức hay cách dùng sai (wrong expression or usage)
      """
  )

  @Argument(help: .init("Biểu thức (the expression).", valueName: "biểu-thức"))
  var expression: String?

  @Option(
    help: .init("Một ô của dòng; được lặp (a cell of the row).", valueName: "tên=kiểu[:giá-trị]")
  )
  var row: [String] = []

  @Flag(help: "Đọc và trả lời từng dòng JSON (reads and answers lines of JSON).")
  var ndjson = false

  @Option(help: "Ngôn ngữ của thông báo (language of messages).")
  var lang = LanguageChoice.vi

  mutating func run() throws {
    let language = lang.language
    switch (expression, ndjson) {
    case (nil, true) where row.isEmpty:
      try ExpressionStream(language: language).run()
    case (let expression?, false):
      let status = try ExpressionQuestion(text: expression, cells: row, language: language).answer()
      if status != 0 { throw ExitCode(status) }
    case (_, true), (nil, false):
      let message = Phrase(
        vi: "cho một biểu thức, với --row nếu cần, hoặc chỉ --ndjson",
        en: "give one expression, with --row where needed, or --ndjson alone"
      )
      throw Failure.usage(message, language)
    }
  }
}

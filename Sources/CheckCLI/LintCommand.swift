internal import ArgumentParser
internal import Findings

/// The command `check lint`: looks for what is wrong or suspicious in a rule pack.
struct LintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    _superCommandName: Tool.name,
    abstract: "Tìm lỗi và điều đáng ngờ trong bộ quy tắc (finds mistakes in a rule pack).",
    discussion: """
      Báo mọi lỗi của bộ quy tắc, và những điều hợp lệ nhưng đáng ngờ: điều khoản chưa có quy tắc,
      hai quy tắc xét một việc, hạn trùng ngày, bảng không ai đọc, miễn trừ hết giá trị…
      Điều đáng ngờ mà cố ý thì ghi chú ngay trong tệp, kèm lý do:
        # lint: MÃ: LÝ DO        (cuối dòng, hoặc dòng riêng phía trên khối)
      Mỗi mã được giải thích bằng: check explain MÃ

      Ví dụ:
        check lint --rules rules/
            in lỗi và cảnh báo
        check lint --rules rules/ --strict --format sarif=lint.sarif --format text
            có cảnh báo thì mã thoát 1; ghi thêm tệp SARIF

      Examples: as above; add --lang en for English. A comment "# lint: ID: REASON" explains a
      warning that is meant.

      Mã thoát (exit codes): 0 không có lỗi (clean) · 1 có cảnh báo, với --strict (warnings) ·
      3 có lỗi (errors)
      """
  )

  @Option(
    help: .init("Thư mục bộ quy tắc (the folder of the rule pack).", valueName: "thư-mục"),
    completion: .directory
  )
  var rules: String?

  @Option(
    help: .init(
      "Xét miễn trừ, lịch đến ngày này; mặc định như khi kiểm tra (date to judge at).",
      valueName: "yyyy-mm-dd"
    )
  )
  var asOf: String?

  @Option(
    help: .init(
      "Dạng kết quả: text, json, sarif, github; thêm =TỆP để ghi ra tệp; được lặp (output format).",
      valueName: "dạng[=tệp]"
    )
  )
  var format: [String] = []

  @Flag(help: "Có cảnh báo chưa được ghi nhận thì mã thoát là 1 (open warnings give exit code 1).")
  var strict = false

  @Option(help: "Ngôn ngữ; mặc định theo bộ quy tắc (language of everything printed).")
  var lang: LanguageChoice?

  mutating func run() async throws {
    let code = try LintJob(self).run()
    if code != 0 { throw ExitCode(code) }
  }
}

internal import ArgumentParser
internal import Diagnostics
internal import Findings
internal import RuleTesting
internal import Rules

/// The command `check test`: runs the tests of a rule pack.
struct TestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    _superCommandName: Tool.name,
    abstract: "Chạy các phép thử *.test.yaml của bộ quy tắc (runs the tests of a rule pack).",
    discussion: """
      Ví dụ:
        check test --rules rules/
            chạy mọi phép thử, in chỗ khác nhau giữa mong đợi và thực tế
        check test --rules rules/ --rule 'bao-cao-*' --format junit=ket-qua.xml
            chỉ chạy phép thử của các quy tắc bao-cao-…, ghi kết quả ra tệp JUnit
        check test --rules rules/ --require-tests --mutate
            đòi đủ phép thử, rồi làm sai từng quy tắc xem phép thử có phát hiện không

      Examples: as above; add --lang en for English.

      Mã thoát (exit codes): 0 mọi phép thử đạt (all passed) · 3 bộ quy tắc hoặc phép thử sai
      (invalid pack or tests) · 5 có phép thử không đạt, thiếu
      phép thử hay đột biến lọt lưới (a test failed, a test is missing, a mutant survived)
      """
  )

  @Option(
    help: .init("Thư mục bộ quy tắc (the folder of the rule pack).", valueName: "thư-mục"),
    completion: .directory
  )
  var rules: String?

  @Option(
    help: .init(
      "Chỉ các phép thử nêu quy tắc này; * thay cho mọi ký tự; được lặp (only tests of this rule).",
      valueName: "mã"
    )
  )
  var rule: [String] = []

  @Option(
    help: .init(
      "Dạng kết quả: text, json, junit; thêm =TỆP để ghi ra tệp; được lặp (output format).",
      valueName: "dạng[=tệp]"
    )
  )
  var format: [String] = []

  @Option(help: "Ngôn ngữ; mặc định theo bộ quy tắc (language of everything printed).")
  var lang: LanguageChoice?

  @Option(help: "Dùng màu (colours).")
  var color = ColorChoice.auto

  @Option(
    name: [.short, .long],
    help: .init("Số luồng chạy song song (worker threads).", valueName: "số")
  )
  var jobs: Int?

  @Flag(
    help: .init(
      "Đòi mỗi quy tắc có đủ phép thử: đạt, vi phạm, thiếu số liệu, trước/đúng/sau hạn "
        + "(demand tests of every rule)."
    )
  )
  var requireTests = false

  @Flag(
    help: "Sửa sai từng quy tắc và báo chỗ không phép thử nào phát hiện (try mutants of the rules)."
  )
  var mutate = false

  @Flag(
    name: [.short, .long],
    help: "Không in cảnh báo của bộ quy tắc và tiến độ (no warnings of the pack, no progress)."
  )
  var quiet = false

  mutating func run() async throws {
    let code = try await TestJob(self).run()
    if code != 0 { throw ExitCode(code) }
  }
}

internal import ArgumentParser
internal import Findings

/// The command `check`: judges dumps by a rule pack.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Tool.name,
    abstract: "Kiểm tra tuân thủ theo bộ quy tắc (checks compliance with a rule pack).",
    discussion: HelpText.discussion,
    version: Tool.version,
    subcommands: [
      LintCommand.self, TestCommand.self, ExplainCommand.self, CoverageCommand.self,
      ScheduleCommand.self, ExprCommand.self, GenerateReferenceCommand.self,
    ]
  )

  @Option(
    help: .init(
      "Thư mục bộ quy tắc, đọc mọi tệp *.yaml (the folder of the rule pack).",
      valueName: "thư-mục"
    ),
    completion: .directory
  )
  var rules: String?

  @Option(
    help: .init(
      "Thư mục dữ liệu; mặc định do bộ quy tắc khai (the folder of the dumps).",
      valueName: "thư-mục"
    ),
    completion: .directory
  )
  var data: String?

  @Option(
    help: .init(
      "Tính đến ngày này; mặc định theo dump.yaml, nếu không thì hôm nay (date to judge at).",
      valueName: "yyyy-mm-dd"
    )
  )
  var asOf: String?

  @Option(
    help: .init(
      "Loại báo cáo: terminal, json; thêm =TỆP để ghi ra tệp; được lặp (report format).",
      valueName: "loại[=tệp]"
    )
  )
  var format: [String] = []

  @Option(
    help: .init(
      "Chỉ xét phần này: rule:, unit:, clause:, tag:, severity:; được lặp (judge only this).",
      valueName: "kiểu:giá-trị"
    )
  )
  var select: [String] = []

  @Option(help: "Mức vi phạm làm mã thoát thành 1 (severity from which violations give 1).")
  var failOn = FailOnChoice.minor

  @Option(
    help: .init(
      "Số minh chứng tối đa cho mỗi nghĩa vụ (evidence listed per obligation).",
      valueName: "số"
    )
  )
  var evidence = 20

  @Option(help: "Ngôn ngữ; mặc định theo bộ quy tắc (language of everything printed).")
  var lang: LanguageChoice?

  @Option(help: "Dùng màu (colours).")
  var color = ColorChoice.auto

  @Flag(help: "Che dữ liệu cá nhân trong báo cáo (mask personal data).")
  var mask = false

  @Flag(help: "Không áp dụng miễn trừ (ignore waivers, show the raw truth).")
  var noWaivers = false

  @Flag(
    name: [.short, .long],
    help: "Chỉ in vi phạm và điều chưa kết luận được (print only what needs attention)."
  )
  var quiet = false

  @Option(
    name: [.short, .long],
    help: .init("Số luồng chạy song song (worker threads).", valueName: "số")
  )
  var jobs: Int?

  mutating func run() async throws {
    let code = try await CheckJob(self).run()
    if code != 0 { throw ExitCode(code) }
  }
}

/// The long texts of `--help`.
enum HelpText {
  /// What `check` does, with examples, Vietnamese first.
  static let discussion = """
    Ví dụ:
      check --rules rules/
          xét toàn bộ kế hoạch, in báo cáo
      check --rules rules/ --select clause:kh57/IV --select unit:vhxh
          chỉ xét mục IV, đơn vị vhxh
      check --rules rules/ --as-of 2026-11-20 --format json=bao-cao.json
          xét tại ngày 20/11/2026, ghi báo cáo JSON ra tệp

    Examples: as above; add --lang en for English.

    Mã thoát (exit codes):
      0   đã xét hết, không có vi phạm (everything judged, no violation)
      1   có vi phạm (violations)
      2   chưa đầy đủ: thiếu hoặc sai số liệu (incomplete: data missing or wrong)
      3   bộ quy tắc sai, chưa xét gì (invalid pack, nothing judged)
      5   phép thử quy tắc không đạt (a rule test failed)
      64  sai cách dùng (wrong usage)
      70  lỗi của chương trình (internal error)
      74  không ghi được kết quả (an output could not be written)
    """
}

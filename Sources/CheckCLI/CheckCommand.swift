internal import ArgumentParser
internal import Findings
internal import Reports

/// The command `check`: judges dumps by a rule pack.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Tool.name,
    abstract: "Kiểm tra tuân thủ theo bộ quy tắc (checks compliance with a rule pack).",
    discussion: HelpText.discussion,
    version: Tool.version,
    subcommands: [
      ScoreCommand.self, HistoryCommand.self, MailCommand.self, LintCommand.self, TestCommand.self,
      ExplainCommand.self, CoverageCommand.self, ScheduleCommand.self, ExprCommand.self,
      GenerateReferenceCommand.self,
    ]
  )

  @OptionGroup var options: CheckOptions

  mutating func run() async throws {
    let code = try await CheckJob(options, standard: TerminalReport.self).run()
    if code != 0 { throw ExitCode(code) }
  }
}

/// The long texts of `--help`.
enum HelpText {
  /// The kinds of report, as the registry has them.
  static let formats = ReportRegistry.all.map { $0.name }.joined(separator: ", ")

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

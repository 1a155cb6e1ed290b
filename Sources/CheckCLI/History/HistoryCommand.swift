internal import ArgumentParser
internal import Findings

/// The command `check history`: what earlier runs recorded, and what changed between them.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    _superCommandName: Tool.name,
    abstract: "Các lần xét đã ghi, thay đổi, xu hướng (recorded runs, changes, trend).",
    discussion: """
      Ví dụ:
        check --rules rules/ --history lich-su.sqlite
            xét và ghi vào lịch sử
        check history list --history lich-su.sqlite
            các lần xét đã ghi
        check history show 3 --history lich-su.sqlite
            một lần xét: gì tính vào ai, thấy từ bao giờ
        check history diff 2026-09-25 2026-10-25 --history lich-su.sqlite
            thay đổi giữa hai ngày (hoặc hai số lần)
        check history trend --history lich-su.sqlite
            xu hướng theo ngày và theo đơn vị

      Examples: as above; add --lang en for English. Nothing of the file is changed.

      Mã thoát (exit codes): 0 đã in (done) · 64 sai cách dùng, tệp không đọc được (wrong usage,
      unreadable file) · 74 không ghi được kết quả (output failed)
      """,
    subcommands: [
      HistoryListCommand.self, HistoryShowCommand.self, HistoryDiffCommand.self,
      HistoryTrendCommand.self,
    ]
  )
}

/// The command `check history list`.
struct HistoryListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Các lần xét đã ghi (the recorded runs)."
  )

  @OptionGroup var options: HistoryOptions

  mutating func run() throws { try HistoryJob(options).list() }
}

/// The command `check history show`.
struct HistoryShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Một lần xét: gì tính vào ai, thấy từ bao giờ (one run, and since when)."
  )

  @Argument(
    help: .init(
      "Số lần xét, hoặc ngày: lần xét toàn bộ cuối cùng của ngày (a number or a date).",
      valueName: "lần|yyyy-mm-dd"
    )
  )
  var number: String

  @OptionGroup var options: HistoryOptions

  mutating func run() throws { try HistoryJob(options).show(number) }
}

/// The command `check history diff`.
struct HistoryDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Thay đổi giữa hai lần xét (what changed between two runs)."
  )

  @Argument(
    help: .init("Lần trước: số hoặc ngày (the earlier run).", valueName: "lần|yyyy-mm-dd")
  )
  var earlier: String

  @Argument(help: .init("Lần sau: số hoặc ngày (the later run).", valueName: "lần|yyyy-mm-dd"))
  var later: String

  @OptionGroup var options: HistoryOptions

  mutating func run() throws { try HistoryJob(options).diff(earlier, later) }
}

/// The command `check history trend`.
struct HistoryTrendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "Xu hướng theo ngày và theo đơn vị (counts by date, scores by unit)."
  )

  @Flag(help: "Các lần xét không áp dụng miễn trừ (the runs without waivers).")
  var noWaivers = false

  @OptionGroup var options: HistoryOptions

  mutating func run() throws { try HistoryJob(options).trend(usesWaivers: !noWaivers) }
}

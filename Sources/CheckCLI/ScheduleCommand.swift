internal import ArgumentParser
internal import CivilTime
internal import Diagnostics
internal import Engine
internal import Findings
internal import Scheduling

/// The command `check schedule`: what falls due, for whom.
struct ScheduleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    _superCommandName: Tool.name,
    abstract: "Lịch đến hạn: việc gì, của ai, ngày nào (what falls due, for whom).",
    discussion: """
      Ví dụ:
        check schedule --rules rules/
            những gì đến hạn trong 30 ngày tới
        check schedule --rules rules/ --from 2026-12-01 --to 2026-12-31 --select unit:vhxh
            tháng 12 của một đơn vị
        check schedule --rules rules/ --days 60 --select unit:kt --format ics=phong-kinh-te.ics
            tệp lịch để nhập vào điện thoại, Outlook, Google Calendar

      Examples: as above; add --lang en for English.

      Mã thoát (exit codes): 0 đã lập lịch (done) · 3 bộ quy tắc sai (invalid pack) · 64 sai cách
      dùng (wrong usage) · 74 không ghi được kết quả (output failed)
      """
  )

  @Option(
    help: .init("Thư mục bộ quy tắc (the folder of the rule pack).", valueName: "thư-mục"),
    completion: .directory
  )
  var rules: String?

  @Option(
    help: .init("Số ngày tới, mặc định 30 (how many days ahead).", valueName: "số")
  )
  var days: Int?

  @Option(
    help: .init("Từ ngày này; mặc định là --as-of (the first day).", valueName: "yyyy-mm-dd")
  )
  var from: String?

  @Option(help: .init("Đến hết ngày này (the last day).", valueName: "yyyy-mm-dd"))
  var to: String?

  @Option(
    help: .init(
      "Tính từ ngày này; mặc định hôm nay (today, for the count of days).",
      valueName: "yyyy-mm-dd"
    )
  )
  var asOf: String?

  @Option(
    help: .init("Chỉ phần này, như ở check (only this, as for check).", valueName: "kiểu:giá-trị")
  )
  var select: [String] = []

  @Option(
    help: .init(
      "Dạng kết quả: text, json, ics; thêm =TỆP để ghi ra tệp; được lặp (output format).",
      valueName: "dạng[=tệp]"
    )
  )
  var format: [String] = []

  @Option(help: "Ngôn ngữ; mặc định theo bộ quy tắc (language of everything printed).")
  var lang: LanguageChoice?

  @Option(help: "Dùng màu (colours).")
  var color = ColorChoice.auto

  @Flag(help: "Không áp dụng miễn trừ (ignore waivers, show the plan's own dates).")
  var noWaivers = false

  mutating func run() async throws {
    let language = lang?.language ?? .vi
    let outputs = try OutputOption<ScheduleFormat>.parse(format, default: .text, language)
    let today = try asOf.map { try AsOfOption.date($0, language) }
    let first = try from.map { try AsOfOption.date($0, language) }
    let last = try to.map { try AsOfOption.date($0, language) }
    let folder = try FolderOption.existing(rules, language)
    let pack = try PackStage(folder: folder, language: lang?.language, isQuiet: true).load()
    let asOf = today ?? pack.clock.today
    let start = first ?? asOf
    let count = try dayCount(language)
    let end = last ?? start.adding(days: count)
    guard start <= end else {
      let message = Phrase(vi: "--to trước --from", en: "--to is before --from")
      throw Failure.usage(message, pack.language)
    }
    let selectors = try select.map { try Selector($0, pack.language) }
    let schedule = Schedule(
      rules: pack.rules,
      asOf: asOf,
      from: start,
      through: end,
      obligations: Evaluator.schedule(
        rules: pack.rules,
        from: start,
        through: end,
        selection: try SelectionResolver(rules: pack.rules, language: pack.language)
          .resolve(selectors),
        usesWaivers: !noWaivers
      )
    )
    try OutputOption.write(outputs, pack.language) { output in
      schedule.render(
        output.kind,
        pack.language,
        usesColor: output.file == nil && Terminal.usesColor(color),
        width: output.file == nil ? Terminal.columns() : nil
      )
    }
  }

  private func dayCount(_ language: Language) throws -> Int {
    let days = days ?? 30
    guard (0...3660).contains(days), self.days == nil || to == nil else {
      let message = Phrase(
        vi: "--days phải từ 0 đến 3660 và không đi cùng --to",
        en: "--days must be from 0 to 3660 and does not go with --to"
      )
      throw Failure.usage(message, language)
    }
    return days
  }
}

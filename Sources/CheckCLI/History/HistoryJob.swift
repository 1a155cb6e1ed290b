internal import CivilTime
internal import Diagnostics
internal import History
internal import HistoryPages

/// One subcommand of `check history`: options, file, page, in this order.
struct HistoryJob {
  private let options: HistoryOptions
  private let language: Language

  /// Makes a job; nothing is read yet.
  init(_ options: HistoryOptions) {
    self.options = options
    language = options.lang?.language ?? .vi
  }

  /// Shows all runs.
  func list() throws {
    try show { history in HistoryList(try history.runs()) }
  }

  /// Shows one run.
  func show(_ name: String) throws {
    try show { history in
      let run = try run(name, in: try history.runs())
      return HistoryShow(
        run,
        verdicts: try history.verdicts(of: run.number),
        chronicle: try history.chronicle(of: run.number)
      )
    }
  }

  /// Shows what lies between two runs.
  func diff(_ earlier: String, _ later: String) throws {
    try show { history in
      let runs = try history.runs()
      let first = try run(earlier, in: runs)
      let second = try run(later, in: runs)
      return HistoryDiff(
        from: (first, try history.verdicts(of: first.number)),
        to: (second, try history.verdicts(of: second.number))
      )
    }
  }

  /// Shows where the runs lead.
  func trend(usesWaivers: Bool) throws {
    try show { history in
      HistoryTrend(RecordedRun.lastOfEachDate(try history.runs(), usesWaivers: usesWaivers))
    }
  }

  /// Shows what became of messages.
  ///
  /// - Parameter isWhole: Whether all delivered ones are shown.
  /// - Throws: `Failure` if the file cannot be read.
  func mail(isWhole: Bool) throws {
    try show { _ in
      OutboxPage(
        try Outbox.status(in: options.history ?? ""),
        isWhole: isWhole,
        utcOffsetSeconds: LocalClock.systemOffset
      )
    }
  }

  private func show(_ page: (HistoryReader) throws -> any HistoryPage) throws {
    let outputs = try OutputOption<HistoryFormat>.parse(options.format, default: .text, language)
    guard let file = options.history, !file.isEmpty else {
      let message = Phrase(
        vi: "thiếu --history TỆP, ví dụ: --history lich-su.sqlite",
        en: "--history FILE is missing, for instance: --history history.sqlite"
      )
      throw Failure.usage(message, language)
    }
    try HistoryOutputs.check(outputs.map(\.file), against: file, language)
    let shown: any HistoryPage
    do {
      shown = try page(try HistoryFile.open(file))
    } catch let error as HistoryError {
      throw Failure.usage(error.message, language)
    }
    try OutputOption.write(outputs, language) { output in
      shown.render(
        output.kind,
        HistoryStyle(
          language: language,
          usesColor: output.file == nil && Terminal.usesColor(options.color),
          width: output.file == nil ? Terminal.columns() : nil
        )
      )
    }
  }

  /// Finds a run by its number, or the last whole run of a date, with waivers if there is one.
  private func run(_ name: String, in runs: [RecordedRun]) throws -> RecordedRun {
    if let date = CivilDate(iso: name) {
      let whole = runs.filter { $0.asOf == date && $0.isWhole }
      if let run = whole.last(where: \.usesWaivers) ?? whole.last { return run }
      let message = Phrase(
        vi: "lịch sử không có lần xét toàn bộ nào tính đến ngày \(name)",
        en: "the history holds no whole run as of \(name)"
      )
      throw Failure.usage(message, language, help: Self.seeList)
    }
    if let run = runs.first(where: { String($0.number) == name }) { return run }
    let message = Phrase(
      vi: "lịch sử không có lần xét '\(name)'",
      en: "the history holds no run '\(name)'"
    )
    throw Failure.usage(message, language, help: Self.seeList)
  }

  private static let seeList = Phrase(
    vi: "xem các lần xét bằng: check history list",
    en: "see the runs with: check history list"
  )
}

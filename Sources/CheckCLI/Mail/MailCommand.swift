internal import ArgumentParser
internal import Diagnostics
internal import Findings
internal import History

/// The command `check mail`: judges, and mails everyone what is theirs.
struct MailCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail",
    _superCommandName: Tool.name,
    abstract: "Xét rồi gửi kết quả qua thư cho từng đơn vị (mails everyone their own results).",
    discussion: """
      Mỗi đơn vị một thư chỉ có việc của mình, lãnh đạo một bản tổng hợp. Chỉ gửi khi có điều chưa \
      báo: mới, thay đổi, đã khắc phục, đến kỳ nhắc lại. Ai nhận, khi nào gửi do mục 'mail' của bộ \
      quy tắc quyết định. Thư được ghi vào hộp chờ trong tệp lịch sử trước khi gửi, nên mất điện, \
      mất mạng không làm mất thư, chạy lại không gửi hai lần.

      Ví dụ:
        check mail --rules rules/ --history lich-su.sqlite --dry-run thu/
            chỉ viết thư ra tệp .eml để xem, không gửi, không ghi gì
        check mail --rules rules/ --history lich-su.sqlite --to toi@thientan.example.vn
            diễn tập: mọi thư về một địa chỉ, không tính là đã báo
        check mail --rules rules/ --history lich-su.sqlite --credentials /etc/check/smtp --quiet
            lệnh của cron mỗi sáng
        check mail send --rules rules/ --history lich-su.sqlite --quiet
            gửi lại thư còn trong hộp chờ; chạy 10 phút một lần
        check mail status --history lich-su.sqlite
            thư nào đã đi, đang chờ, không gửi được

      One message a unit, one digest; nothing is sent twice, nothing is lost. Add --lang en.
      User and password come from --credentials, or CHECK_SMTP_USER and CHECK_SMTP_PASSWORD.

      Mã thoát (exit codes): 0, 1, 2 như check (as for check) · 3 bộ quy tắc sai (invalid pack) ·
      64 sai cách dùng (wrong usage) · 74 có thư không gửi được lần này (a mail was not delivered)
      """,
    subcommands: [MailSendCommand.self, MailStatusCommand.self]
  )

  @Option(
    help: .init(
      "Chỉ viết thư ra tệp .eml trong thư mục này, không gửi (write .eml files, send nothing).",
      valueName: "thư-mục"
    ),
    completion: .directory
  )
  var dryRun: String?

  @Option(
    help: .init(
      "Diễn tập: gửi mọi thư đến địa chỉ này (rehearsal: everything goes to this address).",
      valueName: "địa-chỉ"
    )
  )
  var to: String?

  @OptionGroup(title: "Gửi thư (sending)") var sending: SendingOptions

  @OptionGroup(title: "Xét (judging)") var options: CheckOptions

  mutating func run() async throws {
    let code = try await MailJob(options, sending, dryRun: dryRun, to: to).run()
    if code != 0 { throw ExitCode(code) }
  }
}

/// The command `check mail send`: sends what waits in the outbox.
struct MailSendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send",
    _superCommandName: "check mail",
    abstract: "Gửi lại thư còn trong hộp chờ, không xét (sends what waits, judges nothing).",
    discussion: """
      Thư chưa đi được gửi lại sau 10 phút, rồi 20, 40 …, nhiều nhất 6 giờ một lần; quá số ngày ở \
      'give_up_days' thì thôi, báo lỗi và lần xét sau báo lại. Undelivered messages are tried again \
      after 10, 20, 40 minutes and so on, then given up with an error.

      Mã thoát (exit codes): 0 không còn gì phải gửi lúc này (nothing left to send now) · 3 · 64 ·
      74 có thư không gửi được (a mail was not delivered)
      """
  )

  @Option(
    help: .init("Thư mục bộ quy tắc (the folder of the rule pack).", valueName: "thư-mục"),
    completion: .directory
  )
  var rules: String?

  @Option(
    help: .init("Tệp lịch sử (the history's file).", valueName: "tệp"),
    completion: .file()
  )
  var history: String?

  @OptionGroup var sending: SendingOptions

  @Option(help: "Ngôn ngữ; mặc định theo bộ quy tắc (language of everything printed).")
  var lang: LanguageChoice?

  @Flag(help: "Thử ngay, không đợi đến giờ hẹn (do not wait for the next attempt's time).")
  var now = false

  @Flag(name: [.short, .long], help: "Không in gì khi mọi việc ổn (print nothing if all is well).")
  var quiet = false

  mutating func run() async throws {
    let language = lang?.language ?? .vi
    let history = try MailJob.history(history, language)
    let folder = try FolderOption.existing(rules, language)
    let pack = try PackStage(folder: folder, language: lang?.language, isQuiet: quiet).load()
    let stage = try SendingStage(sending, pack: pack, history: history, isQuiet: quiet)
    if stage.isDayOff {
      if !quiet { stage.say(MailMessages.dayOff(stage.today)) }
      return
    }
    // Another process that sends sends everything: nothing is left for this one.
    let code = try stage.withLock { error in
      if !quiet { stage.say(error.message) }
    } _: {
      let code = try stage.sendDue(isUrgent: now)
      return try stage.sayWhatWaits(ownToo: false) ? ExitStatus.outputFailed.rawValue : code
    }
    if let code, code != 0 { throw ExitCode(code) }
  }
}

/// The command `check mail status`: what became of the messages.
struct MailStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    _superCommandName: "check mail",
    abstract: "Thư đã đi, đang chờ, không gửi được (what became of the messages)."
  )

  @Flag(help: "Cả thư đã đến từ lâu (delivered ones of all days too).")
  var all = false

  @OptionGroup var options: HistoryOptions

  mutating func run() throws { try HistoryJob(options).mail(isWhole: all) }
}

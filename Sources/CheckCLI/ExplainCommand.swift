internal import ArgumentParser
internal import Findings

/// The command `check explain`: explains a rule, a verdict, a message, or what would be read.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    _superCommandName: Tool.name,
    abstract: "Giải thích quy tắc, kết luận, thông báo (explains a rule, a verdict, a message).",
    discussion: """
      Ví dụ:
        check explain bao-cao-thang --rules rules/
            quy tắc này đòi ai làm gì, hạn từng tháng trong năm, thế nào là đạt
        check explain bao-cao-thang vp 2026-07 --rules rules/
            kết luận cho một đơn vị, một kỳ: hạn, số liệu, các dòng, phép tính
        check explain 3f2a9c0d1e4b5a67 --rules rules/ --format json
            như trên, theo mã nghĩa vụ (fingerprint) trong báo cáo JSON
        check explain unknown-key
            một thông báo nghĩa là gì, ví dụ và cách sửa
        check explain --plan --rules rules/
            sẽ đọc những bộ dữ liệu, cột nào, cho quy tắc nào

      Examples: as above; add --lang en for English.

      Mã thoát (exit codes): 0 đã giải thích (explained) · 3 bộ quy tắc sai
      (invalid pack) · 64 không có mục này hoặc sai cách dùng (unknown target or
      wrong usage) · 74 không ghi được kết quả (output failed)
      """
  )

  @Argument(
    help: .init(
      "Mã quy tắc, mã nghĩa vụ, mã thông báo, hoặc: quy tắc, đơn vị, kỳ (what to explain).",
      valueName: "mục"
    )
  )
  var target: [String] = []

  @Flag(help: "Nói sẽ đọc gì, xét gì (explains what would be read and judged).")
  var plan = false

  @Option(
    help: .init("Thư mục bộ quy tắc (the folder of the rule pack).", valueName: "thư-mục"),
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
      "Với --plan: chỉ phần này, như ở check (with --plan: only this, as for check).",
      valueName: "kiểu:giá-trị"
    )
  )
  var select: [String] = []

  @Option(
    help: .init(
      "Dạng kết quả: text, json; thêm =TỆP để ghi ra tệp; được lặp (output format).",
      valueName: "dạng[=tệp]"
    )
  )
  var format: [String] = []

  @Option(
    help: .init(
      "Số dòng và minh chứng tối đa mỗi loại (rows and evidence listed of each kind).",
      valueName: "số"
    )
  )
  var evidence = 20

  @Option(help: "Ngôn ngữ; mặc định theo bộ quy tắc (language of everything printed).")
  var lang: LanguageChoice?

  @Option(help: "Dùng màu (colours).")
  var color = ColorChoice.auto

  @Flag(help: "Che dữ liệu cá nhân (mask personal data).")
  var mask = false

  @Flag(help: "Không áp dụng miễn trừ (ignore waivers, show the raw truth).")
  var noWaivers = false

  mutating func run() async throws {
    try await ExplainJob(self).run()
  }
}

internal import ArgumentParser

/// What the commands that judge dumps ask for: `check` and `check score`.
struct CheckOptions: ParsableArguments {
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
      "Loại báo cáo: \(HelpText.formats); thêm =TỆP để ghi ra tệp; được lặp (report format).",
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

  @Option(
    help: .init(
      "Tệp thang điểm dùng thay cho 'scoring' của bộ quy tắc (scoring table instead of the pack's).",
      valueName: "tệp"
    ),
    completion: .file(extensions: ["yaml", "yml"])
  )
  var scoring: String?

  @Option(
    help: .init(
      "Ghi lần xét này vào tệp lịch sử SQLite (record this run in a history).",
      valueName: "tệp"
    ),
    completion: .file()
  )
  var history: String?

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
}

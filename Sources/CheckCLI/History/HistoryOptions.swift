internal import ArgumentParser

/// The options that every subcommand of `check history` has.
struct HistoryOptions: ParsableArguments {
  @Option(
    help: .init("Tệp lịch sử (the history's file).", valueName: "tệp"),
    completion: .file()
  )
  var history: String?

  @Option(
    help: .init(
      "Dạng kết quả: text, json; thêm =TỆP để ghi ra tệp; được lặp (output format).",
      valueName: "dạng[=tệp]"
    )
  )
  var format: [String] = []

  @Option(help: "Ngôn ngữ, mặc định tiếng Việt (language of everything printed).")
  var lang: LanguageChoice?

  @Option(help: "Dùng màu (colours).")
  var color = ColorChoice.auto
}

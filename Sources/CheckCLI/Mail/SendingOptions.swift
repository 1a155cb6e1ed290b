internal import ArgumentParser

/// How mail leaves the machine: what `check mail` and `check mail send` have in common.
struct SendingOptions: ParsableArguments {
  @Option(
    help: .init(
      "Máy chủ thư thay cho 'server' của bộ quy tắc: smtp://…, smtps://…, sendmail (mail server).",
      valueName: "máy-chủ"
    )
  )
  var server: String?

  @Option(
    help: .init(
      "Tệp hai dòng: tên đăng nhập, mật khẩu; quyền 0600 (file with user and password).",
      valueName: "tệp"
    ),
    completion: .file()
  )
  var credentials: String?

  @Option(
    help: .init(
      "Chứng thư gốc để kiểm tra máy chủ; mặc định của hệ thống (CA certificates, PEM).",
      valueName: "tệp"
    ),
    completion: .file()
  )
  var caFile: String?

  @Option(
    help: .init(
      "Coi hôm nay là ngày này, để diễn tập (as if today were this date).",
      valueName: "yyyy-mm-dd"
    )
  )
  var today: String?
}

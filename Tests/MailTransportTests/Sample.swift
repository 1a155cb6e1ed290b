import Foundation

/// A message with what goes wrong on the way: lines that begin with dots, one at each end.
enum Sample {
  static let sender = "check@xa.example.org"
  static let recipients = ["a@xa.example.org", "nobody@xa.example.org", "c@xa.example.org"]
  static let text = ".\n..\n.dau cham\n...\nhet\n."

  static let message = message(attached: 300)

  /// A message with an attachment of a number of bytes.
  static func message(attached count: Int) -> [UInt8] {
    let file = Data((0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    let options: Data.Base64EncodingOptions = [
      .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
    ]
    let lines = """
      From: =?UTF-8?B?S2nhu4NtIHRyYQ==?= <\(sender)>
      To: a@xa.example.org
      Date: Mon, 02 Nov 2026 08:00:00 +0700
      Subject: =?UTF-8?B?QsOhbyBjw6FvIHZpIHBo4bqhbQ==?=
      Message-ID: <1@xa.example.org>
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=".b"

      --.b
      Content-Type: text/plain; charset=utf-8

      \(text)
      --.b
      Content-Type: application/octet-stream
      Content-Transfer-Encoding: base64
      Content-Disposition: attachment; filename*=UTF-8''b%C3%A1o%20c%C3%A1o.xlsx

      \(file.base64EncodedString(options: options).replacing("\r\n", with: "\n"))
      --.b--

      .
      """
    return Array(lines.replacing("\n", with: "\r\n").utf8) + Array("\r\n".utf8)
  }
}

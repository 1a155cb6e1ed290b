import Foundation
import Testing

@testable import History
@testable import Mail

/// Fields of headers, read back by Python's `email`.
@Suite("headers")
struct HeaderTextTests {
  private func mail(subject: String = "s", name: String? = nil, file: String = "a.csv") throws
    -> Parsed
  {
    let message = MIMEMessage(
      envelope: MIMEMessage.Envelope(
        from: (name, "a@xa.example.vn"),
        replyTo: nil,
        to: (name, "b@xa.example.vn"),
        meantFor: nil,
        listName: "Danh sách"
      ),
      follows: 0,
      subject: subject,
      text: "x\n.\n..y\nFrom z\n",
      page: "<p>x</p>",
      files: [.init(name: file, type: "text/csv", bytes: Array(0...255))]
    )
    let (id, bytes) = message.bytes(date: "Fri, 20 Nov 2026 07:00:00 +0700")
    let parsed = try OutgoingMail(
      messageID: id,
      audience: "digest",
      subject: subject,
      sender: "a@xa.example.vn",
      recipients: [],
      bytes: bytes,
      notices: []
    ).parsed()
    #expect(parsed.header("Message-ID") == ["<\(id)>"])
    #expect(parsed.text == "x\n.\n..y\nFrom z\n")
    #expect(parsed.files.map(\.bytes) == [Array(0...255)])
    return parsed
  }

  static let texts = [
    "plain", "", "Phòng Văn hoá – Xã hội: 2 vi phạm mới (tính đến 20/11/2026)",
    "Phòng Văn hoá".decomposedStringWithCanonicalMapping, String(repeating: "Nghĩa vụ ", count: 40),
    String(repeating: "x", count: 300), "=?UTF-8?B?eA==?=", " leading and trailing ",
    "👩‍👩‍👧‍👦 emoji, \"quotes\", <angles>, commas; (brackets) \\", "a\tb",
  ]

  @Test("any subject, name and file name come back as they were", arguments: texts)
  func roundTrip(_ text: String) throws {
    let shown = text.replacing("\t", with: "\\t")
    let parsed = try mail(subject: text, name: text.isEmpty ? nil : text, file: text + ".csv")
    #expect(parsed.header("Subject").map(Self.scalars) == [Self.scalars(shown)])
    #expect(parsed.from.map { Self.scalars($0[0]) } == [Self.scalars(shown)])
    #expect(parsed.to.map { $0[1] } == ["b@xa.example.vn"])
    // Python's reader trims what stands before a file's name.
    let name = String(shown.drop { $0 == " " }) + ".csv"
    #expect(parsed.files.map { Self.scalars($0.name) } == [Self.scalars(name)])
  }

  private static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  @Test("no text can begin a field, end a header or reach another recipient")
  func injection() throws {
    let evil = "x\r\nBcc: ban@gmail.com\r\n\r\n<b>\u{2028}\u{0}\u{7F}\u{85}"
    let parsed = try mail(subject: evil, name: evil, file: evil)
    #expect(parsed.header("Bcc").isEmpty)
    #expect(parsed.header("Subject").count == 1 && parsed.to.count == 1)
    #expect(parsed.header("Subject")[0].contains("x\\r\\nBcc: ban@gmail.com\\r\\n"))
    #expect(parsed.headers.count == 9)
  }

  @Test("the date is that of the place")
  func dates() {
    #expect(MailDate.text(0, utcOffsetSeconds: 0) == "Thu, 1 Jan 1970 00:00:00 +0000")
    #expect(
      MailDate.text(1_795_824_005, utcOffsetSeconds: 7 * 3600) == "Sat, 28 Nov 2026 07:00:05 +0700"
    )
    #expect(MailDate.text(-1, utcOffsetSeconds: -12_600) == "Wed, 31 Dec 1969 20:29:59 -0330")
  }
}

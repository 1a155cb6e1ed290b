internal import Digests

/// A message as bytes: header, text, page and files.
///
/// Every part is base64, so that nothing but ASCII in short lines crosses a server, and no line of the
/// content can look like a boundary, a header or the end of the message.
///
/// - SeeAlso: RFC 5322; RFC 2045 and 2046 for the parts; RFC 3834 for `Auto-Submitted`; RFC 2919 for
///   `List-Id`.
struct MIMEMessage {
  /// A file that goes with a message.
  struct File {
    /// Its name, in any letters.
    let name: String
    /// Its media type, such as `text/csv; charset=utf-8`.
    let type: String
    let bytes: [UInt8]
  }

  /// Who writes to whom.
  struct Envelope {
    let from: (name: String?, address: String)
    let replyTo: String?
    let to: (name: String?, address: String)
    /// Whom a rehearsal would have gone to.
    let meantFor: String?
    /// The name of the list that the messages make up.
    let listName: String
  }

  let envelope: Envelope
  /// The number of the message before it to the same audience: what is told twice on one day, with
  /// something else in between, are two messages.
  let follows: Int
  let subject: String
  let text: String
  let page: String
  let files: [File]

  /// The domain of ids: that of the sender.
  private var domain: Substring {
    let address = envelope.from.address
    return address.lastIndex(of: "@").map { address[address.index(after: $0)...] } ?? "localhost"
  }

  /// Returns the message and its id.
  ///
  /// - Parameter date: The header's date, as RFC 5322 writes it.
  /// - Returns: The bytes, lines ended by CR LF; and the id without angle brackets, which depends on
  ///   everything but the date.
  func bytes(date: String) -> (id: String, bytes: [UInt8]) {
    let head = self.head
    let content = SHA256.hexDigest(of: "\(follows)\n" + head + text + "\u{0}" + page)
    let whole = SHA256()
    whole.update(content)
    for file in files {
      whole.update("\(file.name)\u{0}\(file.type)\u{0}")
      unsafe file.bytes.withUnsafeBytes { unsafe whole.update($0) }
    }
    let digest = whole.finish()
    let id = "\(digest.prefix(32))@\(domain)"
    var result = head
    result += HeaderText.field("Date", token: date)
    result += HeaderText.field("Message-ID", token: "<\(id)>")
    result += body(boundary: "=_check_\(digest.suffix(24))")
    return (id, Array(result.utf8))
  }

  private var head: String {
    var head = HeaderText.field("From", addresses: [envelope.from])
    if let replyTo = envelope.replyTo {
      head += HeaderText.field("Reply-To", addresses: [(nil, replyTo)])
    }
    head += HeaderText.field("To", addresses: [envelope.to])
    if let meantFor = envelope.meantFor {
      head += HeaderText.field("X-Rehearsal-For", token: meantFor)
    }
    head += HeaderText.field("Subject", text: subject)
    head += HeaderText.field("Auto-Submitted", token: "auto-generated")
    let list = HeaderText.field("List-Id", addresses: [(envelope.listName, "check.\(domain)")])
    return head + list + HeaderText.field("MIME-Version", token: "1.0")
  }

  private func body(boundary: String) -> String {
    let alternatives = Self.multipart(
      "alternative",
      boundary + "_a",
      [
        Self.part("text/plain; charset=utf-8", Self.lines(text)),
        Self.part("text/html; charset=utf-8", Self.lines(page)),
      ]
    )
    guard !files.isEmpty else { return alternatives }
    return Self.multipart("mixed", boundary + "_m", [alternatives] + files.map(Self.part))
  }

  private static func multipart(_ kind: String, _ boundary: String, _ parts: [String]) -> String {
    var result = "Content-Type: multipart/\(kind);\r\n boundary=\"\(boundary)\"\r\n\r\n"
    for part in parts { result += "--\(boundary)\r\n\(part)\r\n" }
    return result + "--\(boundary)--\r\n"
  }

  private static func part(_ type: String, _ bytes: [UInt8]) -> String {
    HeaderText.field("Content-Type", token: type) + encoded(bytes)
  }

  private static func part(_ file: File) -> String {
    HeaderText.field("Content-Type", token: file.type)
      + HeaderText.field(
        "Content-Disposition",
        token: "attachment",
        parameter: "filename",
        file.name
      )
      + encoded(file.bytes)
  }

  private static func encoded(_ bytes: [UInt8]) -> String {
    "Content-Transfer-Encoding: base64\r\n\r\n" + Base64.lines(bytes)
  }

  /// The bytes of a text with the line ends that mail wants.
  private static func lines(_ text: String) -> [UInt8] {
    text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n").utf8
      .map(\.self)
  }
}

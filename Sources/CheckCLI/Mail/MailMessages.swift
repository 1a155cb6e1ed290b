internal import CivilTime
internal import Diagnostics
internal import Findings
internal import History

/// What `check mail` says on standard error: one line each, for a journal.
enum MailMessages {
  static func queued(_ count: Int) -> Phrase {
    count == 0
      ? Phrase(vi: "không có gì mới để báo", en: "nothing new to tell")
      : Phrase(
        vi: "\(count) thư vào hộp chờ",
        en: "\(count) message\(count == 1 ? "" : "s") in the outbox"
      )
  }

  static func dayOff(_ day: CivilDate) -> Phrase {
    let date = DateText.date(day)
    return Phrase(
      vi: "\(date.vi) là ngày nghỉ, không gửi thư; ngày làm việc sau sẽ báo đủ",
      en: "\(date.en) is a day off, no mail is sent; the next working day tells everything"
    )
  }

  static func sent(_ mail: QueuedMail, to recipient: String) -> Phrase {
    Phrase(
      vi: "đã gửi thư \(mail.number) cho \(recipient): \(mail.subject)",
      en: "sent message \(mail.number) to \(recipient): \(mail.subject)"
    )
  }

  static func undelivered(
    _ mail: QueuedMail,
    _ recipient: MailRecord.Recipient,
    next: String?
  ) -> Phrase {
    let (address, reply) = (recipient.address, recipient.lastReply ?? "")
    if let next {
      return Phrase(
        vi: "chưa gửi được thư \(mail.number) cho \(address): \(reply); gửi lại từ \(next)",
        en: "message \(mail.number) not yet delivered to \(address): \(reply); next try \(next)"
      )
    }
    return Phrase(
      vi:
        "lỗi: thôi gửi thư \(mail.number) cho \(address): \(reply); sửa địa chỉ hoặc máy chủ, lần xét sau sẽ báo lại",
      en:
        "error: gave up message \(mail.number) to \(address): \(reply); mend the address or the server, the next run tells it again"
    )
  }

  static func heldBack(_ count: Int, limit: Int) -> Phrase {
    Phrase(
      vi:
        "lỗi: còn \(count) thư chưa gửi vì một lần chạy chỉ gửi \(limit) thư (max_messages); chạy: check mail send",
      en:
        "error: \(count) messages not sent, a run sends at most \(limit) (max_messages); run: check mail send"
    )
  }

  static func stopped(_ count: Int) -> Phrase {
    Phrase(
      vi: "không liên lạc được với máy chủ thư; \(count) thư khác vẫn trong hộp chờ",
      en: "no talking to the mail server; \(count) more messages wait in the outbox"
    )
  }

  static func waiting(_ count: Int) -> Phrase {
    Phrase(
      vi: "còn \(count) thư trong hộp chờ; xem: check mail status",
      en: "\(count) message\(count == 1 ? "" : "s") in the outbox; see: check mail status"
    )
  }

  static func stranded(_ count: Int, pack: String) -> Phrase {
    Phrase(
      vi:
        "lỗi: \(count) thư của bộ quy tắc '\(pack)' còn trong hộp chờ mà không ai gửi; bộ quy tắc đã đổi tên?",
      en:
        "error: \(count) messages of the pack '\(pack)' wait and nobody sends them; was the pack renamed?"
    )
  }

  static let noLongerInPack = Phrase(
    vi: "địa chỉ không còn trong bộ quy tắc, hoặc ngoài 'domains'",
    en: "the address is no longer in the pack, or outside its 'domains'"
  )

  static func incomplete(_ run: Run) -> Phrase {
    let summary = run.summary
    let open = summary[.error] + summary[.noData]
    return Phrase(
      vi:
        "chưa đầy đủ: \(open) nghĩa vụ chưa kết luận được, \(run.dataErrorTotal) lỗi dữ liệu",
      en: "incomplete: \(open) obligations not decided, \(run.dataErrorTotal) data errors"
    )
  }

  static func written(_ file: String, _ mail: OutgoingMail) -> Phrase {
    let list = mail.recipients.joined(separator: ", ")
    return Phrase(verbatim: "\(file): \(list): \(mail.subject)")
  }

  static let nothing = Phrase(vi: "không có thư nào để gửi", en: "there is no message to send")
}

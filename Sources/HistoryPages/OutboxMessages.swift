internal import Diagnostics
internal import History

/// The words of the page about messages.
extension Messages {
  static let emptyOutbox = Phrase(
    vi: "Chưa có thư nào trong hộp thư đi.",
    en: "The outbox holds no message."
  )
  static let rehearsal = Phrase(vi: "(diễn tập)", en: "(rehearsal)")

  static func waitingMail(_ count: Int) -> Phrase {
    Phrase(vi: "Đang chờ gửi: \(count) thư", en: "Waiting: \(count)")
  }

  static func failedMail(_ count: Int) -> Phrase {
    Phrase(
      vi: "Không đến đủ người nhận: \(count) thư",
      en: "Did not reach everybody: \(count)"
    )
  }

  static func deliveredMail(_ count: Int) -> Phrase {
    Phrase(vi: "Đã gửi: \(count) thư", en: "Delivered: \(count)")
  }

  static func moreMail(_ count: Int) -> Phrase {
    Phrase(
      vi: "… và \(count) thư đã gửi trước đó; xem hết bằng --all",
      en: "… and \(count) delivered earlier; --all shows them"
    )
  }

  static func state(_ state: MailRecord.Recipient.State) -> Phrase {
    switch state {
    case .queued: Phrase(vi: "đang chờ", en: "waiting")
    case .accepted: Phrase(vi: "máy chủ đã nhận", en: "accepted")
    case .refused: Phrase(vi: "bị từ chối", en: "refused")
    case .expired: Phrase(vi: "quá thời gian, thôi gửi", en: "given up")
    }
  }

  static func attempts(_ count: Int) -> Phrase {
    Phrase(vi: "\(count) lần thử", en: "\(count) attempt\(count == 1 ? "" : "s")")
  }

  static func nextAttempt(_ moment: String) -> Phrase {
    Phrase(vi: "gửi lại từ \(moment)", en: "next try from \(moment)")
  }
}

internal import Diagnostics

// MARK: what became of a message on its way

extension Messages {
  /// What ended a transfer to a server.
  static func fault(_ fault: TransferFault, _ place: String) -> Phrase {
    switch fault {
    case .unknownHost, .noConnection, .outOfTime, .brokenOff, .other: network(fault, place)
    case .certificate, .encryption, .noEncryptionOffered: encryption(fault, place)
    case .loginDenied:
      Phrase(
        vi: "\(place) không cho đăng nhập; hãy kiểm tra tên đăng nhập và mật khẩu",
        en: "\(place) denied the login; check the user name and the password"
      )
    case .notLoggedIn:
      Phrase(
        vi: "\(place) không nhận đăng nhập nên thư chưa được gửi; hãy kiểm tra tên và cổng máy chủ",
        en: "\(place) offers no login, so nothing was sent; check the server's name and port"
      )
    }
  }

  private static func network(_ fault: TransferFault, _ place: String) -> Phrase {
    switch fault {
    case .unknownHost:
      Phrase(
        vi: "không tìm thấy máy chủ của \(place); hãy kiểm tra tên máy chủ và kết nối mạng",
        en: "the host of \(place) was not found; check its name and the network"
      )
    case .noConnection(let reason):
      Phrase(
        vi: "không kết nối được với \(place) (\(reason))",
        en: "cannot connect to \(place) (\(reason))"
      )
    case .outOfTime:
      Phrase(
        vi: "\(place) không trả lời trong thời gian chờ",
        en: "\(place) did not answer in time"
      )
    case .other(let reason):
      Phrase(
        vi: "không gửi được thư qua \(place) (\(reason))",
        en: "cannot send mail through \(place) (\(reason))"
      )
    default:
      Phrase(
        vi: "kết nối với \(place) bị ngắt giữa chừng",
        en: "the connection to \(place) broke off"
      )
    }
  }

  private static func encryption(_ fault: TransferFault, _ place: String) -> Phrase {
    switch fault {
    case .certificate(let reason):
      Phrase(
        vi: "không tin được chứng thư số của \(place): \(trust(reason).vi) (\(reason))",
        en: "the certificate of \(place) cannot be trusted: \(trust(reason).en) (\(reason))"
      )
    case .encryption(let reason):
      Phrase(
        vi: "không mã hoá được kết nối với \(place) (\(reason))",
        en: "cannot encrypt the connection to \(place) (\(reason))"
      )
    default:
      Phrase(
        vi: "\(place) không có kết nối mã hoá (STARTTLS) nên thư chưa được gửi",
        en: "\(place) offers no encryption (STARTTLS), so nothing was sent"
      )
    }
  }

  /// The reasons of OpenSSL that people meet, in plain words.
  private static func trust(_ reason: String) -> Phrase {
    if reason.contains("expired") {
      return Phrase(vi: "đã hết hạn", en: "it has expired")
    }
    if reason.contains("not yet valid") {
      return Phrase(vi: "chưa có hiệu lực", en: "it is not valid yet")
    }
    if reason.contains("subject name") {
      return Phrase(vi: "được cấp cho tên máy chủ khác", en: "it was made for another host name")
    }
    if reason.contains("self-signed") || reason.contains("issuer certificate") {
      return Phrase(
        vi: "nơi cấp không nằm trong danh sách tin cậy",
        en: "whoever made it is not on the list of those trusted"
      )
    }
    return Phrase(vi: "không hợp lệ", en: "it is not valid")
  }
}

// MARK: what a mail program made of a message

extension Messages {
  /// How the run of a mail program ended.
  static func program(_ ending: ChildRun.Ending, _ path: String) -> Phrase {
    switch ending {
    case .exited(0): Phrase(vi: "\(path) đã nhận thư", en: "\(path) has taken the message")
    case .exited(let code): exited(code, path)
    case .signalled(let signal):
      Phrase(
        vi: "\(path) bị hệ thống dừng (tín hiệu \(signal))",
        en: "\(path) was ended by signal \(signal)"
      )
    case .outOfTime:
      Phrase(
        vi: "\(path) không xong trong thời gian chờ nên đã bị dừng",
        en: "\(path) did not finish in time and was ended"
      )
    case .failed(let code):
      Phrase(
        vi: "không chạy được \(path): \(System.reason(code))",
        en: "cannot run \(path): \(System.reason(code))"
      )
    }
  }

  /// A program that ends well without having read what it should send.
  static func unread(_ path: String) -> Phrase {
    Phrase(
      vi: "\(path) kết thúc khi chưa đọc hết thư",
      en: "\(path) ended without reading the whole message"
    )
  }

  private static func exited(_ code: Int32, _ path: String) -> Phrase {
    let words: Phrase
    switch code {
    case 64:
      words = Phrase(vi: "không hiểu cách gọi", en: "it does not understand how it was called")
    case 65: words = Phrase(vi: "không nhận thư này", en: "it does not take this message")
    case 67: words = Phrase(vi: "không có người nhận này", en: "there is no such recipient")
    case 68: words = Phrase(vi: "không tìm thấy máy chủ", en: "a host was not found")
    case 69, 75: words = Phrase(vi: "tạm thời chưa gửi được", en: "it cannot send at present")
    case 77: words = Phrase(vi: "không có quyền gửi", en: "it is not permitted to send")
    case 78: words = Phrase(vi: "cấu hình có lỗi", en: "its configuration is wrong")
    default: words = Phrase(vi: "không gửi được", en: "it could not send")
    }
    return Phrase(
      vi: "\(path): \(words.vi) (mã thoát \(code))",
      en: "\(path): \(words.en) (exit code \(code))"
    )
  }
}

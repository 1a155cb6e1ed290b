internal import Diagnostics
internal import Glibc

/// Every text of this target, in both languages.
enum Messages {
  /// Why a recipient is refused without asking a server.
  static let badRecipient = Phrase(
    vi: "địa chỉ người nhận không hợp lệ; chỉ dùng chữ không dấu, số và các dấu thường gặp, "
      + "ví dụ: vanthu@xa.gov.vn",
    en: "this is no usable recipient address; use plain letters, digits and common marks, "
      + "for example: clerk@example.org"
  )

  /// Why all recipients are refused without asking a server.
  static let badSender = Phrase(
    vi: "địa chỉ người gửi không hợp lệ; chỉ dùng chữ không dấu, số và các dấu thường gặp, "
      + "ví dụ: vanthu@xa.gov.vn",
    en: "the sender's address is not usable; use plain letters, digits and common marks, "
      + "for example: clerk@example.org"
  )

  /// Stands for a reply that would have shown a password.
  static let concealed = Phrase(
    vi: "máy chủ thư trả lời kèm mật khẩu nên câu trả lời được giấu đi",
    en: "the mail server's reply is not shown because it repeats the password"
  )
}

// MARK: mistakes in what was asked for

extension Messages {
  /// Why a way to send mail cannot be used.
  static func error(_ kind: TransportError.Kind) -> Phrase {
    switch kind {
    case .noServer, .userInfo, .unknownForm, .badHost, .badPort, .badPath: form(kind)
    case .library(let fault): library(fault)
    case .notSMTP, .unusableCredentials, .loginWithoutTLS, .loginForProgram,
      .unreadableAuthorities, .badTimeouts, .setting:
      usage(kind)
    }
  }

  private static func form(_ kind: TransportError.Kind) -> Phrase {
    switch kind {
    case .userInfo:
      Phrase(
        vi: "địa chỉ máy chủ thư có dấu '@', có thể kèm tên đăng nhập và mật khẩu; hãy bỏ phần "
          + "trước '@' và khai báo tên, mật khẩu riêng, vì địa chỉ này có thể được in ra",
        en: "the mail server has an '@', perhaps with a user name and a password; leave out what "
          + "stands before the '@' and give both separately, because this text may be printed"
      )
    case .badHost(let host):
      Phrase(
        vi: "'\(host)' không phải tên máy chủ; hãy viết như mail.example.vn, 192.0.2.1 hoặc [::1]",
        en: "'\(host)' is no host name; write it like mail.example.vn, 192.0.2.1 or [::1]"
      )
    case .badPort(let port):
      Phrase(
        vi: "'\(port)' không phải số cổng; hãy viết một số từ 1 đến 65535, ví dụ 587",
        en: "'\(port)' is no port; write a number from 1 to 65535, for example 587"
      )
    case .badPath(let path):
      Phrase(
        vi: "'\(path)' không phải đường dẫn đầy đủ; hãy viết như sendmail:/usr/sbin/sendmail",
        en: "'\(path)' is no absolute path; write it like sendmail:/usr/sbin/sendmail"
      )
    case .unknownForm(let text):
      Phrase(vi: "không hiểu máy chủ thư '\(text)'; ", en: "'\(text)' names no mail server; ")
        + forms
    default: Phrase(vi: "chưa nêu máy chủ thư; ", en: "no mail server is named; ") + forms
    }
  }

  private static let forms = Phrase(
    vi: "hãy viết smtp://MÁY-CHỦ[:CỔNG], smtps://MÁY-CHỦ[:CỔNG] hoặc sendmail[:/ĐƯỜNG-DẪN]",
    en: "write smtp://HOST[:PORT], smtps://HOST[:PORT] or sendmail[:/PATH]"
  )

  private static func usage(_ kind: TransportError.Kind) -> Phrase {
    switch kind {
    case .loginWithoutTLS(let server):
      Phrase(
        vi: "không gửi mật khẩu tới '\(server)' khi kết nối không mã hoá; hãy thêm ?tls=required "
          + "hoặc bỏ tên đăng nhập",
        en: "no password is sent to '\(server)' over a connection without encryption; "
          + "add ?tls=required, or leave out the user name"
      )
    case .unusableCredentials:
      Phrase(
        vi: "tên đăng nhập hoặc mật khẩu bị trống hay chứa ký tự không dùng được; hãy kiểm tra lại",
        en: "the user name or the password is empty or holds an unusable character; check both"
      )
    case .loginForProgram:
      Phrase(
        vi: "chương trình gửi thư trên máy này không cần tên đăng nhập; hãy bỏ tên và mật khẩu",
        en: "the mail program of this machine takes no login; leave out user name and password"
      )
    case .unreadableAuthorities(let path, let code):
      unreadable(path, code)
    case .badTimeouts:
      Phrase(
        vi: "thời gian chờ máy chủ thư phải lớn hơn 0 và không quá một ngày",
        en: "the time to wait for a mail server must be more than 0 and at most a day"
      )
    case .notSMTP(let server):
      Phrase(
        vi: "'\(server)' không phải máy chủ thư; hãy viết smtp:// hoặc smtps://",
        en: "'\(server)' is no mail server; write smtp:// or smtps://"
      )
    case .setting(let reason):
      Phrase(
        vi: "không chuẩn bị được kết nối thư: \(reason)",
        en: "cannot prepare the connection for mail: \(reason)"
      )
    default: form(kind)
    }
  }

  private static func unreadable(_ path: String, _ code: Int32) -> Phrase {
    let reason = System.reason(code)
    return Phrase(
      vi: "không đọc được tệp chứng thư số '\(path)': \(reason)",
      en: "cannot read the certificate file '\(path)': \(reason)"
    )
  }

  private static func library(_ fault: TransportError.LibraryFault) -> Phrase {
    let cure = Phrase(
      vi: "; hãy cài gói libcurl4 (apt-get install libcurl4), hoặc gửi qua sendmail",
      en: "; install the package libcurl4 (apt-get install libcurl4), or send through sendmail"
    )
    switch fault {
    case .absent(let reason):
      return Phrase(
        vi: "thiếu thư viện gửi thư libcurl (\(reason))",
        en: "the library for mail, libcurl, is missing (\(reason))"
      ) + cure
    case .unfit(let reason):
      return Phrase(
        vi: "thư viện gửi thư libcurl không dùng được, cần bản 7.85 trở lên (\(reason))",
        en: "the library for mail, libcurl, is not usable; it must be 7.85 or newer (\(reason))"
      ) + cure
    case .withoutMail(let version):
      return Phrase(
        vi: "thư viện libcurl \(version) trên máy này không gửi được thư",
        en: "the libcurl \(version) of this machine cannot send mail"
      ) + cure
    case .withoutTLS(let version):
      return Phrase(
        vi: "thư viện libcurl \(version) trên máy này không mã hoá được kết nối",
        en: "the libcurl \(version) of this machine cannot encrypt connections"
      ) + cure
    }
  }
}

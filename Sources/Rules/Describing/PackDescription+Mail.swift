internal import Diagnostics

extension PackDescription {
  static let mail = MappingDescription(
    Phrase(verbatim: "'mail'"),
    Phrase(
      vi: "Gửi kết quả qua thư: ai nhận, khi nào gửi, giới hạn. Chỉ 'check mail' dùng.",
      en: "Results by mail: who gets them, when, within which limits. Only 'check mail' uses it."
    ),
    keys: [
      .must("from", vi: "địa chỉ gửi", en: "the sender's address"),
      .may("from_name", vi: "tên bên cạnh địa chỉ gửi", en: "the name beside it"),
      .may("reply_to", vi: "địa chỉ nhận thư trả lời", en: "where answers go"),
      .must(
        "fallback",
        vi: "địa chỉ nhận thay cho đơn vị chưa có thư điện tử",
        en: "the address for units that have none"
      ),
      .may(
        "digest",
        vi: "đơn vị nhận bản tổng hợp; bỏ trống thì gửi về fallback",
        en: "the units that get the digest; the fallback if left out"
      ),
      .may(
        "copy_supporting",
        vi: "yes: báo cả đơn vị phối hợp, mặc định no",
        en: "yes: supporting units are told too; no by default"
      ),
      .may(
        "domains",
        vi: "chỉ gửi đến các tên miền này và tên miền con của chúng",
        en: "mail goes to these domains and those below them only"
      ),
      .may("new", vi: "gửi khi có điều mới, mặc định yes", en: "send what is new, yes by default"),
      .may(
        "changed",
        vi: "gửi khi số liệu hoặc kết luận thay đổi, mặc định yes",
        en: "send what changed, yes by default"
      ),
      .may(
        "resolved",
        vi: "gửi khi đã khắc phục hoặc không còn tính, mặc định yes",
        en: "send what is resolved, yes by default"
      ),
      .may(
        "continuing",
        vi: "bao lâu nhắc lại điều chưa khắc phục, ví dụ 7 days; mặc định no",
        en: "how often what goes on is told again, such as 7 days; no by default"
      ),
      .may(
        "overdue",
        vi: "bao lâu nhắc lại việc quá hạn; bỏ trống thì như continuing",
        en: "how often what is overdue is told again; as continuing if left out"
      ),
      .may(
        "remind",
        vi: "bao lâu nhắc lại việc sắp đến hạn; mặc định chỉ nhắc một lần",
        en: "how often what falls due soon is told again; once by default"
      ),
      .may("days_off", vi: "yes: gửi cả ngày nghỉ, mặc định no", en: "yes: also on days off"),
      .may(
        "attach",
        vi: "đính kèm thư của đơn vị: csv, xlsx, html; mặc định csv, [] là không",
        en: "attached for units: csv, xlsx, html; csv by default, [] for none"
      ),
      .may(
        "attach_digest",
        vi: "đính kèm bản tổng hợp; mặc định html",
        en: "attached to the digest; html by default"
      ),
      .may("max_megabytes", vi: "cỡ thư lớn nhất, mặc định 5", en: "largest message, 5 by default"),
      .may(
        "max_messages",
        vi: "số thư nhiều nhất một lần chạy, mặc định 50",
        en: "most messages a run, 50 by default"
      ),
      .may(
        "give_up_days",
        vi: "sau bao nhiêu ngày (không kể ngày không gửi thư) thì thôi gửi, mặc định 3",
        en: "after how many days, those without mail left out, it is given up; 3 by default"
      ),
      .may(
        "server",
        vi: "máy chủ thư: smtp://… (STARTTLS), smtps://… hoặc sendmail; hoặc dùng --server",
        en: "the server: smtp://… (STARTTLS), smtps://… or sendmail; or give --server"
      ),
    ],
    example: """
      mail:
        from: kiemtra@thientan.example.vn
        from_name: Kiểm tra tuân thủ xã Thiện Tân
        fallback: vanphong@thientan.example.vn
        digest: [ubnd, vp]
        domains: [thientan.example.vn]
        continuing: 5 working days
        remind: 2 working days
        server: smtp://mail.thientan.example.vn:587
      """
  )
}

internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Reports
internal import Rules

/// The words of letters, in one language.
struct MailWords {
  let language: Language

  private func say(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

  func date(_ date: CivilDate) -> String { DateText.date(date).text(language) }

  // MARK: Sections

  func title(_ topic: Topic) -> String {
    switch topic {
    case .open: say("Chưa kết luận được", "Not decided")
    case .overdue: say("Thông báo quá hạn", "Overdue")
    case .new: say("Vi phạm mới", "New violations")
    case .changed: say("Vi phạm có thay đổi", "Violations that changed")
    case .continuing: say("Vi phạm chưa khắc phục", "Violations that go on")
    case .reminder: say("Nhắc việc sắp đến hạn", "Reminders: due soon")
    case .resolved:
      say("Đã khắc phục hoặc không còn tính", "Resolved or no longer counted")
    case .settled: say("Nay đã kết luận được", "Decided now")
    case .supported: say("Việc đơn vị phối hợp", "What the unit supports")
    }
  }

  func note(_ topic: Topic) -> String {
    switch topic {
    case .open:
      say(
        "Chưa đủ số liệu không có nghĩa là đạt. Đề nghị bổ sung như ghi ở từng mục; số liệu do nơi khác quản lý thì đơn vị không phải làm gì.",
        "Not decided does not mean met. Please supply what each entry asks for; where others keep the data, there is nothing to do."
      )
    case .overdue:
      say(
        "Những việc này đã hết hạn mà chưa có minh chứng hoàn thành. Đề nghị hoàn thành ngay, cập nhật số liệu và nêu lý do chậm.",
        "The deadline has passed and nothing shows that it was done. Please do it now, record it, and say why it is late."
      )
    case .new:
      say(
        "Lần đầu thông báo cho người nhận thư này. Đề nghị khắc phục, hoặc trả lời nếu số liệu chưa đúng.",
        "Told for the first time. Please mend it, or answer if the data are wrong."
      )
    case .changed:
      say(
        "Đã thông báo trước đây; kết luận hoặc số liệu nay khác.",
        "Told before; the verdict or the figures are different now."
      )
    case .continuing: say("Đã thông báo, đến nay chưa thay đổi.", "Told before, and unchanged.")
    case .reminder:
      say(
        "Chưa đến hạn và chưa tính là vi phạm; nhắc để kịp hoàn thành.",
        "Not due yet and no violation; a reminder to be in time."
      )
    case .resolved:
      say(
        "Đã thông báo trước đây; nay không còn là vi phạm.",
        "Told before; no violation any longer."
      )
    case .settled:
      say(
        "Trước đây chưa đủ số liệu; nay đã đủ và kết luận là đạt.",
        "There was not enough data before; now there is, and it is met."
      )
    case .supported:
      say(
        "Gửi để biết và phối hợp; đơn vị không bị tính vi phạm. Minh chứng gửi cho đơn vị chủ trì.",
        "For information: these do not count against the unit. Evidence goes to the unit in charge."
      )
    }
  }

  func more(_ count: Int) -> String {
    say(
      "… và \(count) mục nữa, xem báo cáo tại nơi kiểm tra.",
      "… and \(count) more; see the report where the check was run."
    )
  }

  /// How many cells are left out because there are too many.
  func hidden(_ count: Int) -> String {
    say(
      "Còn \(count) ô minh chứng nữa, xem báo cáo tại nơi kiểm tra.",
      "\(count) more cells; see the report where the check was run."
    )
  }

  /// Whose rows are left out, because each unit sees its own only.
  func foreign(_ rows: [(name: String, count: Int)]) -> String {
    let list = rows.map { "\($0.name) (\($0.count))" }.joined(separator: ", ")
    return say(
      "Không nêu ô thuộc dòng của đơn vị khác: \(list).",
      "Cells in rows of other units are not shown: \(list)."
    )
  }

  var noUnit: String { say("chưa rõ đơn vị", "unit unknown") }

  // MARK: Facts

  var conclusion: String { say("Kết luận", "Verdict") }
  var basis: String { say("Căn cứ", "Clause") }
  var deadline: String { say("Thời hạn", "Deadline") }
  var since: String { say("Theo dõi", "Seen") }

  /// How a deadline came about, without the word that the label says.
  func deadline(_ obligation: Obligation) -> String {
    let text = obligation.deadlineText?.text(language) ?? ""
    let word = say("hạn ", "due ")
    return text.hasPrefix(word) ? String(text.dropFirst(word.count)) : text
  }

  /// Since when a violation goes on; empty if it was seen for the first time now.
  func since(_ sighting: Chronicle.Sighting?, _ asOf: CivilDate) -> String {
    guard let sighting, sighting.firstSeen < asOf else { return "" }
    return sighting.phrase.text(language)
  }

  var rule: String { say("Quy tắc · mã nghĩa vụ", "Rule · obligation id") }
  var gone: String {
    say("không còn là nghĩa vụ theo bộ quy tắc hiện nay", "no obligation by the rules of today")
  }

  /// What stands beside a verdict that is not simply new or the same.
  func mark(_ kind: Tiding.Kind) -> String? {
    switch kind {
    case .new, .reminder: nil
    case .changed: say("có thay đổi", "changed")
    case .continuing: say("đã thông báo", "told before")
    case .resolved: say("đã khắc phục", "resolved")
    case .settled: say("nay đã kết luận được", "decided now")
    case .excused: say("không còn tính", "no longer counted")
    case .gone: nil
    }
  }
}

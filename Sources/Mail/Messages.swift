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
      say("Đã khắc phục hoặc không còn tính", "Resolved, or no longer counted")
    case .supported: say("Việc đơn vị phối hợp", "What the unit supports")
    }
  }

  func note(_ topic: Topic) -> String {
    switch topic {
    case .open:
      say(
        "Chưa đủ số liệu không có nghĩa là đạt. Đề nghị bổ sung như ghi ở từng mục.",
        "Not decided does not mean met. Please supply what each entry asks for."
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
    case .supported:
      say(
        "Gửi để biết và phối hợp; đơn vị không bị tính vi phạm. Minh chứng gửi cho đơn vị chủ trì.",
        "For information: these do not count against the unit. Evidence goes to the unit in charge."
      )
    }
  }

  func more(_ count: Int) -> String {
    say(
      "… và \(count) mục nữa, xem tệp đính kèm hoặc báo cáo tại nơi kiểm tra.",
      "… and \(count) more; see the attached file or the report where it was made."
    )
  }

  /// How many cells are left out because there are too many.
  func hidden(_ count: Int) -> String {
    say(
      "Còn \(count) ô minh chứng nữa, xem tệp đính kèm hoặc báo cáo tại nơi kiểm tra.",
      "\(count) more cells; see the attached file or the report where it was made."
    )
  }

  /// Whose rows are left out, because each unit sees its own only.
  func foreign(_ rows: [(name: String, count: Int)]) -> String {
    let list = rows.map { "\($0.name) (\($0.count))" }.joined(separator: ", ")
    return say(
      "Không nêu dòng của đơn vị khác: \(list).",
      "Rows of other units are not shown: \(list)."
    )
  }

  var noUnit: String { say("chưa rõ đơn vị", "unit unknown") }

  // MARK: Facts

  var conclusion: String { say("Kết luận", "Verdict") }
  var basis: String { say("Căn cứ", "Clause") }
  var deadline: String { say("Thời hạn", "Deadline") }
  var since: String { say("Theo dõi", "Seen") }
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
    case .excused: say("không còn tính", "no longer counted")
    case .gone: nil
    }
  }

  /// A rule's title with its period, and the unit where the reader may not know whose it is.
  func title(of id: ObligationID, in run: Run, isForeign: Bool) -> String {
    var title = run.rules.rules.first { $0.id == id.rule }?.title ?? id.rule.text
    if let period = id.period { title += " – " + DateText.period(period).text(language) }
    guard isForeign else { return title }
    return "\(run.rules.units.first { $0.id == id.unit }?.name ?? id.unit.text): \(title)"
  }
}

internal import CivilTime
internal import Diagnostics
internal import Findings
internal import History
internal import Reports
internal import Rules

/// What frames a letter: subject, first and last lines.
extension MailWords {
  private func say(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

  // MARK: Subject

  /// The subject: whose it is, how many of what, as of when.
  ///
  /// - Parameters:
  ///   - name: The unit, or the digest.
  ///   - tidings: What is told.
  ///   - owner: The unit whose own obligations are counted apart; nil for the digest.
  ///   - asOf: The date judged at.
  ///   - isRehearsal: Whether that stands before all else.
  /// - Returns: The subject; names of persons are never in it.
  func subject(
    _ name: String,
    _ tidings: [Tiding],
    owner: UnitID?,
    asOf: CivilDate,
    isRehearsal: Bool
  ) -> String {
    let supported = tidings.filter { owner != nil && $0.notice.obligation.unit != owner }
    let tidings = tidings.filter { owner == nil || $0.notice.obligation.unit == owner }
    var parts: [String] = []
    func count(_ topics: Topic..., vi: String, en: String) {
      let number = tidings.count { topics.contains(Topic($0)) }
      if number > 0 { parts.append("\(number) \(say(vi, en))") }
    }
    func kinds(_ kinds: Set<Tiding.Kind>, vi: String, en: String) {
      let number = tidings.count { kinds.contains($0.kind) }
      if number > 0 { parts.append("\(number) \(say(vi, en))") }
    }
    func violations(_ kind: Tiding.Kind, vi: String, en: String) {
      let number = tidings.count { $0.kind == kind && $0.notice.standing == .violation }
      if number > 0 { parts.append("\(number) \(say(vi, en))") }
    }
    count(.open, vi: "chưa kết luận được", en: "not decided")
    violations(.new, vi: "vi phạm mới", en: "new")
    violations(.changed, vi: "vi phạm có thay đổi", en: "changed")
    violations(.continuing, vi: "vi phạm chưa khắc phục", en: "going on")
    kinds([.resolved], vi: "đã khắc phục", en: "resolved")
    kinds([.settled], vi: "nay đã kết luận được", en: "decided now")
    kinds([.excused, .gone], vi: "không còn tính", en: "no longer counted")
    count(.reminder, vi: "việc sắp đến hạn", en: "due soon")
    if !supported.isEmpty {
      parts.append("\(supported.count) \(say("việc phối hợp", "supported"))")
    }
    let text =
      "\(name): \(parts.joined(separator: ", ")) (\(say("tính đến", "as of")) \(date(asOf)))"
    return isRehearsal ? "[\(say("DIỄN TẬP", "REHEARSAL"))] \(text)" : text
  }

  var digestName: String { say("Bản tổng hợp", "Digest") }

  // MARK: Before the sections

  func rehearsal(_ recipient: String) -> String {
    say(
      "THƯ DIỄN TẬP, chưa gửi cho người nhận thật: \(recipient)",
      "REHEARSAL, not sent to those it is for: \(recipient)"
    )
  }

  func noAddress(_ name: String) -> String {
    say(
      "\(name) chưa có thư điện tử trong danh mục đơn vị; xin chuyển giúp thư này.",
      "\(name) has no address in the register of units; please pass this message on."
    )
  }

  func greeting(_ unit: Unit) -> String {
    let head = unit.head.map { " (\($0))" } ?? ""
    return say("Kính gửi: \(unit.name)\(head)", "To: \(unit.name)\(head)")
  }

  func digestGreeting(_ names: [String]) -> String {
    names.isEmpty
      ? say("Kính gửi: lãnh đạo và đơn vị đầu mối", "To: leadership and the focal unit")
      : say("Kính gửi: ", "To: ") + names.joined(separator: "; ")
  }

  func title(_ run: Run) -> String {
    say("Kết quả kiểm tra: \(run.rules.pack.name)", "Results: \(run.rules.pack.name)")
  }

  func dates(_ run: Run, day: CivilDate) -> String {
    say(
      "Thư ngày \(date(day)); số liệu tính đến ngày \(date(run.asOf)).",
      "Written on \(date(day)); judged as of \(date(run.asOf))."
    )
  }

  /// Whether everything was judged.
  func completeness(_ run: Run) -> String {
    run.exitCode == 2
      ? say(
        "Kết quả CHƯA ĐẦY ĐỦ: còn nghĩa vụ chưa kết luận được hoặc số liệu có lỗi.",
        "INCOMPLETE: something is undecided, or the data have errors."
      ) : say("Mọi nghĩa vụ đã được xét.", "Everything was judged.")
  }

  func state(_ obligations: [Obligation]) -> String {
    let summary = Summary(obligations)
    let open = summary[.error] + summary[.noData]
    return say(
      "Hiện có \(obligations.count) nghĩa vụ: \(open) chưa kết luận được, \(summary.violations) vi phạm, \(summary[.waived]) được miễn, \(summary[.pending]) chưa đến hạn, \(summary[.met]) đạt, \(summary[.notApplicable]) không áp dụng.",
      "Now \(obligations.count) obligations: \(open) not decided, \(summary.violations) violations, \(summary[.waived]) waived, \(summary[.pending]) pending, \(summary[.met]) met, \(summary[.notApplicable]) not applicable."
    )
  }

  func dataErrors(_ count: Int) -> String {
    say(
      "Số liệu còn \(count) lỗi; kết luận chưa đầy đủ cho đến khi sửa xong. Danh sách lỗi có trong báo cáo tại nơi kiểm tra.",
      "The data hold \(count) mistakes; nothing is complete until they are mended. The report where the check was run lists them."
    )
  }

  // MARK: The digest's table

  var tableHeads: [String] {
    language == .vi
      ? ["Đơn vị", "Chưa kết luận", "Vi phạm", "Mới", "Khắc phục", "Sắp hạn", "Điểm"]
      : ["Unit", "Not decided", "Violations", "New", "Resolved", "Due soon", "Score"]
  }

  var tableNote: String {
    say(
      "Điểm là khoảng thấp nhất – cao nhất: đầu vào chấm điểm, không phải kết quả xếp loại.",
      "A score is an interval: input to scoring, never a classification."
    )
  }

  // MARK: After the sections

  func contest(replyTo: String?) -> String {
    let address = replyTo.map { " (\($0))" } ?? ""
    return say(
      "Có ý kiến khác về một kết luận: trả lời thư này\(address), nêu mã nghĩa vụ và minh chứng kèm theo.",
      "To contest a verdict, answer this message\(address) with the obligation id and your evidence."
    )
  }

  /// Which document stands behind the short name in front of a clause.
  func documents(_ run: Run, _ tidings: [Tiding]) -> [String] {
    let rules = Set(tidings.map(\.notice.obligation.rule))
    let clauses = run.rules.rules.filter { rules.contains($0.id) }.flatMap(\.clauses)
    let cited = Set(clauses.map(\.document))
    return run.rules.documents.filter { cited.contains($0.id) }.map { document in
      let number = document.number.map { " (\($0))" } ?? ""
      return say("Căn cứ", "Document") + " \(document.id): \(document.title)\(number)"
    }
  }

  var masked: String {
    say(
      "Dữ liệu cá nhân đã được che; bản đầy đủ chỉ có tại nơi kiểm tra.",
      "Personal data are masked; the full text is only where the check was run."
    )
  }

  var regards: String { say("Trân trọng.", "With kind regards.") }

  func origin(_ run: Run) -> String {
    say(
      "Thư tự động của \(Tool.name) \(Tool.version). Bộ quy tắc \(run.rules.digest.prefix(12)), số liệu \(run.dataDigest.prefix(12)).",
      "Written by \(Tool.name) \(Tool.version). Rules \(run.rules.digest.prefix(12)), data \(run.dataDigest.prefix(12))."
    )
  }

  func leftOut(_ names: [String], limit: Int) -> String {
    let list = names.joined(separator: ", ")
    let size = limit / 1_000_000
    return say(
      "Không kèm \(list) vì thư sẽ vượt \(size) MB; xem tại nơi kiểm tra.",
      "Left out, because the message would pass \(size) MB: \(list). See it where the check was run."
    )
  }

  // MARK: Files

  func fileName(_ name: String, asOf: CivilDate, ending: String) -> String {
    let plain = name.map { "/\\:*?\"<>|".contains($0) ? "-" : $0 }
    return "\(say("Kết quả kiểm tra", "Results")) – \(String(plain)) – \(asOf).\(ending)"
  }
}

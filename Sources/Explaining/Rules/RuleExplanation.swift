internal import Checks
internal import CivilTime
internal import Diagnostics
public import Engine
internal import Findings
internal import Reports
public import Rules

/// What one rule asks: of whom, by when, proved by what, on which legal basis.
public struct RuleExplanation: Sendable {
  let rules: RuleSet
  let rule: Rule
  let check: CheckDescription
  let asOf: CivilDate
  let deadlines: DeadlineTable
  let units: [Int]

  /// Makes the explanation of a rule; nil if the plan does not know it.
  ///
  /// - Parameters:
  ///   - rule: The rule.
  ///   - rules: Its pack.
  ///   - plan: What the checks of the pack demand, and the date.
  public init?(_ rule: Rule, in rules: RuleSet, plan: PlanSummary) {
    guard let check = plan.checks[rule.id] else { return nil }
    self.rules = rules
    self.rule = rule
    self.check = check
    asOf = plan.asOf
    deadlines = DeadlineTable(rule, in: rules, year: plan.asOf.year)
    switch rule.bearer {
    case .unit(let unit): units = [unit]
    case .each(let list): units = list
    case .everyone: units = Array(rules.units.indices)
    }
  }

  var sheet: Sheet {
    var sheet = Sheet(title: Phrase(verbatim: "\(rule.id): \(rule.title)"))
    sheet.subtitle = [Sheet.Line(text: summary, style: .faint)]
    sheet.add(Phrase(vi: "Căn cứ", en: "Legal basis"), basis)
    sheet.add(Phrase(vi: "Ai phải làm", en: "Who owes it"), bearers)
    sheet.add(Phrase(vi: "Khi nào", en: "By when"), time)
    if !deadlines.rows.isEmpty {
      let heading =
        rule.every == nil
        ? Phrase(vi: "Hạn được tính thế nào", en: "How the deadline is computed")
        : Phrase(
          vi: "Hạn từng kỳ trong năm \(deadlines.year)",
          en: "Deadlines of \(deadlines.year), period by period"
        )
      sheet.add(heading, deadlines.lines)
    }
    let words = DemandWords(rules: rules, rule: rule, check: check)
    sheet.add(Phrase(vi: "Xét những dòng nào", en: "Which rows are judged"), words.rows)
    sheet.add(Phrase(vi: "Thế nào là đạt", en: "What counts as proof"), words.demand)
    sheet.add(
      Phrase(vi: "Khi số liệu thiếu hoặc chưa rõ", en: "Where data are missing"),
      words.doubts
    )
    sheet.add(
      Phrase(vi: "Miễn trừ đã cấp", en: "Waivers on file"),
      waivers.map { rules.words($0) }
    )
    sheet.add(
      Phrase(vi: "Cần làm khi vi phạm", en: "What to do about a violation"),
      rule.guidance.map { [Phrase(verbatim: $0)] } ?? []
    )
    return sheet
  }

  var waivers: [Waiver] { rules.waivers.filter { $0.rule == rule.id } }

  private var summary: Phrase {
    var text = Phrase(
      vi: "mức \(rule.severity.label.vi)",
      en: "severity \(rule.severity.label.en)"
    )
    if !rule.tags.isEmpty {
      let tags = rule.tags.joined(separator: ", ")
      text = text + Phrase(vi: " · nhãn \(tags)", en: " · tags \(tags)")
    }
    text = text + Phrase(vi: " · phép kiểm \(rule.checkKind)", en: " · check \(rule.checkKind)")
    if let place = rule.range?.start { text = text + " · \(place.file):\(place.line)" }
    return text
  }

  private var basis: [Phrase] {
    let documents = rules.documents.filter { document in
      rule.clauses.contains { $0.document == document.id }
    }
    return rule.clauses.map { rules.words($0) }
      + documents.map { document in
        let valid = document.effective.words
        let issuer = document.issuer.map { ", \($0)" } ?? ""
        let number = document.number.map { ", \($0)" } ?? ""
        return Phrase(
          vi: "\(document.id) = \(document.title)\(number)\(issuer), hiệu lực \(valid.vi)",
          en: "\(document.id) = \(document.title)\(number)\(issuer), in force \(valid.en)"
        )
      }
  }

  private var bearers: [Sheet.Line] {
    var lines: [Sheet.Line] = []
    switch rule.bearer {
    case .unit(let unit):
      let name = rules.words(unit: unit)
      lines.append(
        Sheet.Line(
          text: Phrase(
            vi: "\(name.vi): một nghĩa vụ chung trên mọi dòng được xét",
            en: "\(name.en): one obligation over all rows judged"
          )
        )
      )
    case .each, .everyone:
      let number = NumberText.count(units.count)
      lines.append(
        Sheet.Line(
          text: Phrase(
            vi: "Mỗi đơn vị sau một nghĩa vụ riêng (\(number.vi) đơn vị), có số liệu hay không:",
            en: "One obligation for each of these units (\(number.en)), with or without data:"
          )
        )
      )
      lines += units.map { unit in
        let active = rules.units[unit].active
        var text = rules.words(unit: unit)
        if !active.contains(asOf) {
          let words = active.words
          text =
            text
            + Phrase(vi: " (chỉ hoạt động \(words.vi))", en: " (active only \(words.en))")
        }
        return Sheet.Line(text: text, indent: 2)
      }
    }
    if !rule.supporting.isEmpty {
      let names = Phrase.joined(rule.supporting.map { rules.words(unit: $0) })
      lines.append(
        Sheet.Line(
          text: Phrase(
            vi: "Phối hợp, được báo tin và không bị tính lỗi: \(names.vi)",
            en: "Supporting, informed and never blamed: \(names.en)"
          )
        )
      )
    }
    return lines
  }

  var time: [Phrase] {
    let valid = rule.effective.words
    var lines: [Phrase] = []
    switch (rule.every, rule.due) {
    case (nil, nil):
      lines.append(
        Phrase(
          vi: "Thường xuyên: xét tại ngày tính đến, không có thời hạn.",
          en: "A standing duty: judged at the as-of date, without a deadline."
        )
      )
    case (nil, let due?):
      let when = due.words(every: nil)
      lines.append(Phrase(vi: "Một lần, \(when.vi).", en: "Once, \(when.en)."))
    case (let kind?, let due):
      let often = kind.words.sentence
      let when = due?.words(every: kind) ?? Phrase(verbatim: "")
      lines.append(Phrase(vi: "\(often.vi), \(when.vi).", en: "\(often.en), \(when.en)."))
    }
    if let due = rule.due, due != .unknown {
      lines += rule.rolling.words
      if let remind = rule.remind {
        let span = SpanText.phrase(remind)
        lines.append(
          Phrase(
            vi: "Nhắc từ \(span.vi) trước hạn.",
            en: "A reminder runs from \(span.en) before the deadline."
          )
        )
      }
    }
    if let judged = judgedWhen { lines.append(judged) }
    lines.append(
      Phrase(vi: "Quy tắc có hiệu lực \(valid.vi).", en: "The rule is in force \(valid.en).")
    )
    return lines
  }

  /// How a measure with a deadline is judged; nil for evidence, which says its own days.
  private var judgedWhen: Phrase? {
    if case .done = check.demand { return nil }
    guard rule.due != nil, rule.due != .unknown else { return nil }
    if rule.every != nil, check.rows.allSatisfy({ $0.division.period == nil }) {
      return Phrase(
        vi: "Chỉ xét kỳ đang diễn ra, theo số liệu hiện có.",
        en: "Only the current period is judged, on the data of today."
      )
    }
    guard rule.every == nil else { return nil }
    return Phrase(
      vi:
        "Xét theo số liệu hiện có: đạt thì là đạt; chưa đạt mà hạn chưa qua thì chưa đến hạn; qua "
        + "hạn vẫn chưa đạt thì không đạt.",
      en:
        "Judged on the data of today: reached is met; not reached before the deadline is pending; "
        + "not reached after it is failed."
    )
  }
}

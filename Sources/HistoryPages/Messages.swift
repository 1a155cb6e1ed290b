internal import CivilTime
internal import Diagnostics
internal import Findings
internal import History
internal import Rules

/// The texts of this room.
enum Messages {
  static let emptyHistory = Phrase(
    vi: "Lịch sử chưa có lần xét nào.",
    en: "The history holds no run yet."
  )
  static let emptyTrend = Phrase(
    vi: "Chưa có lần xét toàn bộ nào để vẽ xu hướng.",
    en: "There is no whole run to show a trend of."
  )
  static let number = Phrase(vi: "lần", en: "run")
  static let asOf = Phrase(vi: "tính đến", en: "as of")
  static let violations = Phrase(vi: "vi phạm", en: "violations")
  static let undecided = Phrase(vi: "chưa kết luận", en: "undecided")
  static let obligations = Phrase(vi: "nghĩa vụ", en: "obligations")
  static let dataErrors = Phrase(vi: "lỗi dữ liệu", en: "data errors")
  static let rules = Phrase(vi: "quy tắc", en: "rules")
  static let data = Phrase(vi: "dữ liệu", en: "data")
  static let scope = Phrase(vi: "phạm vi", en: "scope")
  static let unit = Phrase(vi: "đơn vị", en: "unit")
  static let total = Phrase(vi: "Tổng cộng", en: "All")
  static let whole = Phrase(vi: "toàn bộ", en: "whole")
  static let noWaivers = Phrase(vi: "không miễn trừ", en: "no waivers")
  static let chartKey = Phrase(vi: "█ vi phạm   ░ chưa kết luận", en: "█ violations   ░ undecided")
  static let openHeading = Phrase(vi: "CHƯA KẾT LUẬN ĐƯỢC", en: "NOT DECIDED")
  static let violationHeading = Phrase(vi: "VI PHẠM", en: "VIOLATIONS")
  static let noViolation = Phrase(vi: "Không có vi phạm.", en: "No violation.")
  static let noChange = Phrase(
    vi: "Không có vi phạm ở cả hai lần.",
    en: "Neither run has a violation."
  )
  static let scoreHeading = Phrase(
    vi:
      "Khoảng điểm [thấp nhất – cao nhất] theo đơn vị (đầu vào chấm điểm, không phải kết quả xếp loại)",
    en: "Score intervals [worst – best] by unit (input for scores, not a classification)"
  )
  static let unitHeading = Phrase(
    vi: "Vi phạm theo đơn vị (+ số chưa kết luận)",
    en: "Violations by unit (+ undecided ones)"
  )
  static let noBaseline = Phrase(
    vi: "Chưa có lần xét toàn bộ nào của ngày trước để so sánh.",
    en: "There is no whole run of an earlier date to compare with."
  )
  static let onlyShared = Phrase(
    vi: "Có lần chỉ xét một phần: chỉ so sánh những gì lần ấy đã xét.",
    en: "One run judged a selection only: what it did not judge is not compared."
  )
  static let waiversDiffer = Phrase(
    vi: "Chú ý: một lần áp dụng miễn trừ, lần kia thì không.",
    en: "Mind: one run applied waivers, the other did not."
  )
  static let rulesDiffer = Phrase(
    vi: "Bộ quy tắc của hai lần khác nhau.",
    en: "The two runs used different rule packs."
  )
  static let packsDiffer = Phrase(
    vi: "Chú ý: hai lần xét hai bộ quy tắc khác tên.",
    en: "Mind: the two runs judged packs of different names."
  )
  static let toolsDiffer = Phrase(
    vi: "Hai lần dùng phiên bản chương trình khác nhau.",
    en: "The two runs used different versions of the program."
  )
  static let noLongerHeading = Phrase(
    vi: "KHÔNG CÒN LÀ VI PHẠM SO VỚI LẦN TRƯỚC",
    en: "NO LONGER VIOLATED SINCE THE RUN BEFORE"
  )

  /// Names a run: its number and its date.
  static func run(_ number: Int, _ asOf: CivilDate) -> Phrase {
    let date = DateText.date(asOf)
    return Phrase(
      vi: "lần \(number) (\(date.vi))",
      en: "run \(number) (\(date.en))"
    )
  }

  /// Says which runs have scores of another table than the last one, so that they are not shown.
  static func otherTable(_ runs: [RecordedRun]) -> Phrase {
    let numbers = runs.map { String($0.number) }.joined(separator: ", ")
    return Phrase(
      vi: "Không nêu điểm của lần \(numbers): bảng điểm khác với lần cuối.",
      en: "Scores of run \(numbers) are left out: another scoring table than the last run's."
    )
  }

  static func runCount(_ count: Int) -> Phrase {
    Phrase(vi: "\(count) lần xét", en: "\(count) run\(count == 1 ? "" : "s")")
  }

  static func runHeading(_ run: RecordedRun) -> Phrase {
    let date = DateText.date(run.asOf)
    return Phrase(
      vi: "Lần xét \(run.number), tính đến ngày \(date.vi)",
      en: "Run \(run.number), as of \(date.en)"
    )
  }

  static func counts(_ run: RecordedRun) -> Phrase {
    let counts = run.counts
    let total = NumberText.count(counts.values.reduce(0, +))
    let open = NumberText.count(counts.undecided)
    let bad = NumberText.count(counts.violations)
    let errors = NumberText.count(run.dataErrors)
    return Phrase(
      vi:
        "\(total.vi) nghĩa vụ: \(open.vi) chưa kết luận được, \(bad.vi) vi phạm; \(errors.vi) lỗi dữ liệu",
      en:
        "\(total.en) obligations: \(open.en) not decided, \(bad.en) violations; \(errors.en) data errors"
    )
  }

  static func digests(_ run: RecordedRun) -> Phrase {
    let rules = run.rulesDigest.prefix(12)
    let data = run.dataDigest.prefix(12)
    return Phrase(
      vi: "Dấu vân tay: quy tắc \(rules), dữ liệu \(data); check \(run.tool)",
      en: "Digests: rules \(rules), data \(data); check \(run.tool)"
    )
  }

  static func comparedWith(_ entry: Chronicle.Entry) -> Phrase {
    let name = run(entry.number, entry.asOf)
    return Phrase(vi: "So với \(name.vi)", en: "Compared with \(name.en)")
  }

  static func comparison(_ earlier: RecordedRun, _ later: RecordedRun) -> Phrase {
    let first = run(earlier.number, earlier.asOf)
    let second = run(later.number, later.asOf)
    return Phrase(vi: "Từ \(first.vi) đến \(second.vi)", en: "From \(first.en) to \(second.en)")
  }

  /// Says when something that is no violation now was seen as one.
  static func pastSighting(_ sighting: Chronicle.Sighting) -> Phrase {
    let first = DateText.date(sighting.firstSeen)
    let last = DateText.date(sighting.lastSeen)
    return Phrase(
      vi: "thấy vi phạm lần đầu \(first.vi), lần cuối \(last.vi)",
      en: "seen violated first on \(first.en), last on \(last.en)"
    )
  }

  static func violationCount(_ count: Int) -> Phrase {
    Phrase(vi: "\(count) vi phạm", en: "\(count) violation\(count == 1 ? "" : "s")")
  }

  static func verdicts(_ change: Chronicle.Change) -> Phrase {
    let absent = Phrase(vi: "không có nghĩa vụ", en: "not owed")
    if let before = change.before, before == change.after { return before.label }
    let before = change.before?.label ?? absent
    let after = change.after?.label ?? absent
    return Phrase(vi: "\(before.vi) → \(after.vi)", en: "\(before.en) → \(after.en)")
  }
}

extension Chronicle.Change.Kind {
  /// The kinds in the order in which pages show them.
  static let shown: [Chronicle.Change.Kind] = [
    .new, .continuing, .undecided, .changedByRule, .excused, .gone, .resolved,
  ]

  /// What the kind means.
  var meaning: Phrase {
    switch self {
    case .new:
      Phrase(vi: "lần trước không phải vi phạm", en: "no violation in the earlier run")
    case .continuing: Phrase(vi: "vi phạm ở cả hai lần", en: "a violation in both runs")
    case .resolved:
      Phrase(vi: "lần trước vi phạm, nay đạt", en: "a violation in the earlier run, met now")
    case .changedByRule:
      Phrase(
        vi: "chỉ vi phạm ở một lần, mà quy tắc, thời hạn, miễn trừ hoặc danh mục đã thay đổi",
        en: "a violation in one run only, and rule, deadline, waivers or register have changed"
      )
    case .undecided:
      Phrase(
        vi: "lần trước vi phạm, nay không đủ căn cứ kết luận: chưa được coi là đã khắc phục",
        en: "a violation in the earlier run, cannot be judged now: not resolved"
      )
    case .excused:
      Phrase(
        vi: "lần trước vi phạm, nay được miễn, chưa đến hạn hoặc không áp dụng",
        en: "a violation in the earlier run; now waived, not due or not applicable"
      )
    case .gone:
      Phrase(
        vi: "lần trước vi phạm, nay không còn nghĩa vụ này",
        en: "a violation in the earlier run; the later one has no such obligation"
      )
    }
  }
}

extension RecordedRun {
  /// What was judged: everything, or a selection.
  var scope: Phrase {
    let what = isWhole ? Messages.whole : Phrase(verbatim: selectors.joined(separator: " "))
    return usesWaivers ? what : what + ", " + Messages.noWaivers
  }

  /// The name of a unit at the time, or its id.
  func name(of unit: UnitID) -> String { units.first { $0.unit == unit }?.name ?? unit.text }
}

internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules

extension VerdictSheet {
  /// The steps of §7 and §13 that were taken, in their order.
  var steps: [Phrase] {
    guard let derivation = obligation.derivation else { return [] }
    var steps: [Phrase] = []
    if derivation.step != .dateUnknown {
      steps.append(dataStep(derivation))
      if let readings = readingStep(derivation) { steps.append(readings) }
    }
    steps.append(decision(derivation.step))
    if let waiver = waiverStep(derivation) { steps.append(waiver) }
    let label = obligation.verdict.label
    steps.append(
      Phrase(
        vi: "Kết luận: \(label.vi) (\(obligation.verdict.rawValue)).",
        en: "Verdict: \(label.en) (\(obligation.verdict.rawValue))."
      )
    )
    return steps.enumerated().map {
      Phrase(verbatim: "\(["a", "b", "c", "d", "e", "f"][min($0, 5)])) ") + $1
    }
  }

  private func dataStep(_ derivation: Derivation) -> Phrase {
    let faulty = derivation.sources.filter { $0.fault != nil }
    guard !faulty.isEmpty else {
      return Phrase(vi: "Số liệu có mặt và đầy đủ.", en: "The data are there and complete.")
    }
    let names = Phrase.joined(faulty.map { run.title($0.dataset) })
    let isPartial = faulty.allSatisfy { $0.fault == .incompleteData }
    return isPartial
      ? Phrase(
        vi: "\(names.vi) chưa đầy đủ đến ngày cần: cái gì có thì tính, nhưng không chứng minh được "
          + "là không có gì khác (§13.3).",
        en: "\(names.en) end too early: what is there counts, but nothing shows that there is no "
          + "more (§13.3)."
      )
      : Phrase(vi: "\(names.vi) không dùng được.", en: "\(names.en) cannot be used.")
  }

  private func readingStep(_ derivation: Derivation) -> Phrase? {
    guard let best = derivation.favourable, let worst = derivation.unfavourable else { return nil }
    let (good, bad) = (words(best), words(worst))
    guard best != worst else {
      return Phrase(
        vi:
          "Đọc mọi dòng chưa rõ theo cách có lợi nhất hay bất lợi nhất đều ra: \(good.vi) (§13.2).",
        en: "With unknown rows read the most or the least favourable way alike: \(good.en) (§13.2)."
      )
    }
    return Phrase(
      vi:
        "Đọc các dòng chưa rõ theo cách có lợi nhất: \(good.vi); bất lợi nhất: \(bad.vi) (§13.2).",
      en:
        "With unknown rows read the most favourable way: \(good.en); the least: \(bad.en) (§13.2)."
    )
  }

  private func words(_ reading: Reading) -> Phrase {
    switch reading {
    case .met: Phrase(vi: "đạt", en: "met")
    case .metLate: Phrase(vi: "đã làm nhưng sau hạn", en: "done after the deadline")
    case .unmet: Phrase(vi: "chưa đạt hoặc chưa làm", en: "not reached or not done")
    case .notApplicable: Phrase(vi: "không có gì để xét", en: "nothing to judge")
    }
  }

  private func decision(_ step: JudgementStep) -> Phrase {
    switch step {
    case .dateUnknown:
      Phrase(
        vi: "Chưa ai ấn định ngày nên chưa đến hạn, trước mọi xem xét khác (§13.4).",
        en: "Nobody has set the date, so it is pending before anything else (§13.4)."
      )
    case .datasetMissing:
      Phrase(
        vi: "Thiếu tệp số liệu: không ai xem xét thì không bao giờ là đạt (§7).",
        en: "A dataset has no file: what nobody looked at is never met (§7)."
      )
    case .datasetBroken:
      Phrase(
        vi: "Tệp số liệu hỏng: không dựa vào một phần của nó (§7).",
        en: "A dump is broken: no part of it is relied on (§7)."
      )
    case .emptyBeforeDeadline:
      Phrase(
        vi: "Tệp không có dòng nào, nhưng hạn chưa qua (§7).",
        en: "The dump has no rows, but the deadline has not passed (§7)."
      )
    case .datasetEmpty:
      Phrase(
        vi: "Tệp không có dòng nào và bộ dữ liệu không khai 'may_be_empty': coi là chưa có số liệu "
          + "(§13.4).",
        en: "The dump has no rows and the dataset is not 'may_be_empty': no data (§13.4)."
      )
    case .notEvaluated:
      Phrase(vi: "Quy tắc không tính được (§7).", en: "The rule could not be evaluated (§7).")
    case .openBeforeDeadline:
      Phrase(
        vi: "Hai cách đọc khác nhau, nhưng hạn chưa qua nên còn chờ (§13.2).",
        en: "The two readings differ, but the deadline has not passed (§13.2)."
      )
    case .open:
      Phrase(
        vi: "Hai cách đọc khác nhau: các dòng chưa rõ có thể làm đổi kết luận, nên không kết luận "
          + "(§13.2).",
        en: "The two readings differ: unknown rows could tip the verdict, so there is none (§13.2)."
      )
    case .notApplicable:
      Phrase(
        vi: "Quy tắc nói rõ: không có gì để xét thì không áp dụng ('if_empty', §5).",
        en: "The rule says so: with nothing to judge it does not apply ('if_empty', §5)."
      )
    case .met: Phrase(vi: "Đạt yêu cầu, đúng hạn (§7).", en: "Reached, or done in time (§7).")
    case .metLate:
      Phrase(vi: "Đã làm, nhưng sau hạn (§7).", en: "Done, but after the deadline (§7).")
    case .notYet:
      Phrase(
        vi: "Chưa đạt hoặc chưa làm, nhưng hạn chưa qua (§7).",
        en: "Not reached or done yet, but the deadline has not passed (§7)."
      )
    case .incomplete:
      Phrase(
        vi: "Điều tìm thấy dựa vào việc không có dòng nào khác, mà số liệu chưa đầy đủ (§13.3).",
        en: "What was found rests on there being no other rows, and the data end too early (§13.3)."
      )
    case .columnMissing:
      Phrase(
        vi: "Tệp không có một cột mà phép kiểm đọc: chưa ai xem thì không phải là đạt (§13.15).",
        en:
          "The file lacks a column that the check reads: nobody looked, so it is not met (§13.15)."
      )
    case .notDone:
      Phrase(
        vi: "Chưa có minh chứng và hạn đã qua (§7).",
        en: "No evidence, and the deadline has passed (§7)."
      )
    case .notReached:
      Phrase(
        vi: "Yêu cầu đo được không đạt, và hạn (nếu có) đã qua (§7).",
        en: "A measured requirement is not reached, and any deadline has passed (§7)."
      )
    }
  }

  private func waiverStep(_ derivation: Derivation) -> Phrase? {
    guard let id = derivation.waiver,
      let waiver = run.rules.waivers.first(where: { $0.id == id })
    else { return nil }
    let words = run.rules.words(waiver)
    if obligation.verdict == .waived {
      return Phrase(
        vi: "Đáng lẽ là vi phạm (\(derivation.bare.label.vi)), nhưng có miễn trừ \(words.vi) (§9).",
        en:
          "It would be a violation (\(derivation.bare.label.en)), but there is waiver \(words.en) (§9)."
      )
    }
    return Phrase(vi: "Có miễn trừ \(words.vi) (§9).", en: "There is waiver \(words.en) (§9).")
  }
}

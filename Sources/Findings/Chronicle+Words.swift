public import Diagnostics

extension Chronicle.Change.Kind {
  /// The kind of change in words.
  public var label: Phrase {
    switch self {
    case .new: Phrase(vi: "vi phạm mới", en: "new")
    case .continuing: Phrase(vi: "còn kéo dài", en: "continuing")
    case .resolved: Phrase(vi: "đã khắc phục", en: "resolved")
    case .changedByRule: Phrase(vi: "khác do quy tắc đã đổi", en: "changed by a changed rule")
    case .undecided:
      Phrase(vi: "nay chưa kết luận được, chưa coi là đã khắc phục", en: "now undecided")
    case .excused:
      Phrase(vi: "nay được miễn, chưa đến hạn hoặc không áp dụng", en: "now waived or not due")
    case .gone: Phrase(vi: "không còn là nghĩa vụ", en: "no longer an obligation")
    }
  }
}

extension Chronicle.Sighting {
  /// Since when it was seen: `thấy từ 20/9/2026, 3 kỳ; lần đầu 20/6/2026`.
  public var phrase: Phrase {
    let start = DateText.date(since)
    var text = Phrase(
      vi: "ghi nhận từ \(start.vi), đến nay \(periods) tháng",
      en: "seen since \(start.en), in \(periods) month\(periods == 1 ? "" : "s")"
    )
    if firstSeen < since {
      let first = DateText.date(firstSeen)
      text = text + Phrase(vi: "; lần đầu \(first.vi)", en: "; first on \(first.en)")
    }
    return text
  }
}

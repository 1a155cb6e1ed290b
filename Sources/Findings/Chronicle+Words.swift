public import Diagnostics

extension Chronicle.Change.Kind {
  /// The kind of change in a word or two, short enough for the head of a column.
  public var label: Phrase {
    switch self {
    case .new: Phrase(vi: "vi phạm mới", en: "new")
    case .continuing: Phrase(vi: "còn kéo dài", en: "continuing")
    case .resolved: Phrase(vi: "đã khắc phục", en: "resolved")
    case .changedByRule: Phrase(vi: "đổi do quy tắc", en: "changed by rule")
    case .undecided: Phrase(vi: "nay chưa kết luận được", en: "now undecided")
    case .excused: Phrase(vi: "nay được miễn hoặc hoãn", en: "now waived or not due")
    case .gone: Phrase(vi: "không còn là nghĩa vụ", en: "no longer an obligation")
    }
  }
}

extension Chronicle.Sighting {
  /// Since when it was seen: `ghi nhận từ 20/9/2026, thấy trong 3 tháng có xét; lần đầu 20/6/2026`.
  ///
  /// The months are those whose runs saw it, not those that went by.
  public var phrase: Phrase {
    let start = DateText.date(since)
    var text = Phrase(
      vi: "ghi nhận từ \(start.vi), thấy trong \(periods) tháng có xét",
      en: "seen since \(start.en), in runs of \(periods) month\(periods == 1 ? "" : "s")"
    )
    if firstSeen < since {
      let first = DateText.date(firstSeen)
      text = text + Phrase(vi: "; lần đầu \(first.vi)", en: "; first on \(first.en)")
    }
    return text
  }
}

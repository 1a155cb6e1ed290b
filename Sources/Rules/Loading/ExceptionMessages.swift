internal import CivilTime
internal import Diagnostics

/// The texts about waivers and scoring.
extension PackMessages {
  static func doesNotBear(_ unit: String, _ rule: String) -> Phrase {
    Phrase(
      vi: "đơn vị '\(unit)' không chịu trách nhiệm quy tắc '\(rule)'",
      en: "unit '\(unit)' is not responsible for rule '\(rule)'"
    )
  }

  static func ruleHasNoPeriods(_ rule: String) -> Phrase {
    Phrase(
      vi: "quy tắc '\(rule)' không có kỳ",
      en: "rule '\(rule)' has no periods"
    )
  }

  static func notPeriod(_ text: String) -> Phrase {
    Phrase(vi: "'\(text)' không phải một kỳ", en: "'\(text)' is not a period")
  }

  static let periods = Phrase(
    vi: "viết theo dạng 2026-10, 2026-Q2, 2026-H1, 2026 hoặc 2026-W07",
    en: "write 2026-10, 2026-Q2, 2026-H1, 2026 or 2026-W07"
  )

  static func otherPeriod(_ text: String, _ every: PeriodKind) -> Phrase {
    Phrase(
      vi: "kỳ '\(text)' không hợp với 'every: \(every.rawValue)' của quy tắc",
      en: "period '\(text)' does not fit the rule's 'every: \(every.rawValue)'"
    )
  }

  static let onlyForExtend = Phrase(
    vi: "'until' chỉ dùng với effect: extend",
    en: "'until' belongs to effect: extend"
  )

  static let onlyForTarget = Phrase(
    vi: "'at_least' và 'at_most' chỉ dùng với effect: target",
    en: "'at_least' and 'at_most' belong to effect: target"
  )

  static func nothingToExtend(_ rule: String) -> Phrase {
    Phrase(
      vi: "quy tắc '\(rule)' không có thời hạn để gia hạn",
      en: "rule '\(rule)' has no deadline to extend"
    )
  }

  static func extendsNothing(_ until: CivilDate, _ first: CivilDate, _ rule: String) -> Phrase {
    Phrase(
      vi:
        "'until: \(until)' không sau hạn \(first) của quy tắc '\(rule)' nên không lùi được hạn nào",
      en:
        "'until: \(until)' is not after the deadline \(first) of rule '\(rule)' and extends nothing"
    )
  }

  static func extendBeyond(_ first: CivilDate) -> Phrase {
    Phrase(
      vi: "viết một ngày sau \(first), hoặc sửa 'periods', 'valid' cho đúng hạn được lùi",
      en: "write a day after \(first), or let 'periods' and 'valid' cover the deadline that moves"
    )
  }

  static func noSuchTarget(_ key: String, _ rule: String) -> Phrase {
    Phrase(
      vi: "phép kiểm của quy tắc '\(rule)' không có mục tiêu '\(key)'",
      en: "the check of rule '\(rule)' has no target '\(key)'"
    )
  }

  static func targetNotEased(_ key: String, _ text: String, _ rule: String) -> Phrase {
    Phrase(
      vi: "'\(key): \(text)' không nhẹ hơn mục tiêu của quy tắc '\(rule)'",
      en: "'\(key): \(text)' is not easier than the target of rule '\(rule)'"
    )
  }

  static func notCount(_ key: String, _ text: String) -> Phrase {
    Phrase(
      vi: "'\(key): \(text)' phải là số nguyên từ 1 trở lên: quy tắc đếm việc đã làm",
      en: "'\(key): \(text)' must be a whole number from 1 on: the rule counts what was done"
    )
  }

  static func overlappingWaivers(_ first: String, _ second: String, _ unit: String) -> Phrase {
    Phrase(
      vi: "miễn trừ '\(first)' và '\(second)' cùng áp dụng cho đơn vị '\(unit)'",
      en: "waivers '\(first)' and '\(second)' both cover unit '\(unit)'"
    )
  }

  static let sameFactAsItself = Phrase(
    vi: "'same_fact_as' nêu chính quy tắc này",
    en: "'same_fact_as' names the rule itself"
  )

  static func sameFactOfOtherPeriods(_ rule: String, _ other: String) -> Phrase {
    Phrase(
      vi: "quy tắc '\(rule)' và '\(other)' có kỳ khác nhau nên không thể là cùng một việc",
      en: "rules '\(rule)' and '\(other)' recur differently and cannot judge the same fact"
    )
  }

  static let sameFactPeriods = Phrase(
    vi: "cho hai quy tắc cùng 'every', hoặc bỏ 'same_fact_as'",
    en: "give both rules the same 'every', or leave out 'same_fact_as'"
  )

  static let floorAboveBase = Phrase(
    vi: "điểm sàn 'floor' cao hơn điểm gốc 'base'",
    en: "'floor' is above 'base'"
  )

  static let noDeductions = Phrase(
    vi: "thang điểm không có dòng 'deductions' nào nên không vi phạm nào bị trừ điểm",
    en: "the table has no 'deductions', so no violation costs anything"
  )

  static func bandAboveBase(_ least: String) -> Phrase {
    Phrase(
      vi: "không điểm nào đạt mức từ \(least): cao hơn điểm gốc 'base'",
      en: "no score reaches the band from \(least): it is above 'base'"
    )
  }

  static func scoreWithoutBand(_ least: String) -> Phrase {
    Phrase(
      vi: "điểm dưới \(least) không thuộc mức nào; hãy thêm một mức từ điểm sàn 'floor'",
      en: "scores below \(least) are in no band; add one from 'floor' on"
    )
  }

  static func unusedTag(_ tag: String) -> Phrase {
    Phrase(vi: "không quy tắc nào có nhãn '\(tag)'", en: "no rule has the tag '\(tag)'")
  }

  static func sameBand(_ least: String) -> Phrase {
    Phrase(
      vi: "đã có mức xếp loại từ \(least) điểm",
      en: "there is already a band from \(least) points"
    )
  }
}

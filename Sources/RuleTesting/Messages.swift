internal import Diagnostics

/// The texts about tests, in both languages.
enum TestMessages {
  static let file = Phrase(vi: "tệp phép thử", en: "test file")
  static let test = Phrase(vi: "phép thử", en: "test")
  static let expectation = Phrase(vi: "mục 'expect'", en: "an entry of 'expect'")
  static let rule = Phrase(vi: "quy tắc", en: "rule")
  static let namedRule = Phrase(vi: "quy tắc trong 'rules' của phép thử", en: "rule of this test")
  static let unit = Phrase(vi: "đơn vị", en: "unit")
  static let dataset = Phrase(vi: "tập số liệu", en: "dataset")

  static func row(_ dataset: String) -> Phrase {
    Phrase(vi: "dòng số liệu của '\(dataset)'", en: "a row of '\(dataset)'")
  }

  static let noRules = Phrase(
    vi: "'rules' phải nêu ít nhất một quy tắc",
    en: "'rules' must name at least one rule"
  )

  static func namedTwice(_ name: String) -> Phrase {
    Phrase(vi: "'\(name)' được nêu hai lần", en: "'\(name)' is named twice")
  }

  static func notPeriod(_ text: String) -> Phrase {
    Phrase(vi: "'\(text)' không phải một kỳ", en: "'\(text)' is no period")
  }

  static let periods = Phrase(
    vi: "viết 2026, 2026-H1, 2026-Q2, 2026-10 hoặc 2026-W07",
    en: "write 2026, 2026-H1, 2026-Q2, 2026-10 or 2026-W07"
  )

  static func rowsAreList(_ dataset: String) -> Phrase {
    Phrase(
      vi: "số liệu của '\(dataset)' phải là danh sách các dòng",
      en: "the data of '\(dataset)' must be a list of rows"
    )
  }

  static func emptyDump(_ dataset: String) -> Phrase {
    Phrase(
      vi: "viết '\(dataset): []' cho tệp không có dòng nào; bỏ hẳn khoá này nếu không có tệp",
      en: "write '\(dataset): []' for a file without rows; leave the key out if there is no file"
    )
  }

  static let whichRule = Phrase(
    vi: "phép thử nêu nhiều quy tắc, nên mỗi mục 'expect' phải ghi 'rule'",
    en: "the test names several rules, so each entry of 'expect' must say which 'rule'"
  )

  static func chooseRule(_ ids: [String]) -> Phrase {
    let list = ids.joined(separator: ", ")
    return Phrase(vi: "một trong: \(list)", en: "one of: \(list)")
  }

  static func expectedTwice(line: Int) -> Phrase {
    Phrase(
      vi: "nghĩa vụ này đã được nêu ở dòng \(line)",
      en: "line \(line) expects the same obligation already"
    )
  }

  static func noPeriods(_ rule: String) -> Phrase {
    Phrase(vi: "quy tắc '\(rule)' không có kỳ", en: "rule '\(rule)' has no periods")
  }

  static func needsPeriod(_ rule: String, _ kind: String) -> Phrase {
    Phrase(
      vi: "quy tắc '\(rule)' theo kỳ (\(kind)), nên phải ghi 'period'",
      en: "rule '\(rule)' recurs (\(kind)), so 'period' must be given"
    )
  }

  static func otherPeriod(_ rule: String, _ kind: String) -> Phrase {
    Phrase(
      vi: "kỳ của quy tắc '\(rule)' là loại '\(kind)'",
      en: "the periods of rule '\(rule)' are of the kind '\(kind)'"
    )
  }

  static func notCompared(_ period: String) -> Phrase {
    Phrase(
      vi: "kỳ \(period) không có trong 'periods' của phép thử nên không được so",
      en: "period \(period) is not among the test's 'periods', so nothing would compare it"
    )
  }
}

internal import CivilTime
internal import Diagnostics
internal import Findings

/// The texts of this room.
enum CheckMessages {
  static let exclusion = Phrase(vi: "mục exclude", en: "'exclude' entry")
  static let requirement = Phrase(vi: "mục require", en: "'require' entry")

  static func check(_ kind: String) -> Phrase {
    Phrase(vi: "phép kiểm '\(kind)'", en: "check '\(kind)'")
  }

  static func part(_ key: String) -> Phrase { Phrase(vi: "mục '\(key)'", en: "'\(key)'") }

  static func unknownDataset(_ name: String) -> Phrase {
    Phrase(vi: "không có bộ dữ liệu '\(name)'", en: "unknown dataset '\(name)'")
  }

  static func unknownColumn(_ name: String, of dataset: String) -> Phrase {
    Phrase(
      vi: "bộ dữ liệu '\(dataset)' không có cột '\(name)'",
      en: "dataset '\(dataset)' has no column '\(name)'"
    )
  }

  static func wrongType(_ column: String, wanted: Phrase) -> Phrase {
    Phrase(
      vi: "cột '\(column)' phải là \(wanted.vi)",
      en: "column '\(column)' must be of \(wanted.en)"
    )
  }

  static func noUnitColumn(_ dataset: String) -> Phrase {
    Phrase(
      vi: "quy tắc giao cho từng đơn vị nhưng bộ dữ liệu '\(dataset)' không có cột đơn vị",
      en: "the rule is for each unit but dataset '\(dataset)' has no unit column"
    )
  }

  static func sharedSideAsksUnit(_ side: String, _ dataset: String) -> Phrase {
    Phrase(
      vi:
        "mục '\(side)' dùng biến 'unit' nhưng các dòng của '\(dataset)' dùng chung cho mọi đơn vị",
      en: "'\(side)' reads 'unit' but the rows of '\(dataset)' are shared by all units"
    )
  }

  static func nameUnitColumn(_ dataset: String) -> Phrase {
    Phrase(
      vi: "khai báo 'unit: <cột>' trong bộ dữ liệu '\(dataset)' hoặc trong phép kiểm",
      en: "declare 'unit: <column>' in dataset '\(dataset)' or in the check"
    )
  }

  static let shareAboveOne = Phrase(
    vi: "mục tiêu tỷ lệ phải từ 0% đến 100%",
    en: "a share's target must lie between 0% and 100%"
  )
  static let writePercent = Phrase(
    vi: "viết có dấu phần trăm, ví dụ 95%",
    en: "write it with a percent sign, for example 95%"
  )

  static func oneTarget(_ keys: [String]) -> Phrase {
    let list = keys.map { "'\($0)'" }.joined(separator: ", ")
    return Phrase(vi: "cần đúng một trong \(list)", en: "exactly one of \(list) is needed")
  }

  static let duringNeedsEvery = Phrase(
    vi: "'during' chỉ dùng khi quy tắc có 'every'",
    en: "'during' needs a rule with 'every'"
  )
  static let periodNeedsEvery = Phrase(
    vi: "'period' chỉ dùng khi quy tắc có 'every'",
    en: "'period' needs a rule with 'every'"
  )
  static func noPeriodColumn(_ every: String) -> Phrase {
    Phrase(
      vi: "'every: \(every)' không đi cùng 'period': không có kiểu cột nào ghi kỳ ấy",
      en: "'period' cannot stand under 'every: \(every)': no type of column holds such periods"
    )
  }
  static let leavePeriodOut = Phrase(
    vi: "bỏ 'period': dòng được tính cho kỳ chứa ngày 'done_at'",
    en: "leave 'period' out: a row counts for the period that 'done_at' falls in"
  )
  static let evidenceNeedsDue = Phrase(
    vi: "phép kiểm 'evidence' cần 'due' hoặc 'every' với 'due'",
    en: "check 'evidence' needs 'due', or 'every' with 'due'"
  )
  static let recordsNeedsRequirement = Phrase(
    vi: "phép kiểm 'records' cần 'require' hoặc 'complete'",
    en: "check 'records' needs 'require' or 'complete'"
  )
  static let writeDatasetColumn = Phrase(
    vi: "viết 'bộ_dữ_liệu.cột', ví dụ can_bo.ma",
    en: "write 'dataset.column', for example can_bo.ma"
  )

  static func notDatasetColumn(_ text: String) -> Phrase {
    Phrase(vi: "'\(text)' không phải 'bộ_dữ_liệu.cột'", en: "'\(text)' is not 'dataset.column'")
  }

  static func typesDiffer(_ a: String, _ b: String) -> Phrase {
    Phrase(
      vi: "hai cột '\(a)' và '\(b)' khác kiểu nên không so được",
      en: "columns '\(a)' and '\(b)' have different types and cannot be compared"
    )
  }

  static func keyLengthsDiffer(_ a: Int, _ b: Int) -> Phrase {
    Phrase(
      vi: "hai khoá có số cột khác nhau: \(a) và \(b)",
      en: "the two keys have different numbers of columns: \(a) and \(b)"
    )
  }

  static let countWhat = Phrase(
    vi: "viết 'count: rows' hoặc tên một cột",
    en: "write 'count: rows' or the name of a column"
  )
  static let toleranceForms = Phrase(
    vi: "viết một số như 5, một tỷ lệ như 0.5% hoặc as_reported",
    en: "write a number such as 5, a share such as 0.5% or as_reported"
  )

  static func notTolerance(_ text: String) -> Phrase {
    Phrase(vi: "'\(text)' không phải dung sai", en: "'\(text)' is no tolerance")
  }

  static func unknownCheck(_ kind: String) -> Phrase {
    Phrase(vi: "không có phép kiểm '\(kind)'", en: "unknown check '\(kind)'")
  }

  // MARK: Notes of proofs

  static let leftEmpty = Phrase(vi: "để trống", en: "left empty")
  static let countsAgainst = Phrase(vi: "không đạt điều kiện", en: "does not satisfy the condition")
  static let countsTowards = Phrase(vi: "thuộc phần bị giới hạn", en: "counts towards the limit")
  static let duplicate = Phrase(
    vi: "trùng khoá với một dòng trước",
    en: "repeats an earlier row's key"
  )
  static let doneLate = Phrase(vi: "hoàn thành sau hạn", en: "done after the deadline")
  static let counted = Phrase(vi: "được tính", en: "counted")
  static let newest = Phrase(vi: "lần cập nhật mới nhất", en: "the newest update")

  static func sides(
    left: Phrase?,
    right: Phrase?,
    _ relation: Agreement.Relation,
    _ tolerance: Tolerance
  ) -> Phrase {
    Phrase(
      vi: "báo cáo: \(left?.vi ?? "không có"); theo dữ liệu: \(right?.vi ?? "không có")",
      en: "reported: \(left?.en ?? "none"); records say: \(right?.en ?? "none")"
    ) + demand(relation) + allowance(tolerance)
  }

  /// A figure, and of how many rows it was made if of several.
  static func figure(_ value: Phrase, rows: Int) -> Phrase {
    guard rows > 1 else { return value }
    let count = NumberText.count(rows)
    return value + Phrase(vi: " (\(count.vi) dòng)", en: " (\(count.en) rows)")
  }

  private static func demand(_ relation: Agreement.Relation) -> Phrase {
    switch relation {
    case .equal: Phrase(verbatim: "")
    case .atMost: Phrase(vi: "; số báo cáo không được lớn hơn", en: "; may not report more")
    case .atLeast: Phrase(vi: "; số báo cáo không được nhỏ hơn", en: "; may not report less")
    }
  }

  private static func allowance(_ tolerance: Tolerance) -> Phrase {
    switch tolerance {
    case .amount(let amount):
      guard Decimal(mantissa: 0) < amount else { return Phrase(verbatim: "") }
      return allowed(NumberText.decimal(amount))
    case .share(let share): return allowed(NumberText.percent(share))
    case .asReported:
      return Phrase(
        vi: "; được làm tròn ở chữ số cuối đã báo cáo",
        en: "; may be rounded at the last digit reported"
      )
    }
  }

  private static func allowed(_ number: Phrase) -> Phrase {
    Phrase(vi: "; được lệch \(number.vi)", en: "; \(number.en) apart at most")
  }

  static func notFound(in place: String) -> Phrase {
    Phrase(vi: "không có trong \(place)", en: "not found in \(place)")
  }

  static func expected(in place: String) -> Phrase {
    Phrase(vi: "phải có nhưng không có trong \(place)", en: "expected but not in \(place)")
  }

  static func notExpected(in place: String) -> Phrase {
    Phrase(vi: "có nhưng không nằm trong \(place)", en: "there but not in \(place)")
  }
}

public import Diagnostics
public import Rules

extension Verdict {
  /// The verdict in words, as §7 of the rule language has them on screen.
  public var label: Phrase {
    switch self {
    case .error: Phrase(vi: "lỗi kiểm tra", en: "error")
    case .notApplicable: Phrase(vi: "không áp dụng", en: "not applicable")
    case .waived: Phrase(vi: "được miễn", en: "waived")
    case .met: Phrase(vi: "đạt", en: "met")
    case .metLate: Phrase(vi: "hoàn thành quá hạn", en: "met late")
    case .noData: Phrase(vi: "chưa đủ số liệu", en: "no data")
    case .pending: Phrase(vi: "chưa đến hạn", en: "pending")
    case .overdue: Phrase(vi: "quá hạn chưa hoàn thành", en: "overdue")
    case .failed: Phrase(vi: "không đạt", en: "failed")
    }
  }
}

extension Severity {
  /// The severity in words.
  public var label: Phrase {
    switch self {
    case .minor: Phrase(vi: "ít nghiêm trọng", en: "minor")
    case .major: Phrase(vi: "nghiêm trọng", en: "major")
    case .critical: Phrase(vi: "rất nghiêm trọng", en: "critical")
    }
  }
}

extension Run.AsOfSource {
  /// Where the as-of date came from, in words.
  public var label: Phrase {
    switch self {
    case .option: Phrase(vi: "theo tuỳ chọn --as-of", en: "from --as-of")
    case .dump: Phrase(vi: "theo dump.yaml của thư mục dữ liệu", en: "from the data's dump.yaml")
    case .today: Phrase(vi: "hôm nay", en: "today")
    }
  }
}

extension Run {
  /// Where the as-of date came from, and which date the data are of if they are older.
  public var asOfOrigin: Phrase {
    guard let dumpedAsOf, dumpedAsOf < asOf else { return asOfSource.label }
    let day = DateText.date(dumpedAsOf)
    return asOfSource.label
      + Phrase(vi: "; dump.yaml ghi \(day.vi)", en: "; dump.yaml says \(day.en)")
  }
}

/// The program's name and version, as reports and `--version` give them.
public enum Tool {
  /// The program's name.
  public static let name = "check"
  /// Its version.
  public static let version = "0.1.0"
}

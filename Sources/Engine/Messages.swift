internal import CivilTime
internal import Diagnostics
internal import Findings

/// The texts of this room.
enum EngineMessages {
  static func manifest(_ name: String) -> Phrase {
    Phrase(vi: "tệp \(name)", en: "file '\(name)'")
  }

  static func severalManifests(_ names: [String]) -> Phrase {
    Phrase(
      vi: "thư mục dữ liệu có cả \(names.joined(separator: " và "))",
      en: "the data folder holds both \(names.joined(separator: " and "))"
    )
  }

  static let oneManifest = Phrase(
    vi: "giữ một tệp, xoá tệp kia",
    en: "keep one of them, delete the other"
  )

  static let coversUntil = Phrase(vi: "mục 'covers_until'", en: "'covers_until'")

  static func unreadable(_ path: String) -> Phrase {
    Phrase(vi: "không đọc được \(path)", en: "cannot read \(path)")
  }

  static func noFile(_ glob: String) -> Phrase {
    Phrase(
      vi: "không có tệp nào khớp '\(glob)' trong thư mục dữ liệu",
      en: "no file matches '\(glob)' in the data folder"
    )
  }

  static func outlived(_ dumped: CivilDate, asOf: CivilDate) -> Phrase {
    let (dumped, asOf) = (DateText.date(dumped), DateText.date(asOf))
    return Phrase(
      vi: "dump.yaml ghi số liệu tính đến \(dumped.vi), nhưng đang xét tại \(asOf.vi) như thể số "
        + "liệu đầy đủ đến ngày đó; nếu không phải, ghi 'covers_until' vào dump.yaml",
      en:
        "dump.yaml says that the data are as of \(dumped.en), but they are judged at \(asOf.en) as "
        + "if complete up to then; if they are not, say so by 'covers_until' in dump.yaml"
    )
  }

  static func stale(_ title: String, until: CivilDate, asOf: CivilDate) -> Phrase {
    let (until, asOf) = (DateText.date(until), DateText.date(asOf))
    return Phrase(
      vi: "«\(title)»: số liệu chỉ đầy đủ đến \(until.vi), trước ngày tính đến \(asOf.vi)",
      en: "“\(title)”: complete up to \(until.en) only, before the as-of date \(asOf.en)"
    )
  }

  static let unreadableCell = Phrase(
    vi: "chưa xác định được vì ô không đọc được",
    en: "undecided, because the cell cannot be read"
  )

  static let emptyCell = Phrase(
    vi: "chưa xác định được vì ô trống",
    en: "undecided, because the cell is empty"
  )

  static let columnMissing = Phrase(
    vi: "chưa xác định được vì tệp không có cột này",
    en: "undecided, because the file does not have this column"
  )

  /// Of a row whose cells can all be read.
  static let undecided = Phrase(
    vi: "chưa xác định được: mã dẫn tới bảng khác không tìm thấy, bị trùng hoặc ở đó ô trống, "
      + "ô sai; hoặc biểu thức không tính được",
    en: "undecided: a key leads to no row of another dataset, to several, or to an empty or wrong "
      + "cell there; or an expression has no value"
  )

  static func yearMissing(_ year: Int) -> Phrase {
    Phrase(
      vi:
        "chưa xác định được: lịch làm việc của bộ quy tắc chưa có năm \(year); báo người viết quy tắc",
      en: "undecided: the pack's calendar does not hold \(year); tell the author of the rules"
    )
  }

  /// Of a row whose key stands in an earlier one; in another file that may be a copy left behind.
  static func duplicateKey(in file: String, line: Int, isOtherFile: Bool) -> Phrase {
    let copy = Phrase(
      vi: ", hoặc đưa tệp thừa ra khỏi thư mục dữ liệu",
      en: ", or take the surplus file out of the data folder"
    )
    let cure = Phrase(
      vi: "mã này đã có ở '\(file)':\(line); sửa mã hoặc bỏ dòng trùng",
      en: "'\(file)':\(line) holds this key already; correct the code or drop the repeated row"
    )
    return isOtherFile ? cure + copy : cure
  }

  static func moreProblems(_ count: Int, in file: String) -> Phrase {
    Phrase(
      vi: "\(file): còn \(count) lỗi dữ liệu nữa không liệt kê",
      en: "\(file): \(count) more data errors are not listed"
    )
  }

  static func unbound(_ rule: String) -> Phrase {
    Phrase(
      vi: "phép kiểm của quy tắc '\(rule)' không dựng được; sửa các lỗi của quy tắc trước",
      en: "the check of rule '\(rule)' cannot be made; mend the rule's errors first"
    )
  }

  static func futureRows(_ count: Int, rule: String) -> Phrase {
    Phrase(
      vi: "quy tắc '\(rule)': bỏ qua \(count) dòng có ngày sau ngày tính đến",
      en: "rule '\(rule)': \(count) rows dated after the as-of date are ignored"
    )
  }

  /// Of a waiver whose last day, which still counts, is over.
  static func lapsedWaiver(_ id: String, until: CivilDate) -> Phrase {
    let until = DateText.date(until)
    return Phrase(
      vi: "miễn trừ '\(id)' hết hiệu lực sau ngày \(until.vi) và không áp dụng cho nghĩa vụ nào",
      en: "waiver '\(id)' lapsed after \(until.en) and works for no obligation"
    )
  }
}

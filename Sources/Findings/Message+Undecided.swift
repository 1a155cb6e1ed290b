public import CivilTime
public import Diagnostics
public import Rules

/// Why an obligation stayed open, and what would decide it.
///
/// Obligations with an equal cause can be reported together.
public struct OpenCause: Sendable, Hashable {
  /// The verdict: `error` or `no_data`.
  public var verdict: Verdict
  /// The reason.
  public var reason: Reason?
  /// The datasets that are missing something.
  public var datasets: [DatasetID]
}

extension Obligation {
  /// Why the obligation stayed open.
  public var openCause: OpenCause {
    OpenCause(verdict: verdict, reason: reason, datasets: needed.isEmpty ? datasets : needed)
  }

  /// The day up to which its data must be complete: the deadline, else the as-of date.
  public func neededUntil(asOf: CivilDate) -> CivilDate {
    deadline.map { min($0.effective, asOf) } ?? asOf
  }
}

extension Run {
  /// Says why obligations stayed open.
  ///
  /// - Parameters:
  ///   - cause: The cause that they share.
  ///   - neededUntil: The latest day up to which one of them needs complete data.
  /// - Returns: One phrase without a final stop.
  public func explanation(of cause: OpenCause, neededUntil: CivilDate) -> Phrase {
    let names = joined(cause.datasets.map(title))
    switch cause.reason {
    case .missingDataset:
      let files = joined(cause.datasets.map { Phrase(verbatim: "'\(glob(of: $0))'") })
      return Phrase(
        vi: "thiếu \(names.vi): không có tệp nào khớp \(files.vi)",
        en: "\(names.en) missing: no file matches \(files.en)"
      )
    case .brokenDataset:
      return Phrase(vi: "không đọc được \(names.vi)", en: "\(names.en) cannot be read")
    case .emptyDataset:
      return Phrase(vi: "\(names.vi) không có dòng nào", en: "\(names.en) has no rows")
    case .incompleteData:
      return incompleteness(of: cause.datasets, names: names, neededUntil: neededUntil)
    case .unknownRows:
      return Phrase(
        vi: "\(names.vi) có dòng trống hoặc sai có thể làm thay đổi kết luận",
        en: "empty or wrong cells in \(names.en) could tip the verdict"
      )
    case .emptyPopulation:
      return Phrase(
        vi: "\(names.vi) không có dòng nào thuộc phạm vi đánh giá",
        en: "no row of \(names.en) is in the population"
      )
    case .ruleError:
      return Phrase(vi: "không tính được quy tắc", en: "the rule cannot be evaluated")
    case .noDate:
      return Phrase(vi: "chưa có thời hạn", en: "no date set yet")
    case nil:
      return cause.verdict.label
    }
  }

  /// Says what has to come or to be mended before obligations can be judged.
  public func remedy(for cause: OpenCause, neededUntil: CivilDate) -> Phrase {
    let names = joined(cause.datasets.map(title))
    let day = DateText.date(neededUntil)
    switch cause.reason {
    case .missingDataset:
      return Phrase(vi: "đưa tệp vào thư mục dữ liệu", en: "put the file into the data folder")
    case .brokenDataset:
      return Phrase(
        vi: "sửa các lỗi tệp nêu ở phần lỗi dữ liệu",
        en: "mend the files named under data errors"
      )
    case .emptyDataset:
      return Phrase(
        vi: "kết xuất lại \(names.vi) có đủ dòng",
        en: "export \(names.en) again with its rows"
      )
    case .incompleteData:
      return Phrase(
        vi: "kết xuất lại \(names.vi), đầy đủ đến hết ngày \(day.vi)",
        en: "export \(names.en) again, complete up to \(day.en)"
      )
    case .unknownRows:
      return Phrase(vi: "điền hoặc sửa các ô được nêu", en: "fill or mend the cells named")
    case .emptyPopulation:
      return Phrase(
        vi: "bổ sung số liệu của đơn vị, hoặc xác nhận là không phát sinh",
        en: "supply the unit's records, or confirm that there are none"
      )
    case .ruleError, .noDate, nil:
      return Phrase(vi: "báo người viết quy tắc", en: "tell the author of the rule")
    }
  }

  /// The title of a dataset with its id, or the id alone.
  public func title(_ id: DatasetID) -> Phrase {
    titleAlone(id).map { $0 + " (\(id))" } ?? Phrase(verbatim: "'\(id)'")
  }

  /// The title of a dataset, or its id if it has none.
  func shortTitle(_ id: DatasetID) -> Phrase { titleAlone(id) ?? Phrase(verbatim: "'\(id)'") }

  private func titleAlone(_ id: DatasetID) -> Phrase? {
    guard let dataset = rules.datasets.first(where: { $0.id == id }), dataset.title != id.text
    else { return nil }
    return Phrase(vi: "«\(dataset.title)»", en: "“\(dataset.title)”")
  }

  /// The first day that a dataset's files no longer cover, less one; nil if nothing is known.
  public func coversUntil(_ id: DatasetID) -> CivilDate? {
    inputs.filter { $0.dataset == id }.compactMap(\.coversUntil).min()
  }

  private func glob(of id: DatasetID) -> String {
    rules.datasets.first { $0.id == id }?.file ?? id.text
  }

  private func incompleteness(
    of datasets: [DatasetID],
    names: Phrase,
    neededUntil: CivilDate
  ) -> Phrase {
    let needed = DateText.date(neededUntil)
    guard let covered = datasets.compactMap(coversUntil).min() else {
      return Phrase(
        vi: "\(names.vi) chưa đầy đủ đến \(needed.vi)",
        en: "\(names.en) is not complete up to \(needed.en)"
      )
    }
    let until = DateText.date(covered)
    let gap = DateText.days(neededUntil - covered)
    return Phrase(
      vi: "\(names.vi) mới đầy đủ đến \(until.vi), cần đến \(needed.vi): còn thiếu \(gap.vi)",
      en: "\(names.en) is complete up to \(until.en), needed up to \(needed.en): \(gap.en) short"
    )
  }

  private func joined(_ phrases: [Phrase]) -> Phrase {
    Phrase(
      vi: phrases.map(\.vi).joined(separator: ", "),
      en: phrases.map(\.en).joined(separator: ", ")
    )
  }
}

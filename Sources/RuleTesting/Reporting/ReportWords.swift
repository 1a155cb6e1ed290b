internal import Diagnostics

/// Words that several formats of the report share.
enum ReportWords {
  static let untested = Phrase(
    vi: "không có phép thử đạt nào nêu quy tắc này",
    en: "no passing test names this rule"
  )

  /// The counts of a mutation run.
  static func mutants(_ result: MutationResult) -> Phrase {
    Phrase(
      vi: "\(result.tried) đột biến: \(result.killed) bị phát hiện, "
        + "\(result.survivors.count) lọt lưới; bỏ qua \(result.equivalent) tương đương, "
        + "\(result.invalid) không hợp lệ",
      en: "\(result.tried) mutants: \(result.killed) killed, \(result.survivors.count) survived; "
        + "left out \(result.equivalent) equivalent, \(result.invalid) invalid"
    )
  }
}

internal import ArgumentParser
internal import Reports

/// The command `check score`: judges, and prints what counts against whom.
struct ScoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Đầu vào chấm điểm thi đua của từng đơn vị (inputs to emulation scoring).",
    discussion: """
      Với mỗi đơn vị: khoảng điểm [thấp nhất, cao nhất], từng khoản trừ với nghĩa vụ, căn cứ và \
      minh chứng, điều còn có thể bị trừ, cảnh báo và điều đã mở cảnh báo, nghĩa vụ được miễn, vi \
      phạm lặp lại, số ngày muộn. Đơn vị chưa có gì được xét thì không có điểm. Đây là đầu vào \
      chấm điểm, không phải kết quả xếp loại.

      Ví dụ:
        check score --rules rules/
            điểm của mọi đơn vị theo thang điểm của bộ quy tắc
        check score --rules rules/ --select unit:vhxh
            chỉ một đơn vị
        check score --rules rules/ --scoring samples/thang-diem-90-75-50.yaml
            theo một thang điểm khác
        check score --rules rules/ --format html=bao-cao.html --format score
            ghi báo cáo HTML ra tệp, in điểm ra màn hình

      For every unit: the interval of its score, every deduction with obligation, clause and \
      evidence, what may still come, gates, waivers, repetitions. Input, never a classification. \
      Add --lang en for English. Exit codes are those of check.
      """
  )

  @OptionGroup var options: CheckOptions

  mutating func run() async throws {
    let code = try await CheckJob(options, standard: ScoreReport.self).run()
    if code != 0 { throw ExitCode(code) }
  }
}

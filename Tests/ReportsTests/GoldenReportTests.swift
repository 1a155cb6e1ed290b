import Diagnostics
import Findings
import Reports
import Testing

@Suite("whole reports")
struct GoldenReportTests {
  struct Case: CustomTestStringConvertible {
    let file: String
    let format: String
    let options: ReportOptions
    /// Whether the run has a scorecard and a history.
    var isReview = false
    var testDescription: String { file }

    static let cases: [Case] = [
      .init(file: "terminal-vi.txt", format: "terminal", options: .init(language: .vi)),
      .init(file: "terminal-en.txt", format: "terminal", options: .init(language: .en)),
      .init(
        file: "terminal-mask-color-narrow.txt",
        format: "terminal",
        options: .init(language: .vi, masksPersonal: true, usesColor: true, width: 60)
      ),
      .init(
        file: "terminal-quiet.txt",
        format: "terminal",
        options: .init(language: .vi, isQuiet: true)
      ),
      .init(
        file: "review-terminal-vi.txt",
        format: "terminal",
        options: .init(language: .vi),
        isReview: true
      ),
      .init(
        file: "review-score-vi.txt",
        format: "score",
        options: .init(language: .vi),
        isReview: true
      ),
      .init(
        file: "review-score-en-mask.txt",
        format: "score",
        options: .init(language: .en, masksPersonal: true),
        isReview: true
      ),
      .init(
        file: "review-vi.json",
        format: "json",
        options: .init(language: .vi),
        isReview: true
      ),
      .init(file: "report-vi.json", format: "json", options: .init(language: .vi)),
      .init(
        file: "report-en-mask.json",
        format: "json",
        options: .init(language: .en, masksPersonal: true)
      ),
    ]
  }

  @Test("every verdict and reason reads as it was approved", arguments: Case.cases)
  func golden(_ example: Case) throws {
    let format = try #require(ReportRegistry.format(named: example.format))
    let content =
      example.isReview
      ? try SamplePack.fullContent() : ReportContent(run: try SamplePack.fullRun())
    let bytes = try format.render(content, example.options)
    #expect(try bytes == format.render(content, example.options))
    try Golden.expect(bytes, equals: example.file)
  }

  @Test("the sample run holds every verdict and every reason")
  func coverage() throws {
    let run = try SamplePack.fullRun()
    #expect(Set(run.obligations.map(\.verdict)) == Set(Verdict.allCases))
    #expect(Set(run.obligations.compactMap(\.reason)) == Set(Reason.allCases))
  }
}

import Diagnostics
import Linting
import Testing

@Suite("comments that explain a warning")
struct AcknowledgementTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let yaml: String
    var known = 1
    var open: [DiagnosticID] = []
  }

  static let cases: [Case] = [
    Case(
      testDescription: "at the end of the line",
      yaml: """
        datasets:
          - {id: thua, file: thua.csv, columns: {ma: {}}}   # lint: unused-dataset: nộp để lưu
        """
    ),
    Case(
      testDescription: "behind another comment",
      yaml: """
        datasets:
          - {id: thua, file: thua.csv, columns: {ma: {}}} # bảng cũ # lint: unused-dataset: để lưu
        """
    ),
    Case(
      testDescription: "on a line above, over a blank line and a comment",
      yaml: """
        datasets:
          # lint: unused-dataset: nộp để lưu

          # Bảng cũ.
          - {id: thua, file: thua.csv, columns: {ma: {}}}
        """
    ),
    Case(
      testDescription: "above a section, with elements as far left as its key",
      yaml: """
        # lint: unused-dataset: nộp để lưu
        datasets:
        - {id: thua, file: thua.csv, columns: {ma: {}}}
        - {id: nua, file: nua.csv, columns: {ma: {}}}
        """,
      known: 2
    ),
    Case(
      testDescription: "above one element: the next one is not meant",
      yaml: """
        datasets:
          # lint: unused-dataset: nộp để lưu
          - id: thua
            file: thua.csv
            columns: {ma: {}}
          - {id: nua, file: nua.csv, columns: {ma: {}}}
        """,
      open: [.unusedDataset]
    ),
    Case(
      testDescription: "several ids",
      yaml: """
        # lint: unused-dataset, similar-unit-names: thử
        datasets: [{id: thua, file: thua.csv, columns: {ma: {}}}]
        """
    ),
    Case(
      testDescription: "another id",
      yaml: """
        # lint: unused-column: thử
        datasets: [{id: thua, file: thua.csv, columns: {ma: {}}}]
        """,
      known: 0,
      open: [.idleAcknowledgement, .unusedDataset]
    ),
    Case(
      testDescription: "no reason",
      yaml: """
        # lint: unused-dataset
        datasets: [{id: thua, file: thua.csv, columns: {ma: {}}}]
        """,
      known: 0,
      open: [.idleAcknowledgement, .unusedDataset]
    ),
    Case(
      testDescription: "an id that does not exist",
      yaml: "# lint: unused-datasets: thử\nunits: []\n",
      known: 0,
      open: [.idleAcknowledgement]
    ),
    Case(
      testDescription: "nothing below",
      yaml: "units: []\n# lint: unused-dataset: thử\n",
      known: 0,
      open: [.idleAcknowledgement]
    ),
    Case(
      testDescription: "no comment but part of a text",
      yaml: "units: []\n#lint: gì\n",
      known: 0
    ),
  ]

  @Test("a comment speaks for its line or for the block below", arguments: cases)
  func comments(_ comment: Case) throws {
    let report = try SmallPack.lint(comment.yaml)
    #expect(report.knownCount == comment.known, "\(report.text())")
    #expect(report.openIDs == comment.open, "\(report.text())")
  }

  @Test("known warnings do not count, and are shown with their reason in every format")
  func shown() throws {
    let report = try SmallPack.lint(Self.cases[0].yaml)
    #expect(report.exitCode(isStrict: true) == 0)
    #expect(report.text().contains("known: [unused-dataset]"))
    #expect(report.text().contains("reason: nộp để lưu"))
    #expect(report.text(.json).contains(#""known_because": "nộp để lưu""#))
    #expect(report.text(.sarif).contains(#""justification": "nộp để lưu""#))
    #expect(report.text(.github).hasPrefix("::notice file=p/b0.yaml,line=2,col="))
  }
}

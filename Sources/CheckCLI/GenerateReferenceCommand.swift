internal import ArgumentParser
internal import Explaining
internal import Findings
internal import RuleTesting

/// The hidden command `check generate-reference`: prints the reference of the rule language.
///
/// `Documentation/reference.md` and `Documentation/tham-chieu.md` are its output; a test holds them
/// against it.
struct GenerateReferenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate-reference",
    _superCommandName: Tool.name,
    abstract: "In tham chiếu ngôn ngữ quy tắc (prints the reference of the rule language).",
    discussion: """
      Ví dụ (example):
        check generate-reference --lang vi > Sources/CheckCLI/Documentation/tham-chieu.md
      """,
    shouldDisplay: false
  )

  @Option(help: "Ngôn ngữ (language of the page).")
  var lang = LanguageChoice.vi

  mutating func run() async throws {
    let page = ReferencePage(lang.language, tests: TestDescription.mappings)
    do {
      try StandardStreams.writeOutput(Array(page.markdown.utf8))
    } catch {
      throw ExitCode(ExitStatus.outputFailed.rawValue)
    }
  }
}

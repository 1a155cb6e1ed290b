import Foundation

/// A page of the documentation, as the steps that a reader follows.
///
/// A comment above a fenced block says what the block is: `<!-- file: PATH -->` a file to write,
/// `<!-- line: PATH -->` a line of it to put in the place of the one with the same first word,
/// `<!-- run: CODE -->` a command and the exit code it ends with, `<!-- shows -->` what the command
/// before it prints, where a line `…` stands for any lines left out.
struct ManualPage {
  /// What a block is.
  enum Kind {
    case file(String)
    case line(String)
    case run(Int32)
    case shows
  }

  /// One marked block.
  struct Step {
    let kind: Kind
    let text: String
    /// The lines of the page that the block's text takes.
    let lines: Range<Int>
  }

  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/CheckCLI/Documentation")

  let lines: [String]

  init(_ name: String) throws {
    let url = Self.folder.appendingPathComponent(name)
    lines = try String(contentsOf: url, encoding: .utf8).split(
      separator: "\n",
      omittingEmptySubsequences: false
    ).map(String.init)
  }

  /// The marked blocks, in order.
  var steps: [Step] {
    var steps: [Step] = []
    for (index, line) in lines.enumerated() {
      guard let kind = Self.kind(line), index + 1 < lines.count, lines[index + 1].hasPrefix("```")
      else { continue }
      let start = index + 2
      guard let end = lines[start...].firstIndex(of: "```") else { continue }
      let text = lines[start..<end].map { $0 + "\n" }.joined()
      steps.append(Step(kind: kind, text: text, lines: start..<end))
    }
    return steps
  }

  private static func kind(_ line: String) -> Kind? {
    guard line.hasPrefix("<!-- "), line.hasSuffix(" -->") else { return nil }
    let words = line.dropFirst(5).dropLast(4).split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case ("file:", 2): return .file(words[1])
    case ("line:", 2): return .line(words[1])
    case ("run:", 2): return Int32(words[1]).map(Kind.run)
    case ("shows", 1): return .shows
    default: return nil
    }
  }
}

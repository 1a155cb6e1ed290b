import Foundation
import TestSupport
import Testing

/// Follows the guide from top to bottom, as its reader would: every file, every command.
@Suite("the guide")
struct GuideTests {
  @Test(
    "every step of the guide does what the guide says",
    arguments: ["huong-dan.md", "guide.md"]
  )
  func steps(_ name: String) throws {
    let page = try ManualPage(name)
    let reader = try Reader()
    var corrections: [(lines: Range<Int>, text: [String])] = []
    for step in page.steps {
      let place = "\(name):\(step.lines.lowerBound + 1)"
      switch step.kind {
      case .file(let path): try reader.folder.write(step.text, to: path)
      case .line(let path): try reader.replaceLine(of: path, with: step.text, place)
      case .run(let code):
        try reader.run(step.text)
        #expect(reader.status == code, "\(place): \(step.text)\(reader.output)")
      case .shows:
        let isShown = reader.shows(step.text)
        #expect(isShown, "\(place): it prints\n\(reader.output)")
        if !isShown, let text = reader.shown(instead: step.text) {
          corrections.append((step.lines, text))
        }
      }
    }
    #expect(page.steps.count > 60)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1", !corrections.isEmpty {
      var corrected = page.lines
      // From the last to the first, so that the places of those before stay right.
      for (lines, text) in corrections.reversed() { corrected.replaceSubrange(lines, with: text) }
      let text = corrected.joined(separator: "\n")
      try Data(text.utf8).write(to: ManualPage.folder.appendingPathComponent(name))
      Issue.record("rewrote \(name); read the changes")
    }
  }

  @Test("both guides write the same files and end their commands alike")
  func alike() throws {
    let pages = try ["huong-dan.md", "guide.md"].map { try ManualPage($0).steps }
    try #require(pages[0].count == pages[1].count)
    for (a, b) in zip(pages[0], pages[1]) {
      switch (a.kind, b.kind) {
      case (.file(let x), .file(let y)), (.line(let x), .line(let y)):
        #expect(x == y && a.text == b.text)
      case (.run(let x), .run(let y)): #expect(x == y)
      case (.shows, .shows): break
      default: Issue.record("the guides part at line \(a.lines.lowerBound)")
      }
    }
  }

  @Test("the guide has a rule of every check, and names every subcommand")
  func complete() throws {
    let page = try ManualPage("guide.md")
    let files = page.steps.map(\.text).joined()
    let checks = [
      "evidence", "ratio", "measure", "records", "unique", "reference", "cover", "compare", "fresh",
    ]
    for check in checks {
      #expect(files.contains("\n    \(check):\n"), "no rule with \(check)")
    }
    let help = try Binary.run(["--help"], in: TemporaryFolder()).output
    let list = try #require(help.split(separator: "SUBCOMMANDS:").last)
    let names = list.matches(of: #/\n  ([a-z]+) /#).map { String($0.1) }
    #expect(names.count > 4)
    for name in names { #expect(files.contains("check \(name) "), "nothing about \(name)") }
  }
}

/// Someone who follows the guide in a folder of their own, with a shell.
private final class Reader {
  let folder: TemporaryFolder
  private(set) var status: Int32 = 0
  private(set) var output = ""

  init() throws {
    folder = try TemporaryFolder()
  }

  func run(_ command: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let tools = URL(fileURLWithPath: try Binary.path()).deletingLastPathComponent().path
    process.environment = [
      "PATH": "\(tools):/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
    ]
    let scratch = try TemporaryFolder()
    try scratch.write("", to: "printed")
    let printed = try FileHandle(forWritingTo: URL(fileURLWithPath: scratch.path("printed")))
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = printed
    process.standardError = printed
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try scratch.read("printed")
  }

  /// Puts a line in the place of the one that begins with the same key.
  func replaceLine(of path: String, with text: String, _ place: String) throws {
    let line = String(text.dropLast())
    var lines = try folder.read(path).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    let hits = lines.indices.filter { Self.key(lines[$0]) == Self.key(line) }
    let hit = try #require(hits.count == 1 ? hits.first : nil, "\(place): no such line, or several")
    lines[hit] = line
    try folder.write(lines.joined(separator: "\n"), to: path)
  }

  private static func key(_ line: String) -> String {
    (line.split(separator: ":").first ?? "").trimmingCharacters(in: .whitespaces)
  }

  /// Whether the last command printed this, where `…` stands for any lines.
  func shows(_ text: String) -> Bool {
    let printed = Self.lines(output)
    var rest = printed[...]
    var isFree = false
    for line in Self.lines(text) {
      if line == "…" {
        isFree = true
        continue
      }
      guard let index = isFree ? rest.firstIndex(of: line) : rest.indices.first,
        rest[index] == line
      else { return false }
      rest = rest[(index + 1)...]
      isFree = false
    }
    return isFree || rest.isEmpty
  }

  /// What the last command prints, from a block's first line to its last; nil if they are gone.
  func shown(instead text: String) -> [String]? {
    let printed = Self.lines(output)
    let old = Self.lines(text)
    let shown = old.filter { $0 != "…" }
    let start = old.first == "…" ? printed.firstIndex { $0 == shown.first } : 0
    let end = old.last == "…" ? printed.lastIndex { $0 == shown.last } : printed.count - 1
    guard let start, let end, start <= end else { return nil }
    var new = Array(printed[start...end])
    if start > 0 { new.insert("…", at: 0) }
    if end < printed.count - 1 { new.append("…") }
    return new
  }

  private static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}

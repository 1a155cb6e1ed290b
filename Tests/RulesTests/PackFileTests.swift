import CivilTime
import Diagnostics
import Foundation
import Rules
import Testing

@Suite("files of a pack")
struct PackFileTests {
  /// A folder of one test, removed at its end.
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = URL.temporaryDirectory.appending(path: "check-rules-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func write(_ text: String, _ path: String, in folder: URL) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: file)
  }

  private func load(_ folder: URL) -> (pack: LoadedPack, report: String) {
    var sink = DiagnosticSink()
    let pack = PackLoader.load(folder: folder.path, into: &sink)
    let renderer = DiagnosticRenderer(language: .en, sources: pack.sources)
    let report = renderer.render(sink.sorted())
    return (pack, report.replacing(folder.path, with: "PACK"))
  }

  @Test("every YAML file below the folder is read, hidden and other files are not")
  func walk() throws {
    try withFolder { folder in
      for (path, text) in SoundPack.files { try write(text, "sâu/\(path)", in: folder) }
      try write("sai: 1", ".hidden.yaml", in: folder)
      try write("sai: 1", ".git/a.yaml", in: folder)
      try write("sai: 1", "README.md", in: folder)
      try write("as_of: 2026-11-20\n", "dump.yaml", in: folder)
      try write("tests: []\n", "sâu/a.test.yaml", in: folder)
      let (pack, report) = load(folder)
      #expect(report.isEmpty)
      #expect(pack.isComplete)
      #expect(pack.ruleSet.rules.count == 4)
      #expect(pack.testFiles.map(\.path) == ["sâu/a.test.yaml"])
      #expect(pack.ruleSet.pack.dataFolder == "\(folder.path)/sâu/../samples")
      #expect(pack.sources.map(\.file).first == "\(folder.path)/dump.yaml")
    }
  }

  @Test("a missing folder, a file in its place and an empty folder are errors")
  func noPack() throws {
    try withFolder { folder in
      #expect(
        load(folder).report
          == "error: [empty-pack] there is no *.yaml file in 'PACK'\n"
      )
      try write("", "f", in: folder)
      let file = load(folder.appending(path: "f"))
      #expect(file.report == "error: [unreadable-file] cannot read 'PACK': not a folder\n")
      #expect(!file.pack.isComplete)
      let missing = load(folder.appending(path: "x"))
      #expect(
        missing.report
          == "error: [unreadable-file] cannot read 'PACK': No such file or directory\n"
      )
    }
  }

  @Test("links are followed inside the folder only, and nothing is read twice")
  func links() throws {
    try withFolder { outer in
      let folder = outer.appending(path: "pack")
      try write(FaultyPack.base, "a.yaml", in: folder)
      try write("units: [{id: x, name: X}]\n", "more.txt", in: folder)
      try write("units: []\n", "other.yaml", in: outer)
      try write("units: []\n", "beside/other.yaml", in: outer)
      let manager = FileManager.default
      let links = [
        ("again.yaml", "a.yaml"), ("linked.yaml", "more.txt"), ("out.yaml", "../other.yaml"),
        ("folder", "../beside"), ("self", "."), ("gone.yaml", "nowhere"), ("notes", "../other.txt"),
      ]
      for (name, target) in links {
        try manager.createSymbolicLink(
          atPath: folder.appending(path: name).path,
          withDestinationPath: target
        )
      }
      let (pack, report) = load(folder)
      #expect(pack.ruleSet.units.map(\.id.text) == ["vp", "kt", "x"])
      #expect(!pack.isComplete)
      let lines = report.split(separator: "\n").sorted()
      #expect(
        lines == [
          "error: [link-out-of-pack] the link 'PACK/folder' leads out of the pack",
          "error: [link-out-of-pack] the link 'PACK/out.yaml' leads out of the pack",
          "error: [unreadable-file] cannot read 'PACK/gone.yaml': No such file or directory",
        ]
      )
    }
  }

  @Test("a pipe and a folder named like YAML neither block nor break the reading")
  func oddFiles() throws {
    try withFolder { folder in
      try write(FaultyPack.base, "dir.yaml/a.yaml", in: folder)
      let made = unsafe mkfifo(folder.appending(path: "pipe.yaml").path, 0o600)
      #expect(made == 0)
      let (pack, report) = load(folder)
      #expect(pack.ruleSet.units.count == 2)
      #expect(
        report
          == "error: [unreadable-file] cannot read 'PACK/pipe.yaml': not an ordinary file\n"
      )
    }
  }

  @Test("a file past the limit is refused, the others are still read")
  func tooLong() throws {
    try withFolder { folder in
      try write(FaultyPack.base, "a.yaml", in: folder)
      try write(String(repeating: "#", count: (8 << 20) + 7), "b.yaml", in: folder)
      let (pack, report) = load(folder)
      #expect(pack.ruleSet.units.count == 2)
      #expect(report.contains("PACK/b.yaml:1:1: error: [yaml-limit]"))
    }
  }

  @Test("a test file may hold nothing but tests")
  func testFiles() {
    let read = readPack([("a.yaml", FaultyPack.base), ("b.test.yaml", "tests: []\nrules: []\n")])
    #expect(
      read.report() == """
        p/b.test.yaml:2:1: error: [unknown-key] unknown key 'rules' in test file
         2 | rules: []
           | ^^^^^
          help: the keys here are: tests

        """
    )
  }

  @Test("a misspelt key of a data folder's dump.yaml is reported as such")
  func misspeltDump() {
    let read = readPack([("a.yaml", FaultyPack.base), ("data/dump.yaml", "as_off: 2026-05-20\n")])
    #expect(
      read.report() == """
        p/data/dump.yaml:1:1: error: [unknown-key] unknown key 'as_off' in file 'dump.yaml'
         1 | as_off: 2026-05-20
           | ^^^^^^
          help: did you mean 'as_of'?

        """
    )
    #expect(readPack([("a.yaml", FaultyPack.base), ("dump.yaml", "{}")]).ids.isEmpty)
    let short = readPack([("a.yaml", FaultyPack.base), ("data/dump.yml", "as_off: 2026-05-20\n")])
    #expect(short.report().contains("unknown key 'as_off' in file 'dump.yml'"))
    let other = readPack([("a.yaml", FaultyPack.base), ("dump.yaml", "rulez: []\n")])
    #expect(other.report().contains("help: the keys here are: as_of, covers_until"))
  }

  @Test("dump.yaml with a section of a pack is a file of the pack")
  func dump() {
    #expect(readPack([("a.yaml", FaultyPack.base), ("dump.yaml", "as_of: x")]).ids.isEmpty)
    let read = readPack([("a.yaml", FaultyPack.base), ("dump.yaml", "as_of: x\nunits: []\n")])
    #expect(read.ids == [.unknownKey])
  }

  @Test("a file that cannot be parsed hides no fault of the others, and blames no name on them")
  func syntaxError() {
    let read = readPack([
      ("a.yaml", "units: [\n"),
      (
        "b.yaml",
        "documents: [{id: d, title: D, effective: {from: 2026-01-01}, clauses: [{id: 1}]}]\n"
          + "rules:\n  - {id: x, title: X, clause: d/1, responsible: vp, severity: big,"
          + " fresh: {}}\n"
      ),
    ])
    #expect(read.ids == [.yamlSyntax, .invalidValue])
    #expect(!read.pack.isComplete)
  }

  @Test("a pack of nothing but comments is empty of rules, not faulty")
  func comments() {
    let read = readPack("# chưa có quy tắc\n")
    #expect(read.diagnostics.isEmpty && read.pack.ruleSet.rules.isEmpty)
    #expect(read.pack.ruleSet.pack.timezone == "Asia/Ho_Chi_Minh")
    #expect(read.pack.ruleSet.pack.language == .vi)
  }
}

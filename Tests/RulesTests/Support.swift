import CivilTime
import Diagnostics
import Foundation
import Rules
import Testing

/// A pack that was read from texts.
struct ReadPack {
  var pack: LoadedPack
  var diagnostics: [Diagnostic]

  /// The ids of all diagnostics, by place.
  var ids: [DiagnosticID] { diagnostics.map(\.id) }

  /// Everything that was reported, as it is printed.
  func report(_ language: Language = .en) -> String {
    DiagnosticRenderer(language: language, sources: pack.sources).render(diagnostics)
  }
}

/// Reads files of a folder `p`, given as path and text.
func readPack(_ files: [(path: String, text: String)], asOf: CivilDate? = nil) -> ReadPack {
  var sink = DiagnosticSink()
  let pack = PackLoader.load(
    files: files.map { PackFile(path: $0.path, text: $0.text) },
    folder: "p",
    into: &sink
  )
  if let asOf { pack.ruleSet.checkCalendar(asOf: asOf, into: &sink) }
  return ReadPack(pack: pack, diagnostics: sink.sorted())
}

/// Reads one text as a pack.
func readPack(_ text: String, asOf: CivilDate? = nil) -> ReadPack {
  readPack([("a.yaml", text)], asOf: asOf)
}

/// Makes a day of an ISO text, or nil if it is none.
func day(_ text: String) -> CivilDate? { CivilDate(iso: text) }

extension String {
  /// The text with its letters taken apart into base letters and marks.
  var decomposed: String { decomposedStringWithCanonicalMapping }
}

/// Texts that stand in files beside the tests.
enum Golden {
  /// Compares a text with the golden file of a name.
  ///
  /// With `UPDATE_GOLDEN=1` in the environment the file is written anew, and the test fails so that
  /// nobody mistakes that for a passed test.
  static func expect(
    _ text: String,
    _ name: String,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  )
    throws
  {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("golden file \(name) was written", sourceLocation: sourceLocation)
      return
    }
    let wanted = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(text == wanted, sourceLocation: sourceLocation)
  }
}

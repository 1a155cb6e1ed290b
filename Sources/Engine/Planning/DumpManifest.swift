internal import CivilTime
internal import Diagnostics
internal import Glibc
internal import Rules
internal import YAMLTree

/// What a data folder says of itself: the file `dump.yaml` or `dump.yml`.
struct DumpManifest: Sendable {
  /// The date the dumps are to be judged at.
  var asOf: CivilDate?
  /// Up to which day each dataset's dump is complete, by the dataset's index.
  var coversUntil: [Int: CivilDate] = [:]
  /// The bytes, for the digest.
  var bytes: [UInt8] = []

  /// Reads the manifest of a folder; an empty one if the folder has none.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - datasets: The datasets that it may name.
  /// - Throws: `DiagnosticsError` if the file cannot be read, is there under both names or says something
  ///   wrong: a date that verdicts hang on is never guessed.
  init(folder: DumpFolder, datasets: [Dataset]) throws {
    let names = PackFile.dumpNames.filter(folder.files.contains)
    guard let parent = folder.path, let name = names.first else { return }
    let path = "\(parent)/\(name)"
    let start = SourceRange(start: SourceLocation(file: path, line: 1, column: 1))
    var sink = DiagnosticSink()
    guard names.count == 1 else {
      let message = EngineMessages.severalManifests(names)
      sink.error(.duplicateSection, message, at: start, help: EngineMessages.oneManifest)
      throw DiagnosticsError(diagnostics: sink.sorted(), sources: [])
    }
    guard let bytes = Self.contents(of: path) else {
      sink.error(.unreadableFile, EngineMessages.unreadable(path), at: start)
      throw DiagnosticsError(diagnostics: sink.sorted(), sources: [])
    }
    self.bytes = bytes
    let source = SourceText(file: path, text: String(decoding: bytes, as: UTF8.self))
    if let node = YAMLDocument.parse(bytes, file: path, into: &sink) {
      decode(node, name, datasets, into: &sink)
    }
    if sink.hasErrors { throw DiagnosticsError(diagnostics: sink.sorted(), sources: [source]) }
  }

  private mutating func decode(
    _ node: Node,
    _ name: String,
    _ datasets: [Dataset],
    into sink: inout DiagnosticSink
  ) {
    var reader = MappingReader(node, what: EngineMessages.manifest(name))
    asOf = reader.date("as_of")
    let covers = reader.mapping("covers_until", what: EngineMessages.coversUntil) { inner in
      var days: [Int: CivilDate] = [:]
      inner.allow(datasets.map(\.id.text))
      for (index, dataset) in datasets.enumerated() where inner.has(dataset.id.text) {
        days[index] = inner.date(dataset.id.text)
      }
      return days
    }
    coversUntil = covers ?? [:]
    reader.finish(into: &sink)
  }

  private static func contents(of path: String) -> [UInt8]? {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < 8 << 20 {
      let count = unsafe read(file, &buffer, buffer.count)
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
    return nil
  }
}

internal import CivilTime
internal import Diagnostics
internal import Glibc
internal import Rules
internal import TableReaders
internal import YAMLTree

/// Where a run finds its dumps: a folder with what its `dump.yaml` says of it, or memory.
struct DumpFolder: Sendable {
  /// The folder's path; nil if the dumps are in memory.
  let path: String?
  /// The files below the folder, relative to it, in byte order; hidden ones left out.
  let files: [String]
  private let sizes: [String: Int]
  private let dumps: [MemoryDump]

  /// Opens a source.
  ///
  /// - Parameter source: Where the dumps are.
  /// - Throws: `UnreadableFolder` if a folder cannot be listed.
  init(_ source: DumpSource) throws {
    switch source {
    case .folder(let path):
      self.path = path
      var sizes: [String: Int] = [:]
      try Self.list(path, prefix: "", depth: 0, into: &sizes)
      files = sizes.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      self.sizes = sizes
      dumps = []
    case .memory(let dumps):
      path = nil
      files = []
      sizes = [:]
      self.dumps = dumps
    }
  }

  /// Returns the names of a dataset's files, in byte order.
  func names(of dataset: Dataset) -> [String] {
    guard path != nil else {
      return dumps.filter { $0.dataset == dataset.id }.map(\.name)
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    return files.filter(FilePattern(dataset.file).matches)
  }

  /// Returns how many bytes a dataset's files have together.
  func byteCount(of dataset: Dataset) -> Int {
    guard path != nil else {
      return dumps.reduce(0) { $0 + ($1.dataset == dataset.id ? $1.text.count : 0) }
    }
    return names(of: dataset).reduce(0) { $0 + (sizes[$1] ?? 0) }
  }

  /// Opens one of a dataset's files.
  ///
  /// - Parameters:
  ///   - name: One of the names of the dataset's files.
  ///   - dataset: The dataset.
  ///   - index: The file's place among them.
  ///   - plan: What to read.
  /// - Returns: The file with its header read.
  /// - Throws: All faults for which the file cannot be read.
  func open(
    _ name: String,
    of dataset: Dataset,
    index: Int32,
    plan: ReadPlan
  ) throws(UnreadableDump) -> DumpFile {
    guard let path else {
      let dump = dumps.first { $0.dataset == dataset.id && $0.name == name }
      return try DumpFile(text: dump?.text ?? [], name: name, index: index, plan: plan)
    }
    return try DumpFile(path: "\(path)/\(name)", name: name, index: index, plan: plan)
  }

  private static func list(
    _ folder: String,
    prefix: String,
    depth: Int,
    into sizes: inout [String: Int]
  ) throws {
    guard depth < 16 else { return }
    guard let handle = unsafe opendir(folder) else {
      throw UnreadableFolder(path: folder, code: errno)
    }
    defer { unsafe closedir(handle) }
    while let entry = unsafe readdir(handle) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      guard !name.hasPrefix(".") else { continue }
      var status = stat()
      guard unsafe stat("\(folder)/\(name)", &status) == 0 else {
        // A name that leads nowhere is still a file of the dump: reading it will say why not.
        sizes[prefix + name] = 0
        continue
      }
      if status.st_mode & S_IFMT == S_IFDIR {
        try list("\(folder)/\(name)", prefix: "\(prefix)\(name)/", depth: depth + 1, into: &sizes)
      } else {
        sizes[prefix + name] = Int(status.st_size)
      }
    }
  }
}

/// A folder of dumps that cannot be listed.
public struct UnreadableFolder: Error, Sendable, CustomStringConvertible {
  /// The folder's path.
  public let path: String
  /// The system's error number.
  public let code: Int32

  /// The system's words for it.
  public var description: String { "\(path): \(unsafe String(cString: strerror(code)))" }
}

/// What a data folder says of itself: the file `dump.yaml`.
struct DumpManifest: Sendable {
  /// The date the dumps are to be judged at.
  var asOf: CivilDate?
  /// Up to which day each dataset's dump is complete, by the dataset's index.
  var coversUntil: [Int: CivilDate] = [:]
  /// The bytes, for the digest.
  var bytes: [UInt8] = []

  static let name = "dump.yaml"

  /// Reads the manifest of a folder; an empty one if the folder has none.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - datasets: The datasets that it may name.
  /// - Throws: `DiagnosticsError` if the file cannot be read or says something wrong: a date that
  ///   verdicts hang on is never guessed.
  init(folder: DumpFolder, datasets: [Dataset]) throws {
    guard let parent = folder.path, folder.files.contains(Self.name) else { return }
    let path = "\(parent)/\(Self.name)"
    var sink = DiagnosticSink()
    guard let bytes = Self.contents(of: path) else {
      sink.error(.unreadableFile, EngineMessages.unreadable(path), at: nil)
      throw DiagnosticsError(diagnostics: sink.sorted(), sources: [])
    }
    self.bytes = bytes
    let source = SourceText(file: path, text: String(decoding: bytes, as: UTF8.self))
    if let node = YAMLDocument.parse(bytes, file: path, into: &sink) {
      decode(node, datasets, into: &sink)
    }
    if sink.hasErrors { throw DiagnosticsError(diagnostics: sink.sorted(), sources: [source]) }
  }

  private mutating func decode(
    _ node: Node,
    _ datasets: [Dataset],
    into sink: inout DiagnosticSink
  ) {
    var reader = MappingReader(node, what: EngineMessages.manifest)
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

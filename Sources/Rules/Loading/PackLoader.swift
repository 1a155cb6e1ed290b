internal import Digests
internal import Synchronization
public import Diagnostics
public import YAMLTree

/// A pack as far as it could be read.
///
/// If the sink holds errors after loading, the rule set has gaps and must not be judged with; it is
/// returned so that the checks of its rules can be looked through for further mistakes.
public struct LoadedPack: Sendable {
  /// Everything the pack says.
  public var ruleSet: RuleSet
  /// The texts of all files, for showing diagnostics.
  public var sources: [SourceText]
  /// Whether every file was read to its end; if not, names may be unknown only because their
  /// declaration was not seen.
  public var isComplete: Bool
  /// The files of tests, which the rule set knows nothing of.
  public var testFiles: [PackFile]
  /// The top value of every other file, for those who point at places in it.
  public var roots: [Node]

  /// Says that names and checks wait until every file is read; nil if they do not.
  ///
  /// An unread file may declare any name, so that none is called unknown beside one.
  public var unreadRemark: Phrase? {
    isComplete || sources.isEmpty ? nil : PackMessages.namesNotCompared
  }
}

/// Reads a rule pack: a folder of YAML files becomes a rule set of plain values.
///
/// This target knows the whole language except the keys of the nine checks and the expressions,
/// which are decoded by the targets above it with the same `MappingReader`. It never sees data, the
/// clock or the environment. All mistakes of a pack are collected; none of them ends the reading.
///
/// Choices where the language leaves one, always so that nobody can read "not looked at" as "met":
/// a name that two units share is an error; a calendar may be spread over several files, with
/// Saturday and Sunday as the weekend by default; the name `dump.yaml` belongs to data folders, so
/// a file of that name without any section of a pack is no part of it.
///
/// - SeeAlso: The rule language, §2, §3, §4, §9, §11 and §13.
public enum PackLoader {
  /// The nine kinds of check.
  public static let standardCheckKinds = [
    "evidence", "ratio", "measure", "records", "unique", "reference", "cover", "compare", "fresh",
  ]

  /// Reads every YAML file below a folder.
  ///
  /// - Parameters:
  ///   - folder: The pack's folder, as the user gave it; diagnostics name files by it.
  ///   - checkKinds: The keys of a rule that are checks.
  ///   - sink: Receives everything that is wrong with the pack.
  /// - Returns: The pack as far as it could be read.
  public static func load(
    folder: String,
    checkKinds: [String] = standardCheckKinds,
    into sink: inout DiagnosticSink
  ) -> LoadedPack {
    var reading = DiagnosticSink()
    let files = PackFolder.files(below: folder, into: &reading)
    for diagnostic in reading.diagnostics { sink.add(diagnostic) }
    var pack = load(files: files ?? [], folder: folder, checkKinds: checkKinds, into: &sink)
    pack.isComplete = pack.isComplete && !reading.hasErrors
    return pack
  }

  /// Reads every YAML file below a folder, several at the same time.
  ///
  /// What is read, and in which order faults are reported, is the same as with one worker. Files of
  /// tests that plainly hold nothing else are left to those who run the tests: they say nothing that
  /// a verdict could depend on, and are longer than the rules.
  ///
  /// - Parameters:
  ///   - folder: The pack's folder, as the user gave it; diagnostics name files by it.
  ///   - scoring: A file with nothing but a scoring table, which takes the place of the pack's.
  ///   - checkKinds: The keys of a rule that are checks.
  ///   - jobs: How many files are parsed at once.
  ///   - sink: Receives everything that is wrong with the pack.
  /// - Returns: The pack as far as it could be read.
  public static func load(
    folder: String,
    scoring: PackFile? = nil,
    checkKinds: [String] = standardCheckKinds,
    jobs: Int,
    into sink: inout DiagnosticSink
  ) async -> LoadedPack {
    var reading = DiagnosticSink()
    let files = PackFolder.files(below: folder, into: &reading) ?? []
    for diagnostic in reading.diagnostics { sink.add(diagnostic) }
    let read = files.filter { !$0.isTest || !$0.isPlainlyTests }
    let parsed = await ParsedFile.parse(read, folder: folder, jobs: jobs)
    var sorted = FileSorting(parsed, folder: folder)
    if let scoring { sorted.replaceScoring(ParsedFile(scoring, folder: "")) }
    var decoder = PackDecoder(sections: sorted.sections, checkKinds: checkKinds)
    await decoder.decode(jobs: jobs)
    var pack = assemble(parsed, sorted, decoder, folder: folder, into: &sink)
    pack.testFiles = files.filter(\.isTest)
    pack.isComplete = pack.isComplete && !reading.hasErrors
    return pack
  }

  /// Reads files that are in memory already.
  ///
  /// - Parameters:
  ///   - files: The files, in path order.
  ///   - folder: The folder they stand in; diagnostics name files by it.
  ///   - checkKinds: The keys of a rule that are checks.
  ///   - sink: Receives everything that is wrong with the pack.
  /// - Returns: The pack as far as it could be read.
  public static func load(
    files: [PackFile],
    folder: String,
    checkKinds: [String] = standardCheckKinds,
    into sink: inout DiagnosticSink
  ) -> LoadedPack {
    let parsed = files.map { ParsedFile($0, folder: folder) }
    let sorted = FileSorting(parsed, folder: folder)
    var decoder = PackDecoder(sections: sorted.sections, checkKinds: checkKinds)
    decoder.decode()
    return assemble(parsed, sorted, decoder, folder: folder, into: &sink)
  }

  /// Makes the pack of parsed files, once what they say is decoded.
  private static func assemble(
    _ files: [ParsedFile],
    _ parsing: FileSorting,
    _ decoder: PackDecoder,
    folder: String,
    into sink: inout DiagnosticSink
  ) -> LoadedPack {
    if parsing.packFiles.isEmpty, !sink.hasErrors {
      sink.error(.emptyPack, PackMessages.emptyPack(folder), at: nil)
    }
    let isComplete = parsing.isComplete && !sink.hasErrors
    for diagnostic in parsing.sink.diagnostics { sink.add(diagnostic) }
    for diagnostic in decoder.sink.diagnostics
    where isComplete || diagnostic.id != .unknownName {
      sink.add(diagnostic)
    }
    var ruleSet = decoder.ruleSet
    ruleSet.digest = digest(of: parsing.packFiles)
    return LoadedPack(
      ruleSet: ruleSet,
      sources: parsing.sources,
      isComplete: isComplete,
      testFiles: files.map(\.file).filter(\.isTest),
      roots: parsing.roots
    )
  }

  /// Joins a folder and a path below it, as a user would write it.
  public static func joined(_ folder: String, _ path: String) -> String {
    if path.isEmpty { return folder }
    if folder.isEmpty || path.hasPrefix("/") { return path }
    return folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
  }

  /// The SHA-256 digest over path, length and bytes of each file.
  private static func digest(of files: [PackFile]) -> String {
    let digest = SHA256()
    for file in files {
      digest.update("\(file.path)\0\(file.bytes.count)\0")
      unsafe file.bytes.withUnsafeBytes { unsafe digest.update($0) }
    }
    return digest.finish()
  }
}

/// One file of a pack as nodes, with what is wrong with its text.
private struct ParsedFile: Sendable {
  let file: PackFile
  let document: YAMLDocument
  let diagnostics: [Diagnostic]

  init(_ file: PackFile, folder: String) {
    self.file = file
    var sink = DiagnosticSink()
    let shown = PackLoader.joined(folder, file.path)
    document = YAMLDocument(file.bytes, file: shown, into: &sink)
    diagnostics = sink.diagnostics
  }

  /// Parses files, each worker the longest that nobody has; the result has the order of the files.
  static func parse(_ files: [PackFile], folder: String, jobs: Int) async -> [ParsedFile] {
    let workerCount = min(max(1, jobs), files.count)
    guard workerCount > 1 else { return files.map { ParsedFile($0, folder: folder) } }
    let longestFirst = files.indices.sorted {
      (files[$1].bytes.count, $0) < (files[$0].bytes.count, $1)
    }
    let next = Atomic<Int>(0)
    let work: @Sendable () -> [(Int, ParsedFile)] = {
      var own: [(Int, ParsedFile)] = []
      while true {
        let turn = next.add(1, ordering: .relaxed).oldValue
        guard turn < files.count else { return own }
        let index = longestFirst[turn]
        own.append((index, ParsedFile(files[index], folder: folder)))
      }
    }
    let parsed = await withTaskGroup(of: [(Int, ParsedFile)].self) { group in
      for _ in 0..<workerCount { group.addTask { work() } }
      return await group.reduce(into: []) { $0 += $1 }
    }
    return parsed.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

/// Sorts the sections of a pack's files.
private struct FileSorting {
  let folder: String
  var sink = DiagnosticSink()
  var sections = Sections()
  var sources: [SourceText] = []
  var packFiles: [PackFile] = []
  var roots: [Node] = []
  var isComplete = true

  init(_ files: [ParsedFile], folder: String) {
    self.folder = folder
    for file in files { add(file) }
  }

  private mutating func add(_ parsed: ParsedFile) {
    let (file, document) = (parsed.file, parsed.document)
    for diagnostic in parsed.diagnostics { sink.add(diagnostic) }
    sources.append(document.source)
    if file.isTest {
      checkTests(document.root)
      return
    }
    if let root = document.root, isDump(file, root) {
      checkDump(root, file)
      return
    }
    packFiles.append(file)
    if !document.isComplete { isComplete = false }
    guard let root = document.root, !root.isNull else { return }
    roots.append(root)
    let parent = file.path.split(separator: "/").dropLast().joined(separator: "/")
    sections.add(root, folder: PackLoader.joined(folder, parent), into: &sink)
  }

  /// Puts the scoring table of a file in the place of the pack's.
  ///
  /// The file counts as part of the pack: the digest of the rules tells which table was used.
  mutating func replaceScoring(_ parsed: ParsedFile) {
    for diagnostic in parsed.diagnostics { sink.add(diagnostic) }
    sources.append(parsed.document.source)
    if !parsed.document.isComplete { isComplete = false }
    packFiles.append(PackFile(path: "--scoring", bytes: parsed.file.bytes))
    sections.replaceScoring(by: parsed.document.root, into: &sink)
  }

  private func isDump(_ file: PackFile, _ root: Node) -> Bool {
    PackFile.dumpNames.contains(String(file.name)) && root.entries != nil
      && !root.keyNames.contains(where: Sections.isSection)
  }

  /// Reports misspelt keys of a data folder's file; what the keys hold is read by whoever uses the
  /// folder.
  private mutating func checkDump(_ root: Node, _ file: PackFile) {
    var reader = MappingReader(root, what: PackMessages.dumpFile(file.name))
    reader.allow(["as_of", "covers_until"])
    reader.finish(into: &sink)
  }

  /// A file of tests holds `tests` and nothing else; what they say is not looked at here.
  private mutating func checkTests(_ root: Node?) {
    guard let root, !root.isNull else { return }
    var reader = MappingReader(root, what: PackMessages.testFile)
    _ = reader.list("tests")
    reader.finish(into: &sink)
  }
}

internal import Checks
internal import CivilTime
internal import Diagnostics
internal import Rules

/// A pack that can be judged by, with what messages and dates need.
struct ReadyPack {
  /// The rules.
  let rules: RuleSet
  /// The texts of the pack's files.
  let sources: [SourceText]
  /// The language of everything printed.
  let language: Language
  /// The clock of the pack's time zone.
  let clock: LocalClock
  /// The files of tests.
  let testFiles: [PackFile]

  /// The same pack on another day.
  func with(today: CivilDate) -> ReadyPack {
    ReadyPack(
      rules: rules,
      sources: sources,
      language: language,
      clock: clock.with(today: today),
      testFiles: testFiles
    )
  }
}

/// Reads a pack, and reports everything that is wrong with it.
struct PackStage {
  let folder: String
  /// The language asked for; nil leaves it to the pack.
  let language: Language?
  /// Whether warnings are kept back.
  let isQuiet: Bool
  /// A file whose scoring table takes the place of the pack's.
  var scoring: PackFile?

  /// Reads the pack.
  ///
  /// - Returns: The pack, warnings printed.
  /// - Throws: `Failure` with every diagnostic if there is an error among them.
  func load() throws -> ReadyPack {
    var sink = DiagnosticSink()
    return try ready(PackLoader.load(folder: folder, into: &sink), &sink)
  }

  /// Reads the pack, several of its files at the same time.
  ///
  /// - Parameter jobs: How many files are parsed at once.
  /// - Returns: The pack, warnings printed.
  /// - Throws: `Failure` with every diagnostic if there is an error among them.
  func load(jobs: Int) async throws -> ReadyPack {
    var sink = DiagnosticSink()
    let pack = await PackLoader.load(
      folder: folder,
      scoring: scoring,
      jobs: jobs,
      into: &sink
    )
    return try ready(pack, &sink)
  }

  /// Prints what is to be said of a pack that was read.
  private func ready(_ pack: LoadedPack, _ sink: inout DiagnosticSink) throws -> ReadyPack {
    let rules = pack.ruleSet
    let language = language ?? rules.pack.language
    let clock = LocalClock(of: pack, into: &sink)
    if sink.hasErrors {
      if pack.isComplete { Self.bindChecks(of: rules, into: &sink) }
      throw Self.failure(sink.sorted(), pack.sources, language, remark: pack.unreadRemark)
    }
    if !isQuiet {
      let renderer = DiagnosticRenderer(language: language, sources: pack.sources)
      StandardStreams.writeMessage(renderer.render(sink.sorted()))
    }
    return ReadyPack(
      rules: rules,
      sources: pack.sources,
      language: language,
      clock: clock,
      testFiles: pack.testFiles
    )
  }

  /// Looks through the checks of a pack for errors, so that one run shows all.
  static func bindChecks(of rules: RuleSet, into sink: inout DiagnosticSink) {
    let scopes = DatasetScopes(rules, asOf: .max, utcOffsetSeconds: 0)
    for rule in rules.rules {
      _ = CheckBinder.bind(CheckContext(rules: rules, rule: rule, scopes: scopes), into: &sink)
    }
  }

  /// Makes the failure that shows all diagnostics and counts the errors.
  ///
  /// - Parameters:
  ///   - diagnostics: What is wrong.
  ///   - sources: The texts that it points into.
  ///   - language: The language of everything printed.
  ///   - remark: What the count does not hold, if it is known to be short.
  /// - Returns: The failure, with exit code 3.
  static func failure(
    _ diagnostics: [Diagnostic],
    _ sources: [SourceText],
    _ language: Language,
    remark: Phrase? = nil
  ) -> Failure {
    let renderer = DiagnosticRenderer(language: language, sources: sources)
    let errors = diagnostics.count { $0.severity == .error }
    let place = place(of: diagnostics)
    let total = Phrase(
      vi: "\(errors) lỗi trong \(place.vi); chưa xét gì",
      en: "\(errors) error\(errors == 1 ? "" : "s") in \(place.en); nothing was judged"
    )
    let parts = [total, remark].compactMap { $0?.text(language) }
    return Failure(
      .invalidPack,
      text: renderer.render(diagnostics) + parts.joined(separator: "; ") + "\n"
    )
  }

  /// Names where the errors are: in the rules, unless all are in what a data folder says of itself.
  private static func place(of diagnostics: [Diagnostic]) -> Phrase {
    let names = Set(
      diagnostics.filter { $0.severity == .error }
        .map { String($0.range?.start.file.split(separator: "/").last ?? "") }
    )
    guard names.count == 1, let name = names.first, PackFile.dumpNames.contains(name) else {
      return Phrase(vi: "bộ quy tắc", en: "the rule pack")
    }
    return Phrase(vi: "tệp \(name) của thư mục dữ liệu", en: "the data folder's \(name)")
  }
}

internal import CivilTime
internal import Diagnostics
internal import Engine
internal import Explaining
internal import Findings
internal import Rules

/// One run of `check explain`: target, pack, and only what the target needs.
struct ExplainJob {
  private let command: ExplainCommand

  /// Makes a job; nothing is read yet.
  init(_ command: ExplainCommand) {
    self.command = command
  }

  /// Explains, and writes the explanation.
  ///
  /// - Throws: `Failure` for anything that ends the program in another way.
  func run() async throws {
    let language = command.lang?.language ?? .vi
    let outputs = try OutputOption<ExplanationFormat>.parse(
      command.format,
      default: .text,
      language
    )
    try checkUsage(language)
    if let messages = try messages(language) {
      return try write(.messages(messages), to: outputs, language)
    }
    let asOf = try command.asOf.map { try AsOfOption.date($0, language) }
    let folder = try FolderOption.existing(command.rules, language)
    if let data = command.data { _ = try FolderOption.existing(data, language, option: "--data") }
    let pack = try PackStage(
      folder: folder,
      language: command.lang?.language,
      isQuiet: true
    ).load()
    var options = RunOptions(
      dataFolder: command.data ?? pack.rules.pack.dataFolder ?? "",
      today: pack.clock.today
    )
    options.utcOffsetSeconds = pack.clock.utcOffsetSeconds
    options.asOf = asOf
    options.usesWaivers = !command.noWaivers
    options.evidenceLimit = command.evidence
    let explanation = try await explanation(pack, options)
    try write(explanation, to: outputs, pack.language)
  }

  private func checkUsage(_ language: Language) throws {
    if command.plan, !command.target.isEmpty {
      let message = Phrase(
        vi: "--plan không đi cùng mục cần giải thích",
        en: "--plan does not go with a target"
      )
      throw Failure.usage(message, language)
    }
    if !command.plan, !command.select.isEmpty {
      let message = Phrase(vi: "--select chỉ đi cùng --plan", en: "--select needs --plan")
      throw Failure.usage(message, language)
    }
    if !command.plan, command.target.allSatisfy(\.isEmpty) {
      let message = Phrase(
        vi: "thiếu mục cần giải thích, ví dụ: check explain bao-cao-thang --rules rules/",
        en: "nothing to explain, for instance: check explain bao-cao-thang --rules rules/"
      )
      throw Failure.usage(message, language)
    }
    if command.evidence < 0 {
      let message = Phrase(vi: "--evidence phải từ 0 trở lên", en: "--evidence must be 0 or more")
      throw Failure.usage(message, language)
    }
  }

  /// Returns what a message means; nil if the target needs a pack.
  ///
  /// Messages come first, so that one about a broken pack can be explained beside that pack.
  private func messages(_ language: Language) throws -> [MessageExplanation]? {
    guard command.target.count == 1, let id = command.target.first else { return nil }
    let found = MessageExplanation.of(id)
    guard found.isEmpty else { return found }
    guard command.rules == nil else { return nil }
    let message = Phrase(
      vi: "không có thông báo '\(id)'; để giải thích quy tắc hay nghĩa vụ, thêm --rules THƯ-MỤC",
      en: "no message '\(id)'; to explain a rule or an obligation, add --rules FOLDER"
    )
    let help = Suggestion.help(for: id, among: MessageExplanation.all.map(\.id))
    throw Failure.usage(message, language, help: help)
  }

  private func explanation(_ pack: ReadyPack, _ options: RunOptions) async throws -> Explanation {
    do {
      var options = options
      if command.plan {
        let selectors = try command.select.map { try Selector($0, pack.language) }
        options.selection = try SelectionResolver(rules: pack.rules, language: pack.language)
          .resolve(selectors)
      }
      let plan = try await Evaluator.plan(
        rules: pack.rules,
        sources: pack.sources,
        options: options
      )
      if command.plan { return .plan(PlanExplanation(plan, of: pack.rules)) }
      let target = try TargetResolver(rules: pack.rules, plan: plan).resolve(command.target)
      switch target {
      case .rule(let rule):
        guard let explanation = RuleExplanation(rule, in: pack.rules, plan: plan) else {
          throw Failure(.internalError, line: "no description of rule '\(rule.id)'")
        }
        return .rule(explanation)
      case .obligations(let ids):
        return .verdicts(try await verdicts(ids, pack, options))
      }
    } catch let error as UnknownTarget {
      throw Failure.usage(error.message, pack.language, help: error.help)
    } catch let error as DiagnosticsError {
      throw PackStage.failure(error.diagnostics, error.sources, pack.language)
    }
  }

  /// Judges the obligations again, with every step remembered.
  private func verdicts(
    _ ids: [ObligationID],
    _ pack: ReadyPack,
    _ options: RunOptions
  ) async throws -> VerdictExplanation {
    var options = options
    let units = Set(ids.map(\.unit))
    options.selection = Selection(
      rules: Set(ids.map(\.rule)),
      units: Set(pack.rules.units.indices.filter { units.contains(pack.rules.units[$0].id) })
    )
    options.explains = true
    guard command.data != nil || pack.rules.pack.dataFolder != nil else {
      throw RunStage.noDataFolder(pack.language)
    }
    do {
      let run = try await Evaluator.run(rules: pack.rules, sources: pack.sources, options: options)
      let wanted = Set(ids)
      return VerdictExplanation(run.obligations.filter { wanted.contains($0.id) }, of: run)
    } catch let error as UnreadableFolder {
      let reason = SystemError(
        operation: Phrase(vi: "đọc thư mục dữ liệu", en: "read the data folder"),
        path: error.path,
        code: error.code
      )
      throw Failure.usage(reason.message, pack.language)
    }
  }

  private func write(
    _ explanation: Explanation,
    to outputs: [OutputOption<ExplanationFormat>],
    _ language: Language
  ) throws {
    try OutputOption.write(outputs, language) { output in
      explanation.render(
        output.kind,
        ExplanationOptions(
          language: language,
          masksPersonal: command.mask,
          usesColor: output.file == nil && Terminal.usesColor(command.color),
          width: output.file == nil ? Terminal.columns() : nil
        )
      )
    }
  }
}

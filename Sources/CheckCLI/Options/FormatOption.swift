internal import Diagnostics
internal import Reports

/// One `--format KIND[=FILE]`: a kind of report and where it goes.
struct FormatOption: Sendable {
  /// The kind of report.
  let format: any ReportFormat.Type
  /// The file; nil for standard output.
  let file: String?

  /// Reads the options of a command line.
  ///
  /// With only files, nothing goes to standard output.
  ///
  /// - Parameters:
  ///   - texts: The options' values, in order.
  ///   - standard: What is printed if there are none; nil prints nothing.
  ///   - language: The language of messages.
  /// - Returns: What to write, in order.
  /// - Throws: `Failure` for a kind that does not exist, a missing file name, or two reports for the
  ///   same place.
  static func parse(
    _ texts: [String],
    default standard: (any ReportFormat.Type)?,
    _ language: Language
  ) throws -> [FormatOption] {
    guard !texts.isEmpty else {
      return standard.map { [FormatOption(format: $0, file: nil)] } ?? []
    }
    let options = try texts.map { try parse($0, language) }
    var places: Set<String?> = []
    for option in options where !places.insert(option.file).inserted {
      let place = option.file ?? "stdout"
      let message = Phrase(
        vi: "hai báo cáo cùng ghi vào '\(place)'; hãy cho mỗi --format một tệp riêng",
        en: "two reports for '\(place)'; give each --format a file of its own"
      )
      throw Failure.usage(message, language)
    }
    return options
  }

  /// Refuses reports that no terminal can show.
  ///
  /// - Parameters:
  ///   - options: What is to be written.
  ///   - isTerminal: Whether standard output is a terminal.
  ///   - language: The language of messages.
  /// - Throws: `Failure` with the cure.
  static func refuseBinary(
    _ options: [FormatOption],
    isTerminal: Bool,
    _ language: Language
  ) throws {
    guard isTerminal, let option = options.first(where: { $0.file == nil && $0.format.isBinary })
    else { return }
    let kind = option.format.name
    let message = Phrase(
      vi: "không in '\(kind)' ra màn hình được; hãy ghi ra tệp: --format \(kind)=bao-cao.\(kind)",
      en: "'\(kind)' cannot be shown on a terminal; write a file: --format \(kind)=report.\(kind)"
    )
    throw Failure.usage(message, language)
  }

  private static func parse(_ text: String, _ language: Language) throws -> FormatOption {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let kind = parts.first.map(String.init) ?? ""
    guard let format = ReportRegistry.format(named: kind) else {
      let kinds = ReportRegistry.all.map { $0.name }
      let list = kinds.joined(separator: ", ")
      let message = Phrase(
        vi: "không có loại báo cáo '\(kind)' (có: \(list))",
        en: "no report format '\(kind)' (there are: \(list))"
      )
      throw Failure.usage(message, language, help: Suggestion.help(for: kind, among: kinds))
    }
    guard parts.count == 2 else { return FormatOption(format: format, file: nil) }
    guard !parts[1].isEmpty else {
      let message = Phrase(vi: "thiếu tên tệp sau '\(text)'", en: "no file name after '\(text)'")
      throw Failure.usage(message, language)
    }
    return FormatOption(format: format, file: parts[1] == "-" ? nil : String(parts[1]))
  }
}

extension Failure {
  /// Makes a failure for a wrong command line.
  static func usage(_ message: Phrase, _ language: Language, help: Phrase? = nil) -> Failure {
    let label = Phrase(vi: "lỗi", en: "error").text(language)
    let hint = help.map { "; \($0.text(language))" } ?? ""
    let more = Phrase(vi: "Xem: check --help", en: "See: check --help").text(language)
    return Failure(.usage, text: "\(label): \(message.text(language))\(hint)\n\(more)\n")
  }
}

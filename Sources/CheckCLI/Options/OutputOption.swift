internal import Diagnostics

/// One `--format KIND[=FILE]` of a subcommand: a kind out of a closed set, and where it goes.
struct OutputOption<Kind: RawRepresentable & CaseIterable & Hashable & Sendable>: Sendable
where Kind.RawValue == String {
  /// The kind of output.
  let kind: Kind
  /// The file; nil for standard output.
  let file: String?

  /// Reads the options of a command line.
  ///
  /// With only files, nothing goes to standard output.
  ///
  /// - Parameters:
  ///   - texts: The options' values, in order.
  ///   - standard: What is printed if there are none.
  ///   - language: The language of messages.
  /// - Returns: What to write, in order.
  /// - Throws: `Failure` for a kind that does not exist, a missing file name, or two outputs for the
  ///   same place.
  static func parse(_ texts: [String], default standard: Kind, _ language: Language) throws
    -> [Self]
  {
    guard !texts.isEmpty else { return [Self(kind: standard, file: nil)] }
    let options = try texts.map { try parse($0, language) }
    var places: Set<String?> = []
    for option in options where !places.insert(option.file).inserted {
      let place = option.file ?? "stdout"
      let message = Phrase(
        vi: "hai kết quả cùng ghi vào '\(place)'; hãy cho mỗi --format một tệp riêng",
        en: "two outputs for '\(place)'; give each --format a file of its own"
      )
      throw Failure.usage(message, language)
    }
    return options
  }

  private static func parse(_ text: String, _ language: Language) throws -> Self {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let word = parts.first.map(String.init) ?? ""
    guard let kind = Kind(rawValue: word) else {
      let kinds = Kind.allCases.map(\.rawValue)
      let list = kinds.joined(separator: ", ")
      let message = Phrase(
        vi: "không có dạng '\(word)' (có: \(list))",
        en: "no format '\(word)' (there are: \(list))"
      )
      throw Failure.usage(message, language, help: Suggestion.help(for: word, among: kinds))
    }
    guard parts.count == 2 else { return Self(kind: kind, file: nil) }
    guard !parts[1].isEmpty else {
      let message = Phrase(vi: "thiếu tên tệp sau '\(text)'", en: "no file name after '\(text)'")
      throw Failure.usage(message, language)
    }
    return Self(kind: kind, file: parts[1] == "-" ? nil : String(parts[1]))
  }
}

extension OutputOption {
  /// Writes outputs, files first, so that one on screen means that the files are there.
  ///
  /// - Parameters:
  ///   - outputs: What to write.
  ///   - language: The language of messages.
  ///   - render: Makes the bytes of one.
  /// - Throws: `Failure` if one cannot be written.
  static func write(
    _ outputs: [Self],
    _ language: Language,
    render: (Self) -> [UInt8]
  ) throws {
    let ordered = outputs.filter { $0.file != nil } + outputs.filter { $0.file == nil }
    do {
      for output in ordered {
        let bytes = render(output)
        if let file = output.file {
          try OutputFile.replace(file, with: bytes)
        } else {
          try StandardStreams.writeOutput(bytes)
        }
      }
    } catch let error as SystemError {
      let label = Phrase(vi: "lỗi: ", en: "error: ")
      throw Failure(.outputFailed, line: (label + error.message).text(language))
    }
  }
}

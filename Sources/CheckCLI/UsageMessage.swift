internal import ArgumentParser
internal import Diagnostics

/// What is said of a wrong command line.
///
/// ArgumentParser words it in English only. Its sentences are known here by their fixed parts and
/// said in Vietnamese, unless the command line asks for English; one that is not known stays.
struct UsageMessage {
  private let called: CalledCommand
  private let language: Language

  /// Makes the words for a command line.
  init(_ called: CalledCommand) {
    self.called = called
    let pairs = zip(called.arguments, called.arguments.dropFirst())
    let isEnglish =
      called.arguments.contains("--lang=en") || pairs.contains { $0 == "--lang" && $1 == "en" }
    language = isEnglish ? .en : .vi
  }

  /// Says what is wrong, how to cure it if that is known, and where help is.
  ///
  /// - Parameters:
  ///   - message: ArgumentParser's sentence.
  ///   - fullText: The same with its usage lines.
  /// - Returns: Lines, each ended by a line feed.
  func text(_ message: String, in fullText: String) -> String {
    let label = Phrase(vi: "lỗi", en: "error").text(language)
    var lines = ["\(label): \(fault(message))"]
    let rest = fullText.dropFirst("Error: \(message)".count)
    // Where nothing at all is given ArgumentParser adds the whole help, with further lines of usage.
    if !rest.contains("OVERVIEW:") {
      for line in rest.split(separator: "\n") {
        if let option = UsageSentence("Help:  *").parts(of: line) { lines.append("  \(option[0])") }
        if let usage = UsageSentence("Usage: *").parts(of: line) {
          lines.append(self.usage(usage[0]))
        }
      }
    }
    let pointer = Phrase(vi: "Xem", en: "See").text(language)
    return (lines + ["\(pointer): \(called.path) --help", ""]).joined(separator: "\n")
  }

  private func usage(_ text: String) -> String {
    // ArgumentParser names a subcommand without those before it.
    let name = called.names.last ?? ""
    let typed = text.hasPrefix(called.path) ? text : called.path + text.dropFirst(name.count)
    let words = Phrase(
      vi: "Cách dùng: "
        + typed.replacing("<options>", with: "<tuỳ-chọn>")
        .replacing("<subcommand>", with: "<lệnh>"),
      en: "Usage: " + typed
    )
    return words.text(language)
  }

  // MARK: What was meant

  /// What is wrong, with the cure where that can be told.
  private func fault(_ message: String) -> String {
    if let word = called.rest.first, !word.hasPrefix("-"),
      let name = Suggestion.nearest(to: word, among: called.subcommandNames)
    {
      let unknown = Phrase(vi: "không có lệnh '\(word)'; ", en: "unknown command '\(word)'; ")
      return (unknown + Suggestion.didYouMean("\(called.path) \(name)")).text(language)
    }
    let said = UsageSentence.said(message, language)
    guard let word = UsageSentence.unexpectedArgument(in: message), !word.hasPrefix("-"),
      word.hasSuffix("/") || FolderOption.isFolder(word), let call = call(withFolder: word)
    else { return said }
    return said + Phrase(vi: "; viết: \(call)", en: "; write: \(call)").text(language)
  }

  /// The command with a folder behind the option that it most likely belongs to.
  private func call(withFolder folder: String) -> String? {
    func isFree(_ option: String) -> Bool {
      called.takes(option)
        && !called.arguments.contains { $0 == option || $0.hasPrefix(option + "=") }
    }
    if isFree("--rules") { return "\(called.path) --rules \(folder)" }
    return isFree("--data") ? "\(called.path) … --data \(folder)" : nil
  }
}

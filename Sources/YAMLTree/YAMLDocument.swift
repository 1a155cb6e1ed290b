public import Diagnostics

/// One YAML file as a tree of located nodes.
///
/// This target is the only place that touches libyaml. It knows shapes and places, never what a
/// key means; that is for the targets above it. A file is read under limits, so that no text, even
/// one made to harm, can exhaust the machine.
///
/// - SeeAlso: YAML 1.2.2, https://yaml.org/spec/1.2.2/
public struct YAMLDocument: Sendable {
  /// The limits that a file must keep (rule language §2).
  public enum Limits {
    /// The largest file in bytes.
    public static let bytes = 8 << 20
    /// How deep lists and mappings may be nested.
    public static let depth = 64
    /// How many times aliases may be expanded, counting aliases within aliased text each time.
    public static let aliasExpansions = 10_000
    /// How many nodes there may be once all aliases are expanded.
    public static let nodes = 1_000_000
    /// How many faults of one kind are listed before the rest is left out.
    public static let repeatedFaults = 100
  }

  /// The top value; nil if the file is empty, holds only comments, or could not be read.
  public let root: Node?
  /// Whether the whole file was read; its text may still have faults that were reported.
  public let isComplete: Bool
  /// The file's text, for showing diagnostics.
  public let source: SourceText

  /// Reads a file's bytes.
  ///
  /// - Parameters:
  ///   - bytes: The file, in UTF-8 with or without a byte order mark.
  ///   - file: The name that diagnostics give the file.
  ///   - sink: Receives everything that is wrong with the text.
  public init(_ bytes: [UInt8], file: String, into sink: inout DiagnosticSink) {
    guard bytes.count <= Limits.bytes else {
      source = SourceText(file: file, text: "")
      root = nil
      isComplete = false
      let start = SourceLocation(file: file, line: 1, column: 1)
      sink.error(.yamlLimit, Messages.tooManyBytes, at: SourceRange(start: start))
      return
    }
    var content = bytes[...]
    if content.starts(with: [0xEF, 0xBB, 0xBF]) { content = content.dropFirst(3) }
    let text = String(validating: content, as: UTF8.self)
    let source = SourceText(file: file, text: text ?? String(decoding: content, as: UTF8.self))
    self.source = source
    var inspection = TextInspection(content, isUTF8: text != nil, file: file)
    guard inspection.run(into: &sink) else {
      root = nil
      isComplete = false
      return
    }
    guard !content.isEmpty else {
      root = nil
      isComplete = true
      return
    }
    var builder = TreeBuilder(source: source, inspection: inspection)
    isComplete = unsafe content.withUnsafeBufferPointer { buffer in
      unsafe builder.read(buffer, into: &sink)
    }
    root = isComplete ? builder.root : nil
  }

  /// Reads a file's bytes and returns the top value.
  ///
  /// - Parameters:
  ///   - bytes: The file, in UTF-8 with or without a byte order mark.
  ///   - file: The name that diagnostics give the file.
  ///   - sink: Receives everything that is wrong with the text.
  /// - Returns: The top value; nil if the file is empty or could not be read to its end.
  public static func parse(
    _ bytes: [UInt8],
    file: String,
    into sink: inout DiagnosticSink
  ) -> Node? {
    YAMLDocument(bytes, file: file, into: &sink).root
  }
}

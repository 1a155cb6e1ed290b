/// What one key of a mapping means, in a line.
public struct KeyDescription: Sendable, Hashable {
  /// The key as it is written.
  public let name: String
  /// Whether the mapping must have it.
  public let isRequired: Bool
  /// What it means.
  public let meaning: Phrase

  /// Describes a key that may be left out, with its default.
  public static func may(_ name: String, vi: String, en: String) -> KeyDescription {
    KeyDescription(name: name, isRequired: false, meaning: Phrase(vi: vi, en: en))
  }

  /// Describes a key that must be there.
  public static func must(_ name: String, vi: String, en: String) -> KeyDescription {
    KeyDescription(name: name, isRequired: true, meaning: Phrase(vi: vi, en: en))
  }
}

/// The keys of one kind of mapping: what the reference is made of.
///
/// A test asks the readers themselves which keys they take, so that this cannot fall behind them.
public struct MappingDescription: Sendable, Hashable {
  /// What messages call the mapping: "rule", "check 'ratio'".
  public let what: Phrase
  /// What it is for, in a sentence.
  public let summary: Phrase
  /// Its keys, in the order to read them in.
  public let keys: [KeyDescription]
  /// A piece of YAML that shows it.
  public let example: String?

  /// Describes a mapping.
  ///
  /// - Parameters:
  ///   - what: What messages call it.
  ///   - summary: What it is for, in a sentence.
  ///   - keys: Its keys, in the order to read them in.
  ///   - example: A piece of YAML that shows it.
  public init(
    _ what: Phrase,
    _ summary: Phrase,
    keys: [KeyDescription],
    example: String? = nil
  ) {
    self.what = what
    self.summary = summary
    self.keys = keys
    self.example = example
  }
}

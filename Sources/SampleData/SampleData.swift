/// Synthetic dumps of a commune, with violations planted in them on purpose.
///
/// Everything follows from the seed: the same seed gives the same bytes on every machine. Nothing
/// here knows the rules or the engine; `Plants.swift` states what a right checker finds, and a test
/// compares.
public enum SampleData {
  /// The seed of the samples in the repository.
  public static let defaultSeed: UInt64 = 57

  /// Makes every file of the samples folder.
  ///
  /// - Parameter seed: Where every drawn number comes from.
  /// - Returns: The dumps, `dump.yaml`, and the two files that document what was planted; by name.
  public static func files(seed: UInt64 = defaultSeed) -> [SampleFile] {
    let commune = Commune.withPlants(seed: seed)
    var files = commune.tables.map { SampleFile(name: $0.file, bytes: $0.bytes(seed: seed)) }
    files.append(SampleFile(name: "dump.yaml", bytes: Array(Documentation.dump.utf8)))
    files.append(SampleFile(name: "planted.tsv", bytes: Array(Documentation.table.utf8)))
    files.append(
      SampleFile(name: "VI-PHAM.md", bytes: Array(Documentation.text(commune).utf8))
    )
    return files.sorted { $0.name < $1.name }
  }

  /// The findings that were planted: every violation of the samples, and every one that is waived.
  public static var planted: [ExpectedFinding] { Plant.all.flatMap(\.findings) }

  /// The findings at a boundary: cases that look like violations and are none.
  public static var boundaries: [ExpectedFinding] { Boundary.all.map(\.finding) }
}

/// A file of the samples folder.
public struct SampleFile: Sendable, Hashable {
  /// Its name, without a folder.
  public let name: String
  /// All of its bytes.
  public let bytes: [UInt8]
}

/// What a right checker says about one obligation of the samples.
public struct ExpectedFinding: Sendable, Hashable {
  /// The rule's id.
  public let rule: String
  /// The responsible unit's id.
  public let unit: String
  /// The period as the rule language writes it; nil where the rule has none.
  public let period: String?
  /// The verdict as the rule language writes it.
  public let verdict: String

  init(_ rule: String, _ unit: String, _ period: String? = nil, _ verdict: String) {
    self.rule = rule
    self.unit = unit
    self.period = period
    self.verdict = verdict
  }
}

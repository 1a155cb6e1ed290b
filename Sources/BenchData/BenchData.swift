// BenchData: dumps of any size for measurements, and the fifteen rules that are judged over them.
//
// Every field of row i is a function of the seed and of i alone, so that the same seed gives the
// same bytes on every machine. What breaks a rule is counted while it is written, so that a
// measurement also proves that the checker found neither more nor less. This room knows nothing of
// the checker; it opens no file and starts no process.

/// How much data to make.
public struct BenchData: Sendable, Hashable {
  /// How many dossiers.
  public let rows: Int
  /// How many units.
  public let units: Int
  /// The seed.
  public let seed: UInt64

  /// The seed of every figure that is reported.
  public static let defaultSeed: UInt64 = 20_260_101

  /// The most rows; their numbers have eight digits.
  public static let mostRows = 99_999_999
  /// The most units; their numbers have four digits.
  public static let mostUnits = 9999

  /// Describes some data.
  ///
  /// - Parameters:
  ///   - rows: How many dossiers, from 1; brought within bounds.
  ///   - units: How many units, from 1; by default one for 2 500 dossiers.
  ///   - seed: The seed.
  public init(rows: Int, units: Int? = nil, seed: UInt64 = defaultSeed) {
    self.rows = min(max(1, rows), Self.mostRows)
    self.units = min(max(1, units ?? self.rows / 2500), Self.mostUnits)
    self.seed = seed
  }

  /// Writes all dumps.
  ///
  /// - Parameter take: Takes a part of a file; the parts of a file come one after the other, and
  ///   files one after the other.
  /// - Returns: How often each rule is broken.
  /// - Throws: What `take` throws.
  public func write(
    _ take: (_ name: String, _ bytes: [UInt8]) throws -> Void
  ) throws -> PlantedCounts {
    var counts = PlantedCounts()
    try take("dump.yaml", Array("as_of: 2026-11-01\n".utf8))
    var fields = CSVText()
    fields.line("ten")
    for field in Words.fields { fields.line(field) }
    try take("linh_vuc.csv", fields.bytes)
    var dossiers = Dossiers(self)
    try dossiers.write { try take("ho_so.csv", $0) }
    dossiers.count(into: &counts)
    let small = SmallTables(self, received: dossiers.received)
    try take("can_bo.csv", small.staff(&counts))
    try take("bao_cao.csv", small.reports(&counts))
    try take("nhiem_vu.csv", small.tasks(&counts))
    return counts
  }

  /// Writes the pack: one file.
  public var pack: [UInt8] { Array(BenchPack(units: units).text.utf8) }
}

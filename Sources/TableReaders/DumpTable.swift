internal import Diagnostics
internal import Tables

/// What every format offers: a table cut into blocks that several workers read at once.
///
/// `DumpFile` documents the methods; a new format is a folder with one such type and a case of
/// `DumpFormat`.
protocol DumpTable: Sendable {
  /// What a reader of the report should know about the file.
  var warnings: [Phrase] { get }
  /// How the file's text is encoded.
  var encoding: String { get }
  /// The declared columns that the table does not have, by index.
  var absentColumns: [Int] { get }
  /// How many blocks the table has.
  var blockCount: Int { get }

  func countBlock(_ block: Int, with scratch: inout BlockScratch)
  func finishCounting() -> [FileProblem]
  func read<Failure: Error>(
    block: Int,
    with scratch: inout BlockScratch,
    _ body: (borrowing Batch) throws(Failure) -> Void
  ) throws(Failure) -> BlockReport
  func lines(of rows: [RowReference]) throws(FileProblem) -> [Int]
  func cells(of row: RowReference, columns: [Int]) throws(FileProblem) -> [String?]
  func batch(of rows: [RowReference], with scratch: inout BlockScratch) throws(FileProblem) -> Batch
}

/// The registry of formats, chosen by a file's extension.
enum DumpFormat: String, CaseIterable {
  /// Comma- or semicolon-separated values.
  case csv
  /// Tab-separated values.
  case tsv

  /// Chooses the format of a file, or returns nil if it is not read.
  init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    self.init(rawValue: fileName[fileName.index(after: dot)...].lowercased())
  }

  /// Opens a file of the format.
  func open(
    _ source: ByteSource,
    index: Int32,
    plan: ReadPlan
  ) throws(UnreadableDump) -> any DumpTable {
    switch self {
    case .csv: try CSVFile(source, index: index, plan: plan, prefersTab: false)
    case .tsv: try CSVFile(source, index: index, plan: plan, prefersTab: true)
    }
  }
}

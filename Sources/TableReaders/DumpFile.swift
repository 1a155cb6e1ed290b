public import Diagnostics
public import Tables

/// One file of a dataset: its header is matched, its rows are read block by block.
///
/// Any number of workers may use one file at once, each with its own scratch space. First every block
/// is counted, in any order; then the counts are finished; from then on blocks can be read, in any
/// order, and rows be looked up. Read in block order, rows and reports are those of the file, however
/// it was cut.
public final class DumpFile: Sendable {
  /// The file's name, relative to the data folder.
  public let name: String
  /// The file's size.
  public var byteCount: Int { source.byteCount }
  /// What a reader of the report should know: optional columns that are missing, for example.
  public var warnings: [Phrase] { table.warnings }
  /// The declared columns, by index, that the file does not have; all optional.
  public var absentColumns: [Int] { table.absentColumns }
  /// How the file's text is encoded, such as `utf-8` or `utf-8-bom`.
  public var encoding: String { table.encoding }
  /// How many blocks the file is cut into; 0 if there is nothing behind the header.
  public var blockCount: Int { table.blockCount }

  private let source: ByteSource
  private let table: any DumpTable

  /// Opens a file and reads its header.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - name: The name to report, relative to the data folder; its extension says the format.
  ///   - index: The file's place among the dataset's files, for the rows' references.
  ///   - plan: What to read.
  /// - Throws: All faults for which the file cannot be read.
  public convenience init(
    path: String,
    name: String,
    index: Int32,
    plan: ReadPlan
  ) throws(UnreadableDump) {
    guard let format = DumpFormat(fileName: name) else {
      throw UnreadableDump(problems: [Messages.unsupportedFormat(name)])
    }
    let source: ByteSource
    do throws(SourceFault) {
      source = try ByteSource(path: path)
    } catch {
      throw UnreadableDump(problems: [Messages.source(error)])
    }
    try self.init(source, format: format, name: name, index: index, plan: plan)
  }

  /// Takes the text of a CSV file from memory.
  ///
  /// - Parameters:
  ///   - text: The file's bytes.
  ///   - name: The name to report.
  ///   - index: The file's place among the dataset's files.
  ///   - plan: What to read.
  /// - Throws: All faults for which the text cannot be read.
  public convenience init(
    text: [UInt8],
    name: String,
    index: Int32 = 0,
    plan: ReadPlan
  ) throws(UnreadableDump) {
    let format = DumpFormat(fileName: name) ?? .csv
    try self.init(ByteSource(bytes: text), format: format, name: name, index: index, plan: plan)
  }

  private init(
    _ source: ByteSource,
    format: DumpFormat,
    name: String,
    index: Int32,
    plan: ReadPlan
  ) throws(UnreadableDump) {
    self.source = source
    self.name = name
    table = try format.open(source, index: index, plan: plan)
  }

  /// Counts what one block holds and checks its bytes.
  public func countBlock(_ block: Int, with scratch: inout BlockScratch) {
    table.countBlock(block, with: &scratch)
  }

  /// Adds up the counts of all blocks.
  ///
  /// - Returns: Faults of the file's bytes; with any of them, its dataset has no data.
  public func finishCounting() -> [FileProblem] {
    table.finishCounting()
  }

  /// Counts all blocks, one after the other, and adds them up.
  ///
  /// - Returns: Faults of the file's bytes; with any of them, its dataset has no data.
  public func prepare(with scratch: inout BlockScratch) -> [FileProblem] {
    for block in 0..<blockCount { countBlock(block, with: &scratch) }
    return finishCounting()
  }

  /// Reads the records that begin in one block.
  ///
  /// Records that are not well-formed, and blocks with bytes that are not text, are left out and
  /// reported; blank lines are skipped.
  ///
  /// - Parameters:
  ///   - block: Which block; all blocks must have been counted.
  ///   - scratch: The worker's scratch space, made for the same plan.
  ///   - body: Called with batches of rows in the order of the file.
  /// - Returns: How many rows there were, and all that is wrong with them.
  /// - Throws: What the closure throws.
  public func read<Failure: Error>(
    block: Int,
    with scratch: inout BlockScratch,
    _ body: (borrowing Batch) throws(Failure) -> Void
  ) throws(Failure) -> BlockReport {
    try table.read(block: block, with: &scratch, body)
  }

  /// Returns the line in the file, from 1, on which each row's record begins.
  ///
  /// - Throws: A fault if the file cannot be read again.
  /// - Complexity: O(rows); reads a few thousand bytes a row.
  public func lines(of rows: [RowReference]) throws(FileProblem) -> [Int] {
    try table.lines(of: rows)
  }

  /// Returns the line in the file, from 1, on which a row's record begins.
  ///
  /// - Throws: A fault if the file cannot be read again.
  public func line(of row: RowReference) throws(FileProblem) -> Int {
    try table.lines(of: [row]).first ?? 0
  }

  /// Reads the text of some cells of a row again, unquoted but otherwise as the file has it.
  ///
  /// - Parameters:
  ///   - row: A row of this file.
  ///   - columns: Indices of columns of the schema.
  /// - Returns: One text a column, nil for a column that the file does not have.
  /// - Throws: A fault if the file cannot be read again, or changed.
  public func cells(of row: RowReference, columns: [Int]) throws(FileProblem) -> [String?] {
    try table.cells(of: row, columns: columns)
  }

  /// Reads some rows again, with the values that reading their blocks gives.
  ///
  /// - Parameters:
  ///   - rows: Rows of this file, in any order.
  ///   - scratch: The worker's scratch space, made for the same plan.
  /// - Returns: The rows in the order given; all of them are held in memory.
  /// - Throws: A fault if the file cannot be read again, or changed.
  public func batch(
    of rows: [RowReference],
    with scratch: inout BlockScratch
  ) throws(FileProblem) -> Batch {
    try table.batch(of: rows, with: &scratch)
  }

  /// Returns the SHA-256 digest of the file's bytes, 64 lower-case hexadecimal digits.
  ///
  /// - Throws: A fault if the file cannot be read.
  public func sha256() throws(FileProblem) -> String {
    do throws(SourceFault) {
      return try source.sha256()
    } catch {
      throw Messages.source(error)
    }
  }

  /// Returns a fault if somebody wrote to the file since it was opened, else nil.
  ///
  /// Call it when everything is read: what was read before the change may not fit what was read after.
  public func changeProblem() -> FileProblem? {
    do throws(SourceFault) {
      try source.checkUnchanged()
      return nil
    } catch {
      return Messages.source(error)
    }
  }
}

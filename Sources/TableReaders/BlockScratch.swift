internal import Tables

/// What one worker needs to read blocks: buffers and what it learnt about cells, reused throughout.
///
/// It belongs to one dataset's plan and to one worker at a time, and may be used for all files of
/// the dataset.
public struct BlockScratch: ~Copyable {
  let records: RecordBuffer
  let lookups: RecordBuffer
  /// The readers of the wanted columns; made when first asked for, because counting needs none.
  lazy var readers: [ColumnReader] = Self.readers(plan, fileBytes)
  var references: [RowReference] = []
  private let plan: ReadPlan
  private let fileBytes: Int

  /// Makes the scratch space of a worker.
  ///
  /// - Parameters:
  ///   - plan: What is read.
  ///   - fileBytes: The size of the largest file to be read, where it is known. Buffers for a whole
  ///     block of 256 KiB take 4 MiB, whose pages the system would have to clear for every small file.
  public init(plan: ReadPlan, fileBytes: Int = .max) {
    records = RecordBuffer(capacity: min(plan.blockBytes, max(0, fileBytes)) + 4096)
    lookups = RecordBuffer(capacity: 8192)
    self.plan = plan
    self.fileBytes = fileBytes
  }

  private static func readers(_ plan: ReadPlan, _ fileBytes: Int) -> [ColumnReader] {
    let cleaner = CellCleaner(missing: plan.schema.missing)
    return plan.wanted.map {
      ColumnReader(
        plan.schema.columns[$0],
        plan: plan,
        cleaner: cleaner,
        fileBytes: fileBytes
      )
    }
  }
}

internal import Tables

/// What one worker needs to read blocks: buffers and what it learnt about cells, reused throughout.
///
/// It belongs to one dataset's plan and to one worker at a time, and may be used for all files of
/// the dataset.
public struct BlockScratch: ~Copyable {
  let records: RecordBuffer
  let lookups: RecordBuffer
  /// The readers of the wanted columns; made when first asked for, because counting needs none.
  lazy var readers: [ColumnReader] = Self.readers(plan)
  var references: [RowReference] = []
  private let plan: ReadPlan

  /// Makes the scratch space of a worker.
  public init(plan: ReadPlan) {
    records = RecordBuffer(capacity: plan.blockBytes + 4096)
    lookups = RecordBuffer(capacity: 8192)
    self.plan = plan
  }

  private static func readers(_ plan: ReadPlan) -> [ColumnReader] {
    let cleaner = CellCleaner(missing: plan.schema.missing)
    return plan.wanted.map {
      ColumnReader(plan.schema.columns[$0], plan: plan, cleaner: cleaner)
    }
  }
}

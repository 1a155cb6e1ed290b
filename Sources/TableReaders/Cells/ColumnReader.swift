internal import Tables

/// Reads the cells of one column into typed values, batch after batch.
///
/// A reader keeps its storage and what it learnt from batch to batch, and belongs to one worker. The
/// set is closed and switched over, not a protocol, so that each loop over cells is compiled for its
/// type: called through a protocol they run three times slower.
enum ColumnReader {
  case text(TextColumnReader)
  case integer(FixedColumnReader<IntegerParser>)
  case decimal(FixedColumnReader<DecimalParser>)
  case boolean(FixedColumnReader<BooleanParser>)
  case date(FixedColumnReader<DateParser>)
  case timestamp(FixedColumnReader<TimestampParser>)
  case period(FixedColumnReader<PeriodParser>)
  case unit(FixedColumnReader<UnitParser>)

  /// Makes the reader of a declared column of files up to some size.
  init(
    _ column: TableSchema.ColumnSchema,
    plan: ReadPlan,
    cleaner: CellCleaner,
    fileBytes: Int
  ) {
    let style = plan.schema.numberStyle
    func fixed<Parser: CellParser>(
      _ parser: Parser,
      blank: Parser.Value? = nil
    ) -> FixedColumnReader<Parser> {
      FixedColumnReader(
        parser,
        cleaner: cleaner,
        isRequired: column.isRequired,
        blank: blank,
        fileBytes: fileBytes
      )
    }
    self =
      switch column.type {
      case .text, .reference:
        .text(
          TextColumnReader(
            cleaner: cleaner,
            isRequired: column.isRequired,
            values: column.values,
            fileBytes: fileBytes
          )
        )
      case .integer: .integer(fixed(IntegerParser(style: style)))
      case .decimal: .decimal(fixed(DecimalParser(style: style, isPercent: false)))
      case .percent: .decimal(fixed(DecimalParser(style: style, isPercent: true)))
      case .boolean: .boolean(fixed(BooleanParser(), blank: column.blank.map { $0 ? 1 : 0 }))
      case .date: .date(fixed(DateParser()))
      case .datetime: .timestamp(fixed(TimestampParser(utcOffsetSeconds: plan.utcOffsetSeconds)))
      case .period(let kind): .period(fixed(PeriodParser(kind: kind)))
      case .unit: .unit(fixed(UnitParser(unitsByName: plan.schema.unitsByName)))
      }
  }

  /// Reads one column of some records.
  ///
  /// - Parameters:
  ///   - fields: The records.
  ///   - column: The column's place in the file.
  ///   - faults: Takes the cells that could not be read.
  /// - Returns: One value a record.
  func read(_ fields: Fields, column: Int, faults: inout CellFaults) -> Column {
    switch self {
    case .text(let reader): unsafe reader.read(fields, column: column, faults: &faults)
    case .integer(let reader): unsafe reader.read(fields, column: column, faults: &faults)
    case .decimal(let reader): unsafe reader.read(fields, column: column, faults: &faults)
    case .boolean(let reader): unsafe reader.read(fields, column: column, faults: &faults)
    case .date(let reader): unsafe reader.read(fields, column: column, faults: &faults)
    case .timestamp(let reader): unsafe reader.read(fields, column: column, faults: &faults)
    case .period(let reader): unsafe reader.read(fields, column: column, faults: &faults)
    case .unit(let reader): unsafe reader.read(fields, column: column, faults: &faults)
    }
  }

  /// Returns a column without a single present cell, for a file that does not have it.
  func absent(rowCount: Int) -> Column {
    switch self {
    case .text(let reader): reader.absent(rowCount: rowCount)
    case .integer(let reader): reader.absent(rowCount: rowCount)
    case .decimal(let reader): reader.absent(rowCount: rowCount)
    case .boolean(let reader): reader.absent(rowCount: rowCount)
    case .date(let reader): reader.absent(rowCount: rowCount)
    case .timestamp(let reader): reader.absent(rowCount: rowCount)
    case .period(let reader): reader.absent(rowCount: rowCount)
    case .unit(let reader): reader.absent(rowCount: rowCount)
    }
  }
}

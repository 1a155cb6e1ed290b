internal import Checks
internal import CivilTime
internal import Diagnostics
internal import Rules
internal import TableReaders
internal import Tables

/// Why rows leave an obligation undecided: the cells of theirs that hold nothing to be read.
struct OpenRows {
  /// What is known of one row.
  struct Cause {
    /// The columns to be mended: unreadable cells first, then empty ones.
    var columns: [Int] = []
    /// What to tell whoever has to mend it.
    var note: Phrase
  }

  private var causes: [RowReference: Cause] = [:]

  /// Looks through the cells that a check reads of some rows.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - side: What the check reads of them.
  ///   - reader: Reads them again.
  ///   - calendar: The years in which working days can be counted.
  ///   - asOf: The day up to which they are counted.
  init(
    _ rows: [RowReference],
    _ side: CheckSide,
    _ reader: RowReader,
    _ calendar: WorkingCalendar,
    asOf: CivilDate
  ) {
    for batch in reader.batches(of: rows) {
      for (index, row) in batch.rows.enumerated() {
        causes[row] =
          Self.unread(index, batch, side, lacking: reader.absentColumns(of: row))
          ?? Self.undated(index, batch, side, calendar, asOf)
      }
    }
  }

  /// Returns why a row is undecided.
  subscript(row: RowReference) -> Cause {
    causes[row] ?? Cause(note: EngineMessages.undecided)
  }

  /// The cells that are empty or cannot be read.
  private static func unread(
    _ row: Int,
    _ batch: Batch,
    _ side: CheckSide,
    lacking: [Int]
  ) -> Cause? {
    let columns = side.columns.sorted()
    let unreadable = columns.filter { batch.columns[$0]?.erroneous[row] ?? false }
    let empty = columns.filter { column in
      guard side.valueColumns.contains(column), let cells = batch.columns[column] else {
        return false
      }
      return !cells.present[row] && !cells.erroneous[row]
    }
    if !unreadable.isEmpty {
      return Cause(columns: unreadable + empty, note: EngineMessages.unreadableCell)
    }
    if empty.isEmpty { return nil }
    // Cells that can be filled come before those of a column that the file does not have.
    let there = empty.filter { !lacking.contains($0) }
    return Cause(
      columns: there + empty.filter(lacking.contains),
      note: there.isEmpty ? EngineMessages.columnMissing : EngineMessages.emptyCell
    )
  }

  /// The date from which working days cannot be counted, or the day up to which.
  private static func undated(
    _ row: Int,
    _ batch: Batch,
    _ side: CheckSide,
    _ calendar: WorkingCalendar,
    _ asOf: CivilDate
  ) -> Cause? {
    guard side.asksCalendar else { return nil }
    let dates = side.columns.sorted().compactMap { column -> (Int, CivilDate)? in
      guard let cells = batch.columns[column], case .date(let days) = cells.values else {
        return nil
      }
      return (column, CivilDate(dayNumber: days[row]))
    }
    if let (column, date) = dates.first(where: { !calendar.covers(year: $1.year) }) {
      return Cause(columns: [column], note: EngineMessages.yearMissing(date.year))
    }
    return calendar.covers(year: asOf.year)
      ? nil : Cause(columns: dates.map(\.0), note: EngineMessages.yearMissing(asOf.year))
  }
}

extension Assessment.Proof {
  /// The same row, shown by the cells that leave it undecided.
  func open(_ cause: OpenRows.Cause) -> Assessment.Proof {
    Assessment.Proof(
      side: side,
      row: row,
      columns: cause.columns + columns.filter { !cause.columns.contains($0) },
      note: cause.note,
      against: against
    )
  }
}

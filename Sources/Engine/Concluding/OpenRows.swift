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
        let cells = RowCells(row: index, batch: batch)
        let lacking = reader.absentColumns(of: row)
        let columns = side.columns.sorted()
        let unreadable = columns.filter(cells.isErroneous)
        let empty = columns.filter { side.valueColumns.contains($0) && cells.isEmpty($0) }
        let (guarded, plain) = (
          empty.filter(side.guardedColumns.contains),
          empty.filter { !side.guardedColumns.contains($0) }
        )
        causes[row] =
          Self.unread(unreadable, plain + guarded)
          ?? Self.empty(plain, then: guarded, lacking)
          ?? Self.undated(cells, side, calendar, asOf)
          ?? Self.empty(guarded, then: [], lacking)
      }
    }
  }

  /// Returns why a row is undecided.
  subscript(row: RowReference) -> Cause {
    causes[row] ?? Cause(note: EngineMessages.undecided)
  }

  private static func unread(_ unreadable: [Int], _ empty: [Int]) -> Cause? {
    unreadable.isEmpty
      ? nil : Cause(columns: unreadable + empty, note: EngineMessages.unreadableCell)
  }

  /// Cells that can be filled come before those of a column that the file does not have.
  private static func empty(_ columns: [Int], then others: [Int], _ lacking: [Int]) -> Cause? {
    if columns.isEmpty { return nil }
    let there = columns.filter { !lacking.contains($0) }
    return Cause(
      columns: there + columns.filter(lacking.contains) + others,
      note: there.isEmpty ? EngineMessages.columnMissing : EngineMessages.emptyCell
    )
  }

  /// The date from which working days cannot be counted, or the day up to which.
  private static func undated(
    _ cells: RowCells,
    _ side: CheckSide,
    _ calendar: WorkingCalendar,
    _ asOf: CivilDate
  ) -> Cause? {
    guard side.asksCalendar else { return nil }
    let dates = side.calendarColumns.sorted().compactMap { column in
      cells.date(column).map { (column, $0) }
    }
    if let (column, date) = dates.first(where: { !calendar.covers(year: $1.year) }) {
      return Cause(columns: [column], note: EngineMessages.yearMissing(date.year))
    }
    return calendar.covers(year: asOf.year)
      ? nil : Cause(columns: dates.map(\.0), note: EngineMessages.yearMissing(asOf.year))
  }
}

/// The cells of one row of a batch.
private struct RowCells {
  let row: Int
  let batch: Batch

  func isErroneous(_ column: Int) -> Bool { batch.columns[column]?.erroneous[row] ?? false }

  func isEmpty(_ column: Int) -> Bool {
    guard let cells = batch.columns[column] else { return false }
    return !cells.present[row] && !cells.erroneous[row]
  }

  /// The date in a cell; nil if there is none.
  func date(_ column: Int) -> CivilDate? {
    guard let cells = batch.columns[column], cells.present[row], case .date(let days) = cells.values
    else { return nil }
    return CivilDate(dayNumber: days[row])
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

internal import Checks
internal import Findings
internal import Rules
internal import Synchronization
internal import TableReaders
internal import Tables

/// A mistake in one row of a dump.
enum CellFault {
  case problem(CellProblem)
  case duplicate(DuplicateKeys.Repetition)

  var row: RowReference {
    switch self {
    case .problem(let problem): problem.row
    case .duplicate(let repetition): repetition.row
    }
  }
}

/// Reads chosen rows of a dataset's files again: typed for comparison, raw for showing.
final class RowReader: Sendable {
  private let files: [DumpFile]
  private let plan: ReadPlan
  private let failure = Mutex<(file: Int, problem: FileProblem)?>(nil)

  init(files: [DumpFile], plan: ReadPlan) {
    self.files = files
    self.plan = plan
  }

  /// The first fault met while reading again; with one, nothing of the dataset can be trusted.
  var problem: (file: Int, problem: FileProblem)? { failure.withLock(\.self) }

  /// Returns the typed columns of rows in the order given, one batch a run of rows of one file.
  func batches(of rows: [RowReference]) -> [Batch] {
    var batches: [Batch] = []
    var start = 0
    while start < rows.count {
      let file = Int(rows[start].file)
      var end = start
      while end < rows.count, Int(rows[end].file) == file { end += 1 }
      var scratch = BlockScratch(plan: plan, fileBytes: files[file].byteCount)
      let chosen = Array(rows[start..<end])
      do {
        batches.append(try files[file].batch(of: chosen, with: &scratch))
      } catch {
        note(error, file)
        let columns = [Column?](repeating: nil, count: plan.schema.columns.count)
        batches.append(Batch(rowCount: chosen.count, columns: columns, rows: chosen))
      }
      start = end
    }
    return batches
  }

  /// Returns the raw text of some cells of a row; empty texts if it cannot be read again.
  func cells(of row: RowReference, columns: [Int]) -> [String?] {
    do {
      return try files[Int(row.file)].cells(of: row, columns: columns)
    } catch {
      note(error, Int(row.file))
      return columns.map { _ in nil }
    }
  }

  /// Returns the line of every row, by row.
  func lines(of rows: [RowReference]) -> [RowReference: Int] {
    var lines: [RowReference: Int] = [:]
    for (file, rows) in Dictionary(grouping: Set(rows), by: \.file) {
      let rows = rows.sorted()
      do {
        for (row, line) in zip(rows, try files[Int(file)].lines(of: rows)) { lines[row] = line }
      } catch {
        note(error, Int(file))
      }
    }
    return lines
  }

  /// Returns the declared columns that a row's file does not have.
  func absentColumns(of row: RowReference) -> [Int] { files[Int(row.file)].absentColumns }

  /// Returns the name of a row's file.
  func fileName(_ row: RowReference) -> String { fileName(Int(row.file)) }

  /// Returns the name of a file by its place.
  func fileName(_ file: Int) -> String { files[file].name }

  /// Turns mistakes in rows of one file into data errors, in row and column order.
  func dataErrors(_ faults: [CellFault], file: Int, dataset: Dataset) -> [DataError] {
    let firsts = faults.compactMap { fault -> RowReference? in
      guard case .duplicate(let repetition) = fault else { return nil }
      return repetition.first
    }
    let lines = lines(of: faults.map(\.row) + firsts)
    let errors = faults.map { fault -> (RowReference, Int, DataError) in
      let error: DataError
      var order = -1
      switch fault {
      case .problem(let problem):
        order = problem.column
        let column = dataset.columns[problem.column]
        error = DataError(
          dataset: dataset.id,
          file: files[file].name,
          row: lines[problem.row],
          column: column.id,
          value: problem.raw,
          code: problem.code.rawValue,
          message: problem.message,
          isPersonal: column.isPersonal
        )
      case .duplicate(let repetition):
        let cells = cells(of: repetition.row, columns: dataset.key)
        error = DataError(
          dataset: dataset.id,
          file: files[file].name,
          row: lines[repetition.row],
          column: dataset.key.first.map { dataset.columns[$0].id },
          value: cells.map { $0 ?? "" }.joined(separator: " · "),
          code: "duplicate-key",
          message: EngineMessages.duplicateKey(
            in: fileName(repetition.first),
            line: lines[repetition.first] ?? 0,
            isOtherFile: repetition.first.file != repetition.row.file
          ),
          isPersonal: dataset.key.contains { dataset.columns[$0].isPersonal }
        )
      }
      return (fault.row, order, error)
    }
    return errors.sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0 < $1.0 }.map(\.2)
  }

  private func note(_ problem: FileProblem, _ file: Int) {
    failure.withLock { if $0 == nil { $0 = (file, problem) } }
  }
}

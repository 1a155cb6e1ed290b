import CivilTime
import Diagnostics
import TableReaders
import Tables
import VietnameseText

/// A declared column whose label is its id.
func column(
  _ id: String,
  _ type: ColumnType = .text,
  labels: [String]? = nil,
  isRequired: Bool = false,
  values: [String] = [],
  blank: Bool? = nil
) -> TableSchema.ColumnSchema {
  let labels = labels ?? [id]
  return TableSchema.ColumnSchema(
    id: id,
    headers: labels.map(NameFolding.fold),
    labels: labels,
    type: type,
    isRequired: isRequired,
    values: values,
    blank: blank
  )
}

/// A plan that reads all columns.
func plan(
  _ columns: [TableSchema.ColumnSchema],
  style: TableSchema.NumberStyle = .vi,
  missing: [String] = [],
  units: [String] = [],
  blockBytes: Int = 256 << 10,
  batchRows: Int = 8192,
  recordBytes: Int = 16 << 20,
  problemLimit: Int = 100
) -> ReadPlan {
  var unitsByName: [String: Int32] = [:]
  for (index, name) in units.enumerated() { unitsByName[NameFolding.fold(name)] = Int32(index) }
  let schema = TableSchema(
    dataset: "test",
    columns: columns,
    numberStyle: style,
    missing: missing,
    unitsByName: unitsByName
  )
  return ReadPlan(
    schema: schema,
    wanted: Array(columns.indices),
    unitNames: units,
    blockBytes: blockBytes,
    batchRows: batchRows,
    recordBytes: recordBytes,
    problemLimit: problemLimit
  )
}

/// All that reading a file gives, in a form that can be compared and shown.
struct ReadTable: Equatable {
  /// One row: its line and its values, "·" for an absent and "!" for an erroneous one.
  struct Row: Equatable, CustomStringConvertible {
    let line: Int
    let values: [String]
    var description: String { "\(line): \(values.joined(separator: " | "))" }
  }

  /// A problem of a cell by line, column and code, with its text.
  struct Cell: Equatable, CustomStringConvertible {
    let line: Int
    let column: String
    let code: String
    let raw: String
    var description: String { "\(line) \(column) \(code) '\(raw)'" }
  }

  var rows: [Row] = []
  var cells: [Cell] = []
  var cellCount = 0
  var problems: [FileProblem] = []
  var problemCount = 0
  var warnings: [Phrase] = []
  var encoding = ""

  /// The rows' values.
  var values: [[String]] { rows.map(\.values) }
  /// Code and line of each problem of the file.
  var faults: [String] { problems.map { "\($0.code.rawValue) \($0.line ?? 0)" } }

  init() {}

  init(_ text: String, _ plan: ReadPlan, name: String = "test.csv") {
    self.init(bytes: Array(text.utf8), plan, name: name)
  }

  init(bytes: [UInt8], _ plan: ReadPlan, name: String = "test.csv") {
    self.init()
    do throws(UnreadableDump) {
      self = Self(try DumpFile(text: bytes, name: name, plan: plan), plan)
    } catch {
      problems = error.problems
      problemCount = problems.count
    }
  }

  init(_ file: DumpFile, _ plan: ReadPlan) {
    warnings = file.warnings
    encoding = file.encoding
    var scratch = BlockScratch(plan: plan)
    problems = file.prepare(with: &scratch)
    problemCount = problems.count
    var report = BlockReport(problemLimit: plan.problemLimit)
    var references: [RowReference] = []
    var values: [[String]] = []
    for block in 0..<file.blockCount {
      let part = file.read(block: block, with: &scratch) { batch in
        references += batch.rows
        values += (0..<batch.rowCount).map { row in batch.columns.map { Self.text($0, row) } }
      }
      report.add(part)
    }
    problems += report.fileProblems
    problemCount += report.fileProblemCount
    cellCount = report.cellProblemCount
    do throws(FileProblem) {
      let lines = try file.lines(of: references)
      rows = zip(lines, values).map { Row(line: $0, values: $1) }
      let faultLines = try file.lines(of: report.cellProblems.map(\.row))
      cells = zip(faultLines, report.cellProblems).map { line, problem in
        Cell(
          line: line,
          column: plan.schema.columns[problem.column].id,
          code: problem.code.rawValue,
          raw: problem.raw
        )
      }
    } catch {
      problems.append(error)
    }
  }

  /// Returns a value as text.
  static func text(_ column: Column?, _ row: Int) -> String {
    guard let column else { return "?" }
    if column.erroneous[row] { return column.present[row] ? "both" : "!" }
    guard column.present[row] else { return "·" }
    return switch column.values {
    case .text(let texts): texts[row]
    case .integer(let values): String(values[row])
    case .decimal(let mantissas, let scale): decimal(mantissas[row], scale)
    case .boolean(let values): values[row] ? "yes" : "no"
    case .date(let days): CivilDate(dayNumber: days[row]).description
    case .timestamp(let values): "\(values[row] / 1_000_000_000)s"
    case .duration(let values): "\(values[row])ns"
    case .period(let ordinals): "\(ordinals[row])"
    case .unit(let indices): "#\(indices[row])"
    case .double(let values): "\(values[row])"
    }
  }

  private static func decimal(_ mantissa: Int128, _ scale: Int) -> String {
    guard scale > 0 else { return "\(mantissa)" }
    var digits = String(mantissa.magnitude)
    digits = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    return (mantissa < 0 ? "-" : "") + digits.dropLast(scale) + "." + digits.suffix(scale)
  }
}

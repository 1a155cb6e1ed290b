/// What reading a block of a file found besides its rows.
///
/// Reports of consecutive blocks add up to the report of the file; added in block order, the sum
/// does not depend on how the file was cut.
public struct BlockReport: Sendable {
  /// The number of well-formed rows.
  public private(set) var rowCount = 0
  /// The first problems of cells, ordered by row, then column.
  public private(set) var cellProblems: [CellProblem] = []
  /// The number of all problems of cells, kept or not.
  public private(set) var cellProblemCount = 0
  /// The first structural faults, in the order of the file.
  public private(set) var fileProblems: [FileProblem] = []
  /// The number of all structural faults, kept or not.
  public private(set) var fileProblemCount = 0

  private let problemLimit: Int

  /// Makes an empty report.
  ///
  /// - Parameter problemLimit: How many problems of each kind are kept.
  public init(problemLimit: Int) {
    self.problemLimit = problemLimit
  }

  /// Adds the report of the blocks that follow.
  public mutating func add(_ next: BlockReport) {
    rowCount += next.rowCount
    cellProblems += next.cellProblems.prefix(max(problemLimit - cellProblems.count, 0))
    cellProblemCount += next.cellProblemCount
    fileProblems += next.fileProblems.prefix(max(problemLimit - fileProblems.count, 0))
    fileProblemCount += next.fileProblemCount
  }

  /// Adds the rows of one batch and the problems of its cells, in order, as far as they were kept.
  mutating func add(rows: Int, problems: [CellProblem], count: Int) {
    rowCount += rows
    cellProblems += problems.prefix(max(problemLimit - cellProblems.count, 0))
    cellProblemCount += count
  }

  /// Adds a fault of the file.
  mutating func add(_ problem: FileProblem) {
    fileProblemCount += 1
    if fileProblems.count < problemLimit { fileProblems.append(problem) }
  }

  /// Whether another fault of the file would be kept.
  var keepsFileProblem: Bool { fileProblems.count < problemLimit }

  /// Counts a fault of the file that is not kept.
  mutating func countFileProblem() { fileProblemCount += 1 }
}

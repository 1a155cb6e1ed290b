/// How much of a run the page writes out, so that it opens at once whatever the run holds.
///
/// Totals, the heat map and the scores count everything; what is left out is said beside each list,
/// with where the whole list is.
enum HTMLLimit {
  /// Violations written in all: the gravest of each unit.
  static let violations = 1_000
  /// Violations of one unit; less where there are many units.
  static let violationsOfUnit = 50
  /// Cells of evidence in all; beyond them each violation has `fewCells`.
  static let cells = 4_000
  /// Cells of evidence of a violation once `cells` are written.
  static let fewCells = 2
  /// Units with a row in the heat map, the scores and the list of units.
  static let units = 600
  /// Obligations listed one by one under a cause, a unit or a kind of change.
  static let entries = 40
  /// Names in one line.
  static let names = 12
  /// Mistakes in the data.
  static let dataErrors = 200
  /// Files of inputs.
  static let inputs = 300
  /// Rules listed in the matrices of groups and among exclusions.
  static let rules = 600
  /// Cells of the matrices of rules and units; beyond them rules have counts only.
  static let matrixCells = 4_000
  /// Units side by side in a matrix; beyond them rules have counts only.
  static let matrixUnits = 24
  /// Recorded runs in the trend.
  static let runs = 24
  /// Characters of one cell of a dump.
  static let cellCharacters = 160
}

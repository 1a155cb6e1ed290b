internal import Diagnostics
internal import Rules
internal import YAMLTree

/// The key `unit` of a check with two sides: a column that either or both of them have.
extension CheckContext {
  /// Returns the unit column of a dataset that an outer mapping names, if the dataset has it.
  func outerUnitColumn(_ name: String?, of dataset: Int) -> Int? {
    let columns = rules.datasets[dataset].columns
    return columns.firstIndex { $0.id == name && $0.kind == .unit }
  }

  /// Reports an outer `unit` that no side has as a column of units.
  func checkOuterUnit(_ reader: inout MappingReader, sides: [Int]) {
    guard let node = reader.value("unit"), let name = reader.text(of: node, key: "unit"),
      sides.allSatisfy({ outerUnitColumn(name, of: $0) == nil })
    else { return }
    let datasets = sides.map { rules.datasets[$0] }
    if datasets.contains(where: { $0.columnIndex(name) != nil }) {
      let message = CheckMessages.wrongType(name, wanted: ColumnKinds.unit.words)
      reader.sink.error(.wrongColumnType, message, at: node.range)
      return
    }
    let units = datasets.flatMap(\.columns).filter { $0.kind == .unit }.map(\.id)
    let owners = datasets.map(\.id.text)
    let message = CheckMessages.unknownColumn(name, of: owners.joined(separator: "', '"))
    let help = Suggestion.help(for: name, among: Set(units).sorted())
    reader.sink.error(.unknownName, message, at: node.range, help: help)
  }

  /// Reports a side that all units share though its expressions ask for the unit; true if none does.
  ///
  /// - Parameters:
  ///   - reader: The check's mapping.
  ///   - parts: The key of each side, its rows and what its expressions read of the obligation.
  /// - Returns: Whether the sides can be evaluated.
  func checkShared(
    _ reader: inout MappingReader,
    parts: [(key: String, population: Population, variables: BoundVariables)]
  ) -> Bool {
    guard isDivided else { return true }
    for part in parts
    where part.population.division.unitColumn == nil && part.variables.used.contains(.unit) {
      let dataset = rules.datasets[part.population.dataset].id.text
      reader.sink.error(
        .noUnitColumn,
        CheckMessages.sharedSideAsksUnit(part.key, dataset),
        at: reader.value(part.key)?.range ?? reader.range,
        help: CheckMessages.nameUnitColumn(dataset)
      )
      return false
    }
    return true
  }
}

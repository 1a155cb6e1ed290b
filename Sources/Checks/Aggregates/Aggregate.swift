internal import Diagnostics
internal import Rules
internal import Tables

/// One aggregate over a population: `count`, `sum`, `average`, `min` or `max`.
struct Aggregate: Sendable {
  /// What is computed.
  enum Function: Sendable, Hashable {
    case rows
    case distinct
    case sum
    case average
    case min
    case max
  }

  let population: Population
  let function: Function
  /// The column; nil for `count: rows`.
  let column: Int?
  let variables: BoundVariables

  /// Reads an aggregate's keys.
  ///
  /// - Parameters:
  ///   - reader: The mapping that holds them.
  ///   - context: The rule and the pack.
  ///   - unit: The unit column that an outer mapping names.
  ///   - isShared: Whether rows without a unit column may stand for all units.
  init?(
    _ reader: inout MappingReader,
    _ context: CheckContext,
    unit: String? = nil,
    isShared: Bool = false
  ) {
    let keys = ["count", "sum", "average", "min", "max"]
    reader.allow(["where", "exclude", "unit"] + keys)
    guard let dataset = context.dataset(&reader, "of") else { return nil }
    let named = context.outerUnitColumn(unit, of: dataset)
    let column = context.unitColumn(&reader, of: dataset, named: named, isOptional: isShared)
    population = context.population(
      &reader,
      of: dataset,
      division: Division(unitColumn: column, period: nil)
    )
    variables = context.bound(population)
    let present = keys.filter { reader.has($0) }
    guard let key = present.first, present.count == 1 else {
      reader.sink.error(
        present.isEmpty ? .missingKey : .conflictingKeys,
        CheckMessages.oneTarget(keys),
        at: present.isEmpty ? reader.range : reader.keyRange(present[1]),
        help: present.isEmpty ? CheckMessages.countWhat : nil
      )
      return nil
    }
    if key == "count", reader.text("count") == "rows" {
      function = .rows
      self.column = nil
      return
    }
    let kinds: ColumnKinds = key == "count" ? .any : .number
    guard let index = context.column(&reader, key, .required, of: dataset, kinds: kinds) else {
      return nil
    }
    self.column = index
    function =
      switch key {
      case "count": .distinct
      case "sum": .sum
      case "average": .average
      case "min": .min
      default: .max
      }
  }

  /// Whether an empty population has no value, as of an average.
  var needsRows: Bool {
    switch function {
    case .rows, .distinct, .sum: false
    case .average, .min, .max: true
    }
  }
}

/// The values of a numeric column as mantissas of one scale.
struct NumberColumn {
  private let values: ColumnValues
  /// How many digits stand behind the point.
  let scale: Int

  init(_ values: ColumnValues) {
    self.values = values
    if case .decimal(_, let scale) = values { self.scale = scale } else { scale = 0 }
  }

  subscript(row: Int) -> Int128 {
    switch values {
    case .integer(let numbers): Int128(numbers[row])
    case .decimal(let mantissas, _): mantissas[row]
    case .text, .boolean, .date, .timestamp, .duration, .period, .unit, .double:
      preconditionFailure("a sum over a column that holds no numbers")
    }
  }
}

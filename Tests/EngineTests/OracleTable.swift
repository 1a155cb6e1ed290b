import TestSupport

/// What a cell of a random table holds.
enum OracleCell: Sendable, Hashable {
  case value(Int)
  case absent
  case broken
}

/// The columns of a random table; values are small numbers, written by `text`.
enum OracleColumn: Int, CaseIterable, Sendable {
  case unit
  case chosen
  case good
  case key
  case number
  case day
  case month

  /// The name in the pack.
  var name: String { ["u", "w", "p", "k", "n", "day", "m"][rawValue] }

  /// The spelling of every value; the last one is outside of what random cells get.
  var texts: [String] {
    switch self {
    case .unit: ["Đơn vị A", "b", "c"]
    case .chosen, .good: ["không", "có"]
    case .key: ["K", "L", "M"]
    case .number: ["1", "2", "3"]
    case .day: ["05/11/2026", "2026-11-15", "25/11/2026"]
    case .month: ["Tháng 10/2026", "2026-11", "2026-09"]
    }
  }

  /// What nobody can read.
  var brokenText: String {
    switch self {
    case .unit: "Nowhere"
    case .chosen, .good: "maybe"
    case .key: "??"
    case .number: "1.23"
    case .day: "31/11/2026"
    case .month: "13/2026"
    }
  }
}

/// A small random table and its spelling.
struct OracleTable: Sendable {
  var rows: [[OracleCell]]

  init(rows: [[OracleCell]]) { self.rows = rows }

  /// Makes a table of at most so many rows in which about one cell in five is unknown.
  init(upTo count: Int, using generator: inout SeededGenerator) {
    rows = (0..<Int.random(in: 0...count, using: &generator)).map { _ in
      OracleColumn.allCases.map { column in
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: .absent
        case 1: .broken
        default:
          // Most rows belong to the two units and are chosen.
          switch column {
          case .unit: .value([0, 0, 0, 1, 1, 2][Int.random(in: 0..<6, using: &generator)])
          case .chosen: .value([1, 1, 1, 0][Int.random(in: 0..<4, using: &generator)])
          case .month: .value([0, 0, 0, 1, 2][Int.random(in: 0..<5, using: &generator)])
          case .key: .value(Int.random(in: 0..<2, using: &generator))
          default: .value(Int.random(in: 0..<column.texts.count, using: &generator))
          }
        }
      }
    }
  }

  /// The table as CSV.
  var text: String {
    let header = OracleColumn.allCases.map(\.name).joined(separator: ",") + "\n"
    return header
      + rows.map { row in
        zip(OracleColumn.allCases, row).map { column, cell in
          switch cell {
          case .value(let value): column.texts[value]
          case .absent: ""
          case .broken: column.brokenText
          }
        }.joined(separator: ",") + "\n"
      }.joined()
  }

  /// Returns the rows that could matter for a unit: neither another unit's nor certainly not chosen.
  func rows(of unit: Int) -> OracleTable {
    OracleTable(
      rows: rows.filter { row in
        let isOther = if case .value(let own) = row[0] { own != unit } else { false }
        return !isOther && row[1] != .value(0)
      }
    )
  }

  /// Returns every way in which the unknown cells of some columns can turn out, at most `limit`.
  ///
  /// - Parameters:
  ///   - domains: The values that an absent and an unreadable cell of a column may turn out to be;
  ///     cells of other columns become 0.
  ///   - limit: The most ways.
  /// - Returns: The rows of each way; nil if there are too many.
  func completions(_ domains: [OracleColumn: OracleDomain], limit: Int) -> [[[Int]]]? {
    var ways: [[[Int]]] = [[]]
    for row in rows {
      var choices: [[Int]] = [[]]
      for (column, cell) in zip(OracleColumn.allCases, row) {
        let values: [Int] =
          switch (cell, domains[column]) {
          case (.value(let value), .some): [value]
          case (.absent, let domain?): domain.absent
          case (.broken, let domain?): domain.broken
          case (_, nil): [0]
          }
        choices = choices.flatMap { choice in values.map { choice + [$0] } }
      }
      guard ways.count * choices.count <= limit else { return nil }
      ways = ways.flatMap { way in choices.map { way + [$0] } }
    }
    return ways
  }
}

/// What an absent and an unreadable cell may turn out to be.
struct OracleDomain: Sendable {
  let absent: [Int]
  let broken: [Int]

  init(_ values: [Int]) {
    absent = values
    broken = values
  }

  init(absent: [Int], broken: [Int]) {
    self.absent = absent
    self.broken = broken
  }
}

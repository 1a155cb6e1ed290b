/// What a rule comes to over whole tables, by its plain definition.
enum OracleOutcome: Sendable, Hashable {
  case met
  case late
  case unmet
  case notApplicable
  /// Nothing was measured.
  case empty
}

/// A rule and its plain definition over tables without unknown cells.
struct OracleRule: Sendable {
  let id: String
  let body: String
  /// The columns of the first and of the second table that it reads.
  let left: [OracleColumn: OracleDomain]
  var right: [OracleColumn: OracleDomain] = [:]
  /// Whether the second table's rows are all of them, not the unit's chosen ones.
  var readsAllRight = false
  /// Whether the engine must decide whenever every way to read the unknown cells agrees.
  ///
  /// It need not for rows without a whole key (any key might be theirs, even where no other side
  /// has any), for a single row that perhaps counts in a sum, and for `average`, `min` and `max`
  /// with a cell that cannot be read, which §13.10 calls unknown.
  var isExact = true
  /// Judges the chosen rows of one unit.
  let judge: @Sendable (_ left: [[Int]], _ right: [[Int]]) -> OracleOutcome
}

extension OracleRule {
  private static let units = OracleDomain([0, 1, 2])
  private static let flags = OracleDomain([0, 1])
  private static let keys = OracleDomain([0, 1, 2])
  /// Numbers are written 1, 2, 3; unknown ones are far away.
  private static let numbers = OracleDomain([-1000, 0, 1, 1000])
  private static let base: [OracleColumn: OracleDomain] = [.unit: units, .chosen: flags]

  private static func reading(_ more: [OracleColumn: OracleDomain]) -> [OracleColumn: OracleDomain]
  {
    base.merging(more) { $1 }
  }

  /// All rules of the oracle.
  static let all = evidence + shares + rows + keyed + sides + measures + [fresh] + periods

  // MARK: Evidence: done on day 0 in time, on day 1 late, on day 2 in the future, -1 never

  private static let evidence: [OracleRule] = [1, 2].map { wanted in
    OracleRule(
      id: "evidence\(wanted)",
      body: "due: {by: 2026-11-10}\n"
        + "evidence: {of: d, where: w, done_at: day, at_least: \(wanted)}",
      left: reading([.day: OracleDomain(absent: [-1], broken: [0, 1, 2, -1])])
    ) { rows, _ in
      let days = rows.map { $0[5] }.filter { $0 == 0 || $0 == 1 }.sorted()
      guard days.count >= wanted else { return .unmet }
      return days[wanted - 1] == 0 ? .met : .late
    }
  }

  // MARK: Periods: only one of each rule is an obligation

  private static let periods: [OracleRule] = [
    OracleRule(
      id: "monthly",
      body: "every: month\ndue: {by: 10, months_after: 1}\n"
        + "effective: {from: 2026-11-10, to: 2026-11-10}\n"
        + "evidence: {of: d, where: w, period: m, done_at: day}",
      left: reading([
        .day: OracleDomain(absent: [-1], broken: [0, 1, 2, -1]), .month: OracleDomain([0, 1, 2]),
      ])
    ) { rows, _ in
      let days = rows.filter { $0[6] == 0 }.map { $0[5] }.filter { $0 == 0 || $0 == 1 }
      return days.min().map { $0 == 0 ? .met : .late } ?? .unmet
    },
    // Day 0 lies in the week that ends on 8 November, the others later.
    OracleRule(
      id: "weekly",
      body: "every: week\ndue: {by: end}\neffective: {from: 2026-11-08, to: 2026-11-08}\n"
        + "evidence: {of: d, where: w, done_at: day}",
      left: reading([.day: OracleDomain(absent: [-1], broken: [0, 1, 2, -1])])
    ) { rows, _ in rows.contains { $0[5] == 0 } ? .met : .unmet },
    OracleRule(
      id: "during",
      body: "every: week\ndue: {by: end}\neffective: {from: 2026-11-08, to: 2026-11-08}\n"
        + "ratio: {of: d, where: w, during: day, that: p, at_least: 50%}",
      left: reading([.good: flags, .day: OracleDomain([0, 1, 2])])
    ) { rows, _ in share(rows.filter { $0[5] == 0 }, atLeast: 50) },
  ]

  // MARK: Shares

  private static func share(_ rows: [[Int]], atLeast percent: Int) -> OracleOutcome {
    guard !rows.isEmpty else { return .empty }
    return rows.count { $0[2] == 1 } * 100 >= percent * rows.count ? .met : .unmet
  }

  private static let shares: [OracleRule] = [
    OracleRule(
      id: "ratio50",
      body: "ratio: {of: d, where: w, that: p, at_least: 50%}",
      left: reading([.good: flags])
    ) { rows, _ in share(rows, atLeast: 50) },
    OracleRule(
      id: "ratio100",
      body: "ratio: {of: d, where: w, that: p, at_least: 100%}",
      left: reading([.good: flags])
    ) { rows, _ in share(rows, atLeast: 100) },
    OracleRule(
      id: "ratio-most",
      body: "ratio: {of: d, where: w, that: p, at_most: 50%}",
      left: reading([.good: flags])
    ) { rows, _ in
      guard !rows.isEmpty else { return .empty }
      return rows.count { $0[2] == 1 } * 2 <= rows.count ? .met : .unmet
    },
    OracleRule(
      id: "ratio-exclude",
      body:
        "ratio: {of: d, where: w, exclude: [{where: n > 2, reason: lớn}], that: p, at_least: 60%}",
      left: reading([.good: flags, .number: OracleDomain([0, 2])])
    ) { rows, _ in share(rows.filter { $0[4] != 2 }, atLeast: 60) },
  ]

  // MARK: Rows

  private static let rows: [OracleRule] = [
    OracleRule(
      id: "records",
      body: "records: {of: d, where: w, require: p}",
      left: reading([.good: flags])
    ) { rows, _ in
      guard !rows.isEmpty else { return .notApplicable }
      return rows.allSatisfy { $0[2] == 1 } ? .met : .unmet
    },
    OracleRule(
      id: "records-two",
      body: "records: {of: d, where: w, require: [p, n >= 2]}",
      left: reading([.good: flags, .number: OracleDomain([0, 1])])
    ) { rows, _ in
      guard !rows.isEmpty else { return .notApplicable }
      return rows.allSatisfy { $0[2] == 1 && $0[4] >= 1 } ? .met : .unmet
    },
    OracleRule(
      id: "unique",
      body: "unique: {of: d, where: w, key: k}",
      left: reading([.key: OracleDomain([0, 1, 2, 3, 4, 5])])
    ) { rows, _ in
      guard !rows.isEmpty else { return .notApplicable }
      return Set(rows.map { $0[3] }).count == rows.count ? .met : .unmet
    },
    OracleRule(
      id: "reference",
      body: "reference: {of: d, where: w, column: k, in: e.k}",
      left: reading([.key: keys]),
      right: [.key: keys],
      readsAllRight: true,
      isExact: false
    ) { rows, others in
      guard !rows.isEmpty else { return .notApplicable }
      return Set(rows.map { $0[3] }).isSubset(of: others.map { $0[3] }) ? .met : .unmet
    },
  ]

  // MARK: Keys of two sides

  private static func cover(_ percent: Int, _ left: [[Int]], _ right: [[Int]]) -> OracleOutcome {
    let wanted = Set(left.map { $0[3] })
    guard !wanted.isEmpty else { return .empty }
    let found = wanted.intersection(right.map { $0[3] })
    return found.count * 100 >= percent * wanted.count ? .met : .unmet
  }

  private static let keyed: [OracleRule] = [
    OracleRule(
      id: "cover",
      body: "cover: {expected: {of: d, where: w, key: k}, actual: {of: e, where: w, key: k}}",
      left: reading([.key: keys]),
      right: reading([.key: keys]),
      isExact: false
    ) { cover(100, $0, $1) },
    OracleRule(
      id: "cover50",
      body: "cover: {expected: {of: d, where: w, key: k}, actual: {of: e, where: w, key: k}, "
        + "at_least: 50%}",
      left: reading([.key: keys]),
      right: reading([.key: keys]),
      isExact: false
    ) { cover(50, $0, $1) },
    OracleRule(
      id: "cover-both",
      body: "cover: {expected: {of: d, where: w, key: k}, actual: {of: e, where: w, key: k}, "
        + "both: true}",
      left: reading([.key: keys]),
      right: reading([.key: keys]),
      isExact: false
    ) { left, right in
      if left.isEmpty, !right.isEmpty { return .unmet }
      let there = cover(100, left, right)
      return there == .met ? cover(100, right, left) : there
    },
  ]

  // MARK: Aggregates of two sides

  /// Compares how many rows each side has for each key; one that a side lacks is a mismatch.
  private static func counts(
    _ id: String,
    _ keys: String = "relation: equal",
    _ agree: @escaping @Sendable (Int, Int) -> Bool
  ) -> OracleRule {
    OracleRule(
      id: id,
      body:
        "compare: {left: {of: d, where: w, count: rows}, right: {of: e, where: w, count: rows}, "
        + "by: k, \(keys)}",
      left: reading([.key: Self.keys]),
      right: reading([.key: Self.keys]),
      isExact: false
    ) { left, right in
      guard !left.isEmpty || !right.isEmpty else { return .empty }
      let counts = [left, right].map { rows in
        Dictionary(grouping: rows) { $0[3] }.mapValues(\.count)
      }
      guard Set(counts[0].keys) == Set(counts[1].keys) else { return .unmet }
      return counts[0].allSatisfy { agree($1, counts[1][$0] ?? 0) } ? .met : .unmet
    }
  }

  private static let sides: [OracleRule] = [
    counts("compare") { $0 == $1 },
    counts("compare-near", "tolerance: 1") { abs($0 - $1) <= 1 },
    counts("compare-least", "relation: at_least") { $0 >= $1 },
    counts("compare-most", "relation: at_most, tolerance: 1") { $0 <= $1 + 1 },
    OracleRule(
      id: "compare-sum",
      body: "compare: {left: {of: d, where: w, sum: n}, right: {of: e, where: w, count: rows}, "
        + "relation: at_most, tolerance: 1}",
      left: reading([.number: numbers]),
      right: base,
      isExact: false
    ) { left, right in
      guard !left.isEmpty || !right.isEmpty else { return .empty }
      guard !left.isEmpty, !right.isEmpty else { return .unmet }
      return left.reduce(0) { $0 + $1[4] + 1 } <= right.count + 1 ? .met : .unmet
    },
  ]

  // MARK: Measures

  private static func measure(
    _ id: String,
    _ aggregate: String,
    _ columns: [OracleColumn: OracleDomain] = [:],
    isExact: Bool = true,
    _ judge: @escaping @Sendable ([[Int]]) -> OracleOutcome
  ) -> OracleRule {
    OracleRule(
      id: id,
      body: "measure: {of: d, where: w, \(aggregate)}",
      left: reading(columns),
      isExact: isExact
    ) { rows, _ in judge(rows) }
  }

  private static let present = OracleDomain(absent: [-1], broken: [0, 1, 2])

  private static let measures: [OracleRule] = [
    measure("count2", "count: rows, at_least: 2") { $0.count >= 2 ? .met : .unmet },
    measure("count-most", "count: rows, at_most: 1") { $0.count <= 1 ? .met : .unmet },
    measure("count-equals", "count: rows, equals: 1") { $0.count == 1 ? .met : .unmet },
    measure("distinct2", "count: k, at_least: 2", [.key: present], isExact: false) { rows in
      Set(rows.map { $0[3] }.filter { $0 >= 0 }).count >= 2 ? .met : .unmet
    },
    measure("distinct-most", "count: k, at_most: 1", [.key: present], isExact: false) { rows in
      Set(rows.map { $0[3] }.filter { $0 >= 0 }).count <= 1 ? .met : .unmet
    },
    measure("sum", "sum: n, at_least: 4", [.number: numbers]) { rows in
      rows.reduce(0) { $0 + $1[4] + 1 } >= 4 ? .met : .unmet
    },
    measure("max", "max: n, at_most: 2", [.number: numbers], isExact: false) { rows in
      rows.map { $0[4] + 1 }.max().map { $0 <= 2 ? .met : .unmet } ?? .empty
    },
    measure("min", "min: n, at_least: 2", [.number: numbers], isExact: false) { rows in
      rows.map { $0[4] + 1 }.min().map { $0 >= 2 ? .met : .unmet } ?? .empty
    },
    measure("average", "average: n, at_least: 2", [.number: numbers], isExact: false) { rows in
      guard !rows.isEmpty else { return .empty }
      return rows.reduce(0) { $0 + $1[4] + 1 } >= 2 * rows.count ? .met : .unmet
    },
  ]

  // MARK: Freshness: day 1 is fresh, day 0 stale, day 2 in the future

  private static let fresh = OracleRule(
    id: "fresh",
    body: "fresh: {of: d, where: w, updated: day, within: 10 days}",
    left: reading([.day: OracleDomain([0, 1, 2])])
  ) { rows, _ in
    let days = rows.map { $0[5] }.filter { $0 < 2 }
    guard let newest = days.max() else { return .empty }
    return newest == 1 ? .met : .unmet
  }
}

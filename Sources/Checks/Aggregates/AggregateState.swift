internal import CivilTime

/// What one group of rows comes to: enough for every aggregate, certain and perhaps apart.
struct AggregateState: Sendable {
  /// Rows certainly in the group, and perhaps in it.
  var certainRows = 0
  var perhapsRows = 0
  /// Of all these, rows whose cell has no value.
  var certainBlank = 0
  var perhapsBlank = 0
  /// Of the blank ones, those that hold something unreadable.
  var erroneous = 0
  /// The sum of certain rows, and of the positive and negative values of perhaps rows.
  var sum = ExactSum()
  var perhapsUp = ExactSum()
  var perhapsDown = ExactSum()
  /// The least and greatest values of certain rows, and of perhaps rows.
  var low: Decimal?
  var high: Decimal?
  var perhapsLow: Decimal?
  var perhapsHigh: Decimal?
  /// Distinct values of certain rows, and those that only perhaps rows hold; counted once all rows
  /// are there.
  var distinct = 0
  var perhapsDistinct = 0

  /// How many rows are in the group, perhaps included.
  var rowCount: Int { certainRows + perhapsRows }
  /// Whether no row is in the group, even perhaps.
  var isEmpty: Bool { rowCount == 0 }
  /// Whether a value is below zero: then more rows need not mean more.
  var hasNegative: Bool {
    [low, perhapsLow].contains { $0.map { $0 < Decimal(mantissa: 0) } ?? false }
  }

  /// Counts a row without regard to a value.
  mutating func addRow(isCertain: Bool) {
    if isCertain { certainRows += 1 } else { perhapsRows += 1 }
  }

  /// Counts a row's missing value.
  mutating func addBlank(isCertain: Bool, isErroneous: Bool) {
    if isCertain { certainBlank += 1 } else { perhapsBlank += 1 }
    if isErroneous { erroneous += 1 }
  }

  /// Adds a row's value.
  mutating func add(_ mantissa: Int128, scale: Int, isCertain: Bool) {
    let value = Decimal(mantissa: mantissa, scale: scale)
    if isCertain {
      sum.add(mantissa, scale: scale)
      low = min(low ?? value, value)
      high = max(high ?? value, value)
    } else {
      if mantissa < 0 {
        perhapsDown.add(mantissa, scale: scale)
      } else {
        perhapsUp.add(mantissa, scale: scale)
      }
      perhapsLow = min(perhapsLow ?? value, value)
      perhapsHigh = max(perhapsHigh ?? value, value)
    }
  }

  /// Joins the rows of another state.
  mutating func merge(_ other: AggregateState) {
    certainRows += other.certainRows
    perhapsRows += other.perhapsRows
    certainBlank += other.certainBlank
    perhapsBlank += other.perhapsBlank
    erroneous += other.erroneous
    sum.add(other.sum)
    perhapsUp.add(other.perhapsUp)
    perhapsDown.add(other.perhapsDown)
    if let value = other.low { low = min(low ?? value, value) }
    if let value = other.high { high = max(high ?? value, value) }
    if let value = other.perhapsLow { perhapsLow = min(perhapsLow ?? value, value) }
    if let value = other.perhapsHigh { perhapsHigh = max(perhapsHigh ?? value, value) }
  }
}

/// Between which numbers a value lies; nil is without bound.
struct Bounds: Sendable, Hashable {
  let low: Fraction?
  let high: Fraction?

  static let unknown = Bounds(low: nil, high: nil)

  /// The value, if it is certain.
  var value: Fraction? {
    guard let low, let high, low.compared(to: high) == 0 else { return nil }
    return low
  }
}

extension AggregateState {
  /// Returns the bounds of an aggregate over the group.
  func bounds(_ function: Aggregate.Function) -> Bounds {
    switch function {
    case .rows: return whole(certainRows, certainRows + perhapsRows)
    case .distinct: return whole(distinct, distinct + perhapsDistinct + erroneous)
    case .sum:
      guard certainBlank + perhapsBlank == 0 else { return .unknown }
      var least = sum
      least.add(perhapsDown)
      var most = sum
      most.add(perhapsUp)
      return Bounds(low: least.fraction, high: most.fraction)
    case .average:
      guard certainBlank + perhapsBlank == 0, certainRows > 0, let total = sum.fraction else {
        return .unknown
      }
      let count = Fraction(numerator: 1, denominator: Int128(certainRows))
      guard let average = total.multiplied(by: count) else { return .unknown }
      // No row pulls an average beyond the row's own value.
      return Bounds(
        low: least([average, perhapsLow.map(Fraction.init)]),
        high: greatest([average, perhapsHigh.map(Fraction.init)])
      )
    case .min:
      guard certainBlank + perhapsBlank == 0 else { return .unknown }
      let least = [low, perhapsLow].compactMap(\.self).min()
      return Bounds(low: least.map(Fraction.init), high: low.map(Fraction.init))
    case .max:
      guard certainBlank + perhapsBlank == 0 else { return .unknown }
      let most = [high, perhapsHigh].compactMap(\.self).max()
      return Bounds(low: high.map(Fraction.init), high: most.map(Fraction.init))
    }
  }

  private func least(_ values: [Fraction?]) -> Fraction? {
    values.compactMap(\.self).min { $0.compared(to: $1) < 0 }
  }

  private func greatest(_ values: [Fraction?]) -> Fraction? {
    values.compactMap(\.self).max { $0.compared(to: $1) < 0 }
  }

  private func whole(_ low: Int, _ high: Int) -> Bounds {
    Bounds(low: Fraction(numerator: Int128(low)), high: Fraction(numerator: Int128(high)))
  }
}

/// What one side of a comparison has for a key.
struct ComparedSide: Sendable {
  /// The rows of the key, if any.
  let group: AggregateTally.Group?
  /// Between which numbers the value lies, if the side has the key.
  let bounds: Bounds
  /// Whether rows without a whole key could belong to it.
  let isOpen: Bool

  /// Makes a side.
  ///
  /// - Parameters:
  ///   - group: The rows of the key, if any.
  ///   - function: What is computed of them.
  ///   - keyless: How many rows of the side have no whole key: any of them could be of this one.
  init(_ group: AggregateTally.Group?, _ function: Aggregate.Function, keyless: Int) {
    self.group = group
    isOpen = keyless > 0
    var state = group?.state ?? AggregateState()
    switch function {
    case .rows:
      state.perhapsRows += keyless
      bounds = state.bounds(function)
    case .distinct:
      state.perhapsDistinct += keyless
      bounds = state.bounds(function)
    case .sum, .average, .min, .max:
      bounds = keyless > 0 ? .unknown : state.bounds(function)
    }
  }

  /// Whether the side certainly has the key.
  var isThere: Bool { group.map { $0.state.certainRows > 0 } ?? false }
  /// Whether it has the key, perhaps.
  var mayBeThere: Bool { group != nil || isOpen }
  /// Whether a row with the key perhaps counts.
  var hasPerhapsRows: Bool { group.map { $0.state.perhapsRows > 0 } ?? false }
}

/// When two values of a comparison agree, as far as they are known.
struct Agreement {
  /// How the left value must stand to the right one.
  enum Relation: String, CaseIterable {
    case equal
    case atMost = "at_most"
    case atLeast = "at_least"
  }

  let relation: Relation
  let tolerance: Tolerance
  /// How far the sides may be apart, by the right one.
  let width: (Fraction) -> Fraction?

  /// Whether no values within the bounds disagree.
  func isCertain(_ left: Bounds, _ right: Bounds) -> Bool {
    let fits = isMonotone(right)
    let reaches = fits && compare(left.low, below(right.high)).map { $0 >= 0 } ?? false
    let keeps = fits && compare(left.high, above(right.low)).map { $0 <= 0 } ?? false
    switch relation {
    case .equal: return reaches && keeps
    case .atMost: return keeps
    case .atLeast: return reaches
    }
  }

  /// Whether some values within the bounds agree.
  func isPossible(_ left: Bounds, _ right: Bounds) -> Bool {
    guard isMonotone(right) else { return true }
    let reaches = compare(left.high, below(right.low)).map { $0 >= 0 } ?? true
    let keeps = compare(left.low, above(right.high)).map { $0 <= 0 } ?? true
    switch relation {
    case .equal: return reaches && keeps
    case .atMost: return keeps
    case .atLeast: return reaches
    }
  }

  /// Whether the limits grow with the right value; those of a share above 100 % need not.
  private func isMonotone(_ right: Bounds) -> Bool {
    guard case .share(let share) = tolerance, right.value == nil else { return true }
    return Fraction(share).compared(to: Fraction(numerator: 1)) <= 0
  }

  private func above(_ right: Fraction?) -> Fraction? {
    right.flatMap { right in width(right).flatMap { right.adding($0) } }
  }

  private func below(_ right: Fraction?) -> Fraction? {
    right.flatMap { right in width(right).flatMap { right.adding($0.negated) } }
  }

  private func compare(_ a: Fraction?, _ b: Fraction?) -> Int? {
    guard let a, let b else { return nil }
    return a.compared(to: b)
  }
}

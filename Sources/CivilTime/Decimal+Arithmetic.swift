extension Decimal {
  /// Returns the sum with another number, exactly; nil if the digits do not fit.
  public func adding(_ other: Decimal) -> Decimal? {
    combined(with: other) { $0.addingReportingOverflow($1) }
  }

  /// Returns this number less another, exactly; nil if the digits do not fit.
  public func subtracting(_ other: Decimal) -> Decimal? {
    combined(with: other) { $0.subtractingReportingOverflow($1) }
  }

  /// Returns this number times a whole number, exactly; nil if the digits do not fit.
  public func times(_ count: Int) -> Decimal? {
    let (product, isOverflow) = mantissa.multipliedReportingOverflow(by: Int128(count))
    return isOverflow ? nil : Decimal(mantissa: product, scale: scale)
  }

  /// Combines two numbers brought to the same number of digits behind the point.
  private func combined(
    with other: Decimal,
    _ operation: (Int128, Int128) -> (partialValue: Int128, overflow: Bool)
  ) -> Decimal? {
    let scale = max(self.scale, other.scale)
    let a = mantissa.multipliedReportingOverflow(by: Decimal.power(scale - self.scale))
    let b = other.mantissa.multipliedReportingOverflow(by: Decimal.power(scale - other.scale))
    guard !a.overflow, !b.overflow else { return nil }
    let result = operation(a.partialValue, b.partialValue)
    return result.overflow ? nil : Decimal(mantissa: result.partialValue, scale: scale)
  }
}

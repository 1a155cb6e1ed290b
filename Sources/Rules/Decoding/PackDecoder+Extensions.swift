internal import CivilTime
internal import Diagnostics
internal import YAMLTree

/// Extensions of deadlines: each must move at least one.
extension PackDecoder {
  /// Reports an extension that moves none of the deadlines that the waiver covers, because it ends
  /// on or before the first of them.
  func checkExtension(_ waiver: Waiver, of rule: Rule, _ reader: inout MappingReader) {
    guard case .extend(let until) = waiver.effect, let node = reader.value("until"),
      let first = firstDeadline(under: waiver, of: rule), until <= first
    else { return }
    reader.report(
      node,
      PackMessages.extendsNothing(until, first, rule.id.text),
      help: PackMessages.extendBeyond(first)
    )
  }

  /// Returns the earliest original deadline that a waiver covers; nil if it covers none, or if none
  /// is known yet.
  ///
  /// Where the periods named, or the only date, all lie outside `valid`, the earliest of them is
  /// taken: an extension that ends before them all is a slip all the same.
  private func firstDeadline(under waiver: Waiver, of rule: Rule) -> CivilDate? {
    guard let due = rule.due else { return nil }
    if let every = rule.every, waiver.periods == nil {
      return firstDeadline(within: waiver.valid, of: rule, every, due)
    }
    let periods = rule.every == nil ? [nil] : (waiver.periods ?? []).map { Period?($0) }
    let deadlines = periods.compactMap { due.nominal(in: $0) }
      .filter(rule.effective.contains)
      .map { original($0, of: rule) }
    return deadlines.filter(waiver.valid.contains).min() ?? deadlines.min()
  }

  /// Returns the first deadline of a recurring rule that lies within some days.
  private func firstDeadline(
    within valid: EffectiveDates,
    of rule: Rule,
    _ every: PeriodKind,
    _ due: Due
  ) -> CivilDate? {
    // A deadline rolls by no more than the longest stretch of days off.
    let last = min((valid.to ?? .max).adding(days: 31), rule.effective.to ?? .max)
    let start = max(valid.from ?? .min, rule.effective.from ?? .min)
    var period = Period(
      kind: every,
      containing: start.adding(months: -due.monthsAfter).adding(days: -31)
    )
    while let nominal = due.nominal(in: period), nominal <= last {
      let deadline = original(nominal, of: rule)
      if rule.effective.contains(nominal), valid.contains(deadline) { return deadline }
      let next = period.next
      guard next.first > period.first else { return nil }
      period = next
    }
    return nil
  }

  /// Rolls a deadline; one of a year that the calendar lacks, which is reported elsewhere, stays.
  private func original(_ nominal: CivilDate, of rule: Rule) -> CivilDate {
    do {
      return try calendar.roll(nominal, rule.rolling.roll(on: nominal))
    } catch {
      return nominal
    }
  }
}

internal import Checks
internal import CivilTime
internal import Findings
internal import Rules

/// One obligation to judge: who owes it, for which period, by when, with which waiver.
struct PlannedObligation: Sendable {
  let unit: Int
  let unitSlot: Int
  let periodSlot: Int
  let period: Period?
  let deadline: Deadline?
  /// Whether another body has still to set the date.
  let isDateUnknown: Bool
  let waiver: Waiver?
}

/// One rule with its bound check and its obligations.
struct RulePlan: Sendable {
  let rule: Rule
  let check: any Check
  let layout: Layout
  let obligations: [PlannedObligation]
}

/// Works out who owes what by when: units of the register × periods, never rows of the data.
struct ObligationPlanner {
  let rules: RuleSet
  let asOf: CivilDate
  let selection: Selection
  let usesWaivers: Bool

  /// Returns the plan of one rule; nil if nobody owes it anything at the as-of date.
  func plan(_ rule: Rule, _ check: any Check) -> RulePlan? {
    let periods = periods(of: rule, spansPeriods: check.spansPeriods)
    guard rule.every == nil ? isOwed(rule) : !periods.isEmpty else { return nil }
    let units = candidates(rule.bearer)
    var obligations: [PlannedObligation] = []
    var dueDates: [CivilDate?] = []
    for (unitSlot, unit) in units.enumerated() {
      for (periodSlot, period) in slots(of: periods) {
        let obligation = obligation(rule, unit, unitSlot, periodSlot, period)
        dueDates.append(obligation.deadline?.effective)
        let day = obligation.deadline?.rolled ?? asOf
        guard rules.units[unit].active.contains(day),
          selection.units?.contains(unit) ?? true
        else { continue }
        obligations.append(obligation)
      }
    }
    guard !obligations.isEmpty else { return nil }
    let layout = Layout(
      units: units,
      registerCount: rules.units.count,
      periods: periods,
      dueDates: dueDates
    )
    return RulePlan(rule: rule, check: check, layout: layout, obligations: obligations)
  }

  private func slots(of periods: [Period]) -> [(Int, Period?)] {
    periods.isEmpty ? [(0, nil)] : periods.enumerated().map { ($0.offset, $0.element) }
  }

  private func candidates(_ bearer: Rule.Bearer) -> [Int] {
    switch bearer {
    case .unit(let unit): [unit]
    case .each(let units): units
    case .everyone: Array(rules.units.indices)
    }
  }

  /// Whether a rule without periods is owed at the as-of date: a standing duty while it is in
  /// force, one with a deadline from its first effective day on.
  private func isOwed(_ rule: Rule) -> Bool {
    rule.due == nil
      ? rule.effective.contains(asOf) : rule.effective.from.map { $0 <= asOf } ?? true
  }

  /// Returns the periods that are obligations: begun by the as-of date, with their nominal last day
  /// within the rule's effective dates.
  ///
  /// A check without a date column of its own judges the current period only, and so does a rule
  /// whose dates are not known.
  private func periods(of rule: Rule, spansPeriods: Bool) -> [Period] {
    guard let kind = rule.every else { return [] }
    let current = Period(kind: kind, containing: asOf)
    guard let due = rule.due, due != .unknown else {
      return rule.effective.contains(asOf) ? [current] : []
    }
    func isObligation(_ period: Period) -> Bool {
      guard period.first <= asOf, let nominal = due.nominal(in: period) else { return false }
      return rule.effective.contains(nominal)
    }
    guard spansPeriods else { return isObligation(current) ? [current] : [] }
    guard let from = rule.effective.from else { return [] }
    return due.periods(of: kind, from: from, through: asOf).filter(isObligation)
  }

  /// Returns the obligations of a rule whose effective deadline lies between two days, whenever
  /// their periods begin: what a schedule holds.
  func due(_ rule: Rule, from: CivilDate, through last: CivilDate) -> [PlannedObligation] {
    guard let due = rule.due, due != .unknown else { return [] }
    // A deadline rolls, or a waiver moves it, by less than a year: begin early enough.
    let early = from.adding(months: -12)
    let periods = rule.every.map { kind in
      due.periods(of: kind, from: early, through: last).filter { period in
        due.nominal(in: period).map(rule.effective.contains) ?? false
      }
    }
    let units = candidates(rule.bearer)
    return slots(of: periods ?? []).flatMap { periodSlot, period -> [PlannedObligation] in
      guard rule.every == nil || period != nil else { return [] }
      return units.enumerated().compactMap { unitSlot, unit in
        let planned = obligation(rule, unit, unitSlot, periodSlot, period)
        guard let deadline = planned.deadline, from <= deadline.effective,
          deadline.effective <= last, rules.units[unit].active.contains(deadline.rolled),
          selection.units?.contains(unit) ?? true
        else { return nil }
        return planned
      }
    }
  }

  private func obligation(
    _ rule: Rule,
    _ unit: Int,
    _ unitSlot: Int,
    _ periodSlot: Int,
    _ period: Period?
  ) -> PlannedObligation {
    let nominal = rule.due.flatMap { $0.nominal(in: period) }
    let rolled = nominal.map { roll($0, rule.rolling.roll(on: $0)) }
    let waiver = usesWaivers ? waiver(rule, unit, period, original: rolled) : nil
    var effective = rolled
    if case .extend(let until)? = waiver?.effect { effective = until }
    let deadline = nominal.flatMap { nominal in
      rolled.flatMap { rolled in
        effective.map {
          Deadline(
            nominal: nominal,
            rolled: rolled,
            effective: $0,
            holiday: rules.calendar.holidayName(nominal)
          )
        }
      }
    }
    return PlannedObligation(
      unit: unit,
      unitSlot: unitSlot,
      periodSlot: periodSlot,
      period: period,
      deadline: deadline,
      isDateUnknown: rule.due == .unknown,
      waiver: waiver
    )
  }

  /// Rolls a day; one of a year that the calendar does not hold stays, which only a deadline after
  /// the as-of date can do: `RuleSet.checkCalendar` refuses the others.
  private func roll(_ day: CivilDate, _ roll: Roll) -> CivilDate {
    do {
      return try rules.calendar.roll(day, roll)
    } catch {
      return day
    }
  }

  /// Returns the waiver that works for an obligation.
  ///
  /// An extension works only where it ends after the original deadline: a deadline never moves back.
  private func waiver(
    _ rule: Rule,
    _ unit: Int,
    _ period: Period?,
    original: CivilDate?
  ) -> Waiver? {
    rules.waivers.first { waiver in
      guard waiver.rule == rule.id, waiver.units.contains(unit),
        waiver.valid.contains(original ?? asOf),
        waiver.periods.map({ periods in period.map(periods.contains) ?? false }) ?? true
      else { return false }
      guard case .extend(let until) = waiver.effect else { return true }
      return original.map { $0 < until } ?? false
    }
  }
}

extension Due {
  /// Returns the periods, in order, whose last good day may lie on or after a day and that begin by
  /// another.
  fileprivate func periods(
    of kind: PeriodKind,
    from: CivilDate,
    through last: CivilDate
  ) -> [Period] {
    var period = Period(kind: kind, containing: from.adding(months: -monthsAfter).adding(days: -1))
    var periods: [Period] = []
    while period.first <= last {
      periods.append(period)
      let next = period.next
      guard next != period else { break }
      period = next
    }
    return periods
  }
}

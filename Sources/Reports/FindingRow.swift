internal import CivilTime
internal import Diagnostics
public import Findings
internal import Rules
internal import Scores

/// One obligation as a row of a table.
public struct FindingRow {
  let view: FindingView
  /// The obligation.
  public let obligation: Obligation

  var id: ObligationID { obligation.id }

  private var rule: Rule? { view.rules[id.rule] }

  /// Returns the value of one field.
  public func value(_ field: FindingField) -> FieldValue {
    switch field {
    case .unit: .text(id.unit.text)
    case .unitName: .text(view.name(of: id.unit))
    case .rule: .text(id.rule.text)
    case .title: .text(view.title(of: id.rule))
    case .clauses: .text(view.clauses(of: id.rule).joined(separator: "; "))
    case .period: .text(id.period.map { view.text(DateText.period($0)) })
    case .periodID: .text(id.period?.description)
    case .severity: .text(view.text(view.severity(of: id.rule).label))
    case .severityID: .text(view.severity(of: id.rule).rawValue)
    case .verdict: .text(view.text(obligation.verdict.label))
    case .verdictID: .text(obligation.verdict.rawValue)
    case .reasonID: .text(obligation.reason?.rawValue)
    case .nominalDue: .date(obligation.deadline?.nominal)
    case .due: .date(obligation.deadline?.effective)
    case .done: .date(obligation.done)
    case .daysLate: .count(obligation.daysLate)
    case .value, .numerator, .denominator, .unknown, .perhaps, .excluded, .target: figure(field)
    case .message: .text(view.text(view.run.fullMessage(of: obligation)))
    case .cause: .text(cause.map(view.text))
    case .needed: .text(remedy.map(view.text))
    case .guidance: .text(obligation.guidance(of: rule))
    case .supporting: .text(joined(view.supporting(of: id).map(\.name)))
    case .waiver: .text(obligation.waiver)
    case .waiverText: .text(view.run.waiverPhrase(of: obligation).map(view.text))
    case .points, .pointsAtRisk, .sameFactAs: charge(field)
    case .change: .text(view.change(of: id).map { view.text($0.kind.label) })
    case .changeID: .text(view.change(of: id)?.kind.rawValue)
    case .since: .date(series?.since)
    case .firstSeen: .date(sighting?.firstSeen)
    case .lastSeen: .date(sighting?.lastSeen)
    case .months: .count(series?.periods)
    case .evidence: .text(joined(places))
    case .evidenceTotal: .count(obligation.evidenceTotal)
    case .fingerprint: .text(id.fingerprint)
    }
  }

  private func joined(_ parts: [String]) -> String? {
    parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// Where the evidence is and what it holds, a text a cell.
  public var places: [String] { obligation.evidence.map(place) }

  /// Where a cell is and what it holds: `can-bo.csv:17 het_han="" (CB-017)`.
  private func place(_ evidence: Evidence) -> String {
    let shown = view.mask.shown(evidence)
    var text = CellPlace(evidence).text
    let note = shown.note.map { " – \(view.text($0))" } ?? ""
    if let column = evidence.column { text += " \(column)=\"\(shown.value)\"" }
    if let key = shown.key, !key.isEmpty { text += " (\(key))" }
    return text + note
  }

  // MARK: Figures

  private func figure(_ field: FindingField) -> FieldValue {
    guard let measured = obligation.measured else { return .none }
    switch field {
    case .value: return measured.typedValue
    case .numerator: return .count(measured.numerator)
    case .denominator: return .count(measured.denominator)
    case .unknown: return .count(measured.unknownCount)
    case .perhaps: return .count(measured.perhapsCount)
    case .excluded: return .count(measured.excludedCount)
    default: return measured.typedTarget(view.language)
    }
  }

  // MARK: Why it is open, what it costs, since when

  private var cause: Phrase? {
    guard obligation.verdict.isUndecided else { return nil }
    let until = obligation.neededUntil(asOf: view.run.asOf)
    return view.run.explanation(of: obligation.openCause, neededUntil: until)
  }

  private var remedy: Phrase? {
    guard obligation.verdict.isUndecided else { return nil }
    let until = obligation.neededUntil(asOf: view.run.asOf)
    return view.run.remedy(for: obligation.openCause, neededUntil: until)
  }

  private func charge(_ field: FindingField) -> FieldValue {
    let charge = view.charge(for: id)
    let risk = view.risk(for: id)
    switch field {
    case .points: return .number(charge?.counted)
    case .pointsAtRisk: return .number(risk?.counted)
    default: return .text((charge ?? risk)?.sameFactAs?.fingerprint)
    }
  }

  private var sighting: Chronicle.Sighting? { view.sighting(of: id) }

  /// The series that goes on: what is no violation now is in none.
  private var series: Chronicle.Sighting? { obligation.verdict.isViolation ? sighting : nil }
}

extension Measured {
  /// The rows or keys for which the requirement holds; nil where rows are not counted.
  var numerator: Int? { countsRows ? trueCount : nil }

  /// The rows or keys that certainly count.
  var denominator: Int? {
    guard countsRows, kind != .evidence else { return nil }
    return [falseCount, unknownCount].reduce(trueCount) { sum, count in
      let (next, isOverflow) = sum.addingReportingOverflow(count)
      return isOverflow ? Int.max : next
    }
  }

  private var countsRows: Bool {
    switch kind {
    case .measure, .fresh: false
    case .ratio, .cover, .evidence, .records, .unique, .reference, .compare: true
    }
  }

  /// The value with its type: a share, a number or a day.
  fileprivate var typedValue: FieldValue {
    switch kind {
    case .ratio, .cover:
      guard let denominator, denominator > 0 else { return .none }
      let target = targetNumber ?? target.flatMap(Decimal.init)
      return .share(NumberText.faithfulShare(trueCount, of: denominator, against: target))
    case .evidence, .records, .unique, .reference, .compare, .measure, .fresh:
      guard let value = decimalValue else { return .none }
      if let date = CivilDate(iso: value) { return .date(date) }
      guard let number = Decimal(value) else { return .text(value) }
      return target?.hasSuffix("%") == true ? .share(number) : .number(number)
    }
  }

  fileprivate func typedTarget(_ language: Language) -> FieldValue {
    guard let target else { return .none }
    guard let number = Decimal(target) else {
      return .text(NumberText.target(target).text(language))
    }
    return target.hasSuffix("%") ? .share(number) : .number(number)
  }
}

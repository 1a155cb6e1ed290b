internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules
internal import Scores

extension SARIFRendering {
  /// One obligation that counts against a unit, stays open or is waived.
  func result(_ obligation: Obligation) -> JSONValue {
    let row = view.row(obligation)
    var fields = head(of: obligation.id)
    let isOpen = obligation.verdict.isUndecided
    let level = isOpen ? "none" : Self.level(of: view.severity(of: obligation.id.rule))
    fields.append(("kind", .string(isOpen ? "open" : "fail")))
    fields.append(("level", .string(level)))
    fields.append(("message", message(row)))
    fields.append(("locations", .array(locations(obligation))))
    fields += identity(of: obligation.id)
    if obligation.verdict == .waived { fields.append(("suppressions", suppressions(row))) }
    if let state = baselineState(of: obligation) {
      fields.append(("baselineState", .string(state)))
    }
    fields.append(("properties", properties(row)))
    return .object(fields)
  }

  /// Violations of the baseline that are none any more: met, excused or gone.
  ///
  /// They say what was, so they are no failures of this run.
  var absentResults: [JSONValue] {
    (view.chronicle?.changes ?? []).compactMap { change in
      let isGone: Bool =
        switch change.after {
        case .met, .pending, .notApplicable, nil: true
        case .error, .waived, .metLate, .noData, .overdue, .failed: false
        }
      guard isGone else { return nil }
      let title = view.title(of: change.obligation)
      let unit = view.name(of: change.obligation.unit)
      let text = "\(unit): \(title): \(view.text(change.kind.label))"
      return .object(
        head(of: change.obligation)
          + [
            ("kind", .string("informational")), ("level", .string("none")),
            ("message", SARIFLog.message(text)),
            ("locations", .array([location([], of: change.obligation.unit)])),
          ] + identity(of: change.obligation)
          + [
            ("baselineState", .string("absent")),
            ("properties", .object([("change", .string(change.kind.rawValue))])),
          ]
      )
    }
  }

  private func head(of id: ObligationID) -> [(String, JSONValue)] {
    [("ruleId", .string(id.rule.text)), ("ruleIndex", .int(ruleIndices[id.rule] ?? 0))]
  }

  private func identity(of id: ObligationID) -> [(String, JSONValue)] {
    let taxa = (view.rules[id.rule]?.clauses ?? []).compactMap(taxon)
    return [
      ("partialFingerprints", .object([("obligation/v1", .string(id.fingerprint))])),
      ("taxa", .array(taxa)),
    ]
  }

  private func message(_ row: FindingRow) -> JSONValue {
    let obligation = row.obligation
    let start = "\(view.name(of: row.id.unit)): \(view.title(of: row.id))"
    var parts = ["\(start): \(view.text(obligation.verdict.label))"]
    if obligation.verdict.isUndecided {
      parts += [row.value(.cause).plain, row.value(.needed).plain]
    } else {
      if let deadline = obligation.deadlineText { parts.append(view.text(deadline)) }
      parts.append(row.value(.message).plain)
    }
    return SARIFLog.message(parts.filter { !$0.isEmpty }.joined(separator: "; "))
  }

  // MARK: Places

  private func locations(_ obligation: Obligation) -> [JSONValue] {
    guard !obligation.evidence.isEmpty else { return [location([], of: obligation.id.unit)] }
    return obligation.evidence.map { evidence in
      let shown = view.mask.shown(evidence)
      let artifact = SARIFLog.artifact(
        evidence.file,
        base: Self.base,
        index: artifactIndices[evidence.file]
      )
      // A row of a worksheet is no line of a text file; the message names its cell.
      let line = evidence.sheet == nil ? evidence.row : nil
      let region = line.map { SARIFLog.region(line: max(1, $0)) }
      var text = CellPlace(evidence).text
      if let column = evidence.column { text += " \(column) = \"\(shown.value)\"" }
      if let key = shown.key, !key.isEmpty { text += " (\(key))" }
      if let note = shown.note { text += " – \(view.text(note))" }
      return location(
        [
          ("physicalLocation", SARIFLog.place(artifact, region: region)),
          ("message", SARIFLog.message(text)),
        ],
        of: obligation.id.unit
      )
    }
  }

  private func location(_ fields: [(String, JSONValue)], of unit: UnitID) -> JSONValue {
    var logical: [(String, JSONValue)] = [("fullyQualifiedName", .string(unit.text))]
    if let index = unitIndices[unit] { logical.append(("index", .int(index))) }
    return .object(fields + [("logicalLocations", .array([.object(logical)]))])
  }

  // MARK: Waivers and earlier runs

  private func suppressions(_ row: FindingRow) -> JSONValue {
    .array([
      .object([
        ("kind", .string("external")), ("status", .string("accepted")),
        ("justification", .string(row.value(.waiverText).plain)),
      ])
    ])
  }

  /// What the baseline says of a result, §3.27.24; nil where it says nothing.
  private func baselineState(of obligation: Obligation) -> String? {
    guard view.chronicle?.baseline != nil, let change = view.change(of: obligation.id) else {
      return nil
    }
    switch change.kind {
    case .new: return "new"
    case .continuing: return change.before == change.after ? "unchanged" : "updated"
    case .undecided, .excused: return "updated"
    case .changedByRule: return change.before?.isViolation == true ? "updated" : "new"
    case .resolved, .gone: return nil
    }
  }

  private func properties(_ row: FindingRow) -> JSONValue {
    let fields: [(String, FindingField)] = [
      ("verdict", .verdictID), ("reason", .reasonID), ("severity", .severityID),
      ("unit", .unit), ("period", .periodID), ("nominalDue", .nominalDue), ("due", .due),
      ("done", .done), ("daysLate", .daysLate), ("numerator", .numerator),
      ("denominator", .denominator), ("unknown", .unknown), ("excluded", .excluded),
      ("value", .value), ("target", .target), ("points", .points),
      ("pointsAtRisk", .pointsAtRisk), ("change", .changeID), ("since", .since),
      ("firstSeen", .firstSeen), ("evidenceTotal", .evidenceTotal),
    ]
    return .object(
      fields.compactMap { name, field in
        switch row.value(field) {
        case .none: nil
        case .count(let count): (name, .int(count))
        case .text, .number, .share, .date: (name, .string(row.value(field).plain))
        }
      }
    )
  }

  // MARK: The run itself

  /// What the program said of the run: its exit code, mistakes in the data, and remarks.
  var invocation: JSONValue {
    let run = view.run
    let errors = run.dataErrors.map(notification)
    let warnings = run.warnings.map { warning in
      JSONValue.object([
        ("level", .string("note")), ("message", SARIFLog.message(view.text(warning))),
      ])
    }
    return .object([
      ("executionSuccessful", .bool(true)),
      ("exitCode", .int(Int(run.exitCode))),
      ("exitCodeDescription", .string(view.text(run.exitMeaning))),
      ("toolExecutionNotifications", .array(errors + warnings)),
    ])
  }

  private func notification(_ error: DataError) -> JSONValue {
    let shown = view.mask.shown(error)
    let text = "\(CellPlace(error).text): \(shown.note.map(view.text) ?? "") [\(error.code)]"
    var fields: [(String, JSONValue)] = [
      ("level", .string("error")), ("message", SARIFLog.message(text)),
    ]
    if !error.file.isEmpty {
      let line = error.sheet == nil ? error.row : nil
      let artifact = SARIFLog.artifact(
        error.file,
        base: Self.base,
        index: artifactIndices[error.file]
      )
      let region = line.map { SARIFLog.region(line: max(1, $0)) }
      let place = SARIFLog.place(artifact, region: region)
      fields.append(("locations", .array([.object([("physicalLocation", place)])])))
    }
    return .object(fields)
  }
}

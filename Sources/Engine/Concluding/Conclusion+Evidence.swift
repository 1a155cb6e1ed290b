internal import Checks
internal import Diagnostics
internal import Findings
internal import Rules
internal import TableReaders
internal import Tables

extension Conclusion {
  /// Finds the cells again that a check proves its conclusion by.
  ///
  /// - Parameters:
  ///   - assessment: What the check found.
  ///   - owner: Its rule.
  /// - Returns: One cell a row, as many rows as are to be listed; of an undecided obligation the
  ///   cells that leave it so.
  func evidence(_ assessment: Assessment, _ owner: RulePlan) -> [Evidence] {
    let sides = owner.check.sides
    let isOpen = assessment.favourable != assessment.unfavourable
    // What a row of a share lacks is more telling than what it has.
    let emptyFirst = owner.check.kind == .ratio && !isOpen
    var proofs = Array(assessment.proofs.prefix(evidenceLimit))
    if isOpen { open(&proofs, sides) }
    var shown: [Int: [RowReference]] = [:]
    for proof in proofs {
      shown[proof.side, default: []].append(proof.row)
      if let against = proof.against { shown[against.side, default: []].append(against.row) }
    }
    var places: [Int: RowPlaces] = [:]
    for (side, rows) in shown {
      guard let reader = readers[sides[side].dataset] else { continue }
      places[side] = RowPlaces(reader: reader, lines: reader.lines(of: rows))
    }
    return proofs.compactMap { proof in
      guard let own = places[proof.side] else { return nil }
      let others = proof.against.flatMap { against in
        places[against.side]?.text(against.row).map { Phrase(verbatim: "→ \($0)") }
      }
      return evidence(proof, sides[proof.side].dataset, own, others, emptyFirst: emptyFirst)
    }
  }

  /// Names the columns that a check reads and files do not have: no row can be shown for them.
  func missingColumns(_ check: any Check) -> [Evidence] {
    lackingColumns(check).sorted { $0.key < $1.key }.flatMap { index, columns in
      let dataset = plan.rules.datasets[index]
      return (scanned[index]?.files ?? []).flatMap { file in
        file.absentColumns.filter(columns.contains).map { column in
          Evidence(
            dataset: dataset.id,
            file: file.name,
            row: nil,
            column: dataset.columns[column].id,
            value: "",
            note: EngineMessages.columnMissing
          )
        }
      }
    }
  }

  /// Puts the cells first that leave rows undecided.
  private func open(_ proofs: inout [Assessment.Proof], _ sides: [CheckSide]) {
    for (side, indices) in Dictionary(grouping: proofs.indices, by: { proofs[$0].side }) {
      guard let reader = readers[sides[side].dataset] else { continue }
      let rows = OpenRows(
        indices.map { proofs[$0].row },
        sides[side],
        reader,
        plan.rules.calendar,
        asOf: asOf
      )
      for index in indices { proofs[index] = proofs[index].open(rows[proofs[index].row]) }
    }
  }

  private func evidence(
    _ proof: Assessment.Proof,
    _ index: Int,
    _ places: RowPlaces,
    _ heldAgainst: Phrase?,
    emptyFirst: Bool
  ) -> Evidence {
    let dataset = plan.rules.datasets[index]
    let owners = dataset.ownerColumns
    let wanted = proof.columns + dataset.key + (owners ?? [])
    let read = places.reader.cells(of: proof.row, columns: wanted).map { $0 ?? "" }
    var cells = Array(zip(proof.columns, read))
    if emptyFirst { cells = cells.filter(\.1.isEmpty) + cells.filter { !$0.1.isEmpty } }
    let key = read.dropFirst(proof.columns.count).prefix(dataset.key.count)
    let others = cells.dropFirst().compactMap { column, text -> Phrase? in
      let declared = dataset.columns[column]
      guard !dataset.key.contains(column), !declared.isPersonal else { return nil }
      return Phrase(verbatim: "\(declared.id) = \"\(text)\"")
    }
    return Evidence(
      dataset: dataset.id,
      file: places.reader.fileName(proof.row),
      row: places.lines[proof.row],
      key: dataset.key.isEmpty ? nil : key.joined(separator: " · "),
      column: cells.first.map { dataset.columns[$0.0].id },
      value: cells.first?.1 ?? "",
      note: Self.note(proof.note, [heldAgainst].compactMap(\.self) + others),
      isPersonal: (proof.columns + dataset.key).contains { dataset.columns[$0].isPersonal },
      unitNames: owners.map { Array(read.suffix($0.count)) }
    )
  }

  private static func note(_ note: Phrase?, _ others: [Phrase]) -> Phrase? {
    guard !others.isEmpty else { return note }
    let cells = Phrase(
      vi: others.map(\.vi).joined(separator: ", "),
      en: others.map(\.en).joined(separator: ", ")
    )
    return note.map { $0 + "; " + cells } ?? cells
  }
}

/// Where some rows of a dataset stand.
private struct RowPlaces {
  let reader: RowReader
  let lines: [RowReference: Int]

  /// Returns a row's file and line, such as `can-bo.csv:17`.
  func text(_ row: RowReference) -> String? { lines[row].map { "\(reader.fileName(row)):\($0)" } }
}

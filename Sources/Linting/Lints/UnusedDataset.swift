internal import Checks
internal import Diagnostics
internal import Rules

/// A dataset that no rule reads, neither its rows nor what others refer to.
struct UnusedDataset: Lint {
  let id = DiagnosticID.unusedDataset

  func look(at pack: LintedPack, into sink: inout DiagnosticSink) {
    let reading = ColumnReading(pack)
    for (index, dataset) in pack.rules.datasets.enumerated() where !reading.reads(index) {
      sink.warning(
        id,
        Phrase(
          vi: "không quy tắc nào đọc bảng '\(dataset.id)'",
          en: "no rule reads dataset '\(dataset.id)'"
        ),
        at: pack.places.place("datasets", dataset.id.text),
        notes: [
          Phrase(
            vi: "đơn vị phải nộp '\(dataset.file)' mà không ai xét",
            en: "units are asked for '\(dataset.file)', and nobody looks at it"
          )
        ],
        help: Phrase(
          vi: "viết quy tắc dùng bảng này, hoặc bỏ khai báo",
          en: "write a rule that uses it, or drop the declaration"
        )
      )
    }
  }
}

/// Which columns of which datasets the rules read, keys, units and references included.
struct ColumnReading {
  private var columns: [Int: Set<Int>] = [:]

  /// Looks through all checks of a pack.
  init(_ pack: LintedPack) {
    for check in pack.checks.values {
      for side in check.sides {
        columns[side.dataset, default: []].formUnion(side.columns)
        for field in side.joined { columns[field.lookup.dataset, default: []].insert(field.field) }
      }
      for lookup in check.lookups {
        columns[lookup.dataset, default: []].formUnion(lookup.key)
      }
    }
    for (index, dataset) in pack.rules.datasets.enumerated() where columns[index] != nil {
      columns[index]?.formUnion(dataset.key)
      if let unit = dataset.unitColumn { columns[index]?.insert(unit) }
    }
  }

  /// Returns whether a dataset is read at all.
  func reads(_ dataset: Int) -> Bool { columns[dataset] != nil }

  /// Returns whether a column is read.
  func reads(_ column: Int, of dataset: Int) -> Bool {
    columns[dataset]?.contains(column) ?? false
  }
}

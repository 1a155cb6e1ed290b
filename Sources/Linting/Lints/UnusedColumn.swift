internal import Diagnostics
internal import Rules

/// A column that no rule, key, unit or reference reads, of a dataset that is read.
struct UnusedColumn: Lint {
  let id = DiagnosticID.unusedColumn

  func look(at pack: LintedPack, into sink: inout DiagnosticSink) {
    let reading = ColumnReading(pack)
    for (index, dataset) in pack.rules.datasets.enumerated() where reading.reads(index) {
      for (column, declared) in dataset.columns.enumerated()
      where !reading.reads(column, of: index) && !declared.kind.isReference {
        sink.warning(
          id,
          Phrase(
            vi: "không quy tắc nào đọc cột '\(declared.id)' của bảng '\(dataset.id)'",
            en: "no rule reads column '\(declared.id)' of dataset '\(dataset.id)'"
          ),
          at: pack.places.column(declared.id, of: dataset.id),
          notes: [declared.isRequired ? Self.required : Self.unseen],
          help: Phrase(
            vi: "bỏ khai báo (cột không khai thì tệp vẫn được có), hoặc viết quy tắc dùng cột",
            en:
              "drop the declaration (files may still have the column), or write a rule that uses it"
          )
        )
      }
    }
  }

  private static let unseen = Phrase(
    vi: "ô sai trong cột này không ai nhìn tới, và không thành lỗi số liệu",
    en: "nobody looks at its cells, and a wrong one is no data error"
  )

  private static let required = Phrase(
    vi: "cột ghi 'required': tệp thiếu cột này bị coi là hỏng, dù không ai đọc nó",
    en: "it is 'required': a file without it counts as broken, though nobody reads it"
  )
}

extension DatasetColumn.Kind {
  /// Whether cells are the key of another dataset's row; the engine looks them up unasked.
  fileprivate var isReference: Bool {
    if case .reference = self { true } else { false }
  }
}

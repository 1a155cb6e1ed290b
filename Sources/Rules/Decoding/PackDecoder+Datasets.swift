internal import CivilTime
internal import Diagnostics
internal import VietnameseText
internal import YAMLTree

extension PackDecoder {
  private static let columnTypes = ColumnTypeWord.allCases.map(\.rawValue)

  /// Names that expressions give a meaning of their own.
  private static let reservedColumns: Set<String> = [
    "as_of", "period_start", "period_end", "due", "unit", "true", "false", "null", "in",
  ]

  /// Decodes datasets; what a reference leads to is looked up once all are known.
  mutating func decodeDatasets() {
    var references: [(dataset: Int, column: Int, node: Node)] = []
    for node in sections.list("datasets") {
      var reader = MappingReader(node, what: Words.dataset)
      let id = reader.identifier("id", .dataset)
      var targets: [(column: Int, node: Node)] = []
      let columns = decodeColumns(&reader, &targets)
      let dataset = Dataset(
        id: DatasetID(id ?? ""),
        title: reader.text("title") ?? id ?? "",
        file: glob(&reader) ?? "",
        sheet: reader.text("sheet"),
        table: reader.text("table"),
        usesEnglishNumbers: reader.word("number", among: ["vi", "en"]) == "en",
        columns: columns,
        key: reader.columns("key", among: columns) ?? [],
        unitColumn: unitColumn(columns, &reader),
        coversUntil: reader.date("covers_until"),
        missing: reader.texts("missing", allowsSingle: true),
        mayBeEmpty: reader.boolean("may_be_empty") ?? false,
        range: node.range
      )
      reader.finish(into: &sink)
      guard let id, datasetNames.declare(id, at: reader.valueRange("id"), into: &sink) else {
        continue
      }
      references += targets.map { (datasets.count, $0.column, $0.node) }
      datasets.append(dataset)
    }
    for reference in references { resolve(reference) }
    markPersonalReferences()
  }

  /// Makes references to a personal key personal: they repeat it.
  ///
  /// A key may be a reference itself, so that it takes as many rounds as references lie in a row.
  private mutating func markPersonalReferences() {
    var isChanged = true
    while isChanged {
      isChanged = false
      for dataset in datasets.indices {
        for (index, column) in datasets[dataset].columns.enumerated() where !column.isPersonal {
          guard case .reference(let target) = column.kind,
            datasets[target].key.contains(where: { datasets[target].columns[$0].isPersonal })
          else { continue }
          datasets[dataset].columns[index].isPersonal = true
          isChanged = true
        }
      }
    }
  }

  /// Reads the glob of a dataset's files, which must stay below the data folder.
  private func glob(_ reader: inout MappingReader) -> String? {
    guard let text = reader.text("file", .required), let node = reader.value("file") else {
      return nil
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard !text.hasPrefix("/"), !parts.contains("..") else {
      reader.report(node, PackMessages.fileOutside(text), help: PackMessages.fileBelow)
      return nil
    }
    return text
  }

  // MARK: Columns

  private mutating func decodeColumns(
    _ reader: inout MappingReader,
    _ targets: inout [(column: Int, node: Node)]
  ) -> [DatasetColumn] {
    guard let node = reader.value("columns", .required) else { return [] }
    guard let entries = node.entries else {
      let what = Phrase(verbatim: "'columns'")
      reader.sink.error(.expectedMapping, Messages.expectedMapping(what), at: node.range)
      return []
    }
    if entries.isEmpty {
      let message = Messages.emptyKey("columns", in: Words.dataset)
      reader.sink.error(.missingKey, message, at: node.range)
    }
    var columns: [DatasetColumn] = []
    var labels: [String: (column: Int, range: SourceRange)] = [:]
    for entry in entries {
      let id = CanonicalText.nfc(entry.name)
      reader.checkIdentifier(id, .column, at: entry.key.range)
      if Self.reservedColumns.contains(id) {
        reader.report(entry.key, PackMessages.reservedColumn(id), help: nil)
      }
      var target: Node?
      let column = decodeColumn(entry, id: id, &reader, target: &target)
      if let target { targets.append((columns.count, target)) }
      let places = entry.value["header"]?.elements ?? entry.value["header"].map { [$0] } ?? []
      for (index, header) in column.headers.enumerated() {
        let range = places.indices.contains(index) ? places[index].range : entry.key.range
        let folded = NameFolding.fold(header)
        if let owner = labels[folded], owner.column != columns.count {
          reader.sink.error(
            .ambiguousName,
            PackMessages.ambiguousHeader(header, columns[owner.column].id),
            at: range,
            notes: [PackMessages.firstPlace(owner.range)]
          )
        } else {
          labels[folded] = (columns.count, range)
        }
      }
      columns.append(column)
    }
    return columns
  }

  private func decodeColumn(
    _ entry: Node.Entry,
    id: String,
    _ outer: inout MappingReader,
    target: inout Node?
  ) -> DatasetColumn {
    var column = DatasetColumn(
      id: id,
      headers: [id],
      kind: .text,
      isRequired: false,
      isPersonal: false,
      values: [],
      blank: nil
    )
    // `ma:` with nothing behind it is a text column with its id as label.
    guard !entry.value.isNull else { return column }
    var reader = MappingReader(entry.value, what: Words.column)
    defer { reader.finish(into: &outer.sink) }
    let headers = reader.texts("header", allowsSingle: true).filter { !$0.isEmpty }
    if !headers.isEmpty { column.headers = headers }
    let type = Self.type(&reader)
    column.kind = Self.kind(type ?? "text")
    column.isTypeUnknown = type == nil && reader.has("type")
    column.isRequired = reader.boolean("required") ?? false
    column.isPersonal = reader.boolean("personal") ?? false
    column.values = reader.texts("values")
    if type == "ref" {
      target = reader.value("to", .required)
    } else {
      _ = reader.refuse("to", because: PackMessages.onlyForReferences)
    }
    if type == "boolean" {
      column.blank = reader.boolean("blank")
    } else {
      _ = reader.refuse("blank", because: PackMessages.onlyForBooleans)
    }
    return column
  }

  /// Reads the type; weeks and half-years, which only rules know, get a help of their own.
  private static func type(_ reader: inout MappingReader) -> String? {
    guard let node = reader.value("type"), let text = node.text.map(MappingReader.trimmed),
      PeriodKind(rawValue: text)?.hasColumnType == false
    else { return reader.word("type", among: columnTypes) }
    reader.sink.error(
      .invalidValue,
      Messages.notChoice(text, for: "type"),
      at: node.range,
      notes: [Messages.choices(columnTypes)],
      help: PackMessages.noColumnHolds(text)
    )
    return nil
  }

  private static func kind(_ type: String) -> DatasetColumn.Kind {
    switch type {
    case "integer": .integer
    case "decimal": .decimal
    case "percent": .percent
    case "boolean": .boolean
    case "date": .date
    case "datetime": .datetime
    case "month": .period(.month)
    case "quarter": .period(.quarter)
    case "year": .period(.year)
    case "unit": .unit
    default: .text
    }
  }

  // MARK: Columns by name

  private func unitColumn(_ columns: [DatasetColumn], _ reader: inout MappingReader) -> Int? {
    guard let index = reader.column("unit", among: columns), let node = reader.value("unit") else {
      return nil
    }
    guard columns[index].kind == .unit else {
      let message = PackMessages.notUnitColumn(columns[index].id)
      let help = PackMessages.giveUnitType
      reader.sink.error(.wrongColumnType, message, at: node.range, help: help)
      return nil
    }
    return index
  }

  /// Finds what a reference leads to: a dataset whose key is a single column.
  private mutating func resolve(_ reference: (dataset: Int, column: Int, node: Node)) {
    guard let text = reference.node.text else {
      sink.error(.expectedScalar, Messages.expectedScalar("to"), at: reference.node.range)
      return
    }
    let name = MappingReader.trimmed(CanonicalText.nfc(text))
    guard let target = datasetNames.index(of: name) else {
      unknownName(name, Words.dataset, at: reference.node.range, among: datasetNames.names)
      return
    }
    guard datasets[target].key.count == 1 else {
      let message = PackMessages.targetNeedsKey(name)
      sink.error(.wrongColumnType, message, at: reference.node.range)
      return
    }
    datasets[reference.dataset].columns[reference.column].kind = .reference(datasetIndex: target)
  }
}

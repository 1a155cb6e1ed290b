internal import Diagnostics
internal import Tables
internal import VietnameseText

/// Which of a dataset's columns the labels of a header are; labels match as names of units do.
struct HeaderMatch {
  /// For each declared column its place among the labels, nil if it is not there.
  let columns: [Int?]
  /// Declared columns that several labels match, with those labels' places.
  let duplicates: [(column: Int, places: [Int])]

  private let labels: [String]
  private let schema: TableSchema

  /// How many declared columns were found.
  var score: Int { columns.count { $0 != nil } }

  /// The declared columns by the labels they may have.
  struct Index {
    fileprivate var columnsByLabel: [String: [Int]] = [:]

    init(_ schema: TableSchema) {
      for (index, column) in schema.columns.enumerated() {
        for header in column.headers { columnsByLabel[header, default: []].append(index) }
      }
    }
  }

  /// Matches labels with the columns of a schema.
  init(_ labels: [String], schema: TableSchema) {
    self.init(labels, schema: schema, index: Index(schema))
  }

  /// Matches labels with the columns of a schema whose index was made before.
  init(_ labels: [String], schema: TableSchema, index: Index) {
    self.labels = labels
    self.schema = schema
    var places = [[Int]](repeating: [], count: schema.columns.count)
    for (place, label) in labels.enumerated() {
      for column in index.columnsByLabel[NameFolding.fold(label)] ?? []
      where places[column].last != place {
        places[column].append(place)
      }
    }
    columns = places.map { $0.first }
    duplicates = places.enumerated().filter { $0.element.count > 1 }.map { ($0.offset, $0.element) }
  }

  /// Returns the faults of a header on some line: ambiguous columns, missing required ones, and
  /// labels written without their marks or with other spaces where a column is wanted.
  ///
  /// Such a column is neither taken for the one that is missing, nor for absent: a unit would be
  /// blamed for a whole column of empty cells.
  func problems(line: Int, wanted: [Int]) -> [FileProblem] {
    guard score > 0 else { return [Messages.noHeader(labels, schema: schema, line: line)] }
    let ambiguous = duplicates.map { duplicate in
      Messages.duplicateColumn(
        schema.columns[duplicate.column],
        labels: duplicate.places.map { labels[$0] },
        line: line
      )
    }
    return ambiguous
      + missing { $0.isRequired }.map { Messages.missingColumn($0, among: spare, line: line) }
      + wanted.compactMap { misspelt(schema.columns[$0], isThere: columns[$0] != nil, line: line) }
  }

  private func misspelt(
    _ column: TableSchema.ColumnSchema,
    isThere: Bool,
    line: Int
  ) -> FileProblem? {
    guard !isThere, !column.isRequired else { return nil }
    let letters = Set(column.headers.map(Self.letters))
    return spare.first { letters.contains(Self.letters($0)) }.map {
      Messages.misspeltColumn(column, label: $0, line: line)
    }
  }

  /// What is left of a label without marks, spaces and punctuation.
  private static func letters(_ label: String) -> String {
    CanonicalText.withoutMarks(NameFolding.fold(label)).replacing("đ", with: "d")
      .filter { $0.isLetter || $0.isNumber }
  }

  /// What to say about optional columns that are not there.
  var warnings: [Phrase] {
    missing { !$0.isRequired }.map { Messages.absentColumn($0, among: spare) }
  }

  private func missing(
    where condition: (TableSchema.ColumnSchema) -> Bool
  ) -> [TableSchema.ColumnSchema] {
    zip(schema.columns, columns).filter { $1 == nil && condition($0) }.map(\.0)
  }

  /// The labels that are no declared column: one of them may be a misspelt one.
  private var spare: [String] {
    let used = Set(columns.compactMap(\.self))
    return labels.enumerated().filter { !used.contains($0.offset) }.map(\.element)
  }
}

internal import CivilTime
internal import Diagnostics
internal import Rules

/// Which types of columns a key accepts.
enum ColumnKinds {
  case any
  case unit
  case date
  case number
  case period(PeriodKind)

  /// Returns whether a column's type is accepted.
  func contain(_ kind: DatasetColumn.Kind) -> Bool {
    switch self {
    case .any: true
    case .unit: kind == .unit
    case .date: kind == .date || kind == .datetime
    case .number: kind == .integer || kind == .decimal || kind == .percent
    case .period(let period): kind == .period(period)
    }
  }

  /// The types, in words.
  var words: Phrase {
    switch self {
    case .any: Phrase(vi: "kiểu bất kỳ", en: "any type")
    case .unit: Phrase(vi: "kiểu unit", en: "type 'unit'")
    case .date: Phrase(vi: "kiểu date hoặc datetime", en: "type 'date' or 'datetime'")
    case .number:
      Phrase(
        vi: "kiểu số: integer, decimal hoặc percent",
        en: "a number: type 'integer', 'decimal' or 'percent'"
      )
    case .period(let period): Phrase(vi: "kiểu \(period.rawValue)", en: "type '\(period.rawValue)'")
    }
  }
}

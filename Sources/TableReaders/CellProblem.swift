public import Diagnostics
public import Tables
internal import VietnameseText

/// A cell that could not be read, or that is empty where it must not be.
///
/// The row stays. The cell is erroneous, except with `missing-required`, where it is absent.
public struct CellProblem: Sendable {
  /// The closed set of faults; the raw values are stable.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// Not a date that exists, in a form that is read.
    case badDate = "bad-date"
    /// Not a date and time of day.
    case badDatetime = "bad-datetime"
    /// Not a number in the dataset's way of writing.
    case badNumber = "bad-number"
    /// A number with more digits than are kept exactly.
    case numberOutOfRange = "number-out-of-range"
    /// A number without a percent sign in a percent column, which could mean either.
    case badPercent = "bad-percent"
    /// Neither yes nor no.
    case badBoolean = "bad-boolean"
    /// Not a month, quarter or year of the column's kind.
    case badPeriod = "bad-period"
    /// A text that is not among the column's values.
    case notInValues = "not-in-values"
    /// A name that no unit of the register has.
    case unknownUnit = "unknown-unit"
    /// An empty cell in a required column.
    case missingRequired = "missing-required"
  }

  /// Where the row is.
  public let row: RowReference
  /// The index of the column in the dataset's schema.
  public let column: Int
  /// Which fault it is.
  public let code: Code
  /// The cell's text as the file has it, unquoted and at most 400 characters.
  public let raw: String

  private let schema: TableSchema.ColumnSchema
  private let style: TableSchema.NumberStyle
  private let units: UnitSuggestions

  /// Makes a problem of a cell.
  init(row: RowReference, column: Int, code: Code, raw: String, plan: ReadPlan) {
    self.row = row
    self.column = column
    self.code = code
    self.raw = raw
    schema = plan.schema.columns[column]
    style = plan.schema.numberStyle
    units = plan.unitSuggestions
  }

  /// What is wrong and what helps, with the nearest known names if there are any.
  ///
  /// - Complexity: O(candidates) for the suggestion, so ask only for problems that are shown.
  public var message: Phrase {
    let fault = Messages.cell(code, raw: raw, column: schema, style: style)
    let names = nearest
    guard names.isEmpty else { return fault + "; " + Suggestion.didYouMean(names) }
    return code == .unknownUnit ? fault + "; " + Messages.addAlias : fault
  }

  private var nearest: [String] {
    let text = CanonicalText.nfc(raw)
    switch code {
    case .unknownUnit: return units.names(like: text)
    case .notInValues: return Suggestion.nearest(to: text, among: schema.values).map { [$0] } ?? []
    default: return []
    }
  }
}

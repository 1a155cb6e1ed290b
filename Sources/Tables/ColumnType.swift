public import CivilTime

/// The type of a dataset's column, as a pack declares it.
public enum ColumnType: Sendable, Hashable {
  /// Text, trimmed and in NFC.
  case text
  /// A whole number.
  case integer
  /// An exact decimal number.
  case decimal
  /// A decimal number written as a percentage; 98 % is 0.98.
  case percent
  /// Yes or no.
  case boolean
  /// A civil date.
  case date
  /// A civil date and time of day in the pack's time zone.
  case datetime
  /// A month, quarter or year, as a period of that kind.
  case period(PeriodKind)
  /// A unit of the register.
  case unit
  /// The key of a row in another dataset, as text.
  case reference(dataset: String)
}

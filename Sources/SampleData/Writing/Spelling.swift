/// How the office that exported a table writes it: separators, dates, numbers, yes and no, names.
///
/// Real dumps come from many systems, and no two of them agree. The samples keep that variety, so
/// that whoever reads them has met it.
struct Spelling: Sendable {
  enum Dates: Sendable {
    /// 2026-09-05
    case iso
    /// 05/09/2026
    case padded
    /// 5/9/2026
    case short
    /// Each of the three somewhere in the file, as after typing by several hands.
    case mixed
  }

  enum Flags: Sendable {
    case words
    case capitalWords
    case digits
    case passed
    /// x for yes; no is written out, because an empty cell means that nobody looked.
    case cross
    /// x for yes, an empty cell for no; only for columns that declare `blank: false`.
    case crossOrBlank
  }

  enum Months: Sendable {
    case iso
    case slash
    case words
  }

  enum Units: Sendable {
    /// The official name every time.
    case names
    /// Names and aliases, as each clerk is used to.
    case mixed
    /// The short form.
    case short
  }

  var separator: Character = ","
  var byteOrderMark = false
  var carriageReturns = false
  var separatorLine = false
  var quotesEverything = false
  var decomposed = false
  var groupsThousands = false
  var dates = Dates.padded
  var flags = Flags.words
  /// Spellings of yes and no that differ by column.
  var flagColumns: [String: Flags] = [:]
  var months = Months.iso
  var units = Units.names
  /// What an absent value looks like in this file, besides nothing at all.
  var missing = ""
}

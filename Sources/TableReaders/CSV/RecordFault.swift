/// Why a record of a CSV file cannot be read.
enum RecordFault: Equatable {
  /// The lines of a fault, from 1.
  struct Place: Equatable {
    /// The line on which the record begins.
    let record: Int
    /// The line on which the fault is.
    let fault: Int
  }

  /// A quote inside an unquoted cell.
  case quoteInside
  /// Text between a closing quote and the next separator.
  case textAfterQuote
  /// A carriage return that is not followed by a line feed.
  case loneReturn
  /// The file ends inside quotes.
  case neverClosed
  /// Another number of cells than the header has.
  case width(found: Int, expected: Int)
  /// Longer than is read.
  case tooLong(limit: Int)

  /// Names the fault of a header.
  init(_ fault: CSVRecord.Fault?) {
    self =
      switch fault {
      case .quoteInside, nil: .quoteInside
      case .textAfterQuote: .textAfterQuote
      case .loneReturn: .loneReturn
      case .neverClosed: .neverClosed
      }
  }

  /// Names the fault that a byte of a block's text is.
  init(byte: UInt8) {
    self =
      switch byte {
      case QuotedText.quote: .quoteInside
      case UInt8(ascii: "\r"): .loneReturn
      default: .textAfterQuote
      }
  }
}

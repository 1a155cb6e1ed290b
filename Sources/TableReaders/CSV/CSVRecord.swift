/// Reads single records of CSV text byte by byte, for headers, where speed does not matter.
///
/// - SeeAlso: RFC 4180; the same rules, over whole blocks, are in `csimd_index_csv`.
struct CSVRecord: Equatable {
  /// Why the text is no record.
  enum Fault: Error, Equatable {
    /// A quote inside an unquoted cell.
    case quoteInside(offset: Int)
    /// Text between a closing quote and the next separator.
    case textAfterQuote(offset: Int)
    /// A carriage return that is not followed by a line feed.
    case loneReturn(offset: Int)
    /// The text ends inside quotes.
    case neverClosed(offset: Int)
  }

  /// The cells' bytes, unquoted.
  private(set) var cells: [[UInt8]] = []
  /// The place of the line feed behind the record, or the text's end.
  private(set) var end = 0

  private static let quote = UInt8(ascii: "\"")
  private static let feed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Reads the record that begins at a place.
  init(_ text: [UInt8], at start: Int, separator: UInt8) throws(Fault) {
    var index = start
    while true {
      var cell: [UInt8] = []
      if index < text.count, text[index] == Self.quote {
        index = try Self.quoted(text, from: index, into: &cell)
      } else {
        while index < text.count, text[index] != separator, text[index] != Self.feed {
          if text[index] == Self.quote { throw .quoteInside(offset: index) }
          if Self.endsLine(text, index) { break }
          if text[index] == Self.carriageReturn { throw .loneReturn(offset: index) }
          cell.append(text[index])
          index += 1
        }
      }
      cells.append(cell)
      if Self.endsLine(text, index) { index += 1 }
      if index >= text.count || text[index] == Self.feed {
        end = min(index, text.count)
        return
      }
      guard text[index] == separator else {
        throw text[index] == Self.carriageReturn
          ? .loneReturn(offset: index) : .textAfterQuote(offset: index)
      }
      index += 1
    }
  }

  /// Whether a carriage return belongs to the end of a line or of the text.
  private static func endsLine(_ text: [UInt8], _ index: Int) -> Bool {
    index < text.count && text[index] == carriageReturn
      && (index + 1 == text.count || text[index + 1] == feed)
  }

  /// Reads a quoted cell and returns the place behind its closing quote.
  private static func quoted(
    _ text: [UInt8],
    from start: Int,
    into cell: inout [UInt8]
  ) throws(Fault) -> Int {
    var index = start + 1
    while index < text.count {
      if text[index] == quote {
        guard index + 1 < text.count, text[index + 1] == quote else { return index + 1 }
        index += 1
      }
      cell.append(text[index])
      index += 1
    }
    throw .neverClosed(offset: start)
  }
}

/// CSV text in the making.
struct CSVText {
  /// The bytes so far.
  var bytes: [UInt8] = []

  /// The first days of the months of a year that is no leap year, and the day behind it.
  private static let firstDays = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365]

  /// Adds the line of the columns' names, which stand between commas.
  mutating func header(_ names: String) {
    bytes.append(contentsOf: names.utf8)
    add(UInt8(ascii: "\n"))
  }

  /// Adds a line of one cell.
  mutating func line(_ text: String) {
    add(text)
    add(UInt8(ascii: "\n"))
  }

  /// Adds one byte.
  @inline(__always)
  mutating func add(_ byte: UInt8) { bytes.append(byte) }

  /// Adds a text, in quotes if it holds a comma.
  mutating func add(_ text: String) {
    guard text.utf8.contains(UInt8(ascii: ",")), !text.hasPrefix("\"") else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    add(UInt8(ascii: "\""))
    bytes.append(contentsOf: text.utf8)
    add(UInt8(ascii: "\""))
  }

  /// Adds bytes as they are.
  @inline(__always)
  mutating func add(_ text: [UInt8]) { bytes.append(contentsOf: text) }

  /// Adds a whole number, with zeros before it up to a width.
  @inline(__always)
  mutating func add(_ number: Int, width: Int = 1) {
    var power = 1
    var digits = 1
    while digits < width || power &* 10 <= number {
      power &*= 10
      digits &+= 1
    }
    while power > 0 {
      add(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number / power % 10))
      power /= 10
    }
  }

  /// Adds a whole number with a point before every three digits.
  mutating func addThousands(_ number: Int) {
    guard number >= 1000 else { return add(number) }
    addThousands(number / 1000)
    add(UInt8(ascii: "."))
    add(number % 1000, width: 3)
  }

  /// Adds a day, counted from 1 January 2026 as 0, as dd/mm/yyyy.
  mutating func addDate(_ day: Int) {
    let (year, month, day) = Self.civil(day)
    add(day, width: 2)
    add(UInt8(ascii: "/"))
    add(month, width: 2)
    add(UInt8(ascii: "/"))
    add(year, width: 4)
  }

  /// Returns a day counted from 1 January 2026; the years around it are no leap years.
  static func civil(_ day: Int) -> (year: Int, month: Int, day: Int) {
    var (year, rest) = (2026, day)
    while rest >= 365 { (year, rest) = (year + 1, rest - 365) }
    while rest < 0 { (year, rest) = (year - 1, rest + 365) }
    var month = 1
    while rest >= firstDays[month] { month += 1 }
    return (year, month, rest - firstDays[month - 1] + 1)
  }
}

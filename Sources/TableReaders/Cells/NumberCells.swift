internal import Tables

/// Reads whole numbers.
struct IntegerParser: CellParser {
  static let zero: Int64 = 0
  static let remembers = false

  let style: TableSchema.NumberStyle

  @inline(__always)
  func readPlain(_ text: UnsafePointer<UInt8>, _ count: Int) -> Int64? {
    guard count <= 18 else { return nil }
    var number: Int64 = 0
    for index in 0..<count {
      let digit = unsafe text[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int64(digit)
    }
    return number
  }

  func read(_ text: CellBytes) -> CellValue<Int64> {
    do throws(WrittenNumber.Fault) {
      let number = try WrittenNumber.decimal(text, 0..<text.count, style: style)
      guard number.scale == 0 else { return .fault(.badNumber) }
      return Int64(exactly: number.mantissa).map { .value($0) } ?? .fault(.numberOutOfRange)
    } catch {
      return .fault(error == .outOfRange ? .numberOutOfRange : .badNumber)
    }
  }

  func values(_ values: [Int64], present: [UInt64]) -> ColumnValues { .integer(values) }
}

/// One exact decimal of a column, before the column's scale is known.
struct DecimalCell: BitwiseCopyable {
  let mantissa: Int128
  let scale: Int8
}

/// Reads exact decimals, and percentages, which need their sign: "98,5 %" is 0.985.
struct DecimalParser: CellParser {
  static let zero = DecimalCell(mantissa: 0, scale: 0)
  static let remembers = false

  private let style: TableSchema.NumberStyle
  private let isPercent: Bool
  private let groupMark: UInt8
  private let decimalMark: UInt8
  private var mantissas: [Int128] = []

  /// Makes a parser for one way of writing numbers.
  init(style: TableSchema.NumberStyle, isPercent: Bool) {
    self.style = style
    self.isPercent = isPercent
    (groupMark, decimalMark) = WrittenNumber.marks(style)
  }

  /// Reads up to eighteen digits with their marks; the same grammar as in `WrittenNumber`.
  @inline(__always)
  func readPlain(_ text: UnsafePointer<UInt8>, _ count: Int) -> DecimalCell? {
    guard !isPercent else { return nil }
    var (index, end) = (0, count)
    if count > 2, unsafe text[0] == QuotedText.quote, unsafe text[count &- 1] == QuotedText.quote {
      (index, end) = (1, count &- 1)
    }
    guard end &- index <= 18 else { return nil }
    let isZeroFirst = unsafe text[index] == UInt8(ascii: "0")
    var (mantissa, group, fraction) = (0 as Int64, 0, -1)
    var isGrouped = false
    while index < end {
      let byte = unsafe text[index]
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        mantissa = mantissa &* 10 &+ Int64(digit)
        group &+= 1
      } else if byte == groupMark {
        guard fraction < 0, !isZeroFirst, isGrouped ? group == 3 : group &- 1 < 3, group > 0
        else { return nil }
        isGrouped = true
        group = 0
      } else if byte == decimalMark {
        guard fraction < 0, isGrouped ? group == 3 : group > 0 else { return nil }
        fraction = 0
        group = 0
      } else {
        return nil
      }
      index &+= 1
    }
    if fraction == 0 {
      guard group > 0 else { return nil }
      return DecimalCell(mantissa: Int128(mantissa), scale: Int8(truncatingIfNeeded: group))
    }
    guard isGrouped ? group == 3 : group > 0 else { return nil }
    return DecimalCell(mantissa: Int128(mantissa), scale: 0)
  }

  func read(_ text: CellBytes) -> CellValue<DecimalCell> {
    var range = 0..<text.count
    if isPercent {
      guard let number = WrittenNumber.withoutPercent(text) else { return .fault(.badPercent) }
      range = number
    }
    do throws(WrittenNumber.Fault) {
      let number = try WrittenNumber.decimal(text, range, style: style)
      let scale = number.scale + (isPercent ? 2 : 0)
      guard scale <= WrittenNumber.maximumScale else { return .fault(.numberOutOfRange) }
      return .value(DecimalCell(mantissa: number.mantissa, scale: Int8(scale)))
    } catch {
      return .fault(error == .outOfRange ? .numberOutOfRange : .badNumber)
    }
  }

  /// Brings all values to the largest scale among them.
  mutating func values(_ values: [DecimalCell], present: [UInt64]) -> ColumnValues {
    var scale: Int8 = 0
    for value in values { scale = max(scale, value.scale) }
    let powers = Self.powers
    mantissas.resize(to: values.count, filling: 0)
    for (row, value) in values.enumerated() {
      // An integer part has at most twenty digits and the scale is at most eighteen: it fits.
      mantissas[row] =
        value.scale == scale ? value.mantissa : value.mantissa * powers[Int(scale - value.scale)]
    }
    return .decimal(mantissas: mantissas, scale: Int(scale))
  }

  private static let powers: [Int128] = (0...WrittenNumber.maximumScale).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}

import CivilTime
import Testing

@Suite("Exact decimals")
struct DecimalTests {
  @Test(
    "numbers are read exactly and printed without needless zeros",
    arguments: [
      ("0", "0"), ("-0", "0"), ("5", "5"), ("007", "7"), ("0.50", "0.5"), ("-0.25", "-0.25"),
      ("-12.3400", "-12.34"), ("100", "100"), ("100%", "1"), ("89.5%", "0.895"),
      ("89.96 %", "0.8996"),
      ("0.5\u{A0}%", "0.005"), ("0.000000000000000001", "0.000000000000000001"),
      ("999999999999999999.999999999999999999", "999999999999999999.999999999999999999"),
      ("999999999999999999.999999999999999999%", "9999999999999999.99999999999999999999"),
    ]
  )
  func read(text: String, printed: String) throws {
    let number = try #require(Decimal(text))
    #expect(number.description == printed)
    #expect(Decimal(number.description)?.description ?? printed == printed)
  }

  @Test(
    "anything else is refused",
    arguments: [
      "", "%", "-", ".", "5.", ".5", "+5", "1,5", "1 000", "1e3", "--1", "5%%", "% 5", " 5", "5 ",
      "1.2.3", "٣", "1234567890123456789", "0.1234567890123456789", "NaN", "0x10",
    ]
  )
  func refused(text: String) {
    #expect(Decimal(text) == nil)
  }

  @Test("numbers compare by value, however they are written")
  func order() throws {
    let texts = [
      "-2", "-1.5", "-0.01", "0", "0.895", "0.8996", "90%", "0.95", "1", "1.000001", "2",
    ]
    let numbers = try texts.map { try #require(Decimal($0)) }
    #expect(numbers.reversed().sorted() == numbers)
    #expect(Decimal("98%") == Decimal("0.98"))
    #expect(Decimal("1.0") == Decimal("1"))
    #expect(Set([Decimal("0.5"), Decimal("0.50"), Decimal("50%")]).count == 1)
  }

  @Test(
    "percentages keep every digit, so that 89.96 % never reads 90 %",
    arguments: [
      ("1", "100%"), ("0.8996", "89.96%"), ("0.9", "90%"), ("0.895", "89.5%"), ("2", "200%"),
      ("0", "0%"), ("-0.05", "-5%"), ("0.00001", "0.001%"),
      ("999999999999999999", "99999999999999999900%"),
    ]
  )
  func percent(text: String, printed: String) {
    #expect(Decimal(text)?.percent == printed)
  }

  @Test("fractions compare without overflow")
  func fractions() {
    let big = Int128.max
    #expect(Decimal.compareFractions(7, over: 8, to: 875, over: 1_000) == 0)
    #expect(Decimal.compareFractions(94_996, over: 100_000, to: 95, over: 100) == -1)
    #expect(Decimal.compareFractions(95, over: 100, to: 94_996, over: 100_000) == 1)
    #expect(Decimal.compareFractions(big, over: big - 1, to: big - 1, over: big) == 1)
    #expect(Decimal.compareFractions(-big, over: big - 1, to: big, over: big) == -1)
    #expect(Decimal.compareFractions(-big, over: big, to: -1, over: 1) == 0)
    #expect(Decimal.compareFractions(-1, over: 3, to: -1, over: 2) == 1)
  }

  @Test("powers of ten stay within the type")
  func powers() {
    #expect(Decimal.power(-1) == 1)
    #expect(Decimal.power(0) == 1)
    #expect(Decimal.power(18) == 1_000_000_000_000_000_000)
    #expect(Decimal.power(38) == Decimal.power(39))
  }
}

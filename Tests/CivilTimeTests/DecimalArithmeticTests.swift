import CivilTime
import Testing

@Suite("arithmetic of exact decimals")
struct DecimalArithmeticTests {
  @Test("sums and differences are exact, whatever the digits behind the point")
  func sums() throws {
    let (a, b) = (try #require(Decimal("0.1")), try #require(Decimal("0.25")))
    #expect(a.adding(b) == Decimal("0.35"))
    #expect(a.subtracting(b) == Decimal("-0.15"))
    #expect(b.subtracting(b) == Decimal("0"))
    #expect(a.times(30) == Decimal("3"))
    #expect(a.times(-1) == Decimal("-0.1"))
  }

  @Test("more digits than fit give nil, never a wrong number")
  func overflow() {
    let huge = Decimal(mantissa: Int128.max)
    #expect(huge.adding(Decimal(mantissa: 1)) == nil)
    #expect(huge.times(2) == nil)
    #expect(huge.subtracting(Decimal(mantissa: 1, scale: 18)) == nil)
  }
}

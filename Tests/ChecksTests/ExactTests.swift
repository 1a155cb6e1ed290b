import CivilTime
import Testing

@testable import Checks

@Suite("exact numbers")
struct ExactTests {
  @Test("sums of different scales are exact")
  func sums() {
    var sum = ExactSum()
    for (mantissa, scale) in [(15, 1), (-25, 2), (3, 0), (1, 18)] as [(Int128, Int)] {
      sum.add(mantissa, scale: scale)
    }
    #expect(sum.fraction?.text == "4.250000000000000001")
    var other = ExactSum()
    other.add(-425, scale: 2)
    other.add(sum)
    #expect(other.fraction?.reduced == Fraction(numerator: 1, denominator: Decimal.power(18)))
  }

  @Test("a sum that does not fit is no number, whatever comes after")
  func overflow() {
    var sum = ExactSum()
    sum.add(.max, scale: 0)
    sum.add(1, scale: 0)
    #expect(sum.fraction == nil)
    sum.add(-5, scale: 0)
    #expect(sum.fraction == nil)
    var scaled = ExactSum()
    scaled.add(.max / 2, scale: 0)
    scaled.add(1, scale: 18)
    #expect(scaled.fraction == nil)
    var joined = ExactSum()
    joined.add(scaled)
    #expect(joined.fraction == nil)
  }

  @Test("fractions are compared exactly, at the ends of the range too")
  func comparing() {
    let third = Fraction(numerator: 1, denominator: 3)
    #expect(third.compared(to: Fraction(numerator: 33_333_333, denominator: 100_000_000)) == 1)
    #expect(third.compared(to: Fraction(numerator: 2, denominator: 6)) == 0)
    let high = Fraction(numerator: .max, denominator: .max - 1)
    #expect(high.compared(to: Fraction(numerator: .max - 1, denominator: .max - 2)) == -1)
    #expect(Fraction(numerator: .max).adding(Fraction(numerator: 1)) == nil)
    #expect(Fraction(numerator: .max).multiplied(by: Fraction(numerator: 2)) == nil)
    #expect(Fraction(numerator: .min).reduced.numerator == .min)
    #expect(Fraction(numerator: -1, denominator: 3).text == "-0.333333333333…")
  }

  @Test("a division leaves the value's text exact where it ends")
  func texts() {
    #expect(Fraction(numerator: 5, denominator: 4).text == "1.25")
    #expect(Fraction(numerator: -7).text == "-7")
    #expect(Fraction(numerator: 2, denominator: 3).text == "0.666666666666…")
  }

  @Test("the civil day of an instant, before 1970 and at midnight")
  func civilDays() {
    let second: Int128 = 1_000_000_000
    for (seconds, offset, day) in [
      (0, 0, 0), (-1, 0, -1), (86_399, 0, 0), (86_400, 0, 1), (-86_400, 0, -1), (-86_401, 0, -2),
      (61_199, 25_200, 0), (61_200, 25_200, 1),
    ] as [(Int128, Int, Int32)] {
      #expect(CivilDay.number(of: seconds * second, utcOffsetSeconds: offset) == day)
    }
  }
}

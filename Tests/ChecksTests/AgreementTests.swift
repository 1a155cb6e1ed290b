import CivilTime
import Testing

@testable import Checks

/// Two sides whose values are known only to lie between bounds, against trying all of them.
@Suite("agreement")
struct AgreementTests {
  private static let tolerances: [Tolerance] = [
    .amount(Decimal(mantissa: 0)), .amount(Decimal(mantissa: 1)),
    .amount(Decimal(mantissa: 15, scale: 1)), .share(Decimal(mantissa: 5, scale: 1)),
    .share(Decimal(mantissa: 1)), .share(Decimal(mantissa: 2)),
  ]

  /// Whether two whole numbers agree, by definition; both counted in halves to stay whole.
  private static func agree(_ left: Int, _ right: Int, _ width: Int, _ relation: Agreement.Relation)
    -> Bool
  {
    switch relation {
    case .equal: abs(left - right) * 2 <= width
    case .atMost: left * 2 <= right * 2 + width
    case .atLeast: left * 2 >= right * 2 - width
    }
  }

  private static func width(_ tolerance: Tolerance, _ right: Int) -> Int {
    switch tolerance {
    case .amount(let amount): Int((amount.mantissa * 2) / Decimal.power(amount.scale))
    case .share(let share):
      Int(Int128(abs(right)) * share.mantissa * 2 / Decimal.power(share.scale))
    case .asReported: 0
    }
  }

  private static func bounds(_ low: Int, _ high: Int) -> Bounds {
    Bounds(low: Fraction(numerator: Int128(low)), high: Fraction(numerator: Int128(high)))
  }

  @Test("certain means all values agree, impossible means none does", arguments: tolerances)
  func soundness(_ tolerance: Tolerance) {
    for relation in Agreement.Relation.allCases {
      let agreement = Agreement(relation: relation, tolerance: tolerance) {
        tolerance.width(right: $0, written: [], isEnglish: false)
      }
      for (low, span) in (-4...4).flatMap({ low in (0...3).map { (low, $0) } }) {
        for (least, reach) in (-4...4).flatMap({ low in (0...3).map { (low, $0) } }) {
          let pairs = (low...(low + span)).flatMap { left in
            (least...(least + reach)).map { (left, $0) }
          }
          let agreeing = pairs.count {
            Self.agree($0.0, $0.1, Self.width(tolerance, $0.1), relation)
          }
          let (left, right) = (Self.bounds(low, low + span), Self.bounds(least, least + reach))
          if agreement.isCertain(left, right) { #expect(agreeing == pairs.count) }
          if !agreement.isPossible(left, right) { #expect(agreeing == 0) }
          guard span == 0, reach == 0 else { continue }
          #expect(agreement.isCertain(left, right) == (agreeing == 1))
          #expect(agreement.isPossible(left, right) == (agreeing == 1))
        }
      }
    }
  }

  @Test("values without bounds are never certain and always possible")
  func unbounded() {
    for relation in Agreement.Relation.allCases {
      let agreement = Agreement(relation: relation, tolerance: .amount(Decimal(mantissa: 0))) { _ in
        Fraction(numerator: 0)
      }
      #expect(!agreement.isCertain(.unknown, Self.bounds(1, 1)))
      #expect(!agreement.isCertain(Self.bounds(1, 1), .unknown))
      #expect(agreement.isPossible(.unknown, Self.bounds(1, 1)))
      #expect(agreement.isPossible(Self.bounds(1, 1), .unknown))
    }
  }

  @Test(
    "half a unit of the coarsest digit written",
    arguments: [
      (["12"], false, "0.5"), (["12,3"], false, "0.05"), (["12,30", "1"], false, "0.5"),
      (["1.234"], false, "0.5"), (["1,234"], true, "0.5"), (["12.3"], true, "0.05"),
      (["98%"], false, "0.005"), (["98,5 %"], false, "0.0005"),
    ] as [([String], Bool, String)]
  )
  func asReported(_ written: [String], _ isEnglish: Bool, _ want: String) {
    let width = Tolerance.asReported.width(
      right: Fraction(numerator: 1),
      written: written,
      isEnglish: isEnglish
    )
    #expect(width?.text == want)
  }

  @Test("nothing written gives no tolerance")
  func nothingWritten() {
    let one = Fraction(numerator: 1)
    #expect(Tolerance.asReported.width(right: one, written: [], isEnglish: false) == nil)
    #expect(Tolerance.asReported.width(right: one, written: [nil], isEnglish: false) == nil)
  }
}

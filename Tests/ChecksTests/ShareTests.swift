import CivilTime
import Findings
import Testing

@testable import Checks

/// The bounds of a share, against trying every reading of the unknown rows.
@Suite("share")
struct ShareTests {
  /// Every reading of a share: how many rows are true, of how many.
  private static func readings(_ share: Share) -> [(isTrue: Int, all: Int)] {
    var readings: [(Int, Int)] = []
    for known in 0...share.certainUnknown {
      for good in 0...share.perhapsTrue {
        for bad in 0...share.perhapsFalse {
          for open in 0...share.perhapsUnknown {
            for fine in 0...open {
              let isTrue = share.certainTrue + known + good + fine
              let all =
                share.certainTrue + share.certainFalse + share.certainUnknown + good + bad + open
              readings.append((isTrue, all))
            }
          }
        }
      }
    }
    return readings
  }

  private static let shares: [Share] = (0..<729).map { index in
    var share = Share()
    share.certainTrue = index % 3
    share.certainFalse = index / 3 % 3
    share.certainUnknown = index / 9 % 3
    share.perhapsTrue = index / 27 % 3
    share.perhapsFalse = index / 81 % 3
    share.perhapsUnknown = index / 243
    return share
  }

  @Test(
    "a target is reached exactly if every reading reaches it",
    arguments: [0, 33, 34, 50, 66, 67, 100]
  )
  func targets(_ percent: Int) {
    let target = Decimal(mantissa: Int128(percent), scale: 2)
    for share in Self.shares where share.certain > 0 {
      for atLeast in [true, false] {
        let reached = Self.readings(share).map { reading in
          atLeast
            ? reading.isTrue * 100 >= percent * reading.all
            : reading.isTrue * 100 <= percent * reading.all
        }
        let found = share.reaches(target, atLeast: atLeast)
        #expect((found.unfavourable == .met) == !reached.contains(false))
        #expect((found.favourable == .met) == reached.contains(true))
      }
    }
  }

  @Test("no row may be false: exactly if no reading has one")
  func allTrue() {
    for share in Self.shares where share.certain > 0 {
      let kept = Self.readings(share).map { $0.isTrue == $0.all }
      let found = share.allTrue(ifEmpty: .notApplicable)
      #expect((found.unfavourable == .met) == !kept.contains(false))
      #expect((found.favourable == .met) == kept.contains(true))
    }
  }

  @Test("a population that is perhaps empty is open, one that is empty is as the rule says")
  func empty() {
    for share in Self.shares where share.certain == 0 && share.perhaps > 0 {
      for meaning in EmptyMeaning.allCases {
        let found = share.allTrue(ifEmpty: meaning)
        #expect(found.favourable == .met && found.unfavourable == .unmet)
      }
    }
    #expect(Share().allTrue(ifEmpty: .notApplicable).favourable == .notApplicable)
    #expect(Share().allTrue(ifEmpty: .failed).favourable == .unmet)
    #expect(Share().allTrue(ifEmpty: .noData).doubt == .emptyPopulation)
  }
}

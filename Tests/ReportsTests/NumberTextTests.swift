import CivilTime
import Diagnostics
import Findings
import Testing

@Suite("numbers for people")
struct NumberTextTests {
  struct Share: CustomTestStringConvertible {
    let part: Int
    let whole: Int
    let target: String?
    let vi: String
    var testDescription: String { "\(part)/\(whole) against \(target ?? "nothing")" }

    static let cases: [Share] = [
      .init(part: 7, whole: 8, target: "100%", vi: "87,5 %"),
      .init(part: 2, whole: 3, target: "100%", vi: "66,67 %"),
      .init(part: 1, whole: 3, target: nil, vi: "33,33 %"),
      .init(part: 0, whole: 3, target: "100%", vi: "0 %"),
      .init(part: 3, whole: 3, target: "100%", vi: "100 %"),
      .init(part: 9, whole: 10, target: "90%", vi: "90 %"),
      .init(part: 8_996, whole: 10_000, target: "90%", vi: "89,96 %"),
      .init(part: 899_996, whole: 1_000_000, target: "90%", vi: "89,9996 %"),
      .init(part: 899_999_999, whole: 1_000_000_000, target: "90%", vi: "89,9999999 %"),
      .init(part: 89_996, whole: 100_000, target: "89.99%", vi: "89,996 %"),
      .init(part: 89_996, whole: 100_000, target: nil, vi: "89,996 %"),
      .init(part: 94_996, whole: 100_000, target: "95%", vi: "94,996 %"),
      .init(part: 5_001, whole: 100_000, target: "5%", vi: "5,001 %"),
      .init(part: 999_999, whole: 1_000_000, target: nil, vi: "99,9999 %"),
      .init(part: 1, whole: 1_000_000, target: nil, vi: "0,0001 %"),
      .init(part: .max - 1, whole: .max, target: "100%", vi: "99,99999999999999999 %"),
    ]
  }

  @Test("a share never reads as the target that it misses", arguments: Share.cases)
  func share(_ example: Share) {
    let target = example.target.flatMap(Decimal.init)
    let phrase = NumberText.share(example.part, of: example.whole, against: target)
    #expect(phrase.vi == example.vi)
    let english = example.vi.replacing(",", with: ".").replacing(" ", with: "")
    #expect(phrase.en == english)
  }

  @Test("no share of small wholes is written as another share of the same whole")
  func sharesDiffer() {
    for whole in 1...200 {
      let texts = Set((0...whole).map { NumberText.share($0, of: whole, against: nil).vi })
      #expect(texts.count == whole + 1)
    }
  }

  struct Number: CustomTestStringConvertible {
    let text: String
    let vi: String
    let en: String
    var testDescription: String { text }

    static let cases: [Number] = [
      .init(text: "0", vi: "0", en: "0"),
      .init(text: "999", vi: "999", en: "999"),
      .init(text: "1000", vi: "1.000", en: "1,000"),
      .init(text: "-1234567.89", vi: "-1.234.567,89", en: "-1,234,567.89"),
      .init(text: "0.5", vi: "0,5", en: "0.5"),
      .init(text: "98.5%", vi: "98,5 %", en: "98.5%"),
      .init(text: "100%", vi: "100 %", en: "100%"),
      .init(text: "7 days", vi: "7 ngày", en: "7 days"),
      .init(text: "1 month", vi: "1 tháng", en: "1 month"),
      .init(text: "2 working days", vi: "2 ngày làm việc", en: "2 working days"),
      .init(text: "as_reported", vi: "as_reported", en: "as_reported"),
    ]
  }

  @Test("targets are written with the signs of each language", arguments: Number.cases)
  func target(_ example: Number) {
    #expect(NumberText.target(example.text) == Phrase(vi: example.vi, en: example.en))
  }

  @Test("dates have zeros where Nghị định 30/2020 wants them")
  func dates() throws {
    let texts = ["2026-02-05", "2026-07-19", "2026-03-09", "2026-12-31"]
    let written = try texts.map { DateText.date(try SamplePack.date($0)).vi }
    #expect(written == ["05/02/2026", "19/7/2026", "09/3/2026", "31/12/2026"])
  }

  @Test(
    "periods have their Vietnamese names",
    arguments: [
      ("2026-10", "tháng 10/2026"), ("2026-Q2", "quý II/2026"), ("2026-H1", "6 tháng đầu năm 2026"),
      ("2026-H2", "6 tháng cuối năm 2026"), ("2026", "năm 2026"), ("2026-W07", "tuần 07/2026"),
    ]
  )
  func period(_ text: String, _ vi: String) throws {
    let period = try #require(Period(text: text))
    #expect(DateText.period(period) == Phrase(vi: vi, en: text))
  }
}

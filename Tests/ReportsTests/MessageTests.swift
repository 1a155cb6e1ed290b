import CivilTime
import Diagnostics
import Findings
import Rules
import Testing

@Suite("messages")
struct MessageTests {
  struct Figures: CustomTestStringConvertible {
    let kind: Measured.Kind
    var counts = [0, 0, 0, 0]
    var value: String?
    var target: String?
    var relation: Measured.Relation?
    var extra: Int?
    let vi: String
    var testDescription: String { vi }

    var measured: Measured {
      var measured = Measured(kind: kind)
      measured.trueCount = counts[0]
      measured.falseCount = counts[1]
      measured.unknownCount = counts[2]
      measured.perhapsCount = counts[3]
      measured.value = value
      measured.target = target
      measured.relation = relation
      measured.extra = extra
      return measured
    }

    static let cases: [Figures] = [
      .init(
        kind: .ratio,
        counts: [7, 1, 0, 0],
        target: "100%",
        relation: .atLeast,
        vi: "7/8 = 87,5 % (cần 100 %), còn thiếu 1"
      ),
      .init(
        kind: .ratio,
        counts: [8_996, 1_004, 0, 0],
        target: "90%",
        relation: .atLeast,
        vi: "8.996/10.000 = 89,96 % (cần ít nhất 90 %), còn thiếu 4"
      ),
      .init(
        kind: .ratio,
        counts: [89_996, 10_004, 0, 0],
        target: "89.99%",
        relation: .atMost,
        vi: "89.996/100.000 = 89,996 % (không quá 89,99 %), vượt 6"
      ),
      .init(
        kind: .ratio,
        counts: [1, 8, 1, 0],
        target: "90%",
        relation: .atLeast,
        vi: "1/10 = 10 % (cần ít nhất 90 %), còn thiếu ít nhất 7, 1 chưa rõ"
      ),
      .init(
        kind: .ratio,
        counts: [1, 8, 0, 2],
        target: "90%",
        relation: .atLeast,
        vi: "1/9 = 11,11 % (cần ít nhất 90 %), còn thiếu ít nhất 7, 2 có thể thuộc phạm vi"
      ),
      .init(
        kind: .ratio,
        counts: [6, 94, 0, 0],
        target: "5%",
        relation: .atMost,
        vi: "6/100 = 6 % (không quá 5 %), vượt 1"
      ),
      .init(
        kind: .ratio,
        counts: [9, 1, 0, 0],
        target: "90%",
        relation: .atLeast,
        vi: "9/10 = 90 % (cần ít nhất 90 %)"
      ),
      .init(kind: .ratio, counts: [0, 0, 0, 0], target: "90%", vi: "0/0 (cần ít nhất 90 %)"),
      .init(
        kind: .cover,
        counts: [95, 5, 0, 0],
        target: "100%",
        extra: 2,
        vi: "95/100 = 95 % (cần 100 %), còn thiếu 5, thừa 2"
      ),
      .init(
        kind: .measure,
        value: "1234.5",
        target: "2000",
        relation: .atLeast,
        vi: "1.234,5 (cần ít nhất 2.000), còn thiếu 765,5"
      ),
      .init(
        kind: .measure,
        value: "0.93",
        target: "95%",
        relation: .atLeast,
        vi: "93 % (cần ít nhất 95 %), còn thiếu 2 %"
      ),
      .init(
        kind: .measure,
        value: "7",
        target: "5",
        relation: .atMost,
        vi: "7 (không quá 5), vượt 2"
      ),
      .init(
        kind: .measure,
        value: "7",
        target: "5",
        relation: .equals,
        vi: "7 (phải bằng 5), vượt 2"
      ),
      .init(
        kind: .measure,
        value: "2026-11-05",
        target: "5",
        relation: .equals,
        vi: "05/11/2026 (phải bằng 5)"
      ),
      .init(
        kind: .measure,
        value: "0.666666666666…",
        target: "0.6667",
        relation: .atLeast,
        vi: "0,666666666666… (cần ít nhất 0,6667), còn thiếu khoảng 0,000033333334"
      ),
      .init(
        kind: .measure,
        value: "0.899866666666…",
        target: "90%",
        relation: .atLeast,
        vi: "89,9866666666… % (cần ít nhất 90 %), còn thiếu khoảng 0,0133333334 %"
      ),
      .init(kind: .measure, target: "5", vi: "chưa tính được giá trị (cần ít nhất 5)"),
      .init(kind: .records, counts: [117, 3, 0, 0], vi: "3/120 dòng không đạt"),
      .init(kind: .reference, counts: [0, 1, 0, 0], vi: "1/1 dòng không tìm thấy"),
      .init(kind: .unique, counts: [10, 2, 1, 0], vi: "2/13 dòng trùng khoá, 1 chưa rõ"),
      .init(kind: .compare, counts: [10, 2, 0, 0], vi: "2/12 khoá không khớp"),
      .init(kind: .evidence, counts: [1, 0, 0, 0], target: "2", vi: "có 1 (cần ít nhất 2)"),
      .init(
        kind: .fresh,
        value: "2026-11-01",
        target: "7 days",
        vi: "cập nhật mới nhất 01/11/2026, cách 19 ngày (cho phép 7 ngày)"
      ),
      .init(kind: .fresh, target: "7 days", vi: "chưa có ngày cập nhật"),
    ]
  }

  @Test("figures stand beside their target", arguments: Figures.cases)
  func figures(_ example: Figures) throws {
    let asOf = try SamplePack.date("2026-11-20")
    #expect(example.measured.phrase(asOf: asOf).vi == example.vi)
  }

  @Test("extreme figures never trap")
  func extremes() throws {
    let asOf = try SamplePack.date("2026-11-20")
    for kind in [Measured.Kind.ratio, .cover, .measure, .records] {
      var measured = Measured(kind: kind)
      measured.trueCount = .max / 4
      measured.falseCount = .max / 4
      measured.unknownCount = .max / 4
      measured.perhapsCount = .max / 4
      measured.value = "999999999999999999.999999999999999999"
      measured.target = "0.000000000000000001"
      measured.targetNumber = Decimal("0.000000000000000001")
      measured.relation = .atLeast
      #expect(!measured.phrase(asOf: asOf).vi.isEmpty)
    }
  }

  @Test("a deadline explains each step")
  func deadlines() throws {
    var obligation = SamplePack.obligation("bao-cao-thang", "vp", .pending)
    #expect(obligation.deadlineText == nil)
    let sunday = try SamplePack.date("2026-07-19")
    let monday = try SamplePack.date("2026-07-20")
    obligation.deadline = Deadline(nominal: sunday, rolled: sunday, effective: sunday, holiday: nil)
    #expect(obligation.deadlineText?.vi == "hạn 19/7/2026")
    obligation.deadline = Deadline(nominal: sunday, rolled: monday, effective: monday, holiday: nil)
    #expect(obligation.deadlineText?.vi == "hạn 19/7/2026 là Chủ nhật → 20/7/2026")
    #expect(obligation.deadlineText?.en == "due 2026-07-19 is a Sunday → 2026-07-20")
    obligation.deadline = Deadline(
      nominal: sunday,
      rolled: monday,
      effective: try SamplePack.date("2026-07-24"),
      holiday: "Lễ"
    )
    #expect(
      obligation.deadlineText?.vi
        == "hạn 19/7/2026 là ngày nghỉ (Lễ) → 20/7/2026, gia hạn → 24/7/2026"
    )
  }

  @Test("an overdue duty done in part says how much is there")
  func partial() throws {
    var obligation = SamplePack.obligation("bao-cao-thang", "vp", .overdue)
    obligation.daysLate = 1
    obligation.measured = Measured(kind: .evidence)
    obligation.measured?.trueCount = 2
    obligation.measured?.target = "3"
    let message = try SamplePack.emptyRun().message(of: obligation)
    #expect(
      message.vi == "chưa hoàn thành, quá hạn 1 ngày tính đến 20/11/2026, có 2 (cần ít nhất 3)"
    )
    #expect(message.en == "not done, 1 day late as of 2026-11-20, 2 found (at least 3 required)")
  }

  @Test("an overdue duty says in which files it was looked for")
  func searched() throws {
    var run = try SamplePack.emptyRun()
    var obligation = SamplePack.obligation("bao-cao-thang", "vp", .overdue)
    obligation.daysLate = 1
    obligation.datasets = run.rules.datasets.map(\.id)
    obligation.counted = [run.rules.datasets[0].id]
    let dataset = run.rules.datasets[0]
    func message(_ files: [(String?, Int)]) -> Phrase {
      run.inputs = files.map { name, rows in
        var input = Input(dataset: dataset.id, file: name, coversUntil: nil)
        input.rows = rows
        return input
      }
      return run.message(of: obligation)
    }
    let start =
      "chưa hoàn thành, quá hạn 1 ngày tính đến 20/11/2026; đã tìm trong «\(dataset.title)»"
    #expect(message([("a.csv", 0)]).vi == start + " (a.csv, 0 dòng)")
    #expect(
      message([("a.csv", 1_000), ("b.csv", 200)]).vi == start + " (a.csv, b.csv, 1.200 dòng)"
    )
    let many = message([("a.csv", 1), ("b.csv", 1), ("c.csv", 1), ("d.csv", 1)])
    #expect(many.vi == start + " (4 tệp, 4 dòng)")
    #expect(many.en.hasSuffix("; looked for in “\(dataset.title)” (4 files, 4 rows)"))
  }

  @Test("a waived violation keeps the message that it would have had")
  func waived() throws {
    var obligation = SamplePack.obligation("bao-cao-thang", "vp", .waived)
    obligation.done = try SamplePack.date("2026-11-10")
    obligation.daysLate = 3
    let message = try SamplePack.emptyRun().message(of: obligation)
    #expect(message.vi == "hoàn thành 10/11/2026, quá hạn 3 ngày")
  }
}

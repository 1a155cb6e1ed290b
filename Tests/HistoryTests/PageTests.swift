import CivilTime
import Diagnostics
import Findings
import Foundation
import History
import HistoryPages
import Rules
import Scores
import Testing

@Suite("pages of a history")
struct PageTests {
  /// Two whole runs and a part.
  private static func history() throws -> (scene: Scene, reader: HistoryReader) {
    let scene = try Scene()
    try scene.record(
      "2026-09-25",
      [
        "bao-cao vp 2026-08": .metLate, "bao-cao kt 2026-08": .overdue, "ky-so vp": .met,
        "ky-so kt": .failed, "ky-so vh": .failed,
      ]
    )
    try scene.record(
      "2026-10-25",
      [
        "bao-cao vp 2026-08": .metLate, "ky-so vp": .failed, "ky-so kt": .met, "ky-so vh": .noData,
      ],
      data: "d2"
    )
    try scene.record("2026-10-25", ["ky-so vp": .failed], selectors: ["unit:vp", "rule:ky-so"])
    return (scene, try HistoryFile.open(scene.file))
  }

  private static func text(_ page: some HistoryPage, _ language: Language = .vi) -> String {
    String(decoding: page.render(.text, HistoryStyle(language: language)), as: UTF8.self)
  }

  private static func object(_ page: some HistoryPage) throws -> [String: Any] {
    let bytes = page.render(.json, HistoryStyle(language: .vi))
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  private static func show(_ reader: HistoryReader, _ number: Int) throws -> HistoryShow {
    HistoryShow(
      try #require(try reader.runs().first { $0.number == number }),
      verdicts: try reader.verdicts(of: number),
      chronicle: try reader.chronicle(of: number)
    )
  }

  private static func diff(_ reader: HistoryReader, _ a: Int, _ b: Int) throws -> HistoryDiff {
    let runs = try reader.runs()
    return HistoryDiff(
      from: (runs[a - 1], try reader.verdicts(of: a)),
      to: (runs[b - 1], try reader.verdicts(of: b))
    )
  }

  @Test("list: a line each, the part marked")
  func list() throws {
    let (scene, reader) = try Self.history()
    defer { withExtendedLifetime(scene) {} }
    let list = HistoryList(try reader.runs())
    let lines = Self.text(list).split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines[0] == "3 lần xét")
    #expect(lines[3].contains("25/9/2026") && lines[3].hasSuffix("toàn bộ"))
    #expect(lines[5].hasSuffix("rule:ky-so unit:vp"))
    #expect(Self.text(list, .en).contains("2026-10-25"))
    let runs = try Self.object(list)["runs"] as? [[String: Any]]
    #expect(runs?.map { $0["whole"] as? Bool } == [true, true, false])
    #expect((runs?[1]["summary"] as? [String: Any])?["no_data"] as? Int == 1)
    #expect(Self.text(HistoryList([])).contains("chưa có lần xét nào"))
    #expect(Self.text(HistoryList([]), .en).contains("no run yet"))
  }

  @Test("show: what is open first, then what counts against whom, and since when")
  func show() throws {
    let (scene, reader) = try Self.history()
    defer { withExtendedLifetime(scene) {} }
    let page = try Self.show(reader, 2)
    let text = Self.text(page)
    #expect(
      text.contains(
        "So với lần 1 (25/9/2026): 1 vi phạm mới, 1 còn kéo dài, 1 nay chưa kết luận được, "
          + "1 không còn là nghĩa vụ, 1 đã khắc phục"
      )
    )
    let open = try #require(text.range(of: "CHƯA KẾT LUẬN ĐƯỢC: 1"))
    let bad = try #require(text.range(of: "VI PHẠM: 2"))
    #expect(open.upperBound < bad.lowerBound)
    #expect(text.contains("[còn kéo dài] Báo cáo tháng [bao-cao] (tháng 8/2026) · kh/IV.1"))
    #expect(text.contains("ghi nhận từ 25/9/2026, thấy trong 2 tháng có xét"))
    #expect(text.contains("7/8 = 87,5 % (cần 100 %), còn thiếu 1"))
    #expect(text.contains("[đã khắc phục] Phòng Kinh tế: Có chữ ký số [ky-so]"))
    #expect(text.contains("[không còn là nghĩa vụ] Phòng Kinh tế: [bao-cao] (tháng 8/2026)"))
    let english = Self.text(page, .en)
    #expect(english.contains("seen since 2026-09-25, in runs of 2 months"))
    #expect(Self.text(try Self.show(reader, 1)).contains("Chưa có lần xét toàn bộ nào"))
    let object = try Self.object(page)
    let obligations = try #require(object["obligations"] as? [[String: Any]])
    #expect(obligations.count == 4)
    #expect(obligations[0]["since"] as? String == "2026-09-25")
    #expect(obligations[3]["change"] as? String == "undecided")
    #expect((object["gone"] as? [Any])?.count == 1)
  }

  @Test("diff: by kind and by unit")
  func diff() throws {
    let (scene, reader) = try Self.history()
    defer { withExtendedLifetime(scene) {} }
    let page = try Self.diff(reader, 1, 2)
    let text = Self.text(page)
    #expect(text.contains("Từ lần 1 (25/9/2026) đến lần 2 (25/10/2026)"))
    #expect(text.contains("NAY CHƯA KẾT LUẬN ĐƯỢC: 1 ("))
    #expect(text.contains("không đạt → chưa đủ số liệu"))
    #expect(text.contains("quá hạn chưa hoàn thành → không có"))
    let object = try Self.object(page)
    let summary = object["summary"] as? [String: Int]
    #expect(summary?["resolved"] == 1 && summary?["gone"] == 1 && summary?["excused"] == 0)
    #expect((object["changes"] as? [Any])?.count == 5)
    // Back in time, and with a part.
    #expect(
      Self.text(try Self.diff(reader, 2, 1), .en).contains(
        "2 new, 1 continuing, 1 changed by rule, 1 resolved"
      )
    )
    let part = Self.text(try Self.diff(reader, 1, 3))
    #expect(part.contains("chỉ so sánh những gì lần ấy đã xét"))
    #expect(!part.contains("KHÔNG CÒN LÀ NGHĨA VỤ"))
    #expect(Self.text(try Self.diff(reader, 3, 1)).contains("0 vi phạm mới"))
    #expect(try Self.text(Self.diff(reader, 3, 3)).contains("1 còn kéo dài"))
  }

  @Test("diff says what else differs: waivers, rules")
  func remarks() throws {
    let scene = try Scene()
    var rules = try Scene.rules()
    try scene.record("2026-09-25", ["ky-so vp": .met], rules: rules)
    rules.digest = "other"
    try scene.record("2026-10-25", ["ky-so vp": .met], rules: rules, usesWaivers: false)
    let reader = try HistoryFile.open(scene.file)
    let vi = Self.text(try Self.diff(reader, 1, 2))
    #expect(vi.contains("một lần áp dụng miễn trừ"))
    #expect(vi.contains("Bộ quy tắc của hai lần khác nhau"))
    #expect(vi.contains("Không có vi phạm ở cả hai lần"))
    let en = Self.text(try Self.diff(reader, 1, 2), .en)
    #expect(en.contains("one run applied waivers") && en.contains("different rule packs"))
    #expect(en.contains("Neither run has a violation"))
  }

  @Test("trend: counts by date as bars, units below; scores where there are any")
  func trend() throws {
    let (scene, reader) = try Self.history()
    let trend = HistoryTrend(RecordedRun.lastOfEachDate(try reader.runs(), usesWaivers: true))
    let text = Self.text(trend)
    #expect(text.contains("████\n"))
    #expect(text.contains("██░\n"))
    #expect(text.contains("0 + 1"))
    #expect(!text.contains(" \n"), "no blanks at the end of a line")
    let dates = try Self.object(trend)["dates"] as? [[String: Any]]
    #expect(dates?.map { $0["violations"] as? Int } == [4, 2])
    #expect(Self.text(HistoryTrend([])).contains("Chưa có lần xét toàn bộ"))
    #expect(Self.text(HistoryTrend([]), .en).contains("no whole run"))
    let run = try Scene.run("2026-11-25", ["ky-so vp": .failed, "ky-so kt": .met])
    var scores = ["vp", "kt"].map { UnitScore(unit: UnitID($0)) }
    scores[0].range = ScoreRange(
      worst: CivilTime.Decimal(mantissa: 935, scale: 1),
      best: CivilTime.Decimal(mantissa: 98)
    )
    scores[1].range = ScoreRange(
      worst: CivilTime.Decimal(mantissa: 100),
      best: CivilTime.Decimal(mantissa: 100)
    )
    let zero = CivilTime.Decimal(mantissa: 0)
    let table = Scoring(base: zero, floor: zero, deductions: [], gates: [], bands: [])
    _ = try HistoryFile.record(
      run,
      scorecard: Scorecard(table: table, units: scores),
      in: scene.file
    )
    let all = RecordedRun.lastOfEachDate(try reader.runs(), usesWaivers: true)
    let scored = Self.text(HistoryTrend(all))
    #expect(scored.contains("không phải kết quả xếp loại"))
    #expect(scored.contains("93,5 – 98\n"))
    #expect(Self.text(HistoryTrend(all), .en).contains("93.5 – 98\n"))
  }

  @Test("trend: scores of the last run's table only, and the runs of another one named")
  func scoringTables() throws {
    let scene = try Scene()
    let zero = CivilTime.Decimal(mantissa: 0)
    for (asOf, base, points) in [("2026-09-25", 90, 71), ("2026-10-25", 100, 82)] {
      var score = UnitScore(unit: UnitID("vp"))
      let exact = CivilTime.Decimal(mantissa: Int128(points))
      score.range = ScoreRange(worst: exact, best: exact)
      let table = Scoring(
        base: CivilTime.Decimal(mantissa: Int128(base)),
        floor: zero,
        deductions: [],
        gates: [],
        bands: []
      )
      _ = try HistoryFile.record(
        try Scene.run(asOf, ["ky-so vp": .failed]),
        scorecard: Scorecard(table: table, units: [score]),
        in: scene.file
      )
    }
    let runs = try HistoryFile.open(scene.file).runs()
    let text = Self.text(HistoryTrend(runs))
    #expect(text.contains("82\n") && !text.contains("71"))
    #expect(text.contains("Không nêu điểm của lần 1: bảng điểm khác với lần cuối."))
    #expect(!Self.text(HistoryTrend([runs[1]])).contains("Không nêu điểm"))
    #expect(Self.text(HistoryTrend(runs), .en).contains("Scores of run 1 are left out"))
  }

  @Test("trend and diff keep packs apart")
  func packs() throws {
    let scene = try Scene()
    try scene.record("2026-09-25", ["ky-so vp": .failed])
    let yaml = Scene.yaml.replacing("Kế hoạch thử – xã Mẫu", with: "Kế hoạch khác")
    try scene.record("2026-09-25", ["ky-so vp": .failed], rules: try Scene.rules(yaml))
    let reader = try HistoryFile.open(scene.file)
    let runs = RecordedRun.lastOfEachDate(try reader.runs(), usesWaivers: true)
    let lines = Self.text(HistoryTrend(runs)).split(separator: "\n").map(String.init)
    #expect(lines.contains("Kế hoạch khác") && lines.contains("Kế hoạch thử – xã Mẫu"))
    let dates = try Self.object(HistoryTrend(runs))["dates"] as? [[String: Any]]
    #expect(dates?.map { $0["number"] as? Int } == [2, 1])
    #expect(Self.text(try Self.diff(reader, 1, 2)).contains("hai bộ quy tắc khác tên"))
  }

  @Test("what is no longer violated is good news only if all of it was resolved")
  func goodNews() throws {
    let good = "\u{1B}[32m"
    for (after, isGood) in [(Verdict.met, true), (.waived, false)] {
      let scene = try Scene()
      try scene.record("2026-09-25", ["ky-so vp": .failed, "ky-so kt": .failed])
      try scene.record("2026-10-25", ["ky-so vp": .met, "ky-so kt": after])
      let page = try Self.show(try HistoryFile.open(scene.file), 2)
      let text = page.text(HistoryStyle(language: .vi, usesColor: true))
      let line = text.split(separator: "\n").first { $0.contains("KHÔNG CÒN LÀ VI PHẠM") }
      #expect(line?.contains(good) == isGood)
    }
  }

  @Test("what names carry never reaches the terminal")
  func escaping() throws {
    let scene = try Scene()
    var rules = try Scene.rules()
    rules.units[0].name = "Văn phòng\u{1B}[2J"
    rules.rules[0].title = "Chữ ký\u{1B}[31m"
    rules.rules[1].title = "Chữ ký\u{1B}[31m"
    try scene.record("2026-09-25", ["ky-so vp": .met], rules: rules)
    try scene.record("2026-10-25", ["ky-so vp": .failed], rules: rules)
    let reader = try HistoryFile.open(scene.file)
    let pages: [any HistoryPage] = [
      HistoryList(try reader.runs()), try Self.show(reader, 2), try Self.diff(reader, 1, 2),
      HistoryTrend(try reader.runs()),
    ]
    for page in pages {
      for format in HistoryFormat.allCases {
        let style = HistoryStyle(language: .vi)
        #expect(!page.render(format, style).contains(0x1B))
      }
    }
    let colored = HistoryStyle(language: .vi, usesColor: true, width: 60)
    #expect(try Self.show(reader, 2).render(.text, colored).contains(0x1B))
  }
}

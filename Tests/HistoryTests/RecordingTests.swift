import CivilTime
import Diagnostics
import Findings
import Foundation
import GRDB
import History
import Rules
import Scores
import Testing

@Suite("recording")
struct RecordingTests {
  @Test("the same run again keeps its number and changes no byte")
  func idempotent() throws {
    let scene = try Scene()
    let first = try scene.record("2026-09-25", ["ky-so vp": .failed], selectors: ["b", "a"])
    let bytes = try scene.bytes
    let again = try scene.record("2026-09-25", ["ky-so vp": .failed], selectors: ["a", "b", "a"])
    #expect(first.isNew && !again.isNew)
    #expect(again.number == 1)
    #expect(try scene.bytes == bytes)
  }

  @Test("another input, or another result, is another run")
  func identity() throws {
    let scene = try Scene()
    let other = Scene.yaml.replacing("source: Thử", with: "source: Công báo")
    var digested = try Scene.rules(other)
    digested.digest = "another"
    try scene.record("2026-09-25", ["ky-so vp": .failed])
    try scene.record("2026-09-26", ["ky-so vp": .failed])
    try scene.record("2026-09-25", ["ky-so vp": .failed], data: "d2")
    try scene.record("2026-09-25", ["ky-so vp": .failed], rules: digested)
    try scene.record("2026-09-25", ["ky-so vp": .failed], selectors: ["unit:vp"])
    try scene.record("2026-09-25", ["ky-so vp": .failed], usesWaivers: false)
    let last = try scene.record("2026-09-25", ["ky-so vp": .met])
    #expect(last.number == 7)
  }

  @Test("what a run knows is frozen: later and back-dated runs change nothing for it")
  func frozen() throws {
    let scene = try Scene()
    try scene.record("2026-08-25", ["ky-so vp": .failed])
    let october = try scene.record("2026-10-25", ["ky-so vp": .failed, "ky-so kt": .failed])
    try scene.record("2026-11-25", ["ky-so vp": .met])
    try scene.record("2026-09-25", ["ky-so vp": .met])
    try scene.record("2026-10-25", ["ky-so vp": .met], data: "corrected")
    let again = try scene.record("2026-10-25", ["ky-so vp": .failed, "ky-so kt": .failed])
    #expect(again.number == 2)
    #expect(again.chronicle.baseline == october.chronicle.baseline)
    #expect(again.chronicle.changes == october.chronicle.changes)
    #expect(again.chronicle.sightings == october.chronicle.sightings)
    #expect(again.chronicle.trend == october.chronicle.trend)
    let reader = try HistoryFile.open(scene.file)
    #expect(try reader.chronicle(of: 2).sightings == october.chronicle.sightings)
  }

  @Test("an old run is shown without its pack: titles, clauses, names, figures, words")
  func withoutPack() throws {
    let scene = try Scene()
    try scene.record("2026-09-25", ["ky-so vh": .failed, "bao-cao vh 2026-09": .met])
    let renamed = Scene.yaml.replacing("Phòng Văn hoá – Xã hội", with: "Phòng VH-XH")
      .replacing("title: Có chữ ký số", with: "title: Tên mới")
    try scene.record("2026-10-25", ["ky-so vh": .failed], rules: try Scene.rules(renamed))
    let reader = try HistoryFile.open(scene.file)
    let runs = try reader.runs()
    #expect(runs.map { $0.units.map(\.name) } == [["Phòng Văn hoá – Xã hội"], ["Phòng VH-XH"]])
    let verdict = try #require(try reader.verdicts(of: 1).first)
    #expect(verdict.id == Scene.id("ky-so vh"))
    #expect(verdict.title == "Có chữ ký số")
    #expect(verdict.clauses == ["kh/I.1"])
    #expect(verdict.severity == .critical)
    #expect(verdict.measured?.trueCount == 7)
    #expect(verdict.measured?.excluded == [Exclusion(reason: "đã nghỉ việc", count: 2)])
    #expect(verdict.said?.vi.contains("7/8 = 87,5 %") == true)
    #expect(verdict.said?.en.contains("7/8 = 87.5%") == true)
    #expect(try reader.verdicts(of: 1).last?.said == nil)
    #expect(try reader.verdicts(of: 2).first?.title == "Tên mới")
    #expect(try reader.verdicts(of: 3).isEmpty)
  }

  @Test("every obligation, in the order of the report")
  func order() throws {
    let scene = try Scene()
    let names = ["bao-cao vp 2026-08", "bao-cao kt 2026-08", "ky-so vp", "ky-so kt", "ky-so vh"]
    try scene.record(
      "2026-09-25",
      [
        "bao-cao vp 2026-08": .met, "bao-cao kt 2026-08": .pending, "ky-so vp": .noData,
        "ky-so kt": .error, "ky-so vh": .notApplicable,
      ]
    )
    let reader = try HistoryFile.open(scene.file)
    #expect(try reader.verdicts(of: 1).map(\.id) == names.map(Scene.id))
    let run = try #require(try reader.runs().first)
    #expect(run.counts[.noData] == 1 && run.counts.undecided == 2)
  }

  @Test("Vietnamese names are stored in NFC, however the pack writes them")
  func canonicalText() throws {
    let scene = try Scene()
    let decomposed = Scene.yaml.decomposedStringWithCanonicalMapping
    try scene.record("2026-09-25", ["ky-so vh": .failed], rules: try Scene.rules(decomposed))
    let database = try DatabaseQueue(path: scene.file)
    let texts = try database.read { db in
      try String.fetchAll(
        db,
        sql:
          "SELECT name FROM unit_name UNION ALL SELECT title FROM rule_text UNION ALL SELECT pack FROM run"
      )
    }
    #expect(texts.count == 3)
    for text in texts {
      #expect(Array(text.utf8) == Array(text.precomposedStringWithCanonicalMapping.utf8))
    }
  }

  @Test("no run, and a thousand obligations")
  func counts() throws {
    let scene = try Scene()
    var run = try Scene.run("2026-09-25", [:])
    #expect(try HistoryFile.record(run, in: scene.file).chronicle.changes.isEmpty)
    run.obligations = (0..<1000).map { index in
      Obligation(
        id: ObligationID(
          rule: RuleID("r\(index % 100)"),
          unit: UnitID("vp"),
          period: Period(kind: .month, ordinal: Int32(24_000 + index / 100))
        ),
        verdict: .overdue
      )
    }
    let recording = try HistoryFile.record(run, in: scene.file)
    #expect(recording.number == 2)
    #expect(recording.chronicle.sightings.count == 1000)
  }

  @Test("scores go with their run, and only with it")
  func scores() throws {
    let scene = try Scene()
    let run = try Scene.run("2026-09-25", ["ky-so vp": .failed, "ky-so kt": .noData])
    var score = UnitScore(unit: UnitID("vp"))
    let worst = CivilTime.Decimal(mantissa: 935, scale: 1)
    let best = CivilTime.Decimal(mantissa: 98)
    score.range = ScoreRange(worst: worst, best: best)
    score.deductions = [
      Deduction(
        obligation: Scene.id("ky-so vp"),
        verdict: .failed,
        row: 1,
        points: CivilTime.Decimal(mantissa: 2)
      )
    ]
    score.possible = [
      Deduction(
        obligation: Scene.id("ky-so kt"),
        verdict: .failed,
        row: nil,
        points: CivilTime.Decimal(mantissa: 0)
      )
    ]
    let table = Scoring(base: best, floor: worst, deductions: [], gates: [], bands: [])
    let card = Scorecard(table: table, units: [score, UnitScore(unit: UnitID("kt"))])
    #expect(try HistoryFile.record(run, in: scene.file).number == 1)
    let scored = try HistoryFile.record(run, scorecard: card, in: scene.file)
    #expect(scored.number == 2, "a run without a scoring table is another one")
    #expect(
      scored.chronicle.trend.last?.scores == [UnitID("vp"): ScoreRange(worst: worst, best: best)]
    )
    let runs = try HistoryFile.open(scene.file).runs()
    #expect(runs[0].entry.scores.isEmpty)
    #expect(runs[1].units.map(\.score) == [ScoreRange(worst: worst, best: best), nil])
    let database = try DatabaseQueue(path: scene.file)
    let certain = try database.read { db in
      try Bool.fetchAll(db, sql: "SELECT is_certain FROM deduction ORDER BY obligation")
    }
    #expect(certain == [true, false])
  }

  @Test("another table, or anything else that a score says, is another run")
  func scoreIdentity() throws {
    let scene = try Scene()
    let run = try Scene.run("2026-09-25", ["ky-so vp": .failed, "ky-so kt": .waived])
    let hundred = CivilTime.Decimal(mantissa: 100)
    let zero = CivilTime.Decimal(mantissa: 0)
    func table(_ title: String) -> Scoring {
      let gate = Scoring.Gate(id: "g", title: title, clause: nil, tags: ["sai"], atLeast: 1)
      return Scoring(base: hundred, floor: zero, deductions: [], gates: [gate], bands: [])
    }
    let id = Scene.id("ky-so vp")
    func score(
      row: Int = 0,
      verdict: Verdict = .failed,
      sameFactAs: ObligationID? = nil,
      counted: CivilTime.Decimal? = nil
    ) -> UnitScore {
      var score = UnitScore(unit: UnitID("vp"))
      score.deductions = [
        Deduction(
          obligation: id,
          verdict: verdict,
          row: row,
          points: hundred,
          sameFactAs: sameFactAs,
          counted: counted ?? hundred
        )
      ]
      return score
    }
    let other = Scene.id("ky-so kt")
    var gated = score()
    gated.gates = [GateState(gate: "g", kind: .open, violations: [id], undecided: [])]
    var perhaps = score()
    perhaps.gates = [GateState(gate: "g", kind: .open, violations: [], undecided: [id])]
    var waived = score()
    waived.waived = [other]
    let half = CivilTime.Decimal(mantissa: 50)
    let scores = [
      score(), score(row: 1), score(verdict: .overdue), score(sameFactAs: other),
      score(counted: half), gated, perhaps, waived,
    ]
    for (index, score) in scores.enumerated() {
      let card = Scorecard(table: table("Cổng"), units: [score])
      #expect(try HistoryFile.record(run, scorecard: card, in: scene.file).number == index + 1)
    }
    let card = Scorecard(table: table("Tên khác"), units: [score()])
    let last = try HistoryFile.record(run, scorecard: card, in: scene.file)
    #expect(last.number == scores.count + 1)
    let runs = try HistoryFile.open(scene.file).runs()
    #expect(Set(runs.map(\.scoringDigest)).count == 2)
    #expect(last.chronicle.trend.last?.scoringDigest == runs.last?.scoringDigest)
    try scene.record("2026-10-25", ["ky-so vp": .failed])
    #expect(try HistoryFile.open(scene.file).runs().last?.entry.scoringDigest == nil)
  }

  @Test("tables refuse to be changed or emptied")
  func kept() throws {
    let scene = try Scene()
    try scene.record("2026-09-25", ["ky-so vp": .failed])
    let database = try DatabaseQueue(path: scene.file)
    let tables = try database.read { db in
      try String.fetchAll(
        db,
        sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'grdb%'"
      )
    }
    #expect(tables.count == 14)
    for table in tables {
      let triggers = try database.read { db in
        try Int.fetchOne(
          db,
          sql: "SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?",
          arguments: [table]
        )
      }
      #expect(triggers == 2, "\(table)")
    }
    for sql in ["DELETE FROM run", "UPDATE verdict SET verdict = 'met'"] {
      #expect(throws: DatabaseError.self) { try database.write { try $0.execute(sql: sql) } }
    }
  }
}

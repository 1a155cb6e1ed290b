import CivilTime
import Findings
import History
import Rules
import Testing

@Suite("what changed between two runs")
struct ChangeTests {
  struct Case: CustomTestStringConvertible {
    let before: Verdict
    let after: Verdict
    let kind: Chronicle.Change.Kind?

    var testDescription: String { "\(before) → \(after)" }
  }

  /// Every pair of verdicts, on the same terms.
  static let cases: [Case] = Verdict.allCases.flatMap { before in
    Verdict.allCases.map { after in Case(before: before, after: after, kind: kind(before, after)) }
  }

  private static func kind(_ before: Verdict, _ after: Verdict) -> Chronicle.Change.Kind? {
    let violations: Set<Verdict> = [.failed, .overdue, .metLate]
    if violations.contains(after) { return violations.contains(before) ? .continuing : .new }
    guard violations.contains(before) else { return nil }
    switch after {
    case .noData, .error: return .undecided
    case .waived, .pending, .notApplicable: return .excused
    default: return .resolved
    }
  }

  @Test("every pair of verdicts on the same terms", arguments: cases)
  func pair(_ c: Case) throws {
    let scene = try Scene()
    try scene.record("2026-09-25", ["ky-so vp": c.before])
    let later = try scene.record("2026-10-25", ["ky-so vp": c.after])
    #expect(later.kind("ky-so vp") == c.kind)
    #expect(later.chronicle.baseline?.number == 1)
    let change = later.chronicle.changes.first
    #expect(change?.before == (c.kind == nil ? nil : c.before))
    #expect(change?.after == (c.kind == nil ? nil : c.after))
  }

  @Test("the first run has nothing to compare with, and has seen what it sees")
  func first() throws {
    let scene = try Scene()
    let recording = try scene.record("2026-09-25", ["ky-so vp": .failed, "ky-so kt": .met])
    #expect(recording.number == 1)
    #expect(recording.chronicle.baseline == nil)
    #expect(recording.chronicle.changes.isEmpty)
    #expect(recording.sighting("ky-so vp") == "2026-09-25 2026-09-25 2026-09-25 1")
    #expect(recording.sighting("ky-so kt") == nil)
    #expect(recording.chronicle.trend.map(\.number) == [1])
    #expect(recording.chronicle.trend.first?.counts == [.failed: 1, .met: 1])
  }

  @Test("what the later whole run no longer holds is gone, and comes last")
  func gone() throws {
    let scene = try Scene()
    try scene.record("2026-09-25", ["bao-cao kt 2026-08": .overdue, "ky-so vp": .met])
    let later = try scene.record("2026-10-25", ["ky-so vp": .failed])
    #expect(later.kind("bao-cao kt 2026-08") == .gone)
    #expect(later.chronicle.changes.map(\.kind) == [.new, .gone])
    #expect(later.sighting("bao-cao kt 2026-08") == "2026-09-25 2026-09-25 2026-09-25 1")
  }

  @Test("a violation of a period that had not begun is new, whatever else")
  func newPeriod() throws {
    let scene = try Scene()
    try scene.record("2026-09-25", ["bao-cao kt 2026-09": .met])
    let later = try scene.record(
      "2026-10-25",
      ["bao-cao kt 2026-09": .met, "bao-cao kt 2026-10": .overdue]
    )
    #expect(later.kind("bao-cao kt 2026-10") == .new)
  }

  @Test("a violation that today's rules would have had then comes from the rules")
  func newObligation() throws {
    let scene = try Scene()
    try scene.record("2026-09-25", ["ky-so vp": .met])
    let later = try scene.record(
      "2026-10-25",
      ["ky-so vp": .met, "ky-so kt": .failed, "bao-cao kt 2026-08": .overdue]
    )
    #expect(later.kind("ky-so kt") == .changedByRule)
    #expect(later.kind("bao-cao kt 2026-08") == .changedByRule)
  }

  @Test("a rule that asks something else explains what changed; undecided stays undecided")
  func changedRule() throws {
    let stricter = Scene.yaml.replacing("at_least: 100%", with: "at_least: 90%")
    for (before, after, kind): (Verdict, Verdict, Chronicle.Change.Kind) in [
      (.failed, .met, .changedByRule), (.met, .failed, .changedByRule),
      (.failed, .failed, .continuing), (.failed, .noData, .undecided),
      (.failed, .waived, .excused), (.failed, .notApplicable, .changedByRule),
    ] {
      let scene = try Scene()
      try scene.record("2026-09-25", ["ky-so vp": before, "bao-cao vp 2026-08": before])
      let later = try scene.record(
        "2026-10-25",
        ["ky-so vp": after, "bao-cao vp 2026-08": after],
        rules: try Scene.rules(stricter)
      )
      #expect(later.kind("ky-so vp") == kind)
      #expect(later.kind("bao-cao vp 2026-08") != .changedByRule, "another rule, unchanged")
    }
  }

  @Test("words, weights, comments and new calendar years are no change of a rule")
  func sameTerms() throws {
    let edits = [
      ("title: Có chữ ký số", "title: Cán bộ có chữ ký số"),
      ("severity: critical", "severity: minor, tags: [ky-so], guidance: Làm đi"),
      ("    rules:", "    # ghi chú\n    rules:"), ("clause: kh/I.1", "clause: [kh/I.1, kh/IV.1]"),
      ("{year: 2027, source: Thử, holidays: []}", "{year: 2027, source: Khác, holidays: []}"),
      (
        "of: can_bo, that: has(het_han), at_least: 100%",
        "at_least: 100%, that: has(het_han), of: can_bo"
      ),
      ("members: [vp, kt, vh]", "members: [vp, kt]"), ("to: 2027-12-31", "to: 2027-06-30"),
    ]
    for (old, new) in edits {
      let yaml = Scene.yaml.replacing(old, with: new)
      let scene = try Scene()
      try scene.record("2026-09-25", ["ky-so vp": .failed])
      let later = try scene.record("2026-10-25", ["ky-so vp": .met], rules: try Scene.rules(yaml))
      #expect(later.kind("ky-so vp") == .resolved, "\(new)")
    }
  }

  @Test("how a dataset is read belongs to the rules that read it")
  func changedDataset() throws {
    let yaml = Scene.yaml.replacing(
      "file: can-bo.csv",
      with: "file: can-bo.csv\n    missing: [chưa có]"
    )
    let scene = try Scene()
    try scene.record("2026-09-25", ["ky-so vp": .failed, "bao-cao vp 2026-08": .overdue])
    let later = try scene.record(
      "2026-10-25",
      ["ky-so vp": .met, "bao-cao vp 2026-08": .met],
      rules: try Scene.rules(yaml)
    )
    #expect(later.kind("ky-so vp") == .changedByRule)
    #expect(later.kind("bao-cao vp 2026-08") == .resolved)
  }

  @Test("a waiver changes the terms of those it is for, and of nobody else")
  func waiver() throws {
    let yaml =
      Scene.yaml + """
        waivers:
          - {id: w1, rule: ky-so, units: [kt], effect: target, at_least: 80%, reason: Chờ cấp, document: 45/UBND,
             approved_by: Chủ tịch, approved_on: 2026-10-01, valid: {from: 2026-10-01, to: 2026-12-31}}

        """
    let scene = try Scene()
    try scene.record("2026-09-25", ["ky-so vp": .failed, "ky-so kt": .failed])
    let later = try scene.record(
      "2026-10-25",
      ["ky-so vp": .met, "ky-so kt": .met],
      rules: try Scene.rules(yaml)
    )
    #expect(later.kind("ky-so vp") == .resolved)
    #expect(later.kind("ky-so kt") == .changedByRule)
  }

  @Test("a deadline that the calendar moved changes the terms")
  func deadline() throws {
    let scene = try Scene()
    for (asOf, rolled, verdict) in [
      ("2026-09-25", "2026-09-19", Verdict.metLate), ("2026-10-25", "2026-09-21", .met),
    ] {
      var run = try Scene.run(asOf, ["bao-cao vp 2026-09": verdict])
      run.obligations[0].deadline = Deadline(
        nominal: try Scene.date("2026-09-19"),
        rolled: try Scene.date(rolled),
        effective: try Scene.date(rolled),
        holiday: nil
      )
      let recording = try HistoryFile.record(run, in: scene.file)
      if recording.number == 2 { #expect(recording.kind("bao-cao vp 2026-09") == .changedByRule) }
    }
  }

  @Test("a run that could not decide neither renews a violation nor ends it unseen")
  func undecidedBetween() throws {
    for (first, third, kind): (Verdict, Verdict, Chronicle.Change.Kind) in [
      (.failed, .failed, .continuing), (.failed, .met, .resolved),
      (.failed, .noData, .undecided), (.failed, .waived, .excused), (.met, .failed, .new),
    ] {
      for second in [Verdict.noData, .error] {
        let scene = try Scene()
        try scene.record("2026-08-25", ["ky-so vp": first])
        try scene.record("2026-09-25", ["ky-so vp": second])
        let later = try scene.record("2026-10-25", ["ky-so vp": third])
        #expect(later.chronicle.baseline?.number == 2)
        #expect(later.kind("ky-so vp") == kind)
        #expect(later.chronicle.changes.first?.before == first)
        let since = first == .failed ? "2026-08-25" : "2026-10-25"
        #expect(later.sighting("ky-so vp")?.hasPrefix(since) == true)
      }
    }
  }

  @Test("two runs that are named are compared as they are")
  func literal() throws {
    let scene = try Scene()
    try scene.record("2026-08-25", ["ky-so vp": .failed])
    try scene.record("2026-09-25", ["ky-so vp": .noData])
    try scene.record("2026-10-25", ["ky-so vp": .failed])
    let reader = try HistoryFile.open(scene.file)
    let sides = try reader.runs().map { run in
      Comparison.Side(
        asOf: run.asOf,
        isWhole: run.isWhole,
        verdicts: try reader.verdicts(of: run.number)
      )
    }
    #expect(Comparison(from: sides[1], to: sides[2]).changes.map(\.kind) == [.new])
  }

  @Test("the last decided verdict is that of a whole run of the same sort")
  func decidedByOthers() throws {
    let scene = try Scene()
    try scene.record("2026-07-25", ["ky-so vp": .failed])
    try scene.record("2026-08-25", ["ky-so vp": .met], selectors: ["unit:vp"])
    try scene.record("2026-08-26", ["ky-so vp": .met], usesWaivers: false)
    try scene.record("2026-09-25", ["ky-so vp": .noData])
    let later = try scene.record("2026-10-25", ["ky-so vp": .met])
    #expect(later.kind("ky-so vp") == .resolved)
  }

  @Test("what another pack found says nothing")
  func packs() throws {
    let other = try Scene.rules(
      Scene.yaml.replacing("Kế hoạch thử – xã Mẫu", with: "Kế hoạch khác")
    )
    let scene = try Scene()
    try scene.record("2026-08-25", ["ky-so vp": .failed])
    try scene.record("2026-09-25", ["ky-so vp": .met], rules: other)
    let later = try scene.record("2026-10-25", ["ky-so vp": .failed])
    #expect(later.chronicle.baseline?.number == 1)
    #expect(later.kind("ky-so vp") == .continuing)
    #expect(later.sighting("ky-so vp") == "2026-08-25 2026-10-25 2026-08-25 2")
    #expect(later.chronicle.trend.map(\.number) == [1, 3])
    let next = try scene.record("2026-11-25", ["ky-so vp": .met], rules: other)
    #expect(next.chronicle.baseline?.number == 2)
    #expect(next.chronicle.sightings.isEmpty)
    let runs = try HistoryFile.open(scene.file).runs()
    let numbers = RecordedRun.lastOfEachDate(runs, usesWaivers: true).map(\.number)
    #expect(numbers == [2, 4, 1, 3], "by the pack's name, then by date")
  }
}

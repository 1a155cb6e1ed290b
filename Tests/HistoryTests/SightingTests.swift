import CivilTime
import Findings
import History
import Testing

@Suite("since when a violation is seen")
struct SightingTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    /// As-of date and verdict of each run, in the order of recording.
    let runs: [(String, Verdict)]
    /// First, last, since, months, as the last run knows them.
    let expected: String?

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "never seen",
      runs: [("2026-09-25", .met), ("2026-10-25", .pending)],
      expected: nil
    ),
    Case(
      name: "three months in a row",
      runs: [("2026-08-25", .failed), ("2026-09-25", .failed), ("2026-10-25", .failed)],
      expected: "2026-08-25 2026-10-25 2026-08-25 3"
    ),
    Case(
      name: "a daily run counts months, not days",
      runs: (1...30).map { ("2026-09-\($0 < 10 ? "0" : "")\($0)", .overdue) } + [
        ("2026-10-01", .overdue)
      ],
      expected: "2026-09-01 2026-10-01 2026-09-01 2"
    ),
    Case(
      name: "two Octobers are two months",
      runs: [("2026-10-25", .failed), ("2027-10-25", .failed)],
      expected: "2026-10-25 2027-10-25 2026-10-25 2"
    ),
    Case(
      name: "met in between begins a new series; the first sighting stays",
      runs: [("2026-08-25", .failed), ("2026-09-25", .met), ("2026-10-25", .failed)],
      expected: "2026-08-25 2026-10-25 2026-10-25 1"
    ),
    Case(
      name: "undecided in between breaks nothing, and is not counted",
      runs: [("2026-08-25", .failed), ("2026-09-25", .noData), ("2026-10-25", .failed)],
      expected: "2026-08-25 2026-10-25 2026-08-25 2"
    ),
    Case(
      name: "waived in between breaks",
      runs: [("2026-08-25", .failed), ("2026-09-25", .waived), ("2026-10-25", .failed)],
      expected: "2026-08-25 2026-10-25 2026-10-25 1"
    ),
    Case(
      name: "resolved keeps when it was seen",
      runs: [("2026-08-25", .failed), ("2026-09-25", .failed), ("2026-10-25", .met)],
      expected: "2026-08-25 2026-09-25 2026-08-25 2"
    ),
    Case(
      name: "a correction of the same date erases nothing",
      runs: [("2026-09-25", .failed), ("2026-09-25", .met), ("2026-10-25", .met)],
      expected: "2026-09-25 2026-09-25 2026-09-25 1"
    ),
    Case(
      name: "of several runs of a date the last that decided breaks or does not",
      runs: [
        ("2026-08-25", .failed), ("2026-09-25", .met), ("2026-09-25", .failed),
        ("2026-09-25", .noData), ("2026-10-25", .failed),
      ],
      expected: "2026-08-25 2026-10-25 2026-08-25 3"
    ),
    Case(
      name: "recorded out of order, the dates count",
      runs: [("2026-09-25", .failed), ("2026-08-25", .met), ("2026-10-25", .failed)],
      expected: "2026-09-25 2026-10-25 2026-09-25 2"
    ),
    Case(
      name: "what later dates say is not known to an earlier one",
      runs: [("2026-10-25", .failed), ("2026-09-25", .met)],
      expected: nil
    ),
  ]

  @Test("series of runs", arguments: cases)
  func series(_ c: Case) throws {
    let scene = try Scene()
    var last: Recording?
    for (index, (asOf, verdict)) in c.runs.enumerated() {
      last = try scene.record(asOf, ["ky-so vp": verdict], data: "d\(index)")
    }
    #expect(last?.number == c.runs.count)
    #expect(last?.sighting("ky-so vp") == c.expected)
  }

  @Test("a run of a selection counts for what it judged, and breaks nothing else")
  func partial() throws {
    let scene = try Scene()
    try scene.record("2026-08-25", ["ky-so vp": .failed, "ky-so kt": .failed])
    let part = try scene.record("2026-09-25", ["ky-so vp": .failed], selectors: ["unit:vp"])
    #expect(part.chronicle.baseline?.number == 1)
    #expect(part.chronicle.changes.map(\.kind) == [.continuing], "kt is not gone")
    #expect(part.chronicle.sightings.count == 1)
    #expect(part.chronicle.trend.map(\.number) == [1], "a part is no point of the trend")
    let whole = try scene.record("2026-10-25", ["ky-so vp": .met, "ky-so kt": .failed])
    #expect(whole.chronicle.baseline?.number == 1, "a part is never a baseline")
    #expect(whole.sighting("ky-so vp") == "2026-08-25 2026-09-25 2026-08-25 2")
    #expect(whole.sighting("ky-so kt") == "2026-08-25 2026-10-25 2026-08-25 2")
    #expect(whole.chronicle.trend.map(\.number) == [1, 3])
  }

  @Test("runs without waivers are another series")
  func waivers() throws {
    let scene = try Scene()
    try scene.record("2026-08-25", ["ky-so vp": .failed], usesWaivers: false)
    let waived = try scene.record("2026-09-25", ["ky-so vp": .waived])
    #expect(waived.chronicle.baseline == nil)
    #expect(waived.sighting("ky-so vp") == nil)
    let raw = try scene.record("2026-10-25", ["ky-so vp": .failed], usesWaivers: false)
    #expect(raw.chronicle.baseline?.number == 1)
    #expect(raw.sighting("ky-so vp") == "2026-08-25 2026-10-25 2026-08-25 2")
  }

  @Test("the run before is the last whole one of an earlier date")
  func baseline() throws {
    let scene = try Scene()
    try scene.record("2026-09-25", ["ky-so vp": .met])
    try scene.record("2026-10-25", ["ky-so vp": .failed], data: "wrong")
    let corrected = try scene.record("2026-10-25", ["ky-so vp": .met], data: "right")
    #expect(corrected.chronicle.baseline?.number == 1, "a correction is compared like its date")
    #expect(corrected.chronicle.trend.map(\.number) == [1, 3])
    let next = try scene.record("2026-11-25", ["ky-so vp": .met])
    #expect(next.chronicle.baseline?.number == 3)
  }
}

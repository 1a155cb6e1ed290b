import CivilTime
import Findings
import History
import Rules
import TestSupport
import Testing

@testable import Mail

/// What is told when: new, changed, going on, resolved, and again after how long.
@Suite("what is worth telling")
struct TidingTests {
  private static let name = "ky-so kt"

  /// Days of runs with what the unit is told on each.
  struct Story: Sendable, CustomTestStringConvertible {
    let title: String
    let days: [(day: String, verdict: Verdict?, extent: Int, told: String?)]
    var testDescription: String { title }
  }

  static let stories: [Story] = [
    Story(
      title: "nothing wrong is no news",
      days: [("2026-11-02", .met, 1, nil), ("2026-11-03", .pending, 1, nil)]
    ),
    Story(
      title: "a violation is told once, again after five working days, and its end",
      days: [
        ("2026-11-02", .failed, 1, "new"), ("2026-11-03", .failed, 1, nil),
        ("2026-11-06", .failed, 1, nil), ("2026-11-09", .failed, 1, "continuing"),
        ("2026-11-10", .failed, 1, nil), ("2026-11-11", .met, 1, "resolved"),
        ("2026-11-12", .met, 1, nil), ("2026-11-13", .failed, 1, "new"),
      ]
    ),
    Story(
      title: "other figures and another verdict are changes",
      days: [
        ("2026-11-02", .failed, 1, "new"), ("2026-11-03", .failed, 2, "changed"),
        ("2026-11-04", .failed, 2, nil), ("2026-11-05", .metLate, 2, "changed"),
      ]
    ),
    Story(
      title: "what is overdue is told again after two days",
      days: [
        ("2026-11-02", .overdue, 1, "new"), ("2026-11-03", .overdue, 1, nil),
        ("2026-11-04", .overdue, 1, "continuing"), ("2026-11-05", .overdue, 1, nil),
      ]
    ),
    Story(
      title: "undecided is news, never a resolution; violated again is a change",
      days: [
        ("2026-11-02", .noData, 1, "new"), ("2026-11-03", .noData, 1, nil),
        ("2026-11-04", .failed, 1, "new"), ("2026-11-05", .noData, 1, "changed"),
        ("2026-11-06", .failed, 1, "changed"), ("2026-11-07", .noData, 1, "changed"),
        ("2026-11-08", .met, 1, "resolved"), ("2026-11-09", .noData, 1, "new"),
        ("2026-11-10", .met, 1, "settled"), ("2026-11-11", .noData, 1, "new"),
        ("2026-11-12", .failed, 1, "new"),
      ]
    ),
    Story(
      title: "waived, not due or no longer owed is told as no longer counted",
      days: [
        ("2026-11-02", .failed, 1, "new"), ("2026-11-03", .waived, 1, "excused"),
        ("2026-11-04", .failed, 1, "new"), ("2026-11-05", nil, 1, "gone"),
        ("2026-11-06", nil, 1, nil), ("2026-11-09", .failed, 1, "new"),
        ("2026-11-10", .pending, 1, "excused"),
      ]
    ),
  ]

  @Test("what an audience hears, day by day", arguments: stories)
  func story(_ story: Story) throws {
    var scene = try Scene()
    for (day, verdict, extent, expected) in story.days {
      let obligations = verdict.map { [Scene.obligation(Self.name, $0, extent: extent)] } ?? []
      let finder = TidingFinder(
        run: try Scene.run(obligations, rules: scene.rules),
        policy: try #require(scene.rules.mail),
        day: try Scene.date(day)
      )
      let tidings = finder.tidings(
        Array(obligations.indices),
        told: scene.told["unit:kt"] ?? Told()
      )
      let heard = tidings.filter(\.isOccasion).map { "\($0.kind)" }
      #expect(heard == [expected].compactMap(\.self), "\(day)")
      let sent = try scene.send(obligations, day: day)
      #expect(sent.map(\.audience) == (expected == nil ? [] : ["unit:kt", "digest:vp"]), "\(day)")
    }
  }

  @Test("occasions that the pack turns off are not told, and are new when it turns them on")
  func silenced() throws {
    let quiet = Scene.mail + "  new: no\n  changed: no\n  resolved: no\n"
    var scene = try Scene(quiet.replacing("  continuing: 5 working days\n", with: ""))
    #expect(try scene.send([Scene.obligation(Self.name, .failed)], day: "2026-11-02").isEmpty)
    scene = try Scene()
    #expect(try scene.send([Scene.obligation(Self.name, .failed)], day: "2026-11-03").count == 2)
    let told = scene.told
    scene = try Scene(quiet)
    scene.told = told
    #expect(try scene.send([Scene.obligation(Self.name, .met)], day: "2026-11-04").isEmpty)
    let again = try scene.send([Scene.obligation(Self.name, .failed, extent: 3)], day: "2026-11-10")
    #expect(again.count == 2, "a change that is not told is told as going on when that is due")
  }

  @Test("with 'changed: no' what can no longer be judged is told as going on, never left out")
  func unchanged() throws {
    var scene = try Scene(Scene.mail + "  changed: no\n")
    let known = Scene.obligation(Self.name, .failed)
    _ = try scene.send([known], day: "2026-11-02")
    let open = Scene.obligation(Self.name, .noData)
    #expect(try scene.send([open], day: "2026-11-03").isEmpty)
    let beside = Scene.obligation("bao-cao kt 2026-10", .failed)
    let mail = try scene.send([open, beside], day: "2026-11-04").to("unit:kt")
    #expect(mail.notices.count == 2)
    #expect(mail.subject.contains("1 chưa kết luận được, 1 vi phạm mới"))
  }

  @Test("with 'resolved: no' a violation that ended and came back is news again")
  func comeBack() throws {
    let scene = try Scene(Scene.mail + "  resolved: no\n")
    let run = try Scene.run([Scene.obligation(Self.name, .failed)], rules: scene.rules)
    let policy = try #require(scene.rules.mail)
    let first = TidingFinder(run: run, policy: policy, day: try Scene.date("2026-11-02"))
      .tidings([0], told: Told())
    let told = Told(findings: [Scene.id(Self.name): first[0].notice])
    for (since, kind) in [("2026-11-02", Tiding.Kind.continuing), ("2026-11-04", .new)] {
      let day = try Scene.date(since)
      let sighting = Chronicle.Sighting(firstSeen: day, lastSeen: day, since: day, periods: 1)
      let finder = TidingFinder(
        run: run,
        policy: policy,
        day: try Scene.date("2026-11-05"),
        sightings: [Scene.id(Self.name): sighting]
      )
      #expect(finder.tidings([0], told: told).map(\.kind) == [kind])
    }
  }

  @Test("what others owe and the pack no longer tells is not called gone")
  func noLongerTold() throws {
    let copying = Scene.mail + "  copy_supporting: yes\n"
    var scene = try Scene(copying)
    let obligation = Scene.obligation("ky-so kt", .failed)
    #expect(try scene.send([obligation], day: "2026-11-02").count == 3)
    let (told, latest) = (scene.told, scene.latest)
    scene = try Scene()
    (scene.told, scene.latest) = (told, latest)
    #expect(try scene.mails([obligation], day: "2026-11-03").isEmpty)
    #expect(try scene.mails([], day: "2026-11-03").map(\.audience).contains("unit:vh"))
  }

  @Test("a notice of a day to come, by a wrong clock, delays no interval")
  func wrongClock() throws {
    var scene = try Scene()
    _ = try scene.send([Scene.obligation(Self.name, .failed)], day: "2026-12-20")
    #expect(try scene.send([Scene.obligation(Self.name, .failed)], day: "2026-11-10").count == 2)
    #expect(try scene.send([Scene.obligation(Self.name, .failed)], day: "2026-11-11").isEmpty)
  }

  @Test("a reminder comes once, then as often as the pack says, and again for another deadline")
  func reminders() throws {
    var scene = try Scene()
    var obligation = Scene.obligation("bao-cao kt 2026-11", .pending)
    obligation.isDueSoon = true
    func due(_ text: String) throws -> Deadline {
      let day = try Scene.date(text)
      return Deadline(nominal: day, rolled: day, effective: day, holiday: nil)
    }
    obligation.deadline = try due("2026-11-19")
    #expect(try scene.send([obligation], day: "2026-11-16").map(\.audience) == ["unit:kt"])
    #expect(try scene.send([obligation], day: "2026-11-17").isEmpty)
    #expect(try scene.send([obligation], day: "2026-11-18").count == 1)
    obligation.deadline = try due("2026-11-25")
    #expect(try scene.send([obligation], day: "2026-11-19").count == 1)
    obligation.isDueSoon = false
    #expect(try scene.send([obligation], day: "2026-11-30").isEmpty)
  }

  @Test("nothing is lost and nothing is told twice, whatever happens", arguments: 1...20)
  func property(seed: Int) throws {
    // The oracle: replay what the unit heard; at the end it must know what is true.
    var random = SeededGenerator(seed: UInt64(seed))
    var scene = try Scene(Scene.mail + "  attach: []\n  attach_digest: []\n")
    var known: [ObligationID: String] = [:]
    let names = ["ky-so vp", "ky-so kt", "bao-cao kt 2026-10", "bao-cao thon 2026-10"]
    let verdicts = Verdict.allCases
    var day = try Scene.date("2026-11-02")
    for _ in 0..<30 {
      day = day.adding(days: Int.random(in: 0...3, using: &random))
      let obligations = names.filter { _ in Int.random(in: 0..<8, using: &random) > 0 }.map {
        name in
        Scene.obligation(
          name,
          verdicts[Int.random(in: 0..<verdicts.count, using: &random)],
          extent: Int.random(in: 1...2, using: &random)
        )
      }
      let mails = try scene.send(obligations, day: day.description)
      for mail in mails where !mail.audience.hasPrefix("digest") {
        for notice in mail.notices {
          #expect(mail.audience == "unit:\(notice.obligation.unit.text)")
          known[notice.obligation] = notice.standing == .clear ? nil : notice.state
        }
        #expect(Set(mail.notices.map(\.obligation)).count == mail.notices.count)
      }
      let truth = obligations.filter { Standing($0) != .clear }.map { ($0.id, $0.toldState) }
      #expect(known == Dictionary(uniqueKeysWithValues: truth))
      #expect(
        try scene.mails(obligations, day: day.description).isEmpty,
        "the same again is silent"
      )
    }
  }
}

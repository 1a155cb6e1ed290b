import Checks
import CivilTime
import Findings
import Testing

/// The one place that knows §7: every combination of what it looks at.
@Suite("judgement")
struct JudgementTests {
  private static let readings: [Assessment.Reading] = [.met, .metLate, .unmet, .notApplicable]

  /// Everything that verdicts depend on, in every combination.
  private static func circumstances() throws -> [Circumstances] {
    let asOf = try #require(CivilDate(iso: "2026-11-20"))
    let dues: [Circumstances.DueState] = [
      .standing, .unknown, .on(asOf.adding(days: -1)), .on(asOf), .on(asOf.adding(days: 1)),
    ]
    let states: [DataState] = [.complete, .incomplete, .empty, .broken, .missing]
    var all: [Circumstances] = []
    for (due, data) in dues.flatMap({ due in states.map { (due, $0) } }) {
      for (good, bad) in readings.flatMap({ good in readings.map { (good, $0) } }) {
        for flags in 0..<16 {
          var assessment = Assessment(favourable: good, unfavourable: bad)
          assessment.metStandsOnPartialData = flags & 1 != 0
          assessment.unmetStandsOnPartialData = flags & 2 != 0
          all.append(
            Circumstances(
              asOf: asOf,
              due: due,
              data: data,
              assessment: assessment,
              isEvidence: flags & 4 != 0,
              isExempt: flags & 8 != 0
            )
          )
        }
      }
    }
    return all
  }

  @Test("no combination breaks the laws")
  func laws() throws {
    for facts in try Self.circumstances() {
      let ruling = Judgement.ruling(facts)
      let (verdict, reason) = (ruling.verdict, ruling.reason)
      let found = try #require(facts.assessment)
      let isOpen = if case .on(let day) = facts.due { facts.asOf <= day } else { false }
      let isAgreed = found.favourable == found.unfavourable
      let words = Comment("\(facts) \(verdict)")
      if facts.due == .unknown {
        #expect(verdict == .pending && reason == .noDate, words)
        continue
      }
      #expect((verdict == .noData) == (reason != nil), words)
      #expect(verdict != .error && (verdict != .waived || facts.isExempt), words)
      #expect(!facts.isExempt || !verdict.isViolation, words)
      switch facts.data {
      case .missing: #expect(reason == .missingDataset, words)
      case .broken: #expect(reason == .brokenDataset, words)
      case .empty: #expect(isOpen ? verdict == .pending : reason == .emptyDataset, words)
      case .incomplete, .complete:
        if !isAgreed { #expect(isOpen ? verdict == .pending : reason == found.doubt, words) }
      }
      if verdict == .met {
        let stands = facts.data == .complete || found.metStandsOnPartialData
        #expect(isAgreed && found.favourable == .met && stands && facts.data <= .incomplete, words)
      }
      if verdict == .failed || verdict == .overdue {
        let stands = facts.data == .complete || found.unmetStandsOnPartialData
        #expect(isAgreed && found.favourable == .unmet && stands && !isOpen, words)
        #expect((verdict == .overdue) == facts.isEvidence, words)
      }
      if isOpen, verdict == .noData { #expect(facts.data >= .broken || isAgreed, words) }
    }
  }

  @Test("a rule that cannot be evaluated is an error, whatever the deadline")
  func ruleError() throws {
    for var facts in try Self.circumstances() where facts.data <= .incomplete {
      facts.assessment = nil
      let ruling = Judgement.ruling(facts)
      let (verdict, reason) = (ruling.verdict, ruling.reason)
      #expect(facts.due == .unknown || (verdict == .error && reason == .ruleError))
    }
  }
}

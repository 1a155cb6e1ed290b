internal import CivilTime
internal import Findings
internal import History
internal import Rules

/// What a message tells of one obligation.
struct Tiding: Sendable, Hashable {
  /// How it differs from what the audience was told before.
  enum Kind: Sendable, Hashable {
    /// A violation, or something undecided, that the audience does not know.
    case new
    /// A violation, or something undecided, of which it knows something else.
    case changed
    /// As it was told before.
    case continuing
    /// It was told violated, and is met now.
    case resolved
    /// It was told undecided and never violated, and is met now.
    case settled
    /// It was told undecided or violated, and is waived, not due or not applicable now.
    case excused
    /// It was told undecided or violated, and the pack does not have it any longer.
    case gone
    /// It falls due soon.
    case reminder
  }

  let kind: Kind
  /// The obligation's place in the run; nil if it is gone.
  let place: Int?
  /// What the outbox keeps of it.
  let notice: Notice
  /// Whether it is worth a message of its own; if not, it is told where another one is.
  let isOccasion: Bool
}

/// Finds out what an audience is to be told.
struct TidingFinder {
  let run: Run
  /// Everything that the run judged.
  private let owed: Set<ObligationID>
  let policy: MailPolicy
  /// The day on which it is told.
  let day: CivilDate
  /// When violations were seen, if there is a history.
  let sightings: [ObligationID: Chronicle.Sighting]

  /// Prepares to find out what there is to tell.
  init(
    run: Run,
    policy: MailPolicy,
    day: CivilDate,
    sightings: [ObligationID: Chronicle.Sighting] = [:]
  ) {
    self.run = run
    self.policy = policy
    self.day = day
    self.sightings = sightings
    owed = Set(run.obligations.map(\.id))
  }

  /// Compares obligations with what was told of them.
  ///
  /// - Parameters:
  ///   - places: The obligations that concern the audience, by their places in the run.
  ///   - told: What the audience was told last.
  /// - Returns: What is to be told, in the order of the run; what is gone comes last.
  /// - Complexity: O(obligations + notices).
  func tidings(_ places: [Int], told: Told) -> [Tiding] {
    var result: [Tiding] = []
    for place in places {
      let obligation = run.obligations[place]
      if let tiding = finding(obligation, place, told.findings[obligation.id]) {
        result.append(tiding)
      }
      if let tiding = reminder(obligation, place, told.reminders[obligation.id]) {
        result.append(tiding)
      }
    }
    // What the run holds still, but for others, is not gone: nothing is said of it.
    let rest = told.findings.values.filter {
      !owed.contains($0.obligation) && $0.standing != .clear
    }
    return result
      + rest.map(gone).sorted { a, b in
        a.notice.obligation.fingerprint < b.notice.obligation.fingerprint
      }
  }

  private func finding(_ obligation: Obligation, _ place: Int, _ before: Notice?) -> Tiding? {
    let standing = Standing(obligation)
    guard let kind = kind(obligation, standing, before) else { return nil }
    let isOccasion =
      switch kind {
      case .new: policy.occasions.new
      case .changed: policy.occasions.changed
      case .resolved, .settled, .excused, .gone: policy.occasions.resolved
      case .continuing: before.map { isDueAgain(obligation, since: $0.day) } ?? false
      case .reminder: false
      }
    // What is not to be told stays untold, so that it is new on the day it is asked for.
    guard isOccasion || kind == .continuing else { return nil }
    let notice = Notice(
      obligation: obligation.id,
      topic: .finding,
      standing: standing,
      decided: standing == .open ? before?.decided : standing,
      verdict: obligation.verdict,
      state: obligation.toldState,
      day: day
    )
    return Tiding(kind: kind, place: place, notice: notice, isOccasion: isOccasion)
  }

  private func kind(
    _ obligation: Obligation,
    _ standing: Standing,
    _ before: Notice?
  ) -> Tiding.Kind? {
    let known = before?.standing ?? .clear
    let changed: Tiding.Kind = policy.occasions.changed ? .changed : .continuing
    switch (known, standing) {
    case (.clear, .clear): return nil
    case (_, .clear):
      guard obligation.verdict == .met else { return .excused }
      return before?.decided == .violation ? .resolved : .settled
    case (.clear, _): return .new
    // Once told violated, then undecided and now violated again is no news, but a change.
    case (.open, .violation): return before?.decided == .violation ? changed : .new
    case (.violation, .open): return changed
    case (.violation, .violation) where hasComeBack(obligation.id, since: before): return .new
    case (.open, .open), (.violation, .violation):
      return before?.state == obligation.toldState ? .continuing : changed
    }
  }

  /// Whether a violation ended and began again after it was told, though the end was not told.
  private func hasComeBack(_ id: ObligationID, since before: Notice?) -> Bool {
    guard !policy.occasions.resolved, let before, let series = sightings[id] else { return false }
    return before.day < series.since
  }

  private func isDueAgain(_ obligation: Obligation, since last: CivilDate) -> Bool {
    let occasions = policy.occasions
    let isOverdue = obligation.verdict == .overdue
    let interval = isOverdue ? occasions.overdue ?? occasions.continuing : occasions.continuing
    return isOver(interval, last)
  }

  /// Whether an interval has passed since a day; never without an interval.
  private func isOver(_ interval: Span?, _ last: CivilDate) -> Bool {
    guard let interval else { return false }
    // A notice of a day to come was told by a wrong clock, or in a rehearsal of another day.
    return last > day || last <= run.rules.calendar.reminderStart(interval, before: day)
  }

  private func reminder(_ obligation: Obligation, _ place: Int, _ before: Notice?) -> Tiding? {
    guard obligation.isDueSoon, let due = obligation.deadline?.effective else { return nil }
    let state = due.description
    let isOccasion =
      before.map { $0.state != state || isOver(policy.occasions.remind, $0.day) } ?? true
    let notice = Notice(
      obligation: obligation.id,
      topic: .reminder,
      standing: .clear,
      decided: nil,
      verdict: obligation.verdict,
      state: state,
      day: day
    )
    return Tiding(kind: .reminder, place: place, notice: notice, isOccasion: isOccasion)
  }

  private func gone(_ before: Notice) -> Tiding {
    let notice = Notice(
      obligation: before.obligation,
      topic: .finding,
      standing: .clear,
      decided: .clear,
      verdict: .notApplicable,
      state: "gone",
      day: day
    )
    return Tiding(
      kind: .gone,
      place: nil,
      notice: notice,
      isOccasion: policy.occasions.resolved
    )
  }
}

public import CivilTime
public import Diagnostics
internal import Findings
public import History
public import Reports
public import Rules

/// What a composer has to know besides the run.
public struct MailOccasion: Sendable, Hashable {
  /// The day on which the messages are written.
  public var day: CivilDate
  /// The date for their headers, as RFC 5322 writes it.
  public var date: String
  /// The address that gets everything in the place of those it is for; nil for a real sending.
  public var rehearsal: String?
  /// The language of the messages.
  public var language: Language
  /// A folder for files that an attachment needs while it is made.
  public var temporaryFolder: String

  /// Makes an occasion.
  public init(
    day: CivilDate,
    date: String,
    rehearsal: String? = nil,
    language: Language,
    temporaryFolder: String = "/tmp"
  ) {
    self.day = day
    self.date = date
    self.rehearsal = rehearsal
    self.language = language
    self.temporaryFolder = temporaryFolder
  }
}

/// Composes the messages of a run: one a unit that there is something to tell, and a digest a
/// unit that gets it.
public struct MailComposer {
  let content: ReportContent
  let policy: MailPolicy
  let occasion: MailOccasion
  let words: MailWords
  private let finder: TidingFinder
  private let owners: RowOwners

  /// Prepares to compose.
  ///
  /// - Parameters:
  ///   - content: The run, whole, with its scores and what earlier runs say.
  ///   - policy: What the pack says about mail.
  ///   - occasion: When, in which language, and whether it is a rehearsal.
  public init(_ content: ReportContent, policy: MailPolicy, occasion: MailOccasion) {
    self.content = content
    self.policy = policy
    self.occasion = occasion
    words = MailWords(language: occasion.language)
    finder = TidingFinder(
      run: content.run,
      policy: policy,
      day: occasion.day,
      sightings: content.chronicle?.sightings ?? [:]
    )
    owners = RowOwners(content.run.rules)
  }

  /// Composes what is to be sent.
  ///
  /// - Parameters:
  ///   - told: What every audience was told last, by the audience's text.
  ///   - latest: The number of the message that it was told by, by the audience's text.
  /// - Returns: The messages, each to one address: units in register order, then digests. An audience
  ///   that there is nothing to tell gets none.
  /// - Throws: `ReportFileError` if an attachment cannot be made.
  /// - Complexity: O(obligations · audiences that are told), and the attachments.
  public func mails(told: [String: Told], latest: [String: Int]) throws -> [OutgoingMail] {
    let places = placesByUnit()
    var mails: [OutgoingMail] = []
    for unit in content.run.rules.units {
      let audience = Audience.unit(unit.id)
      let past = (told[audience.text] ?? Told(), latest[audience.text] ?? 0)
      if let mail = try mail(to: unit, places[unit.id] ?? Places(), past) { mails.append(mail) }
    }
    return mails + (try digests(told, latest))
  }

  /// What an audience was told, and by which message last.
  private typealias Past = (told: Told, latest: Int)

  private struct Places {
    var own: [Int] = []
    var supported: [Int] = []
  }

  private func placesByUnit() -> [UnitID: Places] {
    let run = content.run
    var supporting: [RuleID: [UnitID]] = [:]
    if policy.copiesSupporting {
      for rule in run.rules.rules {
        supporting[rule.id] = rule.supporting.map { run.rules.units[$0].id }
      }
    }
    var places: [UnitID: Places] = [:]
    for (place, obligation) in run.obligations.enumerated() {
      places[obligation.id.unit, default: Places()].own.append(place)
      for unit in supporting[obligation.id.rule] ?? [] where unit != obligation.id.unit {
        places[unit, default: Places()].supported.append(place)
      }
    }
    return places
  }
}

extension MailComposer {
  private func mail(to unit: Unit, _ places: Places, _ past: Past) throws -> OutgoingMail? {
    let all = places.own + places.supported
    let tidings = finder.tidings(all, told: past.told)
    guard tidings.contains(where: \.isOccasion) else { return nil }
    // What the unit owes, and what it supports without a single cell.
    var seen = content.part(of: unit.id, all, owners)
    for place in places.own.count..<all.count { seen.run.obligations[place].evidence = [] }
    let owned = places.own.map { content.run.obligations[$0] }
    let foreignCells = Dictionary(
      owned.map { ($0.id, owners.foreignCells(of: $0, to: unit.id)) }
    ) { first, _ in first }
    let moved = tidings.moved(to: all)
    let own = content.part(of: unit.id, places.own, owners)
    let fallback = unit.email == nil ? [words.noAddress(unit.name)] : []
    let recipient = unit.email ?? policy.fallback
    return try compose(
      Draft(
        audience: .unit(unit.id),
        name: unit.name,
        owner: unit.id,
        follows: past.latest,
        recipient: (unit.email == nil ? nil : unit.name, recipient),
        tidings: moved,
        files: try attachments(policy.attachments, of: own, name: unit.name)
      )
    ) { limits, notes in
      let writer = LetterWriter(
        seen,
        language: occasion.language,
        limits: limits,
        foreignCells: foreignCells
      )
      var intro = [
        words.greeting(unit), words.dates(content.run, day: occasion.day),
        words.state(own.run.obligations),
      ]
      let faults = own.run.inputs.reduce(0) { $0 + $1.dataErrors }
      if faults > 0 { intro.append(words.dataErrors(faults)) }
      return (intro + fallback, nil, writer.sections(moved, owner: unit.id), notes)
    }
  }

  /// Composes the digests: the same words to each address, as far as it was told the same before.
  private func digests(_ told: [String: Told], _ latest: [String: Int]) throws -> [OutgoingMail] {
    let units = policy.digest.map { content.run.rules.units[$0] }
    var addresses: Set<String> = []
    var mails: [OutgoingMail] = []
    var files: [MIMEMessage.File]?
    for unit in units.isEmpty ? [nil] : units.map(Optional.some) {
      let address = unit?.email ?? policy.fallback
      guard addresses.insert(address.lowercased()).inserted else { continue }
      let audience = Audience.digest(unit?.id)
      let tidings = finder.tidings(
        Array(content.run.obligations.indices),
        told: told[audience.text] ?? Told()
      )
      // Reminders are for those who have to act; a digest counts them, and is not sent for them.
      guard tidings.contains(where: { $0.isOccasion && $0.kind != .reminder }) else { continue }
      let attached =
        try files
        ?? attachments(policy.digestAttachments, of: content, name: words.digestName)
      files = attached
      mails.append(
        try digest(
          Draft(
            audience: audience,
            name: words.digestName,
            owner: nil,
            follows: latest[audience.text] ?? 0,
            recipient: (unit?.email == nil ? nil : unit?.name, address),
            tidings: tidings,
            files: attached
          ),
          to: units
        )
      )
    }
    return mails
  }

  private func digest(_ draft: Draft, to units: [Unit]) throws -> OutgoingMail {
    let run = content.run
    return try compose(draft) { limits, notes in
      let writer = LetterWriter(content, language: occasion.language, limits: limits)
      var intro = [
        words.digestGreeting(units.map(\.name)), words.dates(run, day: occasion.day),
        words.state(run.obligations), words.completeness(run),
      ]
      if run.dataErrorTotal > 0 { intro.append(words.dataErrors(run.dataErrorTotal)) }
      let table = DigestTable(content, draft.tidings, words).table
      return (intro, table, writer.sections(draft.tidings, owner: nil), notes)
    }
  }
}

extension [Tiding] {
  /// Gives every tiding its place in a run that holds only some obligations of the whole one.
  fileprivate func moved(to places: [Int]) -> [Tiding] {
    let moved = Dictionary(places.enumerated().map { ($1, $0) }) { first, _ in first }
    return map { tiding in
      Tiding(
        kind: tiding.kind,
        place: tiding.place.flatMap { moved[$0] },
        notice: tiding.notice,
        isOccasion: tiding.isOccasion
      )
    }
  }
}

public import CivilTime
public import Diagnostics

/// A whole pack as plain values: everything the engine may know about the rules.
public struct RuleSet: Sendable {
  /// The pack's own facts.
  public var pack: Pack
  /// The legal documents, in pack order, with the dates that replacements leave them.
  public var documents: [Document]
  /// The register of units, in pack order; indices into it stand for units in columns.
  public var units: [Unit]
  /// The groups, without `all`.
  public var groups: [UnitGroup]
  /// The working-day calendar.
  public var calendar: WorkingCalendar
  /// The datasets, in pack order.
  public var datasets: [Dataset]
  /// The rules, by id.
  public var rules: [Rule]
  /// The waivers, in pack order.
  public var waivers: [Waiver]
  /// The scoring table, if the pack has one.
  public var scoring: Scoring?
  /// What the pack says about mail, if it says anything.
  public var mail: MailPolicy?
  /// The SHA-256 digest over the pack's files: paths and bytes, in path order.
  public var digest: String

  /// Makes a rule set.
  public init(
    pack: Pack,
    documents: [Document],
    units: [Unit],
    groups: [UnitGroup],
    calendar: WorkingCalendar,
    datasets: [Dataset],
    rules: [Rule],
    waivers: [Waiver],
    scoring: Scoring?,
    mail: MailPolicy?,
    digest: String
  ) {
    self.pack = pack
    self.documents = documents
    self.units = units
    self.groups = groups
    self.calendar = calendar
    self.datasets = datasets
    self.rules = rules
    self.waivers = waivers
    self.scoring = scoring
    self.mail = mail
    self.digest = digest
  }
}

/// The pack's own facts.
public struct Pack: Sendable, Hashable {
  /// The pack's name.
  public var name: String
  /// The language of everything printed.
  public var language: Language
  /// The IANA name of the time zone.
  public var timezone: String
  /// The folder of the dumps, relative to the file that says so, resolved against its folder.
  public var dataFolder: String?

  /// Makes a pack.
  public init(name: String, language: Language, timezone: String, dataFolder: String?) {
    self.name = name
    self.language = language
    self.timezone = timezone
    self.dataFolder = dataFolder
  }
}

/// A stretch of days, both ends included; nil is open.
public struct EffectiveDates: Sendable, Hashable {
  /// The first day.
  public var from: CivilDate?
  /// The last day.
  public var to: CivilDate?

  /// Makes a stretch of days.
  public init(from: CivilDate?, to: CivilDate?) {
    self.from = from
    self.to = to
  }

  /// Returns whether a day lies within.
  public func contains(_ day: CivilDate) -> Bool {
    (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
  }
}

/// A legal document and its clauses.
public struct Document: Sendable {
  /// The document's id.
  public var id: String
  /// Its title.
  public var title: String
  /// Who issued it.
  public var issuer: String?
  /// Its number, if it has one.
  public var number: String?
  /// When it is in force, a replacement by a later document taken into account.
  public var effective: EffectiveDates
  /// The ids of the documents it replaces.
  public var replaces: [String]
  /// The default of its deadlines that fall on a day off.
  public var roll: Roll
  /// Its clauses, in pack order.
  public var clauses: [Clause]

  /// Makes a document.
  public init(
    id: String,
    title: String,
    issuer: String?,
    number: String?,
    effective: EffectiveDates,
    replaces: [String],
    roll: Roll,
    clauses: [Clause]
  ) {
    self.id = id
    self.title = title
    self.issuer = issuer
    self.number = number
    self.effective = effective
    self.replaces = replaces
    self.roll = roll
    self.clauses = clauses
  }
}

/// One clause of a document.
public struct Clause: Sendable, Hashable {
  /// The clause's id.
  public var id: String
  /// What it says, in short.
  public var summary: String
  /// Why no program can check it, if none can.
  public var notCheckable: String?

  /// Makes a clause.
  public init(id: String, summary: String, notCheckable: String?) {
    self.id = id
    self.summary = summary
    self.notCheckable = notCheckable
  }
}

/// An organisation that can owe an obligation.
public struct Unit: Sendable, Hashable {
  /// The unit's id.
  public var id: UnitID
  /// Its name.
  public var name: String
  /// Its other names.
  public var aliases: [String]
  /// Who heads it.
  public var head: String?
  /// Its official address for mail.
  public var email: String?
  /// The unit above it.
  public var parent: UnitID?
  /// When it exists.
  public var active: EffectiveDates

  /// Makes a unit.
  public init(
    id: UnitID,
    name: String,
    aliases: [String],
    head: String?,
    email: String?,
    parent: UnitID?,
    active: EffectiveDates
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.head = head
    self.email = email
    self.parent = parent
    self.active = active
  }
}

/// A named set of units; `members` are resolved to units in register order.
public struct UnitGroup: Sendable, Hashable {
  /// The group's id.
  public var id: String
  /// Its name.
  public var name: String
  /// The indices of its units in the register, ascending, exceptions taken out.
  public var members: [Int]

  /// Makes a group.
  public init(id: String, name: String, members: [Int]) {
    self.id = id
    self.name = name
    self.members = members
  }
}

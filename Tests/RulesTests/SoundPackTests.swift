import CivilTime
import Diagnostics
import Rules
import Testing
import YAMLTree

@Suite("a sound pack")
struct SoundPackTests {
  let ruleSet: RuleSet

  init() throws {
    let read = readPack(SoundPack.files)
    try #require(read.report().isEmpty)
    try #require(read.pack.isComplete)
    ruleSet = read.pack.ruleSet
  }

  @Test("the pack's own facts")
  func pack() {
    #expect(ruleSet.pack.name == "Kế hoạch 57 – xã Thiện Tân 2026")
    #expect(ruleSet.pack.language == .en)
    #expect(ruleSet.pack.timezone == "Asia/Bangkok")
    #expect(ruleSet.pack.dataFolder == "p/../samples")
  }

  @Test("documents with their clauses, the replaced one ended the day before")
  func documents() throws {
    let (old, new) = (ruleSet.documents[0], ruleSet.documents[1])
    #expect(old.effective.to == day("2026-04-19"))
    #expect(old.roll == .none)
    #expect(old.clauses == [Clause(id: "1", summary: "Cũ", notCheckable: nil)])
    #expect(new.issuer == "UBND xã Thiện Tân" && new.number == nil && new.replaces == ["kh14"])
    #expect(new.roll == .following)
    #expect(new.clauses.map(\.id) == ["III.4.2.KQ4", "I.1"])
    #expect(new.clauses[1].notCheckable == "Không có đại lượng đo được")
  }

  @Test("units and groups, members in register order")
  func units() throws {
    #expect(ruleSet.units.map(\.id.text) == ["ubnd", "vhxh", "kt", "ttpvhcc"])
    let unit = ruleSet.units[1]
    #expect(unit.aliases == ["VHXH", "Phòng VH-XH"] && unit.head == "Trưởng phòng")
    #expect(unit.email == "vhxh@example.vn" && unit.parent == UnitID("ubnd"))
    #expect(unit.active == EffectiveDates(from: day("2025-07-01"), to: nil))
    #expect(ruleSet.groups.map(\.id) == ["tat-ca-tru", "rong", "phong-ban"])
    #expect(ruleSet.groups.map(\.members) == [[1, 2, 3], [1, 3], [1, 2]])
  }

  @Test("the calendar")
  func calendar() throws {
    #expect(ruleSet.calendar.years == [2026])
    #expect(ruleSet.calendar.source(year: 2026) == "Thông báo lịch nghỉ")
    let holidays = ["2026-02-18", "2026-04-30"].compactMap(day)
    #expect(holidays.map(ruleSet.calendar.holidayName) == ["Tết Nguyên đán", "Ngày Chiến thắng"])
    let madeUp = try #require(day("2026-08-22"))
    #expect(try ruleSet.calendar.isWorkingDay(madeUp))
  }

  @Test("datasets with their columns")
  func datasets() throws {
    let (reports, staff) = (ruleSet.datasets[0], ruleSet.datasets[1])
    #expect(reports.title == "Sổ báo cáo" && reports.sheet == "Sổ" && reports.usesEnglishNumbers)
    #expect(reports.missing == ["-", "…", "chưa có"] && reports.mayBeEmpty)
    #expect(reports.coversUntil == day("2026-11-20"))
    #expect(
      reports.columns.map(\.kind) == [
        .reference(datasetIndex: 1), .period(.month), .period(.quarter), .period(.year),
        .datetime, .decimal, .percent,
      ]
    )
    #expect(reports.key.isEmpty && reports.unitColumn == nil)
    #expect(staff.title == "can_bo" && staff.table == "can_bo" && !staff.usesEnglishNumbers)
    #expect(staff.key == [0] && staff.unitColumn == 2 && !staff.mayBeEmpty)
    #expect(
      staff.columns.map(\.kind) == [.text, .text, .unit, .text, .integer, .boolean, .text]
    )
    #expect(staff.columns[0].headers == ["Mã cán bộ"] && staff.columns[0].isRequired)
    #expect(staff.columns[1].headers == ["Họ và tên"] && staff.columns[1].isPersonal)
    #expect(staff.columns[3].values == ["Lãnh đạo", "Chuyên môn", "no"])
    #expect(staff.columns[5].blank == false)
    #expect(staff.columns[6].headers == ["ghi_chú"] && staff.columnIndex("ghi_chú") == 6)
  }

  @Test("rules by id, with what they inherit")
  func rules() throws {
    #expect(ruleSet.rules.map(\.id.text) == ["a.b", "bao-cao-thang", "chu-ky-so", "cu"])
    let (all, monthly, ratio, old) =
      (ruleSet.rules[0], ruleSet.rules[1], ruleSet.rules[2], ruleSet.rules[3])
    #expect(all.bearer == .everyone && all.rolling.ways == [.none])
    #expect(all.due == day("2026-04-30").map(Due.before) && all.checkKind == "records")
    #expect(monthly.bearer == .each([2, 3]) && monthly.rolling.ways == [.following])
    #expect(monthly.every == .month && monthly.due == .beforeDay(20, monthsAfter: 0))
    #expect(monthly.remind == Span(count: 3, unit: .workingDays))
    #expect(monthly.clauses.map(\.description) == ["kh57/I.1", "kh57/III.4.2.KQ4"])
    #expect(monthly.severity == .major && monthly.guidance == nil)
    #expect(ratio.bearer == .each([1, 2]) && ratio.supporting == [3])
    #expect(ratio.severity == .critical && ratio.tags == ["chu-ky-so", "cham"])
    #expect(ratio.guidance == "Lập danh sách" && ratio.due == nil && ratio.every == nil)
    #expect(ratio.effective.from == day("2026-05-01"))
    #expect(ratio.effective.to == day("2026-12-31"))
    #expect(ratio.checkKind == "ratio" && ratio.checkNode["at_least"]?.text == "100%")
    #expect(old.bearer == .unit(0) && old.effective.to == day("2026-04-19"))
  }

  @Test("waivers of each effect")
  func waivers() throws {
    #expect(ruleSet.waivers.map(\.id) == ["w1", "w2", "w3"])
    let (extending, easing, exempting) =
      (ruleSet.waivers[0], ruleSet.waivers[1], ruleSet.waivers[2])
    #expect(extending.effect == day("2026-09-25").map { .extend(until: $0) })
    #expect(extending.periods == [Period(text: "2026-09")].compactMap { $0 })
    #expect(extending.units == [3] && extending.rule == RuleID("bao-cao-thang"))
    #expect(extending.approvedBy == "Chủ tịch" && extending.document == "45/UBND")
    #expect(extending.approvedOn == day("2026-09-18"))
    #expect(easing.effect == .target(Decimal(mantissa: 95, scale: 2), isAtLeast: true))
    #expect(easing.units == [1, 2] && easing.periods == nil)
    #expect(exempting.effect == .exempt)
    #expect(exempting.valid.from == exempting.valid.to)
  }

  @Test("scoring, bands from the highest")
  func scoring() throws {
    let scoring = try #require(ruleSet.scoring)
    #expect(
      scoring.base == Decimal(mantissa: 100)
        && scoring.floor == Decimal(mantissa: 0)
    )
    let row = scoring.deductions[0]
    #expect(row.rule == RuleID("bao-cao-thang") && row.verdict == "met_late")
    #expect(row.perDay == Decimal("0.2") && row.atMost == Decimal("3"))
    #expect(scoring.deductions[1].severity == .minor && scoring.deductions[2].tag == "cham")
    #expect(scoring.gates[0].tags == ["cham"] && scoring.gates[0].atLeast == 2)
    #expect(scoring.gates[0].clause?.description == "kh57/I.1")
    #expect(scoring.bands.map(\.name) == ["Xuất sắc", "Hoàn thành"])
  }

  @Test("mail: what is written, and the defaults of what is not")
  func mail() throws {
    let mail = try #require(ruleSet.mail)
    #expect(mail.from == "kiemtra@xa.example.vn" && mail.fromName == "Kiểm tra")
    #expect(mail.fallback == "vp@example.vn" && mail.replyTo == nil)
    #expect(mail.digest == [0, 1, 2] && mail.domains == ["example.vn"])
    #expect(mail.occasions.new && !mail.occasions.changed && mail.occasions.resolved)
    #expect(mail.occasions.continuing == Span(count: 5, unit: .workingDays))
    #expect(mail.occasions.overdue == nil)
    #expect(mail.occasions.remind == Span(count: 2, unit: .days))
    #expect(mail.attachments.isEmpty && mail.digestAttachments == [.xlsx, .html])
    #expect(mail.maximumBytes == 2_000_000 && mail.maximumMessages == 50 && mail.giveUpDays == 3)
    #expect(mail.server == "smtps://mail.example.vn")
    #expect(!mail.copiesSupporting && !mail.sendsOnDaysOff)
  }

  @Test("an address goes where its domain is allowed, or one below it")
  func domains() {
    var policy = MailPolicy(from: "a@b.vn", fallback: "a@b.vn", digest: [])
    #expect(policy.allows("x@anything.com"))
    policy.domains = ["xa.vn"]
    #expect(policy.allows("x@xa.vn") && policy.allows("x@XA.VN") && policy.allows("x@so.xa.vn"))
    for address in ["x@taxa.vn", "x@xa.vn.evil.com", "xa.vn", "x@vn", ""] {
      #expect(!policy.allows(address))
    }
  }

  @Test(
    "addresses are plain, or none",
    arguments: [
      ("a@b.vn", true), ("van.phong+nq57@thien-tan.gov.vn", true), ("a@b", true), ("a@", false),
      ("@b.vn", false), ("a@b@c.vn", false), ("a..b@c.vn", false), (".a@c.vn", false),
      ("a@-b.vn", false), ("a b@c.vn", false), ("a@b.vn\r\nBcc: x@y.vn", false),
      ("a@b.vn,c@d.vn", false),
      ("\"a b\"@c.vn", false), ("ă@c.vn", false), ("-oX@c.vn", false), ("", false),
    ] as [(String, Bool)]
  )
  func addresses(_ address: String, _ isValid: Bool) {
    #expect(MailAddress.isValid(address) == isValid)
  }

  @Test("Windows line ends, byte order marks and decomposed letters change nothing but the digest")
  func variants() {
    for change in [crlf, marked, decomposed] {
      let read = readPack(SoundPack.files.map { ($0.0, change($0.1)) })
      #expect(read.report().isEmpty)
      #expect(read.pack.ruleSet.units.map(\.name) == ruleSet.units.map(\.name))
      #expect(
        read.pack.ruleSet.units[1].name.unicodeScalars.elementsEqual(
          ruleSet.units[1].name.unicodeScalars
        )
      )
      #expect(read.pack.ruleSet.datasets[1].columnIndex("ghi_chú") == 6)
      #expect(read.pack.ruleSet.digest != ruleSet.digest)
    }
  }

  private func crlf(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
  }
  private func marked(_ text: String) -> String { "\u{FEFF}" + text }
  private func decomposed(_ text: String) -> String { text.decomposed }

  @Test("the digest is over paths and bytes of the pack's files, tests left out")
  func digest() {
    let base = readPack([("a.yaml", FaultyPack.base)]).pack.ruleSet.digest
    #expect(base.count == 64)
    #expect(readPack([("a.yaml", FaultyPack.base)]).pack.ruleSet.digest == base)
    #expect(readPack([("b.yaml", FaultyPack.base)]).pack.ruleSet.digest != base)
    #expect(readPack([("a.yaml", FaultyPack.base + "#")]).pack.ruleSet.digest != base)
    let tested = readPack([("a.test.yaml", "tests: []"), ("a.yaml", FaultyPack.base)])
    #expect(tested.pack.ruleSet.digest == base)
  }
}

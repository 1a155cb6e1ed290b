import CivilTime
import Diagnostics
import Findings
import History
import Reports
import Rules
import Testing

@testable import Mail

/// What the messages say, to whom, within which limits.
@Suite("messages")
struct ComposerTests {
  private static func evidence(_ key: String, _ unit: String?, name: String = "Nguyễn Văn An")
    -> Evidence
  {
    Evidence(
      dataset: DatasetID("can_bo"),
      file: "can-bo.csv",
      row: 17,
      key: key,
      column: "ho_ten",
      value: name,
      isPersonal: true,
      unitNames: unit.map { [$0] }
    )
  }

  private static func violation(_ name: String, _ evidence: [Evidence]) -> Obligation {
    var obligation = Scene.obligation(name, .failed)
    obligation.evidence = evidence
    obligation.evidenceTotal = evidence.count
    return obligation
  }

  @Test("one message a unit and one digest: who, what, how many")
  func whole() throws {
    let scene = try Scene()
    let mails = try scene.mails([
      Scene.obligation("ky-so kt", .failed), Scene.obligation("ky-so vh", .noData),
      Scene.obligation("ky-so vp", .met), Scene.obligation("bao-cao kt 2026-10", .overdue),
    ])
    #expect(mails.map(\.audience) == ["unit:kt", "unit:vh", "digest:vp"])
    let economy = try mails.to("unit:kt")
    #expect(economy.recipients == ["kinhte@xa.example.vn"])
    #expect(economy.sender == "kiemtra@xa.example.vn")
    let parsed = try economy.parsed()
    #expect(parsed.header("Subject") == ["Phòng Kinh tế: 2 vi phạm mới (tính đến 20/11/2026)"])
    #expect(parsed.from == [["Kiểm tra xã Mẫu", "kiemtra@xa.example.vn"]])
    #expect(parsed.to == [["Phòng Kinh tế", "kinhte@xa.example.vn"]])
    #expect(parsed.header("Reply-To") == ["vanphong@xa.example.vn"])
    #expect(parsed.header("Auto-Submitted") == ["auto-generated"])
    #expect(parsed.header("List-Id")[0].hasSuffix("<check.xa.example.vn>"))
    #expect(parsed.header("Date") == ["Fri, 20 Nov 2026 07:00:00 +0700"])
    #expect(parsed.text.contains("1. THÔNG BÁO QUÁ HẠN (1)"))
    #expect(parsed.text.contains("2. VI PHẠM MỚI (1)"))
    #expect(parsed.text.contains("7/8 = 87,5 % (cần 100 %), còn thiếu 1"))
    #expect(parsed.text.contains("Căn cứ: kh/I.1 (rất nghiêm trọng)"))
    #expect(parsed.text.contains("Việc cần làm: Đăng ký chữ ký số"))
    #expect(parsed.text.contains("ky-so · \(Scene.id("ky-so kt").fingerprint)"))
    #expect(parsed.files.map(\.name) == ["Kết quả kiểm tra – Phòng Kinh tế – 2026-11-20.csv"])
    let culture = try mails.to("unit:vh").parsed()
    #expect(culture.header("Subject")[0].hasPrefix("Phòng Văn hoá – Xã hội: 1 chưa kết luận được"))
    #expect(culture.text.contains("Chưa đủ số liệu không có nghĩa là đạt"))
    let digest = try mails.to("digest:vp").parsed()
    #expect(
      digest.header("Subject") == [
        "Bản tổng hợp: 1 chưa kết luận được, 2 vi phạm mới (tính đến 20/11/2026)"
      ]
    )
    #expect(digest.to == [["Văn phòng HĐND và UBND", "vanphong@xa.example.vn"]])
    #expect(digest.files.map(\.type) == ["text/html"])
    #expect(digest.text.contains("Kết quả CHƯA ĐẦY ĐỦ"))
    // What is open stands before what is violated, in the letter and in its table.
    let open = try #require(digest.text.firstRange(of: "1. CHƯA KẾT LUẬN ĐƯỢC (1)"))
    let new = try #require(digest.text.firstRange(of: "VI PHẠM MỚI (1)"))
    #expect(open.lowerBound < new.lowerBound)
  }

  @Test("the text and the page say the same")
  func alike() throws {
    let mails = try Scene().mails(
      [Self.violation("ky-so kt", [Self.evidence("CB-1", "Phòng Kinh tế")])]
    )
    let parsed = try mails.to("unit:kt").parsed()
    let page = parsed.html.replacing(/<[^>]*>/, with: " ")
    for line in parsed.text.split(separator: "\n") where line.contains(": ") {
      for part in line.split(separator: ": ").map({ $0.trimmingPrefix("     ") }) {
        let words = part.split(separator: " ").prefix(3).joined(separator: " ")
        guard words != "--" else { continue }
        #expect(page.lowercased().contains(words.lowercased()), "\(words)")
      }
    }
  }

  @Test(
    "a unit sees no row of another unit, nor one whose unit is unknown",
    arguments: [
      "csv", "xlsx", "html",
    ]
  )
  func privacy(_ kind: String) throws {
    let scene = try Scene(Scene.mail + "  attach: \(kind)\n")
    let mails = try scene.mails([
      Self.violation(
        "ky-so kt",
        [
          Self.evidence("OWN-1", "phòng  kinh tế"), Self.evidence("VP-2", "VP"),
          Self.evidence("LOST-3", "Phòng Kinh tê"), Self.evidence("BLANK-4", ""),
          Self.evidence("FREE-5", nil),
        ]
      ),
      Self.violation("ky-so vp", [Self.evidence("VP-9", "vp")]),
    ])
    let parsed = try mails.to("unit:kt").parsed()
    for shown in ["OWN-1", "FREE-5"] { #expect(parsed.text.contains(shown)) }
    for hidden in ["VP-2", "LOST-3", "BLANK-4", "VP-9"] {
      #expect(!parsed.everything.contains(hidden), "\(hidden)")
    }
    #expect(parsed.files.allSatisfy { $0.text.contains("OWN-1") })
    #expect(
      parsed.text.contains(
        "Không nêu ô thuộc dòng của đơn vị khác: Văn phòng HĐND và UBND (1), chưa rõ đơn vị (2)."
      )
    )
    #expect(try mails.to("unit:vp").parsed().text.contains("VP-9"))
  }

  @Test(
    "several units in a row must all be the reader; a row that only refers to others is nobody's"
  )
  func owners() throws {
    let owners = RowOwners(try Scene.rules())
    func mayShow(_ names: [String]?) -> Bool {
      var evidence = Self.evidence("K", nil)
      evidence.unitNames = names
      return owners.mayShow(evidence, to: UnitID("kt"))
    }
    #expect(mayShow(nil) && mayShow(["Phòng Kinh tế"]) && mayShow(["kt", " ", "PHÒNG KINH TẾ"]))
    for names in [[], [""], ["VP"], ["kt", "VP"], ["kt", "Phòng lạ"]] {
      #expect(!mayShow(names), "\(names)")
    }
  }

  @Test("told twice on one day with its end in between, it is another message")
  func flapping() throws {
    var scene = try Scene()
    var ids: Set<String> = []
    for verdict in [Verdict.failed, .met, .failed, .met, .failed] {
      let mails = try scene.send([Scene.obligation("ky-so kt", verdict)], day: "2026-11-20")
      #expect(mails.count == 2)
      ids.formUnion(mails.map(\.messageID))
    }
    #expect(ids.count == 10)
  }

  @Test("each who gets the digest has a message of their own; one address has one")
  func digests() throws {
    let mail = Scene.mail.replacing("digest: [vp]", with: "digest: [vp, kt, thon]")
    var scene = try Scene(mail)
    let first = try scene.send([Scene.obligation("ky-so vh", .failed)], day: "2026-11-20")
    #expect(first.map(\.audience) == ["unit:vh", "digest:vp", "digest:kt", "digest:thon"])
    #expect(first.map(\.recipients.count) == [1, 1, 1, 1])
    #expect(first[3].recipients == ["dauthu@xa.example.vn"])
    let head = Scene.head.replacing("email: kinhte@", with: "email: VANPHONG@")
    let shared = try Scene(mail, head: head).mails([Scene.obligation("ky-so vh", .failed)])
    #expect(shared.map(\.audience) == ["unit:vh", "digest:vp", "digest:thon"])
    // Whoever was not told, because their server refused it, is told; the others are not again.
    scene.told["digest:kt"] = nil
    let again = try scene.mails([Scene.obligation("ky-so vh", .failed)], day: "2026-11-20")
    #expect(again.map(\.audience) == ["digest:kt"])
  }

  @Test("the gravest stands first, and nothing that is not yet wrong is told to be mended")
  func order() throws {
    var due = Scene.obligation("bao-cao kt 2026-12", .pending)
    due.isDueSoon = true
    let day = try Scene.date("2026-11-23")
    due.deadline = Deadline(nominal: day, rolled: day, effective: day, holiday: nil)
    let text = try Scene().mails([
      Scene.obligation("bao-cao kt 2026-10", .failed), Scene.obligation("ky-so kt", .failed), due,
    ]).to("unit:kt").parsed().text
    let grave = try #require(text.firstRange(of: "- Có chữ ký số"))
    let light = try #require(text.firstRange(of: "- Báo cáo tháng – tháng 10/2026"))
    #expect(grave.lowerBound < light.lowerBound)
    #expect(text.contains("Kết luận: chưa đến hạn\n") && text.contains("Thời hạn: 23/11/2026"))
    #expect(text.contains("Căn cứ kh: Kế hoạch thử"))
  }

  @Test("personal data are masked for everybody, in the text and in the files")
  func masked() throws {
    let mails = try Scene(Scene.mail + "  attach: csv\n  attach_digest: [csv, html]\n").mails([
      Self.violation("ky-so kt", [Self.evidence("CB-1", "kt")])
    ])
    #expect(mails.count == 2)
    for mail in mails {
      let parsed = try mail.parsed()
      #expect(!parsed.everything.contains("Nguyễn"))
      #expect(parsed.everything.contains("N.V.A"))
    }
  }

  @Test("supporting units are told only where the pack says so, and see no cell")
  func supporting() throws {
    let obligations = [Self.violation("ky-so kt", [Self.evidence("CB-1", "kt")])]
    #expect(try Scene().mails(obligations).map(\.audience) == ["unit:kt", "digest:vp"])
    let mails = try Scene(Scene.mail + "  copy_supporting: yes\n").mails(obligations)
    #expect(mails.map(\.audience) == ["unit:kt", "unit:vh", "digest:vp"])
    let parsed = try mails.to("unit:vh").parsed()
    #expect(parsed.header("Subject")[0].hasPrefix("Phòng Văn hoá – Xã hội: 1 việc phối hợp"))
    #expect(parsed.text.contains("Phòng Kinh tế: Có chữ ký số"))
    #expect(!parsed.everything.contains("CB-1"))
  }

  @Test("a unit without an address is told through the fallback, which can tell whose it is")
  func fallback() throws {
    let mail = try Scene().mails([Scene.obligation("bao-cao thon 2026-10", .overdue)])
      .to("unit:thon")
    #expect(mail.recipients == ["dauthu@xa.example.vn"])
    #expect(try mail.parsed().text.contains("Thôn Na Hoa chưa có thư điện tử"))
    let alone = try Scene(Scene.mail.replacing("  digest: [vp]\n", with: ""))
      .mails([Scene.obligation("ky-so kt", .failed)])
    #expect(try alone.to("digest").recipients == ["dauthu@xa.example.vn"])
  }

  @Test("a rehearsal goes to one address, says whom it is for, and tells nobody")
  func rehearsal() throws {
    let obligations = [Scene.obligation("ky-so kt", .failed)]
    let scene = try Scene()
    let mail = try scene.mails(obligations, rehearsal: "toi@xa.example.vn").to("unit:kt")
    #expect(mail.recipients == ["toi@xa.example.vn"] && mail.isRehearsal && mail.notices.isEmpty)
    let parsed = try mail.parsed()
    #expect(parsed.to == [["", "toi@xa.example.vn"]])
    #expect(parsed.header("Subject")[0].hasPrefix("[DIỄN TẬP] Phòng Kinh tế"))
    #expect(parsed.text.hasPrefix("*** THƯ DIỄN TẬP, chưa gửi cho người nhận thật: kinhte@xa"))
    #expect(mail.messageID != (try scene.mails(obligations).to("unit:kt").messageID))
  }

  @Test("the same content is the same message; anything else is another")
  func identity() throws {
    let scene = try Scene(Scene.mail + "  attach: [csv, xlsx]\n  attach_digest: [html, xlsx]\n")
    let obligations = [Scene.obligation("ky-so kt", .failed)]
    let first = try scene.mails(obligations)
    #expect(try scene.mails(obligations) == first)
    #expect(
      try scene.mails(obligations, day: "2026-11-19").map(\.messageID) != first.map(\.messageID)
    )
    let other = try scene.mails([Scene.obligation("ky-so kt", .failed, extent: 2)])
    #expect(Set(first.map(\.messageID)).isDisjoint(with: other.map(\.messageID)))
    #expect(first.allSatisfy { $0.messageID.wholeMatch(of: /[0-9a-f]{32}@xa\.example\.vn/) != nil })
  }

  @Test("nothing of a pack or of data becomes markup, a link or a picture")
  func hostile() throws {
    let evil = "<img src=https://x.vn/a.png><script>alert(1)</script> \\r\\nBcc: ban@gmail.com"
    let head = Scene.head.replacing("name: Phòng Kinh tế,", with: "name: \"\(evil)\",")
    let mails = try Scene(head: head).mails([
      Self.violation("ky-so kt", [Self.evidence("<b>&\"'{{title}}", "kt")])
    ])
    for mail in mails {
      let parsed = try mail.parsed()
      let page = parsed.html
      #expect(!page.contains("<img") && !page.contains("<script") && !page.contains("<b>"))
      #expect(page.firstMatch(of: /<[^>]*\s(src|href|background|http-equiv|on\w+)\s*=/) == nil)
      #expect(parsed.header("Bcc").isEmpty)
      #expect(mail.recipients.allSatisfy { $0.hasSuffix("@xa.example.vn") })
    }
    #expect(try mails.to("unit:kt").parsed().html.contains("&lt;b&gt;&amp;&quot;"))
  }

  @Test("a message keeps within its size: files go first, then the ends of lists; counts stay")
  func size() throws {
    let obligations = (1...400).map { number in
      var obligation = Self.violation(
        "bao-cao kt 2026-\((number - 1) % 12 < 9 ? "0" : "")\((number - 1) % 12 + 1)",
        (0..<20).map { Self.evidence("KEY-\(number)-\($0)", "kt") }
      )
      // As many obligations as a register may hold: years apart.
      obligation.id = ObligationID(
        rule: RuleID("bao-cao"),
        unit: UnitID("kt"),
        period: Period(
          text:
            "\(2026 + (number - 1) / 12)-\((number - 1) % 12 < 9 ? "0" : "")\((number - 1) % 12 + 1)"
        )
      )
      return obligation
    }
    func sizes(_ bytes: Int) throws -> (OutgoingMail, Parsed) {
      var rules = try Scene.rules()
      rules.mail?.maximumBytes = bytes
      let run = try Scene.run(obligations, rules: rules)
      let mail = try MailComposer(
        .init(run: run),
        policy: try #require(rules.mail),
        occasion: MailOccasion(
          day: run.asOf,
          date: "Fri, 20 Nov 2026 07:00:00 +0700",
          language: .vi
        )
      ).mails(told: [:], latest: [:]).to("unit:kt")
      return (mail, try mail.parsed())
    }
    let (_, whole) = try sizes(5_000_000)
    #expect(whole.files.count == 1 && whole.text.contains("… và 350 mục nữa"))
    let (bare, parsed) = try sizes(250_000)
    #expect(parsed.files.isEmpty && bare.bytes.count <= 250_000)
    #expect(parsed.text.contains("Không kèm Kết quả kiểm tra – Phòng Kinh tế"))
    #expect(parsed.text.contains("… và 350 mục nữa"))
    let (short, shortened) = try sizes(40_000)
    #expect(short.bytes.count <= 40_000 && shortened.text.contains("và 388 mục nữa"))
    #expect(shortened.header("Subject")[0].contains("400 vi phạm mới"))
    #expect(short.notices.count == 400, "what is counted is told")
  }

  @Test("English is English")
  func english() throws {
    let mails = try Scene().mails(
      [Scene.obligation("ky-so kt", .failed), Scene.obligation("ky-so vh", .noData)],
      language: .en
    )
    let parsed = try mails.to("unit:kt").parsed()
    #expect(parsed.header("Subject") == ["Phòng Kinh tế: 1 new (as of 2026-11-20)"])
    #expect(parsed.text.contains("1. NEW VIOLATIONS (1)"))
    #expect(parsed.text.contains("Verdict: failed – 7/8 = 87.5% (100% required), 1 missing"))
  }
}

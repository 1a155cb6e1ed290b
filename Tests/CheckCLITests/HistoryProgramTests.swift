import Foundation
import TestSupport
import Testing

/// The option `--history` and the command `check history`, as users type them.
@Suite("the history, by the program")
struct HistoryProgramTests {
  /// A pack whose data break a rule in October and no longer in November.
  private static func pack() throws -> SmallPack {
    let pack = try SmallPack()
    try pack.breakRule()
    try pack.record("2026-10-25", 1)
    try pack.record("2026-11-20", 1)
    return pack
  }

  @Test("a run is recorded, said so, and reported as without a history")
  func records() throws {
    let pack = try SmallPack()
    let plain = try pack.check("--format", "json", "--as-of", "2026-10-25")
    let recorded = try pack.check(
      "--format",
      "json",
      "--as-of",
      "2026-10-25",
      "--history",
      "h.sqlite"
    )
    #expect(recorded.status == plain.status)
    #expect(recorded.messages == "đã ghi vào lịch sử 'h.sqlite': lần xét 1\n")
    let again = try pack.check("--as-of", "2026-10-25", "--history", "h.sqlite")
    #expect(again.messages == "lịch sử 'h.sqlite' đã có lần xét này: lần 1\n")
    let english = try pack.check("--history", "h.sqlite", "--lang", "en")
    #expect(english.messages == "recorded in the history 'h.sqlite': run 2\n")
    let quiet = try pack.check("--as-of", "2026-11-21", "--history", "h.sqlite", "-q")
    #expect(quiet.messages == "")
    #expect(try pack.folder.names == ["data", "h.sqlite", "rules"], "one file, no journal")
  }

  @Test("an old date again gives the same bytes, whatever was recorded since")
  func identical() throws {
    let pack = try SmallPack()
    try pack.breakRule()
    let arguments = ["--history", "h.sqlite", "--format", "json", "--as-of", "2026-10-25"]
    func report() throws -> String {
      let result = try Binary.run(["--rules", "rules"] + arguments, in: pack.folder)
      #expect(result.status == 1)
      return result.output
    }
    let first = try report()
    let page = try pack.history("show", "1").output
    try pack.record("2026-11-20", 1)
    try pack.record("2026-10-10", 1)
    #expect(try report() == first)
    #expect(try pack.history("show", "1").output == page)
    #expect(try pack.history("list").output.contains("3 lần xét"))
  }

  @Test("list, show, diff and trend, by number and by date, in both languages")
  func subcommands() throws {
    let pack = try Self.pack()
    let list = try pack.history("list")
    #expect(list.status == 0)
    #expect(list.output.contains("2 lần xét"))
    let show = try pack.history("show", "2026-11-20")
    #expect(show.output.contains("[còn kéo dài] Có chữ ký số cá nhân [chu-ky-so] · kh/I.1"))
    #expect(show.output.contains("ghi nhận từ 25/10/2026, thấy trong 2 tháng có xét"))
    #expect(try pack.history("show", "2").output == show.output)
    let english = try pack.history("show", "2", "--lang", "en")
    #expect(english.output.contains("[continuing]"))
    let diff = try pack.history("diff", "1", "2026-11-20", "--lang", "en")
    #expect(diff.output.contains("From run 1 (2026-10-25) to run 2 (2026-11-20)"))
    #expect(diff.output.contains("1 continuing, 0 resolved"))
    let trend = try pack.history("trend")
    #expect(trend.output.contains("25/10/2026"))
    #expect(try pack.history("trend", "--no-waivers").output.contains("Chưa có lần xét"))
    let json = try pack.history("diff", "1", "2", "--format", "json", "--format", "text=d.txt")
    #expect(json.output.contains("\"schema\": \"check-history-diff/1\""))
    #expect(try pack.folder.read("d.txt").contains("CÒN KÉO DÀI: 1"))
  }

  @Test("what was mended is resolved; what cannot be judged is not")
  func resolved() throws {
    let pack = try SmallPack()
    try pack.breakRule()
    try pack.record("2026-10-25", 1)
    try pack.folder.remove("data/can-bo.csv")
    try pack.record("2026-11-10", 2)
    let undecided = try pack.history("diff", "1", "2").output
    #expect(undecided.contains("1 nay chưa kết luận được, 0 đã khắc phục"))
    try pack.folder.write(SmallPack.staff, to: "data/can-bo.csv")
    try pack.record("2026-11-20", 0)
    #expect(try pack.history("diff", "1", "3").output.contains("0 còn kéo dài, 1 đã khắc phục"))
  }

  @Test("a rule made laxer is told apart from work done")
  func changedRule() throws {
    let pack = try Self.pack()
    try pack.folder.write(
      SmallPack.rules.replacing("at_least: 100%", with: "at_least: 50%"),
      to: "rules/pack.yaml"
    )
    try pack.record("2026-11-25", 0)
    let diff = try pack.history("diff", "2", "3").output
    #expect(diff.contains("1 đổi do quy tắc, 0 đã khắc phục"))
    #expect(diff.contains("Bộ quy tắc của hai lần khác nhau"))
  }

  @Test("a selection is recorded as such, and is no point to compare with")
  func selection() throws {
    let pack = try SmallPack()
    try pack.breakRule()
    let part = try pack.check("--select", "unit:kt", "--history", "h.sqlite")
    #expect(part.status == 1)
    try pack.record("2026-11-25", 1)
    #expect(try pack.history("list").output.contains("unit:kt"))
    #expect(try pack.history("show", "2").output.contains("Chưa có lần xét toàn bộ nào"))
    let wrong = try pack.history("show", "2026-11-20")
    #expect(wrong.status == 64)
    #expect(wrong.messages.contains("không có lần xét toàn bộ nào tính đến ngày 2026-11-20"))
  }

  @Test("a date names the last whole run with waivers, if there is one")
  func dates() throws {
    let pack = try SmallPack()
    try pack.record("2026-11-20", 0)
    for asOf in ["2026-11-20", "2026-11-21"] {
      let raw = try pack.check("--no-waivers", "--as-of", asOf, "--history", "h.sqlite")
      #expect(raw.status == 0, "\(raw.messages)")
    }
    #expect(try pack.history("show", "2026-11-20").output.contains("Lần xét 1,"))
    #expect(try pack.history("show", "2026-11-21").output.contains("Lần xét 3,"))
  }

  @Test("looking makes and changes no file, and says what is missing")
  func looking() throws {
    let pack = try SmallPack()
    let none = try pack.history("list")
    #expect(none.status == 64)
    #expect(none.messages.contains("lịch sử 'h.sqlite': không có tệp này; hãy ghi một lần xét"))
    #expect(try pack.folder.names == ["data", "rules"])
    let option = try Binary.run(["history", "list"], in: pack.folder)
    #expect(option.status == 64)
    #expect(option.messages.contains("thiếu --history TỆP"))
    try pack.record("2026-11-20", 0)
    for name in ["2", "0", "x", "-1"] {
      let wrong = try pack.history("show", "--", name)
      #expect(wrong.status == 64, "\(name)")
    }
    #expect(try pack.history("diff", "1", "7").messages.contains("check history list"))
    #expect(try pack.history("diff", "1").status == 64)
    let wrong = try pack.history("list", "--format", "html")
    #expect(wrong.status == 64 && wrong.messages.contains("text, json"))
  }

  @Test("no output is written over the history, by whatever name")
  func overwriting() throws {
    let pack = try SmallPack()
    try pack.record("2026-11-20", 0)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: pack.folder.path("h.sqlite")))
    for name in ["h.sqlite", "./h.sqlite", "rules/../h.sqlite"] {
      let judged = try pack.check("--history", "h.sqlite", "--format", "json=\(name)")
      #expect(judged.status == 64 && judged.messages.contains("là tệp lịch sử"))
      #expect(try pack.history("list", "--format", "json=\(name)").status == 64)
    }
    // A history that is not there yet has no inode to know it by.
    for name in ["n.sqlite", "./n.sqlite", "rules/../n.sqlite", "n.sqlite-journal"] {
      let judged = try pack.check("--history", "n.sqlite", "--format", "json=\(name)")
      #expect(judged.status == 64, "\(name)")
    }
    let journal = try pack.check("--history", "h.sqlite", "--format", "json=./h.sqlite-journal")
    #expect(journal.status == 64 && journal.messages.contains("dùng khi ghi lịch sử"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: pack.folder.path("h.sqlite"))) == bytes)
    #expect(try pack.folder.names == ["data", "h.sqlite", "rules"])
  }

  @Test("what is no history is refused with 74, and nothing is reported")
  func refused() throws {
    let pack = try SmallPack()
    try pack.folder.write("Danh sách\n", to: "h.sqlite")
    let result = try pack.check("--history", "h.sqlite", "--format", "json=r.json")
    #expect(result.status == 74)
    #expect(result.output == "")
    #expect(result.messages.contains("không phải cơ sở dữ liệu SQLite"))
    #expect(result.messages.contains("không có gì được ghi vào lịch sử"))
    #expect(try pack.folder.read("h.sqlite") == "Danh sách\n")
    #expect(try pack.folder.names == ["data", "h.sqlite", "rules"])
    let english = try pack.check("--history", "no/h.sqlite", "--lang", "en")
    #expect(english.status == 74)
    #expect(english.messages.contains("make the folder first\nnothing was recorded"))
    let reading = try pack.history("list")
    #expect(reading.status == 64)
  }
}

extension SmallPack {
  /// Judges at a date, records it in `h.sqlite`, and insists on the exit code.
  func record(_ asOf: String, _ status: Int32) throws {
    let result = try check("--as-of", asOf, "--history", "h.sqlite")
    #expect(result.status == status, "\(result.messages)")
  }

  /// Runs `check history` on `h.sqlite`.
  func history(_ arguments: String...) throws -> Binary.Result {
    let words = arguments.first.map { [$0, "--history", "h.sqlite"] } ?? []
    return try Binary.run(["history"] + words + arguments.dropFirst(), in: folder)
  }
}

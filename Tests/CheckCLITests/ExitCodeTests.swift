import TestSupport
import Testing

@Suite("exit codes of the program")
struct ExitCodeTests {
  @Test("0: everything judged, no violation")
  func good() throws {
    let result = try SmallPack().check()
    #expect(result.status == 0)
    #expect(result.messages == "")
    #expect(result.output.contains("6 nghĩa vụ"))
    #expect(result.output.contains("Mã thoát 0"))
  }

  @Test("1: a violation is named with unit, figures, file and line")
  func violation() throws {
    let pack = try SmallPack()
    try pack.breakRule()
    let result = try pack.check()
    #expect(result.status == 1)
    #expect(result.messages == "")
    for text in [
      "Phòng Kinh tế (kt): 1 vi phạm", "không đạt: Có chữ ký số cá nhân", "căn cứ kh/I.1",
      "1/2 = 50 % (cần 100 %), còn thiếu 1", "can-bo.csv:4", "→ Lập danh sách",
    ] {
      #expect(result.output.contains(text), "\(text)")
    }
  }

  @Test("2: a dump that is gone leaves its obligations open, not met")
  func missingFile() throws {
    let pack = try SmallPack()
    try pack.folder.remove("data/can-bo.csv")
    let result = try pack.check("--quiet")
    #expect(result.status == 2)
    #expect(result.output.contains("không có tệp nào khớp 'can-bo.csv'"))
  }

  @Test("2: wins over violations")
  func incompleteWins() throws {
    let pack = try SmallPack()
    try pack.breakRule()
    try pack.folder.remove("data/bao-cao.csv")
    #expect(try pack.check().status == 2)
  }

  @Test("2: nothing to judge")
  func nothing() throws {
    let result = try SmallPack().check("--select", "rule:chu-ky-so", "--as-of", "2025-06-01")
    #expect(result.status == 2)
    #expect(result.output.contains("không có gì để xét"))
  }

  @Test("3: a time zone that nobody knows is named with its place", arguments: [[], ["lint"]])
  func unknownZone(command: [String]) throws {
    let pack = try SmallPack()
    let text = SmallPack.rules.replacing("Asia/Ho_Chi_Minh", with: "Asia/Hanoi")
    try pack.folder.write(text, to: "rules/pack.yaml")
    let result = try Binary.run(command + ["--rules", "rules"], in: pack.folder)
    #expect(result.status == 3)
    let shown = result.output + result.messages
    #expect(
      shown.contains(
        "rules/pack.yaml:1:63: lỗi: [invalid-value] hệ thống không biết múi giờ 'Asia/Hanoi'"
      ),
      "\(shown)"
    )
    #expect(shown.contains("ví dụ: Asia/Ho_Chi_Minh"))
  }

  @Test(
    "3: errors of the data folder's own file are counted as its, not as the rules'",
    arguments: [
      ("as_off: 2026-11-20", "1 lỗi trong tệp dump.yaml của thư mục dữ liệu; chưa xét gì"),
      ("a: 1\nb: 2", "2 lỗi trong tệp dump.yaml của thư mục dữ liệu; chưa xét gì"),
    ]
  )
  func invalidManifest(_ text: String, _ total: String) throws {
    let pack = try SmallPack()
    try pack.folder.write(text + "\n", to: "data/dump.yaml")
    let result = try pack.check()
    #expect(result.status == 3)
    #expect(result.messages.hasSuffix("\n\(total)\n"), "\(result.messages)")
    // The same file below the pack's folder is looked at with the pack.
    let inside = try Binary.run(["--rules", "."], in: pack.folder)
    #expect(inside.status == 3 && inside.messages.hasSuffix("\n\(total)\n"), "\(inside.messages)")
  }

  @Test("3: every mistake of a pack with line, column and caret, and nothing judged")
  func invalidPack() throws {
    let pack = try SmallPack()
    let broken = SmallPack.rules
      .replacing("severity: minor", with: "severty: minor")
      .replacing("of: bao_cao,", with: "of: bao_ca,")
      .replacing("that: has(het_han)", with: "that: has(het_hn)")
    try pack.folder.write(broken, to: "rules/pack.yaml")
    let result = try pack.check()
    #expect(result.status == 3)
    #expect(result.output == "")
    for text in [
      "rules/pack.yaml:49:5: lỗi: [unknown-key]", "severty: minor", "^^^^^^^",
      "có phải ý bạn là 'severity'?", "het_hn", "có phải ý bạn là 'het_han'?", "bao_ca",
      "có phải ý bạn là 'bao_cao'?", "3 lỗi trong bộ quy tắc; chưa xét gì",
    ] {
      #expect(result.messages.contains(text), "\(text)")
    }
  }

  @Test(
    "3: names that wait for a file which could not be read are spoken of",
    arguments: [[], ["lint"]]
  )
  func unreadFile(command: [String]) throws {
    let pack = try SmallPack()
    try pack.folder.write(
      SmallPack.rules.replacing("clause: kh/I.1", with: "clause: kh/I.2"),
      to: "rules/pack.yaml"
    )
    let remark = "chưa đối chiếu tên, chưa xem các phép kiểm vì có tệp chưa đọc hết"
    try pack.folder.write("documents: [\n", to: "rules/more.yaml")
    let cut = try Binary.run(command + ["--rules", "rules"], in: pack.folder)
    #expect(cut.status == 3)
    #expect((cut.output + cut.messages).contains("1 lỗi trong bộ quy tắc; "))
    #expect((cut.output + cut.messages).contains("; \(remark)\n"))
    #expect(!(cut.output + cut.messages).contains("unknown-name"))
    try pack.folder.write("documents: []\n", to: "rules/more.yaml")
    let read = try Binary.run(command + ["--rules", "rules"], in: pack.folder)
    #expect((read.output + read.messages).contains("[unknown-name] không có điều khoản 'I.2'"))
    #expect(!(read.output + read.messages).contains(remark))
  }

  @Test(
    "3: one mistake is told once, at its place",
    arguments: [
      ("due: {before: 20}", "due: {by: 5, months_after: 1}", "[invalid-deadline]"),
      ("ky: {header: [Kỳ], type: month}", "ky: {header: [Kỳ], type: mont}", "[invalid-value]"),
      ("ky: {header: [Kỳ], type: month}", "ky: {header: [Kỳ], type: half_year}", "[invalid-value]"),
      ("    ratio: {of", "    ratioo: {of", "[unknown-key]"),
    ]
  )
  func oneMistake(old: String, new: String, id: String) throws {
    let pack = try SmallPack()
    let text = SmallPack.rules.replacing(old, with: new)
    let isDeadline = id == "[invalid-deadline]"
    try pack.folder.write(
      isDeadline ? text.replacing("period: ky, ", with: "") : text,
      to: "rules/pack.yaml"
    )
    let result = try pack.check()
    #expect(result.status == 3)
    #expect(result.messages.contains(id))
    #expect(result.messages.contains("1 lỗi trong bộ quy tắc; chưa xét gì"), "\(result.messages)")
  }

  @Test(
    "64: wrong usage is told before anything is read",
    arguments: [
      ["--rules", "none"], ["--rules", "rules/pack.yaml"],
      ["--rules", "rules", "--as-of", "20/11/2026"],
      ["--rules", "rules", "--format", "xml"],
      ["--rules", "rules", "--format", "json", "--format", "terminal"],
      ["--rules", "rules", "--select", "rule:chu-ky"], ["--rules", "rules", "--jobs", "0"],
      ["--rules", "rules", "--evidence", "-1"], ["--rules", "rules", "--data", "none"],
      ["--rules", "rules", "--fail-on", "often"], ["--rules", "rules", "--unknown"],
      ["--rules", "rules", "extra"], [],
    ]
  )
  func usage(_ arguments: [String]) throws {
    let pack = try SmallPack()
    let result = try Binary.run(arguments, in: pack.folder)
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(!result.messages.isEmpty)
  }

  @Test("74: a report that cannot be written", arguments: ["terminal", "json"])
  func full(_ format: String) throws {
    let result = try SmallPack().check("--format", format, output: "/dev/full")
    #expect(result.status == 74)
    #expect(result.messages.contains("stdout"))
  }

  @Test("74: a file that cannot be made")
  func noFolder() throws {
    let result = try SmallPack().check("--format", "json=none/r.json")
    #expect(result.status == 74)
    #expect(result.messages.contains("none/r.json"))
  }

  @Test(
    "--fail-on says which violations count",
    arguments: [("minor", 1), ("major", 1), ("critical", 0), ("never", 0)]
  )
  func failOn(_ severity: String, _ status: Int32) throws {
    let pack = try SmallPack()
    try pack.breakRule()
    #expect(try pack.check("--fail-on", severity).status == status)
  }
}

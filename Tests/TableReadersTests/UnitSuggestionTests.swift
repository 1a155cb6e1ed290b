import Diagnostics
import TableReaders
import Tables
import Testing
import VietnameseText

@Suite("units suggested for a name that no unit has") struct UnitSuggestionTests {
  /// A commune's register: each unit with its aliases.
  static let register = [
    ["UBND xã Thiện Tân", "UBND xã", "Uỷ ban nhân dân xã", "Lãnh đạo UBND xã"],
    ["Văn phòng HĐND và UBND xã", "VP HĐND-UBND", "Văn phòng", "VP"],
    ["Phòng Văn hoá – Xã hội", "VHXH", "Phòng VH-XH"],
    ["Phòng Kinh tế xã", "Phòng Kinh tế", "Phòng KT", "KT"],
    ["Trung tâm Phục vụ hành chính công xã", "TTPVHCC"],
    ["Trung tâm Dịch vụ tổng hợp xã", "TTDVTH"],
    ["Công an xã Thiện Tân", "Công an xã", "Công an", "CAX"],
    ["Trạm Y tế xã", "Trạm Y tế", "TYT"],
    ["Trường Mầm non Thiện Tân", "MN Thiện Tân"],
    ["Trường Tiểu học Thiện Tân", "TH Thiện Tân"],
    ["Trường Trung học cơ sở Thiện Tân", "Trường THCS Thiện Tân", "THCS Thiện Tân"],
    ["Thôn Bắc Sơn", "Bắc Sơn"], ["Thôn Tân Lập", "Tân Lập"], ["Thôn số 1"], ["Thôn số 2"],
    ["Thôn Na Hoa"], ["Thôn Khe Lầu"],
  ]

  struct Case: Sendable, CustomTestStringConvertible {
    var cell: String
    var want: [String]
    var testDescription: String { cell }

    static let cases: [Case] = [
      // Words that tell units apart outweigh those that they share.
      .init(cell: "Phòng Văn hóa xã", want: ["Phòng Văn hoá – Xã hội"]),
      .init(cell: "Phong van hoa xa", want: ["Phòng Văn hoá – Xã hội"]),
      .init(cell: "Trạm y tế Thiện Tân", want: ["Trạm Y tế"]),
      .init(cell: "VP UBND", want: ["VP HĐND-UBND"]),
      .init(cell: "Trường Mầm non xã", want: ["Trường Mầm non Thiện Tân"]),
      .init(cell: "Công an Thiện Tân", want: ["Công an xã Thiện Tân"]),
      // A word of no unit may be what tells the cell from all of them.
      .init(cell: "Công an tỉnh", want: []), .init(cell: "Văn phòng Đảng uỷ", want: []),
      .init(cell: "Phòng Nội vụ", want: []),
      // Two that tie are both named; more, or shared words alone, are no help.
      .init(cell: "Y tế – kinh tế", want: ["Phòng Kinh tế", "Trạm Y tế"]),
      .init(
        cell: "Trung tâm Thiện Tân",
        want: ["Trung tâm Phục vụ hành chính công xã", "Trung tâm Dịch vụ tổng hợp xã"]
      ),
      .init(cell: "TN Thiện Tân", want: ["MN Thiện Tân", "TH Thiện Tân"]),
      .init(cell: "Trường Thiện Tân", want: []), .init(cell: "Phòng xã", want: []),
      .init(cell: "Thôn", want: []), .init(cell: "xã Thiện Tân", want: []),
      // Slips of typing; another number is none.
      .init(cell: "Phòng Kinh té", want: ["Phòng Kinh tế"]),
      .init(cell: "Phòng Kih tế", want: ["Phòng Kinh tế"]),
      .init(cell: "PhòngKinh tế xã", want: ["Phòng Kinh tế xã"]),
      .init(cell: "Trạm Y ết xã", want: ["Trạm Y tế xã"]),
      .init(
        cell: "Trung tâm Phục vụ hành chín công xã",
        want: ["Trung tâm Phục vụ hành chính công xã"]
      ),
      .init(cell: "Thôn số 3", want: []), .init(cell: "?", want: []),
    ]
  }

  static let abbreviations: [Case] = [
    .init(cell: "Phòng VH-XH", want: ["Phòng Văn hoá – Xã hội"]),
    .init(cell: "Phòng VHXX", want: ["Phòng Văn hoá – Xã hội"]),
    .init(cell: "P. VHXH", want: ["Phòng Văn hoá – Xã hội"]),
    .init(cell: "phong vh xh", want: ["Phòng Văn hoá – Xã hội"]),
    .init(cell: "Phòng V.H.X.H", want: ["Phòng Văn hoá – Xã hội"]),
    .init(cell: "Phòng KT", want: ["Phòng Kinh tế"]),
    .init(cell: "PKT", want: ["Phòng Kinh tế"]),
    .init(cell: "UBND xã", want: ["Uỷ ban nhân dân xã"]),
    .init(cell: "TTPVHCC", want: ["Trung tâm Phục vụ hành chính công"]),
    .init(cell: "Trung tâm PVHCC", want: ["Trung tâm Phục vụ hành chính công"]),
    .init(cell: "Trung tâm TT-3", want: ["TT3"]),
    .init(cell: "ĐC", want: ["Tổ Địa chính"]),
    .init(cell: "Phòng", want: []),
    .init(cell: "Phòng Z", want: []),
    .init(cell: "—", want: []),
    .init(cell: "Phòng TC", want: []),
    .init(cell: "K", want: []),
  ]

  @Test("an abbreviated unit is an error that suggests the unit", arguments: abbreviations)
  func abbreviated(_ c: Case) throws {
    try expect(
      c,
      [
        ["Phòng Văn hoá – Xã hội", "VHXH"], ["Phòng Kinh tế"], ["Uỷ ban nhân dân xã"],
        ["Trung tâm Phục vụ hành chính công"], ["Tổ Địa chính"], ["TT3"],
      ]
    )
  }

  @Test("a unit is suggested by the words that tell it apart", arguments: Case.cases)
  func suggested(_ c: Case) throws { try expect(c, Self.register) }

  @Test("an abbreviation that two units share names both, one that three share names none")
  func shared() throws {
    let two = [["Phòng Kinh tế", "P. Kinh tế"], ["Phòng Kế toán"], ["Công an xã"]]
    try expect(.init(cell: "PKT", want: ["Phòng Kinh tế", "Phòng Kế toán"]), two)
    try expect(.init(cell: "PKT", want: []), two + [["Phòng Kỹ thuật"]])
  }

  private func expect(_ c: Case, _ register: [[String]]) throws {
    let names = register.flatMap(\.self)
    var unitsByName: [String: Int32] = [:]
    for (index, names) in register.enumerated() {
      for name in names { unitsByName[NameFolding.fold(name)] = Int32(index) }
    }
    let schema = TableSchema(
      dataset: "test",
      columns: [column("u", .unit)],
      numberStyle: .vi,
      missing: [],
      unitsByName: unitsByName
    )
    let plan = ReadPlan(schema: schema, wanted: [0], unitNames: names)
    let file = try DumpFile(text: Array("u\n\(c.cell)\n".utf8), name: "t.csv", plan: plan)
    var scratch = BlockScratch(plan: plan)
    #expect(file.prepare(with: &scratch).isEmpty)
    let problems = file.read(block: 0, with: &scratch) { _ in }.cellProblems
    #expect(problems.map(\.code) == [.unknownUnit])
    let quoted = c.want.map { "'\($0)'" }.joined(separator: " hoặc ")
    let alias = "thêm tên này vào 'aliases' của đơn vị nếu đúng là đơn vị đó"
    let help = c.want.isEmpty ? alias : "có phải ý bạn là \(quoted)?"
    #expect(problems.first?.message.vi == "không có đơn vị nào tên '\(c.cell)'; \(help)")
  }
}

import CivilTime
import Diagnostics
import Engine
import Findings
import Rules
import Testing

@Suite("binding: variables, references, units")
struct BindingTests {
  static let variables: [Case] = [
    .init(
      "unit",
      "ratio: {of: d, that: v == unit, at_least: 100%}",
      by: "{each: g}",
      ["d": "u,v|a,a|b,a"],
      "a met; b failed"
    ),
    .init(
      "unit of a rule for one",
      "records: {of: d, require: v == unit}",
      ["d": "u,v|c,a"],
      "a met"
    ),
    .init(
      "unit of a row of no unit",
      "ratio: {of: d, that: v == unit, at_least: 100%}",
      by: "{each: [a]}",
      ["d": "u,v|a,a|,a"],
      "a no_data unknown_rows"
    ),
    .init(
      "due",
      "due: {by: 2026-06-30}\nrecords: {of: d, require: day <= due}",
      ["d": "u,day|a,2026-06-30"],
      "a met"
    ),
    .init(
      "due, the day after",
      "due: {by: 2026-06-30}\nrecords: {of: d, require: day <= due}",
      ["d": "u,day|a,2026-07-01"],
      "a failed"
    ),
    .init(
      "due, rolled",
      "due: {by: 2026-04-30}\nroll: following\nrecords: {of: d, require: day <= due}",
      ["d": "u,day|a,2026-05-04"],
      "a met"
    ),
    .init(
      "period_start and period_end",
      "every: month\ndue: {by: end}\neffective: {from: 2026-10-01}\n"
        + "evidence: {of: d, where: day >= period_start && day <= period_end, period: m, done_at: day}",
      ["d": "u,m,day|a,2026-10,2026-10-31|a,2026-11,2026-10-31"],
      "a 2026-10 met; a 2026-11 pending"
    ),
    .init(
      "period of the current month where rows have none",
      "every: month\ndue: {by: end}\nmeasure: {of: d, where: day >= period_start, count: rows, equals: 1}",
      ["d": "u,day|a,2026-10-31|a,2026-11-01"],
      "a 2026-11 met"
    ),
    .init("as_of", "records: {of: d, require: day == as_of}", ["d": "u,day|a,2026-11-20"], "a met"),
    .init(
      "due on a side that all units share",
      "due: {by: 2026-06-30}\ncover: {expected: {of: d, key: k}, actual: {of: o, where: day <= due, key: k}}",
      by: "{each: g}",
      ["d": "u,k|a,K|b,L", "o": "k,day|K,2026-06-30|L,2026-07-01"],
      "a met; b failed"
    ),
  ]

  static let maps: [Case] = [
    .init(
      "equality, membership, and-ed",
      "measure: {of: d, where: {k: [K, L], w: có, i: 5, u: a, day: 2026-06-01, m: 2026-06, s: 98%}, count: rows, equals: 1}",
      [
        "d":
          "u,k,w,i,day,m,s|a,K,1,5,2026-06-01,2026-06,98%|a,M,1,5,2026-06-01,2026-06,98%|a,L,1,6,2026-06-01,2026-06,98%"
      ],
      "a met"
    ),
    .init(
      "texts that look like something else",
      "measure: {of: d, where: {t: [no, 08, \"1\"]}, count: rows, equals: 3}",
      ["d": "u,t|a,no|a,08|a,1|a,false"],
      "a met"
    ),
    .init(
      "quotes and backslashes",
      #"measure: {of: d, where: {t: 'a"b\c'}, count: rows, equals: 1}"#,
      ["d": #"u,t|a,"a""b\c""#],
      "a met"
    ),
    .init(
      "an absent column value is unknown",
      "measure: {of: d, where: {t: x}, count: rows, equals: 0}",
      ["d": "u,t|a,"],
      "a no_data unknown_rows"
    ),
    .init(
      "NFD in the pack, NFC in the dump",
      "measure: {of: d, where: {t: Ho\u{301}a}, count: rows, equals: 1}",
      ["d": "u,t|a,Hóa"],
      "a met"
    ),
    .init(
      "NFC in the pack, NFD in the dump",
      "measure: {of: d, where: t == \"Hóa\", count: rows, equals: 1}",
      ["d": "u,t|a,Ho\u{301}a"],
      "a met"
    ),
    .init(
      "unit names in data: aliases, case, tone marks, dashes",
      "measure: {of: d, unit: u, count: rows, equals: 4}",
      ["d": "u|hóa chất a|HOÁ  CHẤT A|đơn vị a|Ho\u{301}a chất A|b"],
      "a met"
    ),
  ]

  @Test("variables", arguments: variables)
  func boundVariables(_ example: Case) async throws { try await example.expect() }

  @Test("maps and names", arguments: maps)
  func mapsAndNames(_ example: Case) async throws { try await example.expect() }

  // MARK: References

  static let referring = """
    datasets:
      - {id: nguoi, file: nguoi*.csv, key: [ma], unit: don_vi,
         columns: {ma: {type: text}, don_vi: {type: unit}, con: {type: boolean}, sep: {type: ref, to: nguoi}}}
      - {id: viec, file: viec*.csv, key: [so],
         columns: {so: {type: text}, lam: {type: ref, to: nguoi}, truoc: {type: ref, to: viec},
                   xong: {type: boolean}}}
    """

  static let references: [Case] = [
    .init(
      "a field of the row referred to",
      "records: {of: viec, require: lam.con}",
      ["nguoi": "ma,don_vi,con|1,a,có|2,b,không", "viec": "so,lam|x,1|y,1"],
      "a met"
    ),
    .init(
      "a field that is false",
      "records: {of: viec, require: lam.con}",
      ["nguoi": "ma,don_vi,con|1,a,có|2,b,không", "viec": "so,lam|x,1|y,2"],
      "a failed",
      figures: "1 1 0 0 0"
    ),
    .init(
      "a dangling reference is unknown",
      "records: {of: viec, require: lam.con}",
      ["nguoi": "ma,don_vi,con|1,a,có", "viec": "so,lam|x,1|y,7"],
      "a no_data unknown_rows"
    ),
    .init(
      "has of a dangling reference is unknown",
      "measure: {of: viec, where: has(lam.con), count: rows, equals: 1}",
      ["nguoi": "ma,don_vi,con|1,a,có", "viec": "so,lam|x,1|y,7"],
      "a no_data unknown_rows"
    ),
    .init(
      "an empty reference is absent",
      "measure: {of: viec, where: has(lam.con), count: rows, equals: 1}",
      ["nguoi": "ma,don_vi,con|1,a,có", "viec": "so,lam|x,1|y,"],
      "a met"
    ),
    .init(
      "an ambiguous reference is unknown",
      "records: {of: viec, require: lam.con}",
      ["nguoi": "ma,don_vi,con|1,a,có|1,b,có", "viec": "so,lam|x,1"],
      "a no_data unknown_rows"
    ),
    .init(
      "units through a reference",
      "measure: {of: viec, where: lam.don_vi == \"b\", count: rows, equals: 1}",
      ["nguoi": "ma,don_vi|1,Đơn vị B|2,a", "viec": "so,lam|x,1|y,2"],
      "a met"
    ),
    .init(
      "a broken dataset behind a reference",
      "records: {of: viec, require: lam.con}",
      ["nguoi": "ma,don_vi,con|1,a", "viec": "so,lam|x,1"],
      "a no_data broken_dataset"
    ),
    .init(
      "no dataset behind a reference",
      "records: {of: viec, require: lam.con}",
      ["viec": "so,lam|x,1"],
      "a no_data missing_dataset"
    ),
    .init(
      "a dataset that is not referred to in the rule does not matter",
      "records: {of: viec, require: xong}",
      ["viec": "so,lam,xong|x,1,có"],
      "a met"
    ),
    .init(
      "rows that refer to rows of their own dataset",
      "records: {of: viec, where: has(truoc), require: truoc.xong}",
      ["viec": "so,truoc,xong|x,,có|y,x,không|z,y,không"],
      "a failed",
      figures: "1 1 0 0 0"
    ),
  ]

  @Test("reference columns", arguments: references)
  func referenceColumns(_ example: Case) async throws {
    var scene = example.scene
    scene.more = Self.referring
    let run = try await scene.run()
    #expect(run.outcome == example.want)
    if let figures = example.figures { #expect(run.obligations.first?.figures == figures) }
  }

  @Test("datasets that refer to each other in a circle")
  func circle() async throws {
    let yaml = """
      rules:
        - {id: r1, title: R, clause: kh/A, responsible: a, records: {of: x, require: y.ok}}
        - {id: r2, title: R, clause: kh/A, responsible: a, records: {of: yy, require: x.ok && x.y == k}}

      """
    var scene = Scene(yaml, ["x.csv": "k,y,ok\n1,2,1\n", "yy.csv": "k,x,ok\n2,1,1\n"])
    scene.more = """
      datasets:
        - {id: x, file: x.csv, key: [k], columns: {k: {type: text}, y: {type: ref, to: yy}, ok: {type: boolean}}}
        - {id: yy, file: yy.csv, key: [k], columns: {k: {type: text}, x: {type: ref, to: x}, ok: {type: boolean}}}
      """
    let run = try await scene.run()
    #expect(run.outcome == "a met; a met")
    #expect(run.inputs.map(\.file) == ["x.csv", "yy.csv"])
    #expect(run.dataErrorTotal == 0)
  }

  @Test("every dataset is listed once, its data errors once, however many rules read it")
  func readOnce() async throws {
    let yaml = """
      rules:
        - {id: r1, title: R, clause: kh/A, responsible: a, records: {of: viec, require: lam.con}}
        - {id: r2, title: R, clause: kh/A, responsible: a, unique: {of: nguoi, key: ma}}
        - {id: r3, title: R, clause: kh/A, responsible: a, reference: {of: viec, column: lam, in: nguoi.ma}}

      """
    var scene = Scene(
      yaml,
      ["nguoi.csv": "ma,don_vi,con\n1,a,maybe\n1,Nowhere,1\n", "viec.csv": "so,lam\nx,1\n"]
    )
    scene.more = Self.referring
    let run = try await scene.run()
    #expect(run.inputs.map(\.file) == ["nguoi.csv", "viec.csv"])
    #expect(
      run.dataErrors.map { "\($0.row ?? 0) \($0.column ?? "") \($0.code)" } == [
        "2 con bad-boolean", "3 ma duplicate-key", "3 don_vi unknown-unit",
      ]
    )
    #expect(run.dataErrorTotal == 3)
    #expect(run.exitCode == 2)
  }

  @Test("a repeated key names the first row that holds it, in whichever file")
  func repeatedKeys() async throws {
    let yaml = """
      rules:
        - {id: r1, title: R, clause: kh/A, responsible: a, records: {of: nguoi, require: con}}

      """
    var scene = Scene(
      yaml,
      [
        "nguoi - Copy.csv": "ma,don_vi,con\n1,a,1\n\n2,a,1\n",
        "nguoi.csv": "ma,don_vi,con\n2,a,1\n3,a,1\n1,a,1\n3,a,1\n3,a,1\n",
      ]
    )
    scene.more = Self.referring
    scene.blockBytes = 16
    let copy = ", or take the surplus file out of the data folder"
    let cure = "correct the code or drop the repeated row"
    for jobs in [1, 4] {
      scene.jobs = jobs
      let errors = try await scene.run().dataErrors
      #expect(errors.allSatisfy { $0.code == "duplicate-key" && $0.file == "nguoi.csv" })
      #expect(
        errors.map { "\($0.row ?? 0) \($0.value): \($0.message.en)" } == [
          "2 2: 'nguoi - Copy.csv':4 holds this key already; \(cure)\(copy)",
          "4 1: 'nguoi - Copy.csv':2 holds this key already; \(cure)\(copy)",
          "5 3: 'nguoi.csv':3 holds this key already; \(cure)",
          "6 3: 'nguoi.csv':3 holds this key already; \(cure)",
        ]
      )
    }
  }

  // MARK: Mistakes in packs
}

import CivilTime
import Diagnostics
import Findings
import Rules
import Testing

@testable import RuleTesting

@Suite("tests are decoded")
struct DecodingTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let shown: [String]
  }

  static let cases: [Case] = [
    .init(testDescription: "an empty file", text: "", shown: []),
    .init(testDescription: "no tests", text: "tests: []\n", shown: []),
    .init(
      testDescription: "nothing required is there",
      text: "tests:\n  - {data: {}}\n",
      shown: [
        "2:5 [missing-key] missing key 'name' in test",
        "2:5 [missing-key] missing key 'rules' in test",
        "2:5 [missing-key] missing key 'as_of' in test",
        "2:5 [missing-key] missing key 'expect' in test",
      ]
    ),
    .init(
      testDescription: "no rule is named",
      text: "tests:\n  - {name: a, rules: [], as_of: 2026-10-25, expect: []}\n",
      shown: ["2:22 [invalid-value] 'rules' must name at least one rule"]
    ),
    .init(
      testDescription: "an unknown rule",
      text: "tests:\n  - {name: a, rules: [bao-cao-than], as_of: 2026-10-25, expect: []}\n",
      shown: ["2:23 [unknown-name] unknown rule 'bao-cao-than'; did you mean 'bao-cao-thang'?"]
    ),
    .init(
      testDescription: "an unknown key",
      text:
        "tests:\n  - {name: a, rules: bao-cao-thang, as_of: 2026-10-25, expect: [], perids: []}\n",
      shown: ["2:68 [unknown-key] unknown key 'perids' in test; did you mean 'periods'?"]
    ),
    .init(
      testDescription: "a day written the Vietnamese way",
      text: "tests:\n  - {name: a, rules: bao-cao-thang, as_of: 25/10/2026, expect: []}\n",
      shown: ["2:44 [invalid-value] 'as_of': '25/10/2026' is not a date; write 2026-10-25"]
    ),
    .init(
      testDescription: "an unknown dataset, and rows that are no list",
      text: """
        tests:
          - name: a
            rules: bao-cao-thang
            as_of: 2026-10-25
            data: {bao_ca: [], ho_so: , bao_cao: {don_vi: kt}}
            expect: []

        """,
      shown: [
        "5:12 [unknown-name] unknown dataset 'bao_ca'; did you mean 'bao_cao'?",
        "5:31 [expected-list] the data of 'ho_so' must be a list of rows; "
          + "write 'ho_so: []' for a file without rows; leave the key out if there is no file",
        "5:42 [expected-list] the data of 'bao_cao' must be a list of rows; "
          + "write 'bao_cao: []' for a file without rows; leave the key out if there is no file",
      ]
    ),
    .init(
      testDescription: "an unknown column, and a cell that is a list",
      text: """
        tests:
          - name: a
            rules: bao-cao-thang
            as_of: 2026-10-25
            data:
              bao_cao:
                - {don_v: kt}
                - {don_vi: [kt]}
            expect: []

        """,
      shown: [
        "7:12 [unknown-key] unknown key 'don_v' in a row of 'bao_cao'; did you mean 'don_vi'?",
        "8:20 [expected-scalar] 'don_vi' takes a single value here",
      ]
    ),
    .init(
      testDescription: "expectations that nothing could meet",
      text: """
        tests:
          - name: a
            rules: bao-cao-thang
            as_of: 2026-10-25
            periods: [2026-10, 10/2026]
            expect:
              - {unit: vx, period: 2026-10, verdict: met}
              - {unit: vp, period: 2026-10, verdict: good}
              - {unit: vp, verdict: met}
              - {unit: vp, period: 2026-Q3, verdict: met}
              - {unit: vp, period: 2026-09, verdict: met}
              - {unit: vp, period: 2026-10, verdict: met}
              - {unit: vp, period: 2026-10, verdict: failed}
              - {unit: kt, period: 2026-10, verdict: met, days_late: x, reason: no_dat}

        """,
      shown: [
        "5:24 [invalid-value] '10/2026' is no period; "
          + "write 2026, 2026-H1, 2026-Q2, 2026-10 or 2026-W07",
        "7:16 [unknown-name] unknown unit 'vx'; did you mean 'vp'?",
        "8:46 [invalid-value] 'verdict' cannot be 'good'",
        "9:9 [missing-key] rule 'bao-cao-thang' recurs (month), so 'period' must be given",
        "10:28 [invalid-value] the periods of rule 'bao-cao-thang' are of the kind 'month'",
        "11:28 [invalid-value] period 2026-09 is not among the test's 'periods', "
          + "so nothing would compare it",
        "13:9 [invalid-value] line 12 expects the same obligation already",
        "14:62 [invalid-value] 'days_late': 'x' is not a whole number from 0 to 999999",
        "14:73 [invalid-value] 'reason' cannot be 'no_dat'; did you mean 'no_date'?",
      ]
    ),
  ]

  @Test("everything wrong is named with its place", arguments: cases)
  func places(_ c: Case) throws {
    let shown = try TestPack().decode(c.text).shown
    #expect(shown == c.shown)
  }

  @Test("with several rules an expectation says which one")
  func whichRule() throws {
    let other = """
        - id: xong
          title: Xong
          clause: kh/I
          responsible: {each: phong}
          ratio: {of: ho_so, that: xong, at_least: 100%}

      """
    let pack = try TestPack(rules: TestPack.reportRule + other)
    let text = """
      tests:
        - name: a
          rules: [bao-cao-thang, xong]
          as_of: 2026-10-25
          expect:
            - {unit: vp, verdict: met}
            - {rule: xon, unit: vp, verdict: met}
            - {rule: xong, unit: vp, period: 2026-10, verdict: met}
            - {rule: xong, unit: vp, verdict: met}

      """
    #expect(
      pack.decode(text).shown == [
        "6:9 [missing-key] the test names several rules, so each entry of 'expect' must say "
          + "which 'rule'; one of: bao-cao-thang, xong",
        "7:16 [unknown-name] unknown rule of this test 'xon'; did you mean 'xong'?",
        "8:40 [invalid-value] rule 'xong' has no periods",
      ]
    )
  }

  @Test("facts are kept as the report prints them, in one order")
  func facts() throws {
    let text = """
      tests:
        - name: a
          rules: bao-cao-thang
          as_of: 2026-10-25
          expect:
            - unit: "*"
              period: 2026-10
              verdict: met_late
              measured: {value: 98, true: 007}
              days_late: 1
              due_soon: có
              nominal_due: 2026-10-19

      """
    let (tests, shown) = try TestPack().decode(text)
    #expect(shown == [])
    let facts = tests.first?.expectations.first?.facts.map { "\($0.field.path)=\($0.value)" }
    #expect(
      facts == [
        "nominal_due=2026-10-19", "days_late=1", "due_soon=true", "measured.true=7",
        "measured.value=98",
      ]
    )
  }
}

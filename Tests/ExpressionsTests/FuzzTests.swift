import Diagnostics
import Tables
import TestSupport
import Testing

@testable import Expressions

@Suite("no text can trap")
struct FuzzTests {
  static let pieces: [String] = [
    "a", "b", "s", "d", "l", "u", "p", "1", "0", "9223372036854775807", "-9223372036854775808",
    "1.5", "1e308", ".5",
    "0x7fffffffffffffff", "'x'", "\"\"", "r'\\'", "'''", "\"", "'", "\\", "b'", "u", "true",
    "false", "null",
    "+", "-", "*", "/", "%", "<", "<=", ">", ">=", "==", "!=", " in ", "&&", "||", "!", "?", ":",
    "(", ")", "[", "]", "{", "}",
    ",", ".", "//", "\n", " ", "size(", "int(", "double(", "string(", "date(", "timestamp(",
    "duration(", "ratio(", "fold(",
    "addDays(", "addMonths(", "workdays(", "year(", "has(", "matches(", ".contains(", ".matches(",
    ".size()",
    "date('9999-12-31')", "date('0001-01-01')", "timestamp(0)", "duration('9223372036s')", "\u{0}",
    "\u{301}", "ế", "😀", "\u{FEFF}",
  ]

  static var sheet: Sheet {
    var sheet = Sheet(rowCount: 3)
    sheet.add("a", .int, [.int(.min), .int(.max), .absent])
    sheet.add("b", .bool, [.bool(true), .erroneous, .absent])
    sheet.add("s", .string, [.text("("), .text("2026-01-01"), .absent])
    sheet.add("d", .date, [.date("0001-01-01"), .date("9999-12-31"), .absent])
    sheet.add("u", .unit, [.value(.unit(99)), .value(.unit(-1)), .absent])
    sheet.add(
      "p",
      .decimal,
      [.value(.decimal(.max, scale: 0)), .value(.decimal(.min, scale: 0)), .absent]
    )
    return sheet
  }

  @Test("random pieces parse, check and run, or are refused", arguments: 0..<4)
  func pieces(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let sheet = Self.sheet
    var runCount = 0
    for _ in 0..<3_000 {
      let text = (0..<(1 + generator.below(12))).map { _ in generator.pick(Self.pieces) }.joined()
      run(text, sheet, &runCount)
    }
    #expect(runCount > 20)
  }

  @Test("random forms check and run, or are refused", arguments: 0..<4)
  func forms(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(1_000 + seed))
    let sheet = Self.sheet
    var runCount = 0
    for _ in 0..<2_000 {
      run(Self.form(depth: 4, &generator), sheet, &runCount)
    }
    #expect(runCount > 50)
  }

  private static func form(depth: Int, _ generator: inout SeededGenerator) -> String {
    guard depth > 0, generator.below(5) > 0 else {
      return generator.pick([
        "a", "b", "s", "d", "u", "p", "1", "0", "-1", "1.5", "0.1", "'x'", "'2026-01-01'", "true",
        "[]",
        "date('9999-12-31')", "timestamp(0)", "duration('1h')", "9223372036854775807", "1e300",
      ])
    }
    func part() -> String { form(depth: depth - 1, &generator) }
    switch generator.below(9) {
    case 0: return "(\(part()) ? \(part()) : \(part()))"
    case 1: return "[\(part()), \(part())]"
    case 2:
      let name = generator.pick([
        "size", "int", "double", "string", "date", "year", "fold", "timestamp", "has",
      ])
      return "\(name)(\(part()))"
    case 3:
      let name = generator.pick(["addDays", "addMonths", "workdays", "ratio", "matches"])
      return "\(name)(\(part()), \(part()))"
    case 4: return "(\(generator.pick(["!", "-"]))\(part()))"
    default:
      let sign = generator.pick(["+", "-", "*", "%", "<", ">=", "==", "!=", "in", "&&", "||"])
      return "(\(part()) \(sign) \(part()))"
    }
  }

  private func run(_ text: String, _ sheet: Sheet, _ runCount: inout Int) {
    let result = Compilation.run(text, in: sheet.scope, expecting: nil, refusesFaults: false)
    switch result {
    case .success(let expression):
      runCount += 1
      let together = sheet.answers(expression)
      let alone = (0..<sheet.rowCount).map { sheet.answerAlone(expression, row: $0) }
      #expect(together == alone, "\(text)")
    case .failure(let failure):
      #expect(!failure.problems.isEmpty)
      let length = text.unicodeScalars.count
      for problem in failure.problems {
        #expect(problem.place.offset >= 0 && problem.place.offset <= length, "\(text)")
        #expect(problem.place.length >= 1, "\(text)")
      }
    }
  }
}

import CivilTime
import Tables
import TestSupport
import Testing

@testable import Expressions

@Suite("the kernels against a naive evaluator")
struct KernelPropertyTests {
  static let rowCount = 200

  static func sheet(_ generator: inout SeededGenerator) -> Sheet {
    var sheet = Sheet(rowCount: rowCount)
    func column(_ value: () -> Sheet.Cell) -> [Sheet.Cell] {
      (0..<rowCount).map { _ in
        switch generator.below(8) {
        case 0: .absent
        case 1: .erroneous
        default: value()
        }
      }
    }
    let ints: [Int64] = [0, 1, -1, 2, 3, 7, -5, 100, .max, .min]
    let decimals: [Int128] = [0, 25, 150, -125, 100, 9_999]
    let doubles = [0, 0.5, -1.25, 2, 100.75, .nan, .infinity]
    let texts = ["", "a", "ab", "đơn vị", "Hoá", "7", "-12"]
    sheet.add("i", .int, column { .int(generator.pick(ints)) })
    sheet.add("j", .int, column { .int(generator.pick(ints)) })
    sheet.add(
      "d",
      .decimal,
      column { .value(.decimal(generator.pick(decimals), scale: 2)) },
      scale: 2
    )
    sheet.add("x", .double, column { .value(.double(generator.pick(doubles))) })
    sheet.add("s", .string, column { .text(generator.pick(texts)) })
    sheet.add("t", .string, column { .text(generator.pick(texts)) })
    sheet.add("b", .bool, column { .bool(generator.below(2) == 0) })
    sheet.add(
      "n",
      .date,
      column { .value(.date(CivilDate(dayNumber: Int32(generator.below(800))))) }
    )
    return sheet
  }

  @Test(
    "random expressions give the same in every row, together, alone and naively",
    arguments: 0..<3
  )
  func random(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(57_000 + seed))
    let sheet = Self.sheet(&generator)
    let names = sheet.variables.map(\.name)
    var answered = 0
    for _ in 0..<80 {
      let wanted = generator.pick([
        ExpressionType.bool, .bool, .bool, .int, .decimal, .double, .string, .date, .list(.int),
      ])
      let text = Self.text(wanted, depth: 4, &generator)
      let result = Compilation.run(text, in: sheet.scope, expecting: nil, refusesFaults: false)
      guard case .success(let expression) = result else {
        Issue.record("\(text): \(result)")
        continue
      }
      let together = sheet.answers(expression)
      for row in 0..<Self.rowCount {
        let cells = Dictionary(uniqueKeysWithValues: zip(names, sheet.cells.map { $0[row] }))
        let naive = NaiveEvaluator(cells: cells).answer(text, type: expression.type)
        #expect(together[row] == naive, "\(text) row \(row) \(cells)")
        if naive != "unknown", naive != "error" { answered += 1 }
      }
      let row = generator.below(Self.rowCount)
      #expect(sheet.answerAlone(expression, row: row) == together[row], "\(text)")
    }
    #expect(answered > 3_000)
  }

  /// Writes a random expression of a type.
  static func text(
    _ type: ExpressionType,
    depth: Int,
    _ generator: inout SeededGenerator
  ) -> String {
    func part(_ type: ExpressionType) -> String { text(type, depth: depth - 1, &generator) }
    if depth == 0 || generator.below(6) == 0 { return leaf(type, &generator) }
    if generator.below(8) == 0 { return "(\(part(.bool)) ? \(part(type)) : \(part(type)))" }
    let sign = generator.pick(["+", "-", "*"])
    switch type {
    case .int:
      return generator.pick([
        "(\(part(.int)) \(sign) \(part(.int)))", "(\(part(.int)) % \(part(.int)))",
        "(-\(part(.int)))",
        "size(\(part(.string)))", "size(\(part(.list(.int))))", "int(\(part(.string)))",
        "year(\(part(.date)))",
        "(\(part(.date)) - \(part(.date)))",
      ])
    case .decimal:
      // Sums only, so that nothing leaves the range where the naive evaluator is exact.
      return generator.pick([
        "(\(part(.decimal)) + d)", "(\(part(.decimal)) - 0.25)", "(-\(part(.decimal)))",
      ])
    case .double:
      return generator.pick(["(\(part(.double)) + x)", "(x - 0.5)", "(-\(part(.double)))"])
    case .string:
      return generator.pick(["(\(part(.string)) + \(part(.string)))", "string(\(part(.int)))"])
    case .date: return "addDays(\(part(.date)), \(part(.int)))"
    case .list:
      return generator.pick([
        "[\(part(.int)), \(part(.int))]", "(\(part(.list(.int))) + \(part(.list(.int))))",
        "[\(part(.int))]",
      ])
    default: return condition(depth, &generator)
    }
  }

  private static func condition(_ depth: Int, _ generator: inout SeededGenerator) -> String {
    func part(_ type: ExpressionType) -> String { text(type, depth: depth - 1, &generator) }
    let order = generator.pick(["<", "<=", ">", ">=", "==", "!="])
    let equality = generator.pick(["==", "!="])
    switch generator.below(14) {
    case 0: return "(\(part(.bool)) && \(part(.bool)))"
    case 1: return "(\(part(.bool)) || \(part(.bool)) || \(part(.bool)))"
    case 2: return "(!\(part(.bool)))"
    case 3: return "(\(part(.int)) \(order) \(part(.int)))"
    case 4: return "(\(part(.decimal)) \(order) \(part(generator.pick([.int, .decimal]))))"
    case 5: return "(\(part(.double)) \(order) \(generator.pick(["i", "d", "x", "0.5", "2"])))"
    case 6: return "(\(part(.string)) \(order) \(part(.string)))"
    case 7: return "(\(part(.bool)) \(order) \(part(.bool)))"
    case 8: return "(\(part(.date)) \(order) \(part(.date)))"
    case 9: return "(\(part(.int)) in \(part(.list(.int))))"
    case 10: return "(\(part(.list(.int))) \(equality) \(part(.list(.int))))"
    case 11:
      return
        "\(part(.string)).\(generator.pick(["contains", "startsWith", "endsWith"]))(\(part(.string)))"
    case 12: return "(\(generator.pick(["i", "d"])) in [1, 1.5, \(part(.int))])"
    default: return "has(\(generator.pick(["i", "s", "b", "n"])))"
    }
  }

  private static func leaf(_ type: ExpressionType, _ generator: inout SeededGenerator) -> String {
    switch type {
    case .int: generator.pick(["i", "j", "1", "0", "-3", "9223372036854775807"])
    case .decimal: generator.pick(["d", "d", "(d * 1.5)", "(i * 0.5)"])
    case .double: generator.pick(["x", "x", "(x * 0.5)"])
    case .string: generator.pick(["s", "t", "'a'", "''", "'Hoa\u{301}'", "'-12'"])
    case .bool: generator.pick(["b", "b", "true", "false"])
    case .date: generator.pick(["n", "date('1971-01-31')", "date('9999-12-31')"])
    case .list: generator.pick(["[1, 2]", "[]", "[i, 7]", "[i]"])
    default: "b"
    }
  }
}

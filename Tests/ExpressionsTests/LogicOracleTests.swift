import Tables
import Testing

@testable import Expressions

@Suite("four-valued logic against a table")
struct LogicOracleTests {
  /// What a condition can be for a row.
  enum Value: String, CaseIterable {
    case yes = "true"
    case no = "false"
    case unknown
    case error

    static func and(_ values: [Value]) -> Value {
      if values.contains(.no) { return .no }
      if values.contains(.unknown) { return .unknown }
      return values.contains(.error) ? .error : .yes
    }

    static func or(_ values: [Value]) -> Value {
      if values.contains(.yes) { return .yes }
      if values.contains(.unknown) { return .unknown }
      return values.contains(.error) ? .error : .no
    }

    static func strict(_ a: Value, _ b: Value, _ result: (Bool, Bool) -> Bool) -> Value {
      if a == .unknown || b == .unknown { return .unknown }
      if a == .error || b == .error { return .error }
      return result(a == .yes, b == .yes) ? .yes : .no
    }

    var not: Value {
      switch self {
      case .yes: .no
      case .no: .yes
      case .unknown, .error: self
      }
    }

    func choose(_ a: Value, _ b: Value) -> Value {
      switch self {
      case .yes: a
      case .no: b
      case .unknown, .error: self
      }
    }
  }

  struct Formula: Sendable, CustomTestStringConvertible {
    let text: String
    let value: @Sendable ([Value]) -> Value
    var testDescription: String { text }
  }

  static let formulas: [Formula] = [
    Formula(text: "$0 && $1") { .and([$0[0], $0[1]]) },
    Formula(text: "$0 || $1") { .or([$0[0], $0[1]]) },
    Formula(text: "$0 && $1 && $2") { .and($0) },
    Formula(text: "$0 || $1 || $2") { .or($0) },
    Formula(text: "!$0") { $0[0].not },
    Formula(text: "!($0 && $1)") { Value.and([$0[0], $0[1]]).not },
    Formula(text: "$0 ? $1 : $2") { $0[0].choose($0[1], $0[2]) },
    Formula(text: "$0 == $1") { .strict($0[0], $0[1]) { $0 == $1 } },
    Formula(text: "$0 != $1") { .strict($0[0], $0[1]) { $0 != $1 } },
    Formula(text: "$0 < $1") { .strict($0[0], $0[1]) { !$0 && $1 } },
    Formula(text: "$0 in [$1, $2]") {
      let lists = Value.strict($0[1], $0[2]) { _, _ in true }
      let (a, b, c) = ($0[0], $0[1], $0[2])
      return .strict(a, lists) { _, _ in a == b || a == c }
    },
    Formula(text: "$0 && ($1 || !$2)") { .and([$0[0], .or([$0[1], $0[2].not])]) },
    Formula(text: "$0 || $1 && $2") { .or([$0[0], .and([$0[1], $0[2]])]) },
    Formula(text: "true && $0 || false") { $0[0] },
    Formula(text: "$0 && false") { _ in .no },
    Formula(text: "true || $0") { _ in .yes },
  ]

  /// All assignments of the four values to three conditions, one a row.
  static let assignments: [[Value]] = Value.allCases.flatMap { a in
    Value.allCases.flatMap { b in Value.allCases.map { c in [a, b, c] } }
  }

  @Test("every assignment comes out as the table says", arguments: formulas)
  func table(_ formula: Formula) throws {
    // A condition is a bool that may be absent, and an error where its divisor is zero.
    var sheet = Sheet(rowCount: Self.assignments.count)
    var text = formula.text
    for index in 0..<3 {
      let values = Self.assignments.map { $0[index] }
      sheet.add("b\(index)", .bool, values.map { $0 == .unknown ? .absent : .bool($0 == .yes) })
      sheet.add("d\(index)", .int, values.map { .int($0 == .error ? 0 : 1) })
      let condition = "(1 % d\(index) == 0 ? b\(index) : false)"
      text = text.split(separator: "$\(index)", omittingEmptySubsequences: false)
        .joined(separator: condition)
    }
    let expected = Self.assignments.map { formula.value($0).rawValue }
    #expect(sheet.answers(text) == expected)
    let expression = try #require(sheet.compile(text))
    let truth = expression.truth(over: Inputs(rowCount: sheet.rowCount, columns: sheet.columns))
    for (row, word) in expected.enumerated() {
      #expect(truth.isTrue[row] == (word == "true") && truth.isFalse[row] == (word == "false"))
      #expect(
        truth.isError[row] == (word == "error") && truth.isUnknown[row] == (word == "unknown")
      )
      #expect(sheet.answerAlone(expression, row: row) == word)
    }
  }
}

public import Diagnostics
internal import CivilTime
internal import Tables

/// What an expression comes to over one row, as `check expr` prints it.
public enum ExpressionAnswer: Sendable, Hashable {
  /// The stage at which an expression went wrong.
  public enum Stage: String, Sendable, Hashable {
    /// The text is no expression.
    case parse
    /// Names or types do not go together, or something is not in the language.
    case check
    /// The expression is right but has no value for this row.
    case eval
  }

  /// A name that the row has.
  public enum Cell: Sendable, Hashable {
    /// A value.
    case value(Constant, ExpressionType)
    /// Declared, but absent.
    case absent(ExpressionType)
    /// Declared, but its cell could not be read.
    case erroneous(ExpressionType)
  }

  /// A value and its type.
  case value(Constant, ExpressionType)
  /// Something that was read is absent.
  case unknown
  /// The reason why there is no answer.
  case error(Phrase, Stage)

  /// Works out an expression over one row, with the same code that runs over columns.
  ///
  /// - Parameters:
  ///   - text: The expression.
  ///   - row: What the row has, by name.
  ///   - scope: Constants, units and calendar; its variables do not count.
  /// - Returns: The answer.
  public static func answer(
    _ text: String,
    row: [String: Cell],
    in scope: Scope = Scope(variables: [])
  ) -> ExpressionAnswer {
    let frame = Frame(row, scope)
    let result = Compilation.run(text, in: frame.scope, expecting: nil, refusesFaults: false)
    switch result {
    case .failure(let failure):
      return .error(sentence(failure), failure.isSyntax ? .parse : .check)
    case .success(let expression):
      let inputs = Inputs(rowCount: 1, columns: frame.columns)
      let evaluated = expression.column(over: inputs)
      if evaluated.isError[0] {
        let unnamed = Phrase(vi: "không tính được", en: "it cannot be worked out")
        return .error(evaluated.fault?.phrase ?? unnamed, .eval)
      }
      guard let value = evaluated.constant(at: 0) else { return .unknown }
      return .value(value, evaluated.type)
    }
  }

  /// Puts the first thing that is wrong into words, with the place and the remedy.
  private static func sentence(_ failure: Compilation.Failure) -> Phrase {
    guard let problem = failure.problems.first else {
      return Phrase(vi: "biểu thức sai", en: "the expression is wrong")
    }
    let column = problem.place.offset + 1
    let (message, help) = (problem.complaint.message, problem.complaint.help)
    return Phrase(
      vi: "\(column): \(message.vi)" + (help.map { "; \($0.vi)" } ?? ""),
      en: "\(column): \(message.en)" + (help.map { "; \($0.en)" } ?? "")
    )
  }
}

/// A row of named values as a scope and one-row columns.
private struct Frame {
  let scope: Scope
  let columns: [Column?]

  init(_ row: [String: ExpressionAnswer.Cell], _ base: Scope) {
    var constants = base.constants
    var variables: [Scope.Variable] = []
    var columns: [Column?] = []
    for (name, cell) in row.sorted(by: { $0.key < $1.key }) {
      // No column holds a list: one that is there is a constant of this row.
      if case .value(let constant, .list) = cell {
        constants[name] = constant
        continue
      }
      variables.append(Scope.Variable(name: name, type: cell.type, slot: columns.count))
      columns.append(cell.column)
    }
    scope = Scope(
      variables: variables,
      constants: constants,
      unitIDs: base.unitIDs,
      calendar: base.calendar,
      utcOffsetSeconds: base.utcOffsetSeconds
    )
    self.columns = columns
  }
}

extension ExpressionAnswer.Cell {
  fileprivate var type: ExpressionType {
    switch self {
    case .value(_, let type), .absent(let type), .erroneous(let type): type
    }
  }

  /// The cell as a column of one row.
  fileprivate var column: Column? {
    let none = BitPlane(repeating: false, count: 1)
    let one = BitPlane(repeating: true, count: 1)
    switch self {
    case .value(let constant, let type):
      let vector = Vector(.constant(constant), known: one, faulty: none)
      return Evaluated(vector, type: type, fault: nil).column
    case .absent(let type):
      return Evaluated(Vector(.bool(none), known: none, faulty: none), type: type, fault: nil)
        .column ?? .absent(.boolean(none), rowCount: 1)
    case .erroneous(let type):
      return Evaluated(Vector(.bool(none), known: none, faulty: one), type: type, fault: nil)
        .column ?? Column(values: .boolean(none), present: none, erroneous: one)
    }
  }
}

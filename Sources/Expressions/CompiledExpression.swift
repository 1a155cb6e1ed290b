public import Diagnostics
public import Tables

/// The columns that an expression runs over.
public struct Inputs: Sendable {
  /// How many rows there are.
  public let rowCount: Int
  /// The columns by slot, those past the dataset's being the engine's own; nil is unknown.
  public let columns: [Column?]

  /// Makes inputs.
  public init(rowCount: Int, columns: [Column?]) {
    self.rowCount = max(0, rowCount)
    self.columns = columns
  }
}

/// The rows for which a condition is true, false or an error; the rest is unknown.
public struct Truth: Sendable {
  /// The rows for which it is true.
  public let isTrue: BitPlane
  /// The rows for which it is false.
  public let isFalse: BitPlane
  /// The rows for which it could not be worked out.
  public let isError: BitPlane
  /// Why the first of those could not, if there are any.
  public let fault: EvaluationFault?

  /// The rows for which it is unknown.
  public var isUnknown: BitPlane { ~(isTrue | isFalse | isError) }

  /// Makes a result; no row is in two planes.
  public init(
    isTrue: BitPlane,
    isFalse: BitPlane,
    isError: BitPlane,
    fault: EvaluationFault? = nil
  ) {
    self.isTrue = isTrue
    self.isFalse = isFalse
    self.isError = isError
    self.fault = isError.isEmpty ? nil : fault
  }
}

/// An expression that was checked against a scope and can be run over columns.
public struct CompiledExpression: Sendable {
  /// The type of its values.
  public let type: ExpressionType
  /// The text it was made of.
  public let text: String
  /// The slots of the columns it reads, those it only asks `has` about included.
  public let slots: Set<Int>
  /// The slots of the columns whose values it reads: what is absent there can leave it unknown.
  public let valueSlots: Set<Int>
  /// The slots of the columns whose presence it asks about.
  public let presenceSlots: Set<Int>
  /// The slots of the columns from or to which it counts working days.
  public let calendarSlots: Set<Int>
  /// Whether it counts working days.
  public let asksCalendar: Bool

  let root: Node
  let scope: EvaluationScope

  /// Compiles a text, reporting everything that is wrong with it.
  ///
  /// A part that has no value whatever the data are, such as `1 % 0`, is an error here too.
  ///
  /// - Parameters:
  ///   - text: The expression.
  ///   - scope: What it may read.
  ///   - expecting: The type its values must have, or nil for any; an int will do for a decimal.
  ///   - locate: Finds the place in the pack of a stretch of the text, in Unicode scalars from 0.
  ///   - sink: Where errors go.
  /// - Returns: The expression, or nil if something was reported.
  public static func compile(
    _ text: String,
    in scope: Scope,
    expecting: ExpressionType? = nil,
    at locate: (Int, Int) -> SourceRange?,
    into sink: inout DiagnosticSink
  ) -> CompiledExpression? {
    let result = Compilation.run(text, in: scope, expecting: expecting, refusesFaults: true)
    switch result {
    case .success(let expression): return expression
    case .failure(let failure):
      for problem in failure.problems {
        let range = locate(problem.place.offset, problem.place.length)
        let complaint = problem.complaint
        sink.error(complaint.id, complaint.message, at: range, help: complaint.help)
      }
      return nil
    }
  }

  init(root: Node, text: String, scope: Scope) {
    self.root = root
    self.text = text
    self.scope = EvaluationScope(scope)
    type = root.type
    var needs = Needs()
    needs.collect(root)
    slots = needs.values.union(needs.presence)
    valueSlots = needs.values
    presenceSlots = needs.presence
    calendarSlots = needs.calendar
    asksCalendar = needs.asksCalendar
  }

  /// What an expression has to be given.
  private struct Needs {
    var values: Set<Int> = []
    var presence: Set<Int> = []
    var calendar: Set<Int> = []
    var asksCalendar = false

    mutating func collect(_ node: Node, countsDays: Bool = false) {
      var countsDays = countsDays
      switch node.operation {
      case .column(let slot):
        values.insert(slot)
        if countsDays { calendar.insert(slot) }
      case .has(let slot): presence.insert(slot)
      case .workdays:
        asksCalendar = true
        countsDays = true
      default: break
      }
      for operand in node.operation.operands { collect(operand, countsDays: countsDays) }
    }
  }

  /// Works out a condition for all rows.
  ///
  /// - Parameter inputs: The columns.
  /// - Returns: Where it is true, false or an error; everywhere unknown if the type is not bool.
  public func truth(over inputs: Inputs) -> Truth {
    var evaluation = evaluation(over: inputs)
    let vector = evaluation.vector(of: root)
    let isTrue = vector.trueRows
    return Truth(
      isTrue: isTrue,
      isFalse: type == .bool
        ? vector.known - isTrue : BitPlane(repeating: false, count: isTrue.count),
      isError: vector.faulty,
      fault: evaluation.fault
    )
  }

  /// Works out the values for all rows.
  ///
  /// - Parameter inputs: The columns.
  /// - Returns: The values, and where there are none.
  public func column(over inputs: Inputs) -> Evaluated {
    var evaluation = evaluation(over: inputs)
    let vector = evaluation.vector(of: root)
    return Evaluated(vector, type: type, fault: evaluation.fault)
  }

  private func evaluation(over inputs: Inputs) -> Evaluation {
    Evaluation(scope: scope, rowCount: inputs.rowCount, columns: inputs.columns)
  }
}

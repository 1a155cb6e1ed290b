internal import Diagnostics

/// The way from a text to an expression that can be run.
enum Compilation {
  /// Why a text cannot be run, all that was found.
  struct Failure: Error {
    /// Whether the text is not even an expression.
    let isSyntax: Bool
    let problems: [Checker.Problem]
  }

  /// Parses and checks a text.
  ///
  /// - Parameters:
  ///   - text: The expression.
  ///   - scope: What it may read.
  ///   - expecting: The type its values must have, or nil for any.
  ///   - refusesFaults: Whether a constant part without a value is an error already now.
  /// - Returns: The expression or everything that is wrong with it, by place.
  static func run(
    _ text: String,
    in scope: Scope,
    expecting: ExpressionType?,
    refusesFaults: Bool
  ) -> Result<CompiledExpression, Failure> {
    let syntax: Syntax
    do {
      syntax = try Parser.parse(text)
    } catch {
      let problem = Checker.Problem(complaint: error.complaint, place: error.place)
      return .failure(Failure(isSyntax: true, problems: [problem]))
    }
    var checker = Checker(scope: scope)
    var root = checker.check(syntax)
    if let node = root, let expecting {
      root = checker.adapted(node, to: expecting)
      if root == nil {
        checker.complain(.wrongResult(node.type, wanted: expecting), at: syntax.place)
      }
    }
    if let root, refusesFaults { checker.complainAboutFaults(in: root) }
    guard let root, checker.problems.isEmpty else {
      let problems = checker.problems.sorted { $0.place.offset < $1.place.offset }
      return .failure(Failure(isSyntax: false, problems: problems))
    }
    return .success(CompiledExpression(root: checker.settled(root), text: text, scope: scope))
  }
}

extension Checker {
  fileprivate mutating func complainAboutFaults(in node: Node) {
    if case .fault(let fault) = node.operation {
      complain(.alwaysFails(fault), at: node.place)
    }
    for operand in node.operation.operands { complainAboutFaults(in: operand) }
  }
}

public import Diagnostics

/// Everything one `check test` found, ready to be written in any format.
public struct TestReport: Sendable {
  /// The pack's name.
  public var packName: String
  /// One outcome a test, in file order.
  public var outcomes: [TestOutcome]
  /// The cases that rules have no test of; nil if nobody asked.
  public var shortfalls: [Shortfall]?
  /// What came of the mutants; nil if nobody asked.
  public var mutation: MutationResult?

  /// Makes a report.
  public init(packName: String, outcomes: [TestOutcome]) {
    self.packName = packName
    self.outcomes = outcomes
  }

  /// How many tests did not come out as expected.
  public var failedCount: Int { outcomes.count { !$0.isPassed } }

  /// Whether nothing is left to do.
  public var isPassed: Bool {
    failedCount == 0 && (shortfalls ?? []).isEmpty && mutation?.isPassed ?? true
  }
}

/// The formats of a test report.
public enum TestReportFormat: String, Sendable, Hashable, CaseIterable {
  /// For people.
  case text
  /// For programs.
  case json
  /// For build servers: JUnit's XML.
  case junit

  /// Writes a report.
  ///
  /// - Parameters:
  ///   - report: What was found.
  ///   - language: The language of everything printed.
  ///   - usesColor: Whether styles are written; of the text only.
  ///   - width: The columns to fit into; nil breaks no line.
  /// - Returns: A whole file or stream, in UTF-8.
  public func render(
    _ report: TestReport,
    _ language: Language,
    usesColor: Bool = false,
    width: Int? = nil
  ) -> [UInt8] {
    switch self {
    case .text:
      var text = TextTestReport(language: language, usesColor: usesColor, width: width)
      return text.render(report)
    case .json: return JSONTestReport(language: language).render(report)
    case .junit: return JUnitReport(language: language).render(report)
    }
  }
}

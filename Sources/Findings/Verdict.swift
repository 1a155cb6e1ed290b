/// What a run concludes about one obligation: the closed set of the rule language, §7.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
  /// The rule or its data cannot be evaluated.
  case error
  /// An explicit statement of the rule takes the obligation out.
  case notApplicable = "not_applicable"
  /// It would be a violation, and an approved waiver covers it.
  case waived
  /// Reached, or done in time.
  case met
  /// Done after the deadline.
  case metLate = "met_late"
  /// The data do not decide.
  case noData = "no_data"
  /// Not done, and the deadline has not passed.
  case pending
  /// Not done, and the deadline has passed.
  case overdue
  /// A measured requirement is not reached.
  case failed

  /// Whether the verdict counts against the unit.
  public var isViolation: Bool {
    switch self {
    case .metLate, .overdue, .failed: true
    case .error, .notApplicable, .waived, .met, .noData, .pending: false
    }
  }

  /// Whether nothing could be decided.
  public var isUndecided: Bool { self == .error || self == .noData }
}

/// Why a verdict is what it is, where data or dates are to blame; the set of §13.17.
public enum Reason: String, Sendable, Hashable, CaseIterable {
  /// Another body has still to set the date.
  case noDate = "no_date"
  /// No file of the dataset was found.
  case missingDataset = "missing_dataset"
  /// A file of the dataset could not be read as a whole.
  case brokenDataset = "broken_dataset"
  /// The dataset has no rows.
  case emptyDataset = "empty_dataset"
  /// The dump does not reach as far as the deadline.
  case incompleteData = "incomplete_data"
  /// Rows that could not be read or assigned could tip the verdict.
  case unknownRows = "unknown_rows"
  /// No row belongs to what is measured.
  case emptyPopulation = "empty_population"
  /// The rule could not be evaluated.
  case ruleError = "rule_error"
}

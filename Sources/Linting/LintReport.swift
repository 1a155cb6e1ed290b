public import CivilTime
public import Diagnostics

/// One remark about a pack, and why it may stay if its author says so.
public struct LintFinding: Sendable {
  /// The remark.
  public let diagnostic: Diagnostic
  /// The author's reason to leave it; nil for one that is open.
  public let reason: String?

  /// Makes a finding.
  public init(diagnostic: Diagnostic, reason: String?) {
    self.diagnostic = diagnostic
    self.reason = reason
  }

  /// Whether nobody has explained it.
  public var isOpen: Bool { reason == nil }
}

/// Everything one `check lint` found, ready to be written in any format.
public struct LintReport: Sendable {
  /// The pack's name.
  public let packName: String
  /// The date as of which waivers and deadlines were looked at.
  public let asOf: CivilDate
  /// What was found, by place.
  public let findings: [LintFinding]
  /// The texts that places point into.
  public let sources: [SourceText]
  /// Whether the lints ran; with an error in the pack they do not.
  public let isWhole: Bool
  /// What of the pack's errors is still to come, because a file could not be read to its end.
  public let unreadRemark: Phrase?

  /// Makes a report.
  public init(
    packName: String = "",
    asOf: CivilDate = .min,
    findings: [LintFinding],
    sources: [SourceText] = [],
    isWhole: Bool = true,
    unreadRemark: Phrase? = nil
  ) {
    self.packName = packName
    self.asOf = asOf
    self.findings = findings
    self.sources = sources
    self.isWhole = isWhole
    self.unreadRemark = unreadRemark
  }

  /// How many errors there are.
  public var errorCount: Int { findings.count { $0.diagnostic.severity == .error } }

  /// How many warnings nobody has explained.
  public var warningCount: Int {
    findings.count { $0.diagnostic.severity == .warning && $0.isOpen }
  }

  /// How many warnings the author knows of.
  public var knownCount: Int { findings.count { !$0.isOpen } }

  /// Returns the exit code: 3 with errors; else 1 with open warnings if these count; else 0.
  public func exitCode(isStrict: Bool) -> Int32 {
    if errorCount > 0 { return 3 }
    return isStrict && warningCount > 0 ? 1 : 0
  }
}

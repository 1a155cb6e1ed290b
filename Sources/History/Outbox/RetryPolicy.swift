/// When a message that a server would not take yet is tried again, and when it is given up.
///
/// RFC 5321 §4.5.4.1 asks servers for 30 minutes between attempts, less at first, and for four to five
/// days in all. Three days are enough here: what nobody was told is told anew by the next run.
public struct RetryPolicy: Sendable, Hashable {
  /// The time between the first attempt and the second; it doubles from there.
  public static let firstDelaySeconds: Int64 = 10 * 60
  /// The longest time between two attempts.
  public static let longestDelaySeconds: Int64 = 6 * 60 * 60

  /// For how long after it was queued a message is tried again.
  public let giveUpAfterSeconds: Int64

  /// Makes a policy.
  ///
  /// - Parameter giveUpAfterSeconds: For how long a message is tried again; three days by default.
  public init(giveUpAfterSeconds: Int64 = 3 * 24 * 60 * 60) {
    precondition(giveUpAfterSeconds >= 0, "a message cannot be given up before it is queued")
    self.giveUpAfterSeconds = giveUpAfterSeconds
  }

  /// Returns the time to wait after so many attempts in vain.
  ///
  /// - Parameter count: How many, at least one.
  /// - Returns: 10 minutes · 2^(count − 1), at most 6 hours.
  public static func delaySeconds(afterDeferrals count: Int) -> Int64 {
    precondition(count > 0, "nothing is waited for before the first attempt")
    // Six doublings are more than the longest time.
    return min(firstDelaySeconds << Int64(min(count - 1, 6)), longestDelaySeconds)
  }

  /// Returns when to try again after so many attempts in vain, the last at a given time.
  public static func nextAttempt(afterDeferrals count: Int, at seconds: Int64) -> Int64 {
    sum(seconds, delaySeconds(afterDeferrals: count))
  }

  /// Returns from when on an attempt in vain is the last one.
  ///
  /// - Parameter seconds: When the message was queued.
  /// - Returns: The time at which, and after which, it is given up rather than put off.
  public func givingUp(queuedAt seconds: Int64) -> Int64 {
    Self.sum(seconds, giveUpAfterSeconds)
  }

  /// Adds without trapping, since times come out of a file and spans out of a configuration.
  private static func sum(_ seconds: Int64, _ span: Int64) -> Int64 {
    let (sum, isTooLate) = seconds.addingReportingOverflow(span)
    return isTooLate ? .max : sum
  }
}

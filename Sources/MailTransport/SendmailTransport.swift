public import Diagnostics

/// Hands messages to a program of this machine that reads them as sendmail does.
///
/// The program is run as `PATH -i -f SENDER -- RECIPIENT...`, without a shell, without this
/// program's environment and without its open files.
public final class SendmailTransport: Transport {
  private let path: String
  private let timeoutSeconds: Double
  private let language: Language

  /// Makes a transport; that the program exists is seen when it is run.
  ///
  /// - Parameters:
  ///   - path: The program, absolute.
  ///   - timeoutSeconds: How long it may run before it is ended.
  ///   - language: The language of replies that the program did not write.
  public init(path: String, timeoutSeconds: Double = 60, language: Language = .vi) {
    self.path = path
    self.timeoutSeconds = timeoutSeconds
    self.language = language
  }

  /// Hands one message to the program; addresses that cannot be sent are refused without it.
  ///
  /// - Parameters:
  ///   - message: The message, lines ended by CR LF; the program gets LF.
  ///   - sender: The address that failures are reported to.
  ///   - recipients: The addresses that it goes to.
  /// - Returns: One outcome for each recipient, in their order.
  public func deliver(
    _ message: [UInt8],
    sender: String,
    recipients: [String]
  ) -> [DeliveryOutcome] {
    let input = Self.withPlainLineEnds(message)
    let addressing = Addressing(sender: sender, recipients: recipients, language: language)
    return addressing.outcomes { safe in
      let answer = run(input, sender: sender, recipients: safe)
      guard answer.result == .refused, safe.count > 1 else {
        return safe.map { _ in answer }
      }
      // One exit code for all does not say who is refused. Alone each has a code of its own; who
      // was served before gets the same message twice, which is better than never.
      return safe.map { run(input, sender: sender, recipients: [$0]) }
    }
  }

  private func run(
    _ input: [UInt8],
    sender: String,
    recipients: [String]
  ) -> Addressing.Answer {
    let run = ChildRun(
      [path, "-i", "-f", sender, "--"] + recipients,
      input: input,
      timeoutSeconds: timeoutSeconds
    )
    if run.ending == .exited(0), !run.hasReadAll {
      return (.deferred, Messages.unread(path).text(language))
    }
    let words = Messages.program(run.ending, path).text(language)
    let reply = run.said.isEmpty ? words : PlainText.line("\(words): \(run.said)")
    return (Self.result(run.ending), reply)
  }

  /// What an end of the program means for the message, by the codes of `sysexits.h`.
  ///
  /// Only what is wrong with this message or recipient is refused: 65 (EX_DATAERR) and 67
  /// (EX_NOUSER). 64 (EX_USAGE), 77 (EX_NOPERM) and 78 (EX_CONFIG) are mistakes of the set-up,
  /// which people mend; 68 (EX_NOHOST) is also said when the program cannot look its own relay up.
  private static func result(_ ending: ChildRun.Ending) -> DeliveryOutcome.Result {
    switch ending {
    case .exited(0): .accepted
    case .exited(65), .exited(67): .refused
    case .exited, .signalled, .outOfTime, .failed: .deferred
    }
  }

  /// Turns CR LF into LF and leaves every other byte.
  private static func withPlainLineEnds(_ message: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(message.count)
    for (index, byte) in message.enumerated() {
      let isPair = byte == 0x0D && index + 1 < message.count && message[index + 1] == 0x0A
      if !isPair { result.append(byte) }
    }
    return result
  }
}

internal import Diagnostics

/// The addresses of one message, sorted into those that may be sent and those that may not.
struct Addressing {
  /// What came of one recipient.
  typealias Answer = (result: DeliveryOutcome.Result, reply: String)

  let sender: String
  let recipients: [String]
  let language: Language

  /// Delivers to the recipients that may be sent, and refuses the others.
  ///
  /// - Parameter deliver: Delivers to recipients, at least one; gives an answer for each.
  /// - Returns: One outcome for each recipient, in their order.
  func outcomes(_ deliver: ([String]) -> [Answer]) -> [DeliveryOutcome] {
    let safe = Address.isSafe(sender) ? recipients.filter(Address.isSafe) : []
    var answers = (safe.isEmpty ? [] : deliver(safe)).makeIterator()
    return recipients.map { recipient in
      let answer = isSendable(recipient) ? answers.next() : nil
      return DeliveryOutcome(
        recipient: recipient,
        result: answer?.result ?? .refused,
        reply: answer?.reply ?? refusal.text(language)
      )
    }
  }

  private func isSendable(_ recipient: String) -> Bool {
    Address.isSafe(sender) && Address.isSafe(recipient)
  }

  private var refusal: Phrase {
    Address.isSafe(sender) ? Messages.badRecipient : Messages.badSender
  }
}

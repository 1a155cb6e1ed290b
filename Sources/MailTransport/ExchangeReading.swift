internal import Diagnostics

/// Says for each recipient what an exchange with a server has come to.
struct ExchangeReading {
  let exchange: Exchange
  /// What ended the transfer early, if anything.
  let fault: TransferFault?
  /// Whether nothing may leave without a login.
  let needsLogin: Bool
  /// The server, for messages.
  let place: String

  /// What came of the recipient at an index.
  ///
  /// Only the answer to the whole message accepts anything, and only the server's own words refuse.
  func answer(_ index: Int) -> (result: DeliveryOutcome.Result, reply: Phrase) {
    if needsLogin, !exchange.isLoggedIn { return (.deferred, unauthenticated) }
    if let sender = exchange.sender, sender.result != .accepted { return said(sender) }
    let own = index < exchange.recipients.count ? exchange.recipients[index] : nil
    guard let own else { return (.deferred, broken) }
    if own.result != .accepted { return said(own) }
    if let content = exchange.content { return said(content) }
    if let data = exchange.data, data.code != 354 { return said(data) }
    return (.deferred, broken)
  }

  private func said(_ reply: ServerReply) -> (result: DeliveryOutcome.Result, reply: Phrase) {
    (reply.result, Phrase(verbatim: reply.text))
  }

  /// Without a login whatever the server said about addresses was said to a stranger.
  private var unauthenticated: Phrase {
    exchange.hasNamedSender ? Messages.fault(.notLoggedIn, place) : broken
  }

  /// What ended the transfer, with the server's words if it had a part in it.
  private var broken: Phrase {
    let fault = Messages.fault(fault ?? .brokenOff, place)
    guard let last = exchange.last, last.result != .accepted, last.code >= 400 else { return fault }
    return fault + Phrase(vi: "; máy chủ trả lời: ", en: "; the server said: ") + last.text
  }
}

internal import CCurl

/// What libcurl's callbacks read and note while one message after the other leaves.
final class Session {
  /// Why a callback has ended a transfer.
  enum Stop {
    case notLoggedIn
    case outOfTime
  }

  /// How long a server may take to answer the farewell, when all is settled.
  private static let farewellSeconds = 2.0

  /// What was said about the present message.
  private(set) var exchange = Exchange()
  /// Why the transfer was ended from here, if it was.
  private(set) var stop: Stop?

  private let needsLogin: Bool
  private var message: [UInt8] = []
  private var sentCount = 0
  private var end = 0.0

  /// Makes a session.
  ///
  /// - Parameter needsLogin: Whether nothing may leave without a login.
  init(needsLogin: Bool) {
    self.needsLogin = needsLogin
  }

  /// Makes ready for a message.
  func begin(_ message: [UInt8], totalSeconds: Double) {
    self.message = message
    sentCount = 0
    stop = nil
    end = System.now + totalSeconds
    exchange.beginMessage()
  }

  /// Forgets the message.
  func finish() {
    message = []
  }

  /// Fills libcurl's buffer with what comes next of the message.
  private func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard !needsLogin || exchange.isLoggedIn else {
      stop = .notLoggedIn
      return Int(CURL_READFUNC_ABORT)
    }
    exchange.beginContent()
    let count = min(buffer.count, message.count - sentCount)
    unsafe buffer.copyBytes(from: message[sentCount..<sentCount + count])
    sentCount += count
    return count
  }

  private func note(_ kind: curl_infotype, _ bytes: UnsafeRawBufferPointer) {
    switch kind {
    case CURLINFO_HEADER_IN: unsafe exchange.note(answer: bytes)
    case CURLINFO_HEADER_OUT:
      unsafe exchange.note(command: bytes)
      if exchange.stage == .farewell { end = min(end, System.now + Self.farewellSeconds) }
    default: break
    }
  }

  private func isOutOfTime() -> Bool {
    guard System.now > end else { return false }
    stop = .outOfTime
    return true
  }
}

/// The functions that libcurl calls; their context is the session, which its owner keeps alive.
extension Session {
  /// Gives the next bytes of the message.
  static let read: ccurl_read = { buffer, size, count, context in
    guard let buffer = unsafe buffer, let context = unsafe context else { return 0 }
    let session = unsafe Unmanaged<Session>.fromOpaque(context).takeUnretainedValue()
    return unsafe session.fill(UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
  }

  /// Takes note of a line that was sent or received.
  static let debug: ccurl_debug = { _, kind, bytes, count, context in
    guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
    let session = unsafe Unmanaged<Session>.fromOpaque(context).takeUnretainedValue()
    unsafe session.note(kind, UnsafeRawBufferPointer(start: bytes, count: count))
    return 0
  }

  /// Ends a transfer, or the wait for the answer to a farewell, that takes too long.
  static let progress: ccurl_progress = { context, _, _, _, _ in
    guard let context = unsafe context else { return 0 }
    let session = unsafe Unmanaged<Session>.fromOpaque(context).takeUnretainedValue()
    return session.isOutOfTime() ? 1 : 0
  }
}

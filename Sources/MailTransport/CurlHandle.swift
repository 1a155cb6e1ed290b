internal import CCurl
internal import Glibc

/// One handle of libcurl with the connection that it keeps, closed with the object.
@safe
final class CurlHandle {
  let library: CurlLibrary
  private let handle: UnsafeMutableRawPointer
  private let errorText: UnsafeMutablePointer<CChar>
  /// What callbacks are given; libcurl may still call them when the handle is closed.
  private var session: Session?

  /// Opens a handle.
  ///
  /// - Parameter library: The loaded library.
  /// - Throws: `TransportError` if there is no memory.
  init(_ library: CurlLibrary) throws {
    guard let handle = unsafe ccurl_open(library.functions) else {
      throw TransportError(.setting(library.text(CURLE_OUT_OF_MEMORY)))
    }
    self.library = library
    unsafe self.handle = handle
    unsafe errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    unsafe errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    try check(unsafe ccurl_set_error_buffer(library.functions, handle, errorText))
  }

  deinit {
    // A farewell is said, but not waited for: libcurl would wait for two minutes.
    var socket = curl_socket_t(-1)
    if unsafe ccurl_get_socket(library.functions, handle, &socket) == CURLE_OK, socket >= 0 {
      shutdown(socket, Int32(SHUT_RD))
    }
    BrokenPipe.ignored { unsafe ccurl_close(library.functions, handle) }
    unsafe errorText.deallocate()
  }

  /// Does what the options say.
  ///
  /// - Returns: What came of it, and libcurl's own description of an error, perhaps empty.
  func perform() -> (code: CURLcode, detail: String) {
    unsafe errorText[0] = 0
    // With CURLOPT_NOSIGNAL libcurl leaves the signal to us, and OpenSSL writes without MSG_NOSIGNAL.
    let code = BrokenPipe.ignored { unsafe ccurl_perform(library.functions, handle) }
    return (code, unsafe PlainText.line(String(cString: errorText)))
  }

  /// Sets a number or a switch.
  func set(_ option: CURLoption, _ value: Int) throws {
    try check(unsafe ccurl_set_long(library.functions, handle, option, value))
  }

  /// Sets a text, which libcurl copies; nil takes it back.
  func set(_ option: CURLoption, _ value: String?) throws {
    if let value {
      try check(unsafe ccurl_set_string(library.functions, handle, option, value))
    } else {
      try check(unsafe ccurl_set_string(library.functions, handle, option, nil))
    }
  }

  /// Sets a list for the time of a piece of work.
  func with<T>(_ option: CURLoption, _ texts: [String], _ work: () throws -> T) throws -> T {
    var list: UnsafeMutablePointer<curl_slist>?
    defer { unsafe ccurl_free(library.functions, list) }
    for text in texts {
      guard let longer = unsafe ccurl_append(library.functions, list, text) else {
        throw TransportError(.setting(library.text(CURLE_OUT_OF_MEMORY)))
      }
      unsafe list = longer
    }
    try check(unsafe ccurl_set_list(library.functions, handle, option, list))
    let result = Swift.Result { try work() }
    try check(unsafe ccurl_set_list(library.functions, handle, option, nil))
    return try result.get()
  }

  /// Sets how many bytes a message has.
  func setSize(_ count: Int) throws {
    try check(unsafe ccurl_set_size(library.functions, handle, curl_off_t(count)))
  }

  /// Lets the other recipients have a message that some are refused.
  func allowFailedRecipients() throws {
    try check(unsafe ccurl_set_allow_failed_recipients(library.functions, handle, 1))
  }

  /// Sets the callbacks of a session.
  func connect(_ session: Session) throws {
    self.session = session
    let context = unsafe Unmanaged.passUnretained(session).toOpaque()
    try check(unsafe ccurl_set_read(library.functions, handle, Session.read, context))
    try check(unsafe ccurl_set_debug(library.functions, handle, Session.debug, context))
    try check(unsafe ccurl_set_progress(library.functions, handle, Session.progress, context))
  }

  private func check(_ code: CURLcode) throws {
    guard code == CURLE_OK else { throw TransportError(.setting(library.text(code))) }
  }
}

internal import CCurl

/// What ended a transfer before the server had answered everything.
enum TransferFault: Sendable, Hashable {
  case unknownHost
  case noConnection(String)
  case outOfTime
  case certificate(String)
  case encryption(String)
  case noEncryptionOffered
  case loginDenied
  case notLoggedIn
  case brokenOff
  case other(String)

  /// Makes sense of an error of libcurl.
  ///
  /// - Parameters:
  ///   - code: The error; nil comes of success.
  ///   - detail: What libcurl says about it, perhaps nothing.
  ///   - session: Whether the transfer was ended from our side.
  ///   - library: Knows a text for every error.
  init?(_ code: CURLcode, _ detail: String, _ session: Session, _ library: CurlLibrary) {
    let words = detail.isEmpty ? library.text(code) : detail
    switch code {
    case CURLE_OK: return nil
    case CURLE_COULDNT_RESOLVE_HOST: self = .unknownHost
    case CURLE_COULDNT_CONNECT: self = .noConnection(words)
    case CURLE_OPERATION_TIMEDOUT: self = .outOfTime
    case CURLE_PEER_FAILED_VERIFICATION: self = .certificate(words)
    case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE,
      CURLE_SSL_ENGINE_INITFAILED:
      self = .encryption(words)
    case CURLE_USE_SSL_FAILED: self = .noEncryptionOffered
    case CURLE_LOGIN_DENIED: self = .loginDenied
    case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE:
      self = .brokenOff
    case CURLE_ABORTED_BY_CALLBACK where session.stop == .outOfTime: self = .outOfTime
    case CURLE_ABORTED_BY_CALLBACK where session.stop == .notLoggedIn: self = .notLoggedIn
    default: self = .other(words)
    }
  }
}

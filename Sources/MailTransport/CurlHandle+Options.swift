internal import CCurl

/// Everything that is set once for a server.
extension CurlHandle {
  /// Sets where messages go and what protects the connection.
  func configure(_ server: MailServer) throws {
    guard case .smtp(let host, let port, let security) = server.route else { return }
    let name = host.contains(":") ? "[\(host)]" : host
    try set(CURLOPT_URL, "\(security == .tls ? "smtps" : "smtp")://\(name):\(port)")
    try set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
    // An empty proxy keeps libcurl from asking the environment for one.
    try set(CURLOPT_PROXY, "")
    try set(CURLOPT_UPLOAD, 1)
    try allowFailedRecipients()
    // The callbacks see the lines and the time only if these are on.
    try set(CURLOPT_VERBOSE, 1)
    try set(CURLOPT_NOPROGRESS, 0)
    try set(CURLOPT_MAXCONNECTS, 1)
    let usage = security == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL
    try set(CURLOPT_USE_SSL, Int(usage.rawValue))
    try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    try set(CURLOPT_SSL_VERIFYPEER, 1)
    try set(CURLOPT_SSL_VERIFYHOST, 2)
  }

  /// Sets how long a server may take.
  func configure(_ timeouts: Timeouts) throws {
    let all = [timeouts.connectSeconds, timeouts.responseSeconds, timeouts.totalSeconds]
    // A day is longer than any server needs, and fits every number of milliseconds.
    guard all.allSatisfy({ $0 > 0 && $0 <= 86_400 }) else { throw TransportError(.badTimeouts) }
    try set(CURLOPT_NOSIGNAL, 1)
    try set(CURLOPT_CONNECTTIMEOUT_MS, Self.milliseconds(timeouts.connectSeconds))
    try set(CURLOPT_TIMEOUT_MS, Self.milliseconds(timeouts.totalSeconds))
    let seconds = Int(timeouts.responseSeconds.rounded(.up))
    try set(CURLOPT_SERVER_RESPONSE_TIMEOUT, seconds)
  }

  /// Sets whom to log in as and whom to believe.
  func configure(_ credentials: Credentials?, certificateAuthorities: String?) throws {
    if let credentials {
      try set(CURLOPT_USERNAME, credentials.user)
      try set(CURLOPT_PASSWORD, credentials.password)
      // The connection is encrypted. Of a longer list libcurl would first choose ways that need
      // a domain's own login service, and fail.
      try set(CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN")
    }
    if let certificateAuthorities {
      try set(CURLOPT_CAINFO, certificateAuthorities)
      // Otherwise the system's folder would be believed as well.
      try set(CURLOPT_CAPATH, nil)
    }
  }

  /// At least one, because zero means without end.
  private static func milliseconds(_ seconds: Double) -> Int {
    max(1, Int((seconds * 1000).rounded(.up)))
  }
}

import Foundation
import TestSupport

/// An authority and a certificate for a server, made for one test.
struct Certificates {
  /// What is wrong with the certificate.
  enum Flaw: String, CaseIterable {
    case none
    case otherHost
    case unknownAuthority
    case expired
  }

  /// Whom the client believes.
  let authorities: String
  let certificate: String
  let key: String

  init(_ flaw: Flaw = .none, in folder: TemporaryFolder) throws {
    authorities = folder.path("ca.pem")
    certificate = folder.path("server.pem")
    key = folder.path("server.key")
    try Self.makeAuthority("ca", in: folder)
    var issuer = "ca"
    if flaw == .unknownAuthority {
      issuer = "stranger"
      try Self.makeAuthority(issuer, in: folder)
    }
    let names = flaw == .otherHost ? "DNS:other.example.org" : "DNS:localhost,IP:127.0.0.1"
    let request = folder.path("request.pem")
    try Foreign.openssl(
      [
        "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
        "-keyout", key, "-subj", "/CN=server", "-addext", "subjectAltName=\(names)",
        "-out", request,
      ]
    )
    let days = flaw == .expired ? "-1" : "2"
    try Foreign.openssl(
      [
        "x509", "-req", "-in", request, "-CA", folder.path("\(issuer).pem"),
        "-CAkey", folder.path("\(issuer).key"), "-CAcreateserial", "-copy_extensions", "copy",
        "-days", days, "-out", certificate,
      ]
    )
  }

  private static func makeAuthority(_ name: String, in folder: TemporaryFolder) throws {
    try Foreign.openssl(
      [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
        "-keyout", folder.path("\(name).key"), "-subj", "/CN=\(name)", "-days", "2",
        "-out", folder.path("\(name).pem"),
      ]
    )
  }
}

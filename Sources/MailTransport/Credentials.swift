/// A user name and a password that no description shows.
public struct Credentials: Sendable {
  /// The user name.
  public let user: String
  /// The password.
  public let password: String

  /// Makes credentials.
  public init(user: String, password: String) {
    self.user = user
    self.password = password
  }
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The user name, and that there is a password.
  public var description: String { "Credentials(user: \(user), password: ***)" }

  /// The same as the description.
  public var debugDescription: String { description }

  /// What `dump` and other inspections see.
  public var customMirror: Mirror {
    Mirror(self, children: ["user": user, "password": "***"], displayStyle: .struct)
  }
}

extension Credentials {
  /// Whether both can be sent: something to log in with, and nothing that ends a text in C.
  var isUsable: Bool {
    !user.isEmpty && !password.isEmpty && !(user + password).utf8.contains(0)
  }

  /// Whether a text of the server repeats the password, plain or as a login sends it.
  ///
  /// - Parameter text: A reply.
  /// - Returns: Whether it must not be shown.
  func isBetrayed(by text: String) -> Bool {
    let secrets = [
      password,
      Self.base64(Array(password.utf8)),
      Self.base64([0] + Array(user.utf8) + [0] + Array(password.utf8)),
    ]
    return secrets.contains { text.contains($0) }
  }

  /// RFC 4648 §4.
  private static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var result = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = (0..<3).reduce(0) { $0 << 8 | ($1 < group.count ? Int(group[start + $1]) : 0) }
      for place in 0..<4 {
        result.append(place <= group.count ? letters[bits >> (18 - 6 * place) & 63] : "=")
      }
    }
    return result
  }
}

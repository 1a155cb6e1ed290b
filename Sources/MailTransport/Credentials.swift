internal import Digests

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
      Base64.text(Array(password.utf8)),
      Base64.text([0] + Array(user.utf8) + [0] + Array(password.utf8)),
    ]
    return secrets.contains { text.contains($0) }
  }
}

public import Diagnostics

/// Why a way to send mail cannot be used at all; found out before any message is handed over.
public struct TransportError: Error, Sendable {
  /// What is wrong.
  enum Kind: Sendable {
    case noServer
    case userInfo
    case unknownForm(String)
    case badHost(String)
    case badPort(String)
    case badPath(String)
    case notSMTP(String)
    case unusableCredentials
    case loginWithoutTLS(String)
    case loginForProgram
    case unreadableAuthorities(path: String, code: Int32)
    case badTimeouts
    case library(LibraryFault)
    case setting(String)
  }

  /// Why the library that speaks to mail servers cannot be used.
  enum LibraryFault: Sendable {
    case absent(String)
    case unfit(String)
    case withoutMail(String)
    case withoutTLS(String)
  }

  let kind: Kind

  init(_ kind: Kind) {
    self.kind = kind
  }

  /// What is wrong, and the cure.
  public var message: Phrase { Messages.error(kind) }
}

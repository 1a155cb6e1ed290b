internal import CCurl

/// The library that speaks to mail servers, loaded at first use.
@safe
struct CurlLibrary {
  /// Its table of functions, which lives as long as the program.
  let functions: OpaquePointer

  /// The name that every libcurl 7 and 8 has on Linux.
  static let usualName = "libcurl.so.4"

  /// Loads the library.
  ///
  /// - Parameter name: Its file name, for the system to find.
  /// - Throws: `TransportError` if it is missing or not fit for mail.
  init(named name: String = Self.usualName) throws {
    var found: OpaquePointer?
    var detail = [CChar](repeating: 0, count: 512)
    let state = unsafe ccurl_load(name, &found, &detail, detail.count)
    guard let found = unsafe found, state == CCURL_READY else {
      let said = detail.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      throw TransportError(.library(Self.fault(state, PlainText.line(said))))
    }
    unsafe functions = found
  }

  private static func fault(_ state: ccurl_state, _ detail: String) -> TransportError.LibraryFault {
    switch state {
    case CCURL_ABSENT: .absent(detail)
    case CCURL_NO_SMTP: .withoutMail(detail)
    case CCURL_NO_TLS: .withoutTLS(detail)
    default: .unfit(detail)
    }
  }

  /// The library's own words for an error, in English.
  func text(_ code: CURLcode) -> String {
    guard let text = unsafe ccurl_text(functions, code) else { return "curl \(code.rawValue)" }
    return unsafe PlainText.line(String(cString: text))
  }
}

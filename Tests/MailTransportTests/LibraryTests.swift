import Diagnostics
import Foundation
import Testing

@testable import MailTransport

@Suite("loading libcurl")
struct LibraryTests {
  @Test("a missing library is an error with a cure, not a crash")
  func missing() {
    let error = #expect(throws: TransportError.self) {
      try CurlLibrary(named: "libcurl-missing.so.4")
    }
    let message = error?.message.en ?? ""
    #expect(message.contains("libcurl, is missing (libcurl-missing.so.4: cannot open"))
    #expect(message.contains("apt-get install libcurl4"))
    #expect(error?.message.vi.contains("thiếu thư viện gửi thư libcurl") == true)
  }

  @Test("another library is not taken for it")
  func foreign() {
    let error = #expect(throws: TransportError.self) { try CurlLibrary(named: "libc.so.6") }
    #expect(error?.message.en.contains("is not usable") == true)
    #expect(error?.message.en.contains("(curl_global_init)") == true)
  }

  @Test("it is loaded only when a server is about to be spoken to")
  func lazy() async {
    await #expect(processExitsWith: .success) {
      let server = try MailServer("smtp://127.0.0.1:1")
      _ = try MailServer("sendmail").transport()
      #expect(!Self.isLoaded)
      _ = try server.transport()
      #expect(Self.isLoaded)
    }
  }

  private static var isLoaded: Bool {
    unsafe dlopen(CurlLibrary.usualName, RTLD_LAZY | RTLD_NOLOAD) != nil
  }
}

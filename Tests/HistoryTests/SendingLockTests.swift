import Diagnostics
import Foundation
import Testing

@testable import History

@Suite("the lock that keeps two senders apart")
struct SendingLockTests {
  private static func kind(_ operation: () throws -> Void) -> SendingLockError.Kind? {
    do {
      try operation()
      return nil
    } catch {
      return (error as? SendingLockError)?.kind
    }
  }

  @Test("it lies beside the history, is for its owner only, and stays there empty")
  func file() throws {
    let scene = try Scene.withRuns()
    let bytes = try scene.bytes
    let lock = scene.file + "-mail.lock"
    let result = try SendingLock.hold(for: scene.file) {
      try String(contentsOfFile: lock, encoding: .utf8)
    }
    #expect(result == "\(getpid())\n")
    var status = stat()
    #expect(unsafe stat(lock, &status) == 0 && status.st_mode == S_IFREG | 0o600)
    #expect(status.st_size == 0)
    #expect(try scene.bytes == bytes)
  }

  @Test("a second time in the same process is refused; afterwards it is free, after an error too")
  func twice() throws {
    let scene = try Scene.withRuns()
    try SendingLock.hold(for: scene.file) {
      let kind = Self.kind { try SendingLock.hold(for: scene.file) {} }
      #expect(kind == .held(process: getpid()))
      // The history itself is free for everybody meanwhile.
      try scene.queue(Scene.mail("<1@x>"))
    }
    #expect(try scene.due(1000) == [1])
    #expect(throws: CancellationError.self) {
      try SendingLock.hold(for: scene.file) { throw CancellationError() }
    }
    #expect(Self.kind { try SendingLock.hold(for: scene.file) {} } == nil)
  }

  @Test("another process is refused, and told who sends")
  func otherProcess() async throws {
    let scene = try Scene.withRuns()
    let lock = try SendingLock.take(scene.file)
    await #expect(processExitsWith: .success) {
      [file = scene.file as String, holder = getpid() as Int32] in
      do {
        try SendingLock.hold(for: file) {}
        exit(2)
      } catch let error as SendingLockError {
        exit(error.kind == .held(process: holder) && holder != getpid() ? 0 : 3)
      }
    }
    SendingLock.release(lock)
    await #expect(processExitsWith: .success) { [file = scene.file as String] in
      try SendingLock.hold(for: file) {}
    }
  }

  @Test("a killed holder holds nothing")
  func killed() async throws {
    let scene = try Scene.withRuns()
    await #expect(processExitsWith: .signal(SIGKILL)) { [file = scene.file as String] in
      try SendingLock.hold(for: file) { _ = kill(getpid(), SIGKILL) }
    }
    let left = try String(contentsOfFile: scene.file + "-mail.lock", encoding: .utf8)
    #expect(left.hasSuffix("\n") && left != "\(getpid())\n", "it had the lock")
    #expect(try SendingLock.hold(for: scene.file) { 1 } == 1)
  }

  @Test("two names of one history have one lock, two histories have two")
  func names() throws {
    let (scene, other) = (try Scene.withRuns(), try Scene.withRuns())
    let link = scene.folder.appendingPathComponent("liên kết.sqlite").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: scene.file)
    try SendingLock.hold(for: scene.file) {
      #expect(Self.kind { try SendingLock.hold(for: link) {} } == .held(process: getpid()))
      #expect(Self.kind { try SendingLock.hold(for: other.file) {} } == nil)
    }
  }

  @Test("a holder that has not said who it is, or whose file says something else, is nobody known")
  func unsigned() throws {
    let scene = try Scene.withRuns()
    let lock = try SendingLock.take(scene.file)
    defer { SendingLock.release(lock) }
    for text in ["", "123", "không\n", "99999999999\n", "1234567890123456789012\n"] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: scene.file + "-mail.lock"))
      let kind = Self.kind { try SendingLock.hold(for: scene.file) {} }
      #expect(kind == .held(process: nil), "\(text)")
    }
  }

  @Test("where no lock can be made nothing is sent")
  func unavailable() throws {
    let scene = try Scene.withRuns()
    let missing = scene.folder.appendingPathComponent("không có.sqlite").path
    #expect(throws: HistoryError(.missing, path: missing)) {
      try SendingLock.hold(for: missing) {}
    }
    let lock = scene.file + "-mail.lock"
    try FileManager.default.createSymbolicLink(atPath: lock, withDestinationPath: scene.file)
    let bytes = try scene.bytes
    #expect(Self.kind { try SendingLock.hold(for: scene.file) {} } == .unavailable(code: ELOOP))
    #expect(try scene.bytes == bytes, "no link is followed")
    #expect(!FileManager.default.fileExists(atPath: missing + "-mail.lock"))
    try FileManager.default.removeItem(atPath: lock)
    try FileManager.default.createDirectory(atPath: lock, withIntermediateDirectories: false)
    #expect(Self.kind { try SendingLock.hold(for: scene.file) {} } == .unavailable(code: EISDIR))
  }

  @Test("every reason names the lock and what to do, in both languages")
  func messages() {
    var texts: Set<String> = []
    for kind: SendingLockError.Kind in [
      .held(process: 4711), .held(process: nil), .unavailable(code: EACCES),
      .unavailable(code: ENOSPC),
    ] {
      let message = SendingLockError(kind, path: "lịch sử.sqlite-mail.lock").message
      for text in [message.vi, message.en] {
        #expect(text.contains("'lịch sử.sqlite-mail.lock'"))
        #expect(text.contains("; "))
        #expect(texts.insert(text).inserted)
      }
    }
    let held = SendingLockError(.held(process: 4711), path: "l").message
    #expect(held.vi.hasPrefix("tiến trình 4711 đang gửi thư"))
    #expect(held.en.contains("wait"))
  }
}

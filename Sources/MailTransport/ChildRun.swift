internal import Glibc

/// One run of a program that is fed some bytes and says a few words.
struct ChildRun {
  /// How it ended.
  enum Ending: Hashable {
    case exited(Int32)
    case signalled(Int32)
    case outOfTime
    /// It was not started, or how it ended is not known; the error number.
    case failed(Int32)
  }

  /// How it ended.
  let ending: Ending
  /// Whether it did not close its input before all bytes were written.
  let hasReadAll: Bool
  /// The first line that it wrote to standard error, else to standard output.
  let said: String

  /// Runs a program, and waits for its end but no longer than it may take.
  ///
  /// - Parameters:
  ///   - words: The program's path and its arguments.
  ///   - input: What it reads from standard input.
  ///   - timeoutSeconds: After which it is killed with all that it has started.
  init(_ words: [String], input: [UInt8], timeoutSeconds: Double) {
    let end = System.now + timeoutSeconds
    do {
      let child = try Child(words)
      let talk = Conversation(child, input: input, until: end)
      (ending, hasReadAll, said) = (talk.ending, talk.hasWrittenAll, talk.firstLine)
    } catch let error as Child.Fault {
      (ending, hasReadAll, said) = (.failed(error.code), false, "")
    } catch {
      (ending, hasReadAll, said) = (.failed(EIO), false, "")
    }
  }
}

/// Feeds a child, listens to it and waits for its end, all at once.
private struct Conversation {
  private(set) var ending = ChildRun.Ending.outOfTime
  private(set) var hasWrittenAll = false

  private let input: [UInt8]
  private var writtenCount = 0
  private var (said, complained): ([UInt8], [UInt8]) = ([], [])

  /// How often the child's end is looked for while it says nothing, in milliseconds.
  private static let pulse: Int32 = 10
  /// The most bytes that are kept of what it says.
  private static let limit = 4096

  init(_ child: Child, input: [UInt8], until end: Double) {
    self.input = input
    // The end of the child is waited for, not that of its outputs: what it leaves running in the
    // background may keep these open.
    while true {
      if let ending = child.ending() {
        self.ending = ending
        break
      }
      if System.now > end {
        child.kill()
        break
      }
      exchange(with: child)
    }
    listen(to: child)
  }

  var firstLine: String {
    for bytes in [complained, said] {
      let lines = bytes.split(separator: 0x0A).map { PlainText.line($0) }
      if let line = lines.first(where: { !$0.isEmpty }) { return line }
    }
    return ""
  }

  private mutating func exchange(with child: Child) {
    var files = [
      pollfd(fd: child.input ?? -1, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: child.output ?? -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: child.errors ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    unsafe poll(&files, nfds_t(files.count), Self.pulse)
    if files[0].revents != 0 { feed(child) }
    if files[1].revents != 0 || files[2].revents != 0 { listen(to: child) }
  }

  private mutating func feed(_ child: Child) {
    guard let file = child.input else { return }
    let rest = input[writtenCount...]
    let count = BrokenPipe.ignored {
      unsafe rest.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
    }
    if count > 0 { writtenCount += count }
    hasWrittenAll = writtenCount == input.count
    let isOver = count < 0 && errno != EAGAIN && errno != EINTR
    if hasWrittenAll || isOver { child.closeInput() }
  }

  private mutating func listen(to child: Child) {
    if let file = child.output, Self.drain(file, into: &said) { child.closeOutput() }
    if let file = child.errors, Self.drain(file, into: &complained) { child.closeErrors() }
  }

  /// Reads what is there; returns whether that was the end.
  private static func drain(_ file: Int32, into bytes: inout [UInt8]) -> Bool {
    var block = [UInt8](repeating: 0, count: 4096)
    // A child that never stops talking must not keep its time-out from being seen.
    for _ in 0..<16 {
      let count = unsafe read(file, &block, block.count)
      if count == 0 { return true }
      if count < 0 { return errno != EAGAIN && errno != EINTR }
      bytes += block.prefix(min(count, limit - min(limit, bytes.count)))
    }
    return false
  }
}

internal import CSpawn
internal import Glibc

/// A child process with three pipes, in a group of its own.
///
/// It gets these pipes and no other open file, default signals, and an environment without this
/// program's: passwords may be in there.
final class Child {
  /// A call of the system that failed while it was started.
  struct Fault: Error {
    let code: Int32
  }

  /// The descriptor that it reads from, until it is closed.
  private(set) var input: Int32?
  /// The descriptor of its standard output, until it is closed.
  private(set) var output: Int32?
  /// The descriptor of its standard error, until it is closed.
  private(set) var errors: Int32?

  private var process: pid_t = 0
  private var isReaped = false

  private static let environment = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C"]

  /// Starts a program.
  ///
  /// - Parameter words: Its path and its arguments.
  /// - Throws: `Fault`.
  init(_ words: [String]) throws {
    var theirs: [Int32] = []
    defer { for file in theirs { Glibc.close(file) } }
    input = try Self.pipe(own: 1, &theirs)
    output = try Self.pipe(own: 0, &theirs)
    errors = try Self.pipe(own: 0, &theirs)
    process = try Self.spawn(words, files: theirs)
  }

  deinit {
    if !isReaped, process > 0 { kill() }
    closeInput()
    closeOutput()
    closeErrors()
  }

  func closeInput() { Self.close(&input) }
  func closeOutput() { Self.close(&output) }
  func closeErrors() { Self.close(&errors) }

  /// How the process ended, if it has.
  func ending() -> ChildRun.Ending? { wait(WNOHANG) }

  /// Ends the process and all that it has started.
  func kill() {
    _ = Glibc.kill(-process, SIGKILL)
    _ = wait(0)
  }

  private func wait(_ options: Int32) -> ChildRun.Ending? {
    var status: Int32 = 0
    while true {
      let found = unsafe waitpid(process, &status, options)
      if found == 0 { return nil }
      if found < 0, errno == EINTR { continue }
      isReaped = true
      if found < 0 { return .failed(errno) }
      let signal = status & 0x7F
      return signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
    }
  }

  private static func close(_ file: inout Int32?) {
    if let file { Glibc.close(file) }
    file = nil
  }
}

extension Child {
  /// Makes a pipe; returns our end, which never blocks, and puts the other one into a list.
  private static func pipe(own: Int, _ theirs: inout [Int32]) throws -> Int32 {
    var ends: [Int32] = [-1, -1]
    try check(unsafe cspawn_pipe(&ends, Int32(own)))
    theirs.append(ends[1 - own])
    return ends[own]
  }

  private static func spawn(_ words: [String], files: [Int32]) throws -> pid_t {
    let arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    let variables = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe (arguments + variables).forEach { unsafe free($0) } }
    var process: pid_t = 0
    try check(unsafe cspawn_start(&process, words[0], files, arguments, variables))
    return process
  }

  private static func check(_ code: Int32) throws {
    guard code == 0 else { throw Fault(code: code) }
  }
}

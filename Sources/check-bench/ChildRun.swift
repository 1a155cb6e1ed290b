import Glibc

/// One run of a program as a child process, as the system accounts for it.
struct ChildRun {
  /// Seconds from its start to its end.
  let wall: Double
  /// Seconds of all processors, in the program and for it in the system.
  let processor: Double
  /// The most memory it held, in bytes.
  let peak: Int
  /// Its exit code.
  let code: Int32

  /// Runs a program and waits for its end; its standard output is thrown away.
  ///
  /// - Parameters:
  ///   - path: The program.
  ///   - arguments: Its arguments, without its name, which is `check`.
  /// - Throws: `SystemFault` if it cannot be started, `BenchFault` if a signal ends it.
  init(_ path: String, _ arguments: [String]) throws {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var words = unsafe (["check"] + arguments).map { unsafe strdup($0) }
    defer { unsafe words.forEach { unsafe free($0) } }
    unsafe words.append(nil)
    var child: pid_t = 0
    let start = Self.now
    let fault = unsafe posix_spawn(&child, path, &actions, nil, words, environ)
    guard fault == 0 else { throw SystemFault(operation: "run", path: path, code: fault) }
    var (status, usage) = (Int32(0), rusage())
    while unsafe wait4(child, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw SystemFault(operation: "wait", path: path, code: errno) }
    }
    wall = Self.now - start
    processor = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
    peak = usage.ru_maxrss * 1024
    guard status & 0x7F == 0 else { throw BenchFault("\(path): signal \(status & 0x7F)") }
    code = status >> 8 & 0xFF
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }

  private static var now: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// A call of the system that failed.
struct SystemFault: Error, CustomStringConvertible {
  let operation: String
  let path: String
  let code: Int32

  var description: String {
    let reason = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "errno \(code)"
    return "\(operation) \(path): \(reason)"
  }
}

/// A measurement that came to nothing.
struct BenchFault: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

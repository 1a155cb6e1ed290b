internal import Diagnostics
internal import Glibc

/// Writes bytes to open files.
enum Descriptor {
  /// Writes all bytes, whatever the system takes at a time.
  ///
  /// - Parameters:
  ///   - bytes: What to write.
  ///   - descriptor: An open file.
  ///   - path: Its name, for the error.
  /// - Throws: `SystemError` if the system refuses, a closed pipe included.
  static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws {
    try unsafe bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[offset...])
        let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count >= 0 {
          offset += count
        } else if errno == EAGAIN {
          var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = unsafe poll(&wait, 1, -1)
        } else if errno != EINTR {
          throw SystemError.last(Phrase(vi: "ghi", en: "write"), path)
        }
      }
    }
  }
}

/// The three streams that every program gets.
enum StandardStreams {
  /// Makes writing to a closed stream, or past a limit, an error instead of the program's end.
  ///
  /// A closed stream is held by an unwritable file, so that no file opened later takes its number
  /// and receives the report.
  static func prepare() {
    _ = signal(SIGPIPE, SIG_IGN)
    // A file that would pass the limit of `ulimit -f` is an error of the write, not the end.
    _ = signal(SIGXFSZ, SIG_IGN)
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = unsafe open("/dev/null", descriptor == 2 ? O_WRONLY : O_RDONLY)
    }
  }

  /// Writes a report to standard output.
  static func writeOutput(_ bytes: [UInt8]) throws {
    try Descriptor.write(bytes, to: STDOUT_FILENO, path: "stdout")
  }

  /// Writes a message to standard error; if that is closed, nobody is left to be told.
  static func writeMessage(_ text: String) {
    do {
      try Descriptor.write(Array(text.utf8), to: STDERR_FILENO, path: "stderr")
    } catch {
      return
    }
  }
}

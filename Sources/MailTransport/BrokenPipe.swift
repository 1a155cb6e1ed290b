internal import Glibc

/// Keeps a write to a closed connection from ending the program, whatever it does with signals.
enum BrokenPipe {
  /// Does a piece of work in which the signal of a broken pipe means nothing to this thread.
  ///
  /// The signal goes to the thread that wrote; it is held back, and taken away if it came.
  ///
  /// - Parameter work: What may write; it sees the error number EPIPE.
  /// - Returns: What the work returns.
  static func ignored<T>(_ work: () throws -> T) rethrows -> T {
    var (signals, before, waiting) = (sigset_t(), sigset_t(), sigset_t())
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe sigpending(&waiting)
    let wasWaiting = unsafe sigismember(&waiting, SIGPIPE) == 1
    let isHeldBack = unsafe pthread_sigmask(SIG_BLOCK, &signals, &before) == 0
    defer {
      if isHeldBack {
        var none = timespec()
        if !wasWaiting { while unsafe sigtimedwait(&signals, nil, &none) > 0 {} }
        unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
      }
    }
    return try work()
  }
}

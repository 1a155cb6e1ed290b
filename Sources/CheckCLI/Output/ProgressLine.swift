internal import Diagnostics
internal import Glibc
internal import Synchronization

/// One line on standard error that says how far a long run has come.
///
/// Nothing is shown before a second has passed, nor if standard error is no terminal.
final class ProgressLine: Sendable {
  private struct State {
    var next: ContinuousClock.Instant
    var isShown = false
  }

  private let language: Language
  private let isOn: Bool
  private let state: Mutex<State>

  /// Makes a line for a run that starts now.
  init(language: Language, isOn: Bool) {
    self.language = language
    self.isOn = isOn && Terminal.isTerminal(STDERR_FILENO)
    state = Mutex(State(next: .now.advanced(by: .seconds(1))))
  }

  /// Shows how much of the work is done, at most ten times a second.
  func show(done: Int, of total: Int, _ what: Phrase) {
    guard isOn, total > 0 else { return }
    state.withLock { state in
      let now = ContinuousClock.now
      guard now >= state.next else { return }
      state.next = now.advanced(by: .milliseconds(100))
      state.isShown = true
      let percent = Int(Double(done) / Double(total) * 100)
      StandardStreams.writeMessage("\r\u{1B}[K\(what.text(language)) \(min(100, percent)) %")
    }
  }

  /// Takes the line away again.
  func finish() {
    state.withLock { state in
      if state.isShown { StandardStreams.writeMessage("\r\u{1B}[K") }
      state.isShown = false
    }
  }
}

internal import Diagnostics
internal import Glibc

/// Answers the lines of standard input on standard output, in order, as they come.
struct ExpressionStream {
  /// The longest line that is looked at; a longer one is answered with an error.
  static let longestLine = 16 << 20

  let language: Language

  /// Reads to the end of standard input.
  ///
  /// - Throws: `Failure` if input cannot be read or output not written.
  func run() throws {
    do {
      try answerAll()
    } catch let error as SystemError {
      throw Failure(.outputFailed, line: error.message.text(language))
    }
  }

  private func answerAll() throws {
    var pending: [UInt8] = []
    var isTooLong = false
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = try read(into: &buffer)
      var answers: [UInt8] = []
      var chunk = buffer[..<count]
      while let end = chunk.firstIndex(of: UInt8(ascii: "\n")) {
        if !isTooLong { pending += chunk[..<end] }
        answer(pending, isTooLong: isTooLong, into: &answers)
        pending.removeAll(keepingCapacity: true)
        isTooLong = false
        chunk = chunk[(end + 1)...]
      }
      if !isTooLong { pending += chunk }
      if pending.count > Self.longestLine {
        pending.removeAll()
        isTooLong = true
      }
      if count == 0, isTooLong || !pending.isEmpty {
        answer(pending, isTooLong: isTooLong, into: &answers)
      }
      try StandardStreams.writeOutput(answers)
      if count == 0 { return }
    }
  }

  private func read(into buffer: inout [UInt8]) throws -> Int {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe Glibc.read(STDIN_FILENO, bytes.baseAddress, bytes.count)
      }
      if count >= 0 { return count }
      if errno != EINTR { throw SystemError.last(Phrase(vi: "đọc", en: "read"), "stdin") }
    }
  }

  /// Appends the answer to one line; a line that is no UTF-8 is no JSON.
  private func answer(_ line: [UInt8], isTooLong: Bool, into answers: inout [UInt8]) {
    let text = isTooLong ? nil : String(validating: line, as: UTF8.self)
    guard let answer = ExpressionLines.answer(to: text ?? "\u{FFFD}", in: language) else { return }
    answers += answer.utf8
    answers.append(UInt8(ascii: "\n"))
  }
}

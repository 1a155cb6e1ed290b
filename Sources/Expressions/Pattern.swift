internal import CRegex

/// A compiled regular expression that matches in time linear in the text.
///
/// The syntax is RE2's; a match anywhere in the text counts, as in CEL.
@safe final class Pattern: Sendable {
  // A compiled pattern is never changed, and RE2 allows searching from several threads.
  private nonisolated(unsafe) let handle: OpaquePointer

  /// Compiles a pattern.
  ///
  /// - Parameter text: The regular expression.
  /// - Throws: `EvaluationFault.invalidPattern` with RE2's reason.
  init(_ text: String) throws(EvaluationFault) {
    var message = [CChar](repeating: 0, count: 256)
    let length = text.utf8.count
    let compiled = unsafe message.withUnsafeMutableBufferPointer { buffer -> OpaquePointer? in
      guard let base = buffer.baseAddress else { return nil }
      return unsafe text.withCString { unsafe cregex_compile($0, length, base, buffer.count) }
    }
    guard let compiled = unsafe compiled else {
      let reason = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      throw .invalidPattern(String(decoding: reason, as: UTF8.self))
    }
    unsafe handle = unsafe compiled
  }

  deinit {
    unsafe cregex_free(handle)
  }

  /// Returns whether the pattern matches somewhere in a text.
  func matches(_ text: UnsafeRawBufferPointer) -> Bool {
    guard let base = text.baseAddress else {
      return unsafe cregex_search(handle, "", 0)
    }
    return unsafe cregex_search(handle, base.assumingMemoryBound(to: CChar.self), text.count)
  }
}

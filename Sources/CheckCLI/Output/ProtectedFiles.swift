internal import Diagnostics
internal import Glibc

/// Keeps outputs from being written over what they were made from.
enum ProtectedFiles {
  /// Refuses an output that would replace an input.
  ///
  /// - Parameters:
  ///   - outputs: Where outputs go; nil for standard output.
  ///   - inputs: The files that were read.
  ///   - language: The language of messages.
  /// - Throws: `Failure` if one of the outputs is one of the inputs, by whatever name.
  static func check(_ outputs: [String?], against inputs: [String], _ language: Language) throws {
    let written = outputs.compactMap { output in
      output.flatMap { path in identity(of: path).map { (path, $0) } }
    }
    guard !written.isEmpty else { return }
    let read = Set(inputs.compactMap(identity))
    for (path, file) in written where read.contains(file) {
      let message = Phrase(
        vi: "'\(path)' là tệp đầu vào; hãy ghi kết quả ra tệp khác",
        en: "'\(path)' is one of the inputs; write the output to another file"
      )
      throw Failure.usage(message, language)
    }
  }

  /// What makes two names of a file the same; nil if there is none.
  private struct Identity: Hashable {
    let device: UInt
    let number: UInt
  }

  private static func identity(of path: String) -> Identity? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return Identity(device: UInt(status.st_dev), number: UInt(status.st_ino))
  }
}

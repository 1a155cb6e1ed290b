import Glibc
import SampleData

/// The folder that the samples are written to.
struct SampleFolder {
  let path: String

  /// Makes the folder unless it is there already.
  init(path: String) throws {
    self.path = path
    guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw FolderError(operation: "mkdir", path: path, code: errno)
    }
  }

  /// Writes a file beside its old version and puts it in its place, so that no half file is seen.
  func write(_ file: SampleFile) throws {
    let target = path + "/" + file.name
    let draft = target + ".moi"
    let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FolderError(operation: "open", path: draft, code: errno) }
    do {
      try write(file.bytes, to: descriptor, path: draft)
    } catch {
      _ = close(descriptor)
      _ = unsafe unlink(draft)
      throw error
    }
    guard close(descriptor) == 0 else {
      throw FolderError(operation: "close", path: draft, code: errno)
    }
    guard unsafe rename(draft, target) == 0 else {
      throw FolderError(operation: "rename", path: target, code: errno)
    }
  }

  private func write(_ bytes: [UInt8], to descriptor: CInt, path: String) throws {
    var offset = 0
    while offset < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[offset...])
        return unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw FolderError(operation: "write", path: path, code: errno) }
      offset += written
    }
  }
}

/// A file operation that the system refused.
struct FolderError: Error, CustomStringConvertible {
  let operation: String
  let path: String
  let code: CInt

  var description: String {
    let reason = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "errno \(code)"
    return "\(operation) \(path): \(reason)"
  }
}

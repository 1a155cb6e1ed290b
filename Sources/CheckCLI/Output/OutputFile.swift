internal import Diagnostics
internal import Glibc

/// Writes a file whole or not at all.
enum OutputFile {
  private static let creating = Phrase(vi: "tạo", en: "create")
  private static let writing = Phrase(vi: "ghi", en: "write")

  /// Replaces a file by new contents.
  ///
  /// The bytes go into a new file beside it, which then takes its name; until then the old contents
  /// stay. Something that is no plain file, such as a pipe or `/dev/null`, is written to directly.
  ///
  /// - Parameters:
  ///   - path: The file; a link to a file stays a link.
  ///   - bytes: The new contents.
  /// - Throws: `SystemError` if any step fails; nothing new is left behind then.
  static func replace(_ path: String, with bytes: [UInt8]) throws {
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      return try writeDirectly(bytes, to: path)
    }
    let target = exists ? resolved(path) : path
    let mode = exists ? status.st_mode & 0o7777 : nil
    let temporary = "\(folder(of: target)).\(name(of: target)).\(getpid()).tmp"
    do {
      try writeNew(bytes, to: temporary, mode: mode, path: path)
      guard unsafe rename(temporary, target) == 0 else { throw SystemError.last(writing, path) }
    } catch {
      _ = unsafe unlink(temporary)
      throw error
    }
  }

  private static func writeNew(
    _ bytes: [UInt8],
    to temporary: String,
    mode: mode_t?,
    path: String
  ) throws {
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw SystemError.last(creating, path) }
    do {
      if let mode { _ = fchmod(descriptor, mode) }
      try Descriptor.write(bytes, to: descriptor, path: path)
      guard fsync(descriptor) == 0 else { throw SystemError.last(writing, path) }
    } catch {
      _ = close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw SystemError.last(writing, path) }
  }

  private static func writeDirectly(_ bytes: [UInt8], to path: String) throws {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError.last(writing, path) }
    defer { _ = close(descriptor) }
    try Descriptor.write(bytes, to: descriptor, path: path)
  }

  /// Follows links, so that the file is replaced and not the link to it.
  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  private static func folder(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[...$0] } ?? ""
  }

  private static func name(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? Substring(path)
  }
}

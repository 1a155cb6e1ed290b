internal import Diagnostics
internal import Digests
internal import Glibc
internal import Synchronization

/// Where the bytes of a dump come from: a regular file, or memory.
///
/// A file is read with `pread`, so that any number of workers share one descriptor, and so that the
/// file never counts as the program's own memory, as a mapping would. Once there are many, small files
/// are opened anew for each reading: a dataset may have more of them than a process may keep open.
final class ByteSource: Sendable {
  private enum Storage: Sendable {
    case open(descriptor: Int32, identity: Identity)
    case path(String, identity: Identity)
    case memory([UInt8])
  }

  /// What changes when somebody writes to a file, or puts another in its place.
  private struct Identity: Sendable, Equatable {
    let device: UInt
    let node: UInt
    let size: Int
    let seconds: Int
    let nanoseconds: Int
  }

  /// Files up to this size are not kept open if there are many.
  private static let smallBytes = 128 << 10
  /// How many files are kept open whatever their size; opening 30 small ones for every reading took
  /// a tenth of a run over them.
  private static let keptOpen = 64
  private static let openCount = Atomic<Int>(0)

  private let storage: Storage
  /// The number of bytes when the source was opened.
  let byteCount: Int

  /// Takes bytes in memory as they are.
  init(bytes: [UInt8]) {
    storage = .memory(bytes)
    byteCount = bytes.count
  }

  /// Opens a regular file for reading.
  init(path: String) throws(SourceFault) {
    let (descriptor, identity) = try Self.open(path)
    byteCount = identity.size
    let count = Self.openCount.add(1, ordering: .relaxed).newValue
    if identity.size <= Self.smallBytes, count > Self.keptOpen {
      Self.openCount.subtract(1, ordering: .relaxed)
      close(descriptor)
      storage = .path(path, identity: identity)
    } else {
      storage = .open(descriptor: descriptor, identity: identity)
    }
  }

  deinit {
    guard case .open(let descriptor, _) = storage else { return }
    close(descriptor)
    Self.openCount.subtract(1, ordering: .relaxed)
  }

  private static func open(_ path: String) throws(SourceFault) -> (Int32, Identity) {
    // Without O_NONBLOCK, opening a pipe would wait for its writer for ever.
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .system(errno) }
    do throws(SourceFault) {
      return (descriptor, try identity(of: descriptor))
    } catch {
      close(descriptor)
      throw error
    }
  }

  private static func identity(of descriptor: Int32) throws(SourceFault) -> Identity {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .system(errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegularFile }
    return Identity(
      device: UInt(status.st_dev),
      node: UInt(status.st_ino),
      size: Int(status.st_size),
      seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec
    )
  }

  /// Opens a small file again, which must be the one it was.
  private static func reopen(_ path: String, _ identity: Identity) throws(SourceFault) -> Int32 {
    let (descriptor, found) = try open(path)
    guard found == identity else {
      close(descriptor)
      throw .changed
    }
    return descriptor
  }

  /// Fills a buffer with the bytes from an offset on; all of them must lie within the source.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(SourceFault) {
    switch storage {
    case .memory(let bytes):
      guard offset >= 0, buffer.count <= bytes.count - offset else { throw .changed }
      unsafe bytes.withUnsafeBytes { all in
        unsafe buffer.copyMemory(
          from: UnsafeRawBufferPointer(rebasing: all[offset..<offset + buffer.count])
        )
      }
    case .open(let descriptor, _):
      unsafe try Self.read(descriptor, at: offset, into: buffer)
    case .path(let path, let identity):
      let descriptor = try Self.reopen(path, identity)
      defer { close(descriptor) }
      unsafe try Self.read(descriptor, at: offset, into: buffer)
    }
  }

  private static func read(
    _ descriptor: Int32,
    at offset: Int,
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(SourceFault) {
    var done = 0
    while done < buffer.count {
      let count = unsafe pread(
        descriptor,
        buffer.baseAddress.map { unsafe $0 + done },
        buffer.count - done,
        offset + done
      )
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw .system(errno) }
      if count == 0 { throw .changed }
      done += count
    }
  }

  /// Returns some bytes as an array; fewer at the end of the source.
  func bytes(at offset: Int, count: Int) throws(SourceFault) -> [UInt8] {
    let available = min(count, byteCount - offset)
    guard offset >= 0, available > 0 else { return [] }
    var result = [UInt8](repeating: 0, count: available)
    var fault: SourceFault?
    unsafe result.withUnsafeMutableBytes { buffer in
      do throws(SourceFault) { unsafe try read(at: offset, into: buffer) } catch { fault = error }
    }
    if let fault { throw fault }
    return result
  }

  /// Throws if somebody wrote to the file since it was opened.
  func checkUnchanged() throws(SourceFault) {
    switch storage {
    case .memory: return
    case .open(let descriptor, let identity):
      guard try Self.identity(of: descriptor) == identity else { throw .changed }
    case .path(let path, let identity):
      close(try Self.reopen(path, identity))
    }
  }

  /// Returns the digest of all bytes, 64 lower-case hexadecimal digits.
  func sha256() throws(SourceFault) -> String {
    let digest = SHA256()
    let chunk = min(1 << 18, max(1, byteCount))
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunk, alignment: 64)
    defer { unsafe buffer.deallocate() }
    var offset = 0
    while offset < byteCount {
      let count = min(chunk, byteCount - offset)
      let part = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[0..<count])
      unsafe try read(at: offset, into: part)
      unsafe digest.update(UnsafeRawBufferPointer(part))
      offset += count
    }
    return digest.finish()
  }
}

/// Why bytes could not be read.
enum SourceFault: Error, Sendable, Equatable {
  /// The system's call failed with this `errno`.
  case system(Int32)
  /// It is a folder, a pipe or a device.
  case notRegularFile
  /// The file became shorter, or was written to, while it was read.
  case changed

  /// What happened, in the system's words or ours.
  var reason: Phrase {
    switch self {
    case .system(let code):
      Phrase(systemError: code)
    case .notRegularFile:
      Phrase(vi: "không phải tệp thông thường", en: "not a regular file")
    case .changed:
      Phrase(vi: "tệp bị sửa trong khi đọc", en: "the file changed while it was read")
    }
  }
}

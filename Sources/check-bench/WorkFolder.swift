import Glibc

/// The folder that the data are written to: `pack/`, `data/` and the report.
final class WorkFolder {
  let path: String
  private let isTemporary: Bool
  private var files: [String] = []
  private var open: (name: String, descriptor: Int32)?

  /// Makes the folder, a temporary one if no path is given.
  init(path: String?, keeps: Bool) throws {
    isTemporary = path == nil && !keeps
    if let path {
      self.path = path
      try Self.make(path)
    } else {
      var template = Array("/tmp/check-bench-XXXXXX".utf8CString)
      guard unsafe mkdtemp(&template) != nil else {
        throw SystemFault(operation: "mkdtemp", path: "/tmp", code: errno)
      }
      self.path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    for folder in ["pack", "data"] { try Self.make("\(self.path)/\(folder)") }
  }

  /// The pack's folder.
  var pack: String { "\(path)/pack" }
  /// The folder of the dumps.
  var data: String { "\(path)/data" }
  /// The report of the last run.
  var report: String { "\(path)/report.json" }

  /// Removes everything that was written, if the folder is a temporary one.
  func remove() {
    guard isTemporary else { return }
    for file in files + [report] { _ = unsafe unlink(file) }
    for folder in [pack, data, path] { _ = unsafe rmdir(folder) }
  }

  /// Writes a part of a file; parts of one file come one after the other.
  func write(_ name: String, _ bytes: [UInt8]) throws {
    if open?.name != name {
      try close()
      let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
      let descriptor = unsafe Glibc.open(name, flags, 0o644)
      guard descriptor >= 0 else { throw SystemFault(operation: "open", path: name, code: errno) }
      open = (name, descriptor)
      files.append(name)
    }
    guard let descriptor = open?.descriptor else { return }
    var offset = 0
    while offset < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[offset...])
        return unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw SystemFault(operation: "write", path: name, code: errno) }
      offset += written
    }
  }

  /// Ends the file that was written last.
  func close() throws {
    guard let (name, descriptor) = open else { return }
    open = nil
    guard Glibc.close(descriptor) == 0 else {
      throw SystemFault(operation: "close", path: name, code: errno)
    }
  }

  /// Returns the bytes of a file.
  static func contents(of path: String) throws -> [UInt8] {
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemFault(operation: "open", path: path, code: errno) }
    defer { _ = Glibc.close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw SystemFault(operation: "read", path: path, code: errno) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  private static func make(_ path: String) throws {
    guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw SystemFault(operation: "mkdir", path: path, code: errno)
    }
  }
}

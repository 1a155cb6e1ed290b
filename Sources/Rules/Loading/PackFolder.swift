internal import Diagnostics
internal import Glibc
internal import YAMLTree

/// Finds and reads the YAML files below a pack's folder.
///
/// Hidden files and folders are passed over. A link is followed only to a place inside the folder;
/// what it leads to there is read once, under its own name.
struct PackFolder {
  private let folder: String
  private let root: String
  private var files: [PackFile] = []
  /// Room for a part of a file, for one file after the other.
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)

  private enum Limits {
    static let depth = 32
  }

  private init(_ folder: String, root: String) {
    self.folder = folder
    self.root = root
  }

  /// Reads all files, ordered by the bytes of their paths.
  ///
  /// - Parameters:
  ///   - folder: The pack's folder.
  ///   - sink: Receives what could not be read.
  /// - Returns: The files; nil if the folder itself could not be read.
  static func files(below folder: String, into sink: inout DiagnosticSink) -> [PackFile]? {
    guard let root = realPath(folder) else {
      let message = PackMessages.unreadable(folder, Phrase(systemError: errno))
      sink.error(.unreadableFile, message, at: nil)
      return nil
    }
    guard isDirectory(root) else {
      let message = PackMessages.unreadable(folder, PackMessages.notAFolder)
      sink.error(.unreadableFile, message, at: nil)
      return nil
    }
    var reader = PackFolder(folder, root: root)
    reader.visit("", depth: 0, into: &sink)
    return reader.files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  // MARK: Walking

  private mutating func visit(_ path: String, depth: Int, into sink: inout DiagnosticSink) {
    guard let names = names(in: path, into: &sink) else { return }
    for name in names where !name.hasPrefix(".") {
      let inner = path.isEmpty ? name : "\(path)/\(name)"
      var status = stat()
      guard unsafe lstat("\(root)/\(inner)", &status) == 0 else {
        report(inner, Phrase(systemError: errno), into: &sink)
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR where depth < Limits.depth: visit(inner, depth: depth + 1, into: &sink)
      case S_IFDIR: report(inner, PackMessages.tooDeep, into: &sink)
      case S_IFLNK: follow(inner, into: &sink)
      case S_IFREG where PackFile.isYAML(name): read(inner, into: &sink)
      case _ where PackFile.isYAML(name): report(inner, PackMessages.notAFile, into: &sink)
      default: break
      }
    }
  }

  private func names(in path: String, into sink: inout DiagnosticSink) -> [String]? {
    guard let directory = unsafe opendir(path.isEmpty ? root : "\(root)/\(path)") else {
      report(path, Phrase(systemError: errno), into: &sink)
      return nil
    }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    errno = 0
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      names.append(name)
      errno = 0
    }
    if errno != 0 { report(path, Phrase(systemError: errno), into: &sink) }
    return names
  }

  private mutating func follow(_ path: String, into sink: inout DiagnosticSink) {
    let isYAML = PackFile.isYAML(path)
    guard let target = Self.realPath("\(root)/\(path)") else {
      if isYAML { report(path, Phrase(systemError: errno), into: &sink) }
      return
    }
    let isFolder = Self.isDirectory(target)
    guard target == root || target.hasPrefix(root == "/" ? "/" : root + "/") else {
      guard isYAML || isFolder else { return }
      sink.error(.linkOutOfPack, PackMessages.linkOutOfPack(shown(path)), at: nil)
      return
    }
    // A folder or YAML file inside is read where it stands, unless it is hidden.
    let isHidden = target.dropFirst(root.utf8.count).split(separator: "/").contains {
      $0.hasPrefix(".")
    }
    guard isYAML, !isFolder, isHidden || !PackFile.isYAML(target) else { return }
    read(path, into: &sink)
  }

  // MARK: Reading

  private mutating func read(_ path: String, into sink: inout DiagnosticSink) {
    // Not blocking: a pipe may have taken the file's place.
    let descriptor = unsafe open("\(root)/\(path)", O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      report(path, Phrase(systemError: errno), into: &sink)
      return
    }
    defer { close(descriptor) }
    // One byte more than allowed, so that the reader of the text sees that it is too long.
    let limit = YAMLDocument.Limits.bytes + 1
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let wanted = min(chunk.count, limit - bytes.count)
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress, wanted)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        report(path, Phrase(systemError: errno), into: &sink)
        return
      }
      guard count > 0 else { break }
      bytes.append(contentsOf: chunk.prefix(count))
    }
    files.append(PackFile(path: path, bytes: bytes))
  }

  private func shown(_ path: String) -> String {
    PackLoader.joined(folder, path)
  }

  private func report(_ path: String, _ reason: Phrase, into sink: inout DiagnosticSink) {
    sink.error(.unreadableFile, PackMessages.unreadable(shown(path), reason), at: nil)
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  private static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

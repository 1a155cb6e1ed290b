internal import Glibc
internal import Rules
internal import TableReaders

/// Where a run finds its dumps: a folder or memory.
struct DumpFolder: Sendable {
  /// The folder's path; nil if the dumps are in memory.
  let path: String?
  /// The files below the folder, relative to it, in byte order; hidden ones left out.
  let files: [String]
  private let sizes: [String: Int]
  private let dumps: [MemoryDump]

  /// Opens a source.
  ///
  /// - Parameter source: Where the dumps are.
  /// - Throws: `UnreadableFolder` if a folder cannot be listed.
  init(_ source: DumpSource) throws {
    switch source {
    case .folder(let path):
      self.path = path
      var sizes: [String: Int] = [:]
      try Self.list(path, prefix: "", depth: 0, into: &sizes)
      files = sizes.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      self.sizes = sizes
      dumps = []
    case .memory(let dumps):
      path = nil
      files = []
      sizes = [:]
      self.dumps = dumps
    }
  }

  /// Returns the names of a dataset's files, in byte order.
  func names(of dataset: Dataset) -> [String] {
    guard path != nil else {
      return dumps.filter { $0.dataset == dataset.id }.map(\.name)
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    return files.filter(FilePattern(dataset.file).matches)
  }

  /// Returns how many bytes a dataset's files have together.
  func byteCount(of dataset: Dataset) -> Int {
    guard path != nil else {
      return dumps.reduce(0) { $0 + ($1.dataset == dataset.id ? $1.text.count : 0) }
    }
    return names(of: dataset).reduce(0) { $0 + (sizes[$1] ?? 0) }
  }

  /// Opens one of a dataset's files.
  ///
  /// - Parameters:
  ///   - name: One of the names of the dataset's files.
  ///   - dataset: The dataset.
  ///   - index: The file's place among them.
  ///   - plan: What to read.
  /// - Returns: The file with its header read.
  /// - Throws: All faults for which the file cannot be read.
  func open(
    _ name: String,
    of dataset: Dataset,
    index: Int32,
    plan: ReadPlan
  ) throws(UnreadableDump) -> DumpFile {
    guard let path else {
      let dump = dumps.first { $0.dataset == dataset.id && $0.name == name }
      return try DumpFile(text: dump?.text ?? [], name: name, index: index, plan: plan)
    }
    return try DumpFile(path: "\(path)/\(name)", name: name, index: index, plan: plan)
  }

  private static func list(
    _ folder: String,
    prefix: String,
    depth: Int,
    into sizes: inout [String: Int]
  ) throws {
    guard depth < 16 else { return }
    guard let handle = unsafe opendir(folder) else {
      throw UnreadableFolder(path: folder, code: errno)
    }
    defer { unsafe closedir(handle) }
    while let entry = unsafe readdir(handle) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      guard !name.hasPrefix(".") else { continue }
      var status = stat()
      guard unsafe stat("\(folder)/\(name)", &status) == 0 else {
        // A name that leads nowhere is still a file of the dump: reading it will say why not.
        sizes[prefix + name] = 0
        continue
      }
      if status.st_mode & S_IFMT == S_IFDIR {
        try list("\(folder)/\(name)", prefix: "\(prefix)\(name)/", depth: depth + 1, into: &sizes)
      } else {
        sizes[prefix + name] = Int(status.st_size)
      }
    }
  }
}

/// A folder of dumps that cannot be listed.
public struct UnreadableFolder: Error, Sendable, CustomStringConvertible {
  /// The folder's path.
  public let path: String
  /// The system's error number.
  public let code: Int32

  /// The system's words for it.
  public var description: String { "\(path): \(unsafe String(cString: strerror(code)))" }
}

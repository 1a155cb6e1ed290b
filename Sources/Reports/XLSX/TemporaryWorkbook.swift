internal import Diagnostics
internal import Glibc

/// The file of a workbook while it is made: in a folder of its own, which is gone afterwards.
enum TemporaryWorkbook {
  /// Makes a workbook and returns its bytes.
  ///
  /// - Parameters:
  ///   - folder: Where the folder is made.
  ///   - write: Makes the file of a path, with further files in a folder as it likes, and says how
  ///     many bytes the rows of each sheet take.
  /// - Returns: The bytes of the file.
  /// - Throws: `ReportFileError`, or what `write` throws; nothing is left behind either way.
  static func bytes(in folder: String, _ write: (String, String) throws -> [Int]) throws
    -> [UInt8]
  {
    let own = try makeFolder(in: folder)
    let path = own + "/report.xlsx"
    defer {
      _ = unsafe unlink(path)
      _ = unsafe rmdir(own)
    }
    let rowBytes = try write(path, own)
    let bytes = try read(path)
    if let broken = ZipCheck(bytes, rowBytes: rowBytes).brokenParts, broken.isEmpty { return bytes }
    // All that is known to cut parts off is a folder without room.
    throw failure(Workbook.writing, path, ENOSPC)
  }

  /// Makes a folder that nobody else may read: a report may hold personal data.
  private static func makeFolder(in folder: String) throws -> String {
    var template = Array("\(folder)/check-xlsx-XXXXXX".utf8CString)
    let isMade = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe mkdtemp($0) != nil } ?? false
    }
    guard isMade else {
      throw failure(Phrase(vi: "tạo tệp tạm trong", en: "make a temporary file in"), folder)
    }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func read(_ path: String) throws -> [UInt8] {
    let reading = Phrase(vi: "đọc lại", en: "read back")
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(reading, path) }
    defer { _ = close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure(reading, path) }
    let size = Int(status.st_size)
    var code: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let whole = UnsafeMutableRawBufferPointer(buffer)
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: whole[count...])
        let step = unsafe Glibc.read(descriptor, rest.baseAddress, rest.count)
        if step > 0 {
          count += step
        } else if step == 0 || errno != EINTR {
          code = step == 0 ? EIO : errno
          break
        }
      }
    }
    guard bytes.count == size else { throw failure(reading, path, code) }
    return bytes
  }

  private static func failure(
    _ operation: Phrase,
    _ path: String,
    _ code: Int32 = errno
  ) -> ReportFileError {
    ReportFileError(operation: operation, path: path, reason: Phrase(systemError: code))
  }
}

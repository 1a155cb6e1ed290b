internal import CZlib

/// Looks whether every part of a workbook is whole.
///
/// The library writes each part into a temporary file first, and does not notice when the disk is full:
/// it then packs what came through, with holes in the middle too, and reports success. A part that ends
/// with the end of its root element is whole, if the rows of a sheet are as long as they were written.
///
/// - SeeAlso: PKWARE APPNOTE 6.3.10, §4.3.7, §4.3.12 and §4.3.16.
struct ZipCheck {
  /// One file of the archive.
  private struct Part {
    let name: String
    let size: Int
    let packed: ArraySlice<UInt8>
    let isDeflated: Bool
  }

  private let bytes: [UInt8]
  private let rowBytes: [Int]

  /// Takes the bytes of an archive, and how many the rows of each of its sheets take.
  init(_ bytes: [UInt8], rowBytes: [Int] = []) {
    self.bytes = bytes
    self.rowBytes = rowBytes
  }

  /// The parts that are not whole, by name; nil if the archive itself cannot be read.
  var brokenParts: [String]? {
    guard let parts else { return nil }
    return parts.filter { !isWhole($0) }.map(\.name)
  }

  // MARK: The archive

  private func number(_ place: Int, _ count: Int) -> Int? {
    guard place >= 0, place + count <= bytes.count else { return nil }
    return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  /// The files that the directory at the end lists.
  private var parts: [Part]? {
    // The record at the very end is 22 bytes long where there is no comment.
    let end = bytes.count - 22
    guard number(end, 4) == 0x0605_4B50, let count = number(end + 10, 2),
      var place = number(end + 16, 4)
    else { return nil }
    var parts: [Part] = []
    for _ in 0..<count {
      guard number(place, 4) == 0x0201_4B50, let method = number(place + 10, 2),
        let packed = number(place + 20, 4), let size = number(place + 24, 4),
        let name = number(place + 28, 2), let extra = number(place + 30, 2),
        let comment = number(place + 32, 2), let start = number(place + 42, 4),
        let localName = number(start + 26, 2), let localExtra = number(start + 28, 2),
        place + 46 + name <= bytes.count
      else { return nil }
      let data = start + 30 + localName + localExtra
      guard data + packed <= bytes.count else { return nil }
      parts.append(
        Part(
          name: String(decoding: bytes[place + 46..<place + 46 + name], as: UTF8.self),
          size: size,
          packed: bytes[data..<data + packed],
          isDeflated: method == 8
        )
      )
      place += 46 + name + extra + comment
    }
    return parts
  }

  // MARK: One part

  /// Whether a part ends with the end of its root element, and is as long as the archive says.
  private func isWhole(_ part: Part) -> Bool {
    guard let ends = part.isDeflated ? Self.inflated(part.packed) : Self.stored(part.packed),
      ends.size == part.size
    else { return false }
    let tail = String(decoding: ends.tail, as: UTF8.self)
    let tags = String(decoding: ends.head, as: UTF8.self).matches(of: /<([A-Za-z][A-Za-z0-9:]*)/)
    guard let root = tags.first?.1 else { return false }
    let text = tail.last?.isNewline == true ? String(tail.dropLast()) : tail
    let isRight = sheetIndex(part.name).map { ends.rowBytes == rowBytes[$0] } ?? true
    let isClosed = text.hasSuffix("</\(root)>") || (tags.count == 1 && text.hasSuffix("/>"))
    return isClosed && isRight
  }

  /// The place of a sheet among those whose rows were measured.
  private func sheetIndex(_ name: String) -> Int? {
    let sheet = name.wholeMatch(of: /xl\/worksheets\/sheet([0-9]+)\.xml/)
    guard let number = sheet.flatMap({ Int($0.1) }), rowBytes.indices.contains(number - 1) else {
      return nil
    }
    return number - 1
  }

  /// The beginning and the end of a part, and its length.
  private struct Ends {
    /// More than there ever is before or after the rows of a sheet.
    private static let room = 1 << 14

    var head: [UInt8] = []
    var tail: [UInt8] = []
    var size = 0

    mutating func append(_ bytes: ArraySlice<UInt8>) {
      size += bytes.count
      if head.count < Self.room { head += bytes.prefix(Self.room - head.count) }
      tail = Array((tail + bytes.suffix(Self.room)).suffix(Self.room))
    }

    /// How many bytes stand between the marks around the rows of a sheet; nil if there are none.
    var rowBytes: Int? {
      guard let start = head.firstRange(of: Array("<sheetData>".utf8)),
        let end = tail.firstRange(of: Array("</sheetData>".utf8))
      else { return nil }
      return size - tail.count + end.lowerBound - start.upperBound
    }
  }

  private static func stored(_ bytes: ArraySlice<UInt8>) -> Ends? {
    var ends = Ends()
    ends.append(bytes)
    return ends
  }

  /// Unpacks a part in pieces and keeps its ends; nil if it cannot be unpacked.
  private static func inflated(_ packed: ArraySlice<UInt8>) -> Ends? {
    var stream = unsafe z_stream()
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    // Negative bits: no header of zlib around the data.
    guard unsafe inflateInit2_(&stream, -15, ZLIB_VERSION, size) == Z_OK else { return nil }
    defer { _ = unsafe inflateEnd(&stream) }
    var input = Array(packed)
    var output = [UInt8](repeating: 0, count: 1 << 16)
    var ends = Ends()
    return unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe stream.next_in = input.baseAddress
      unsafe stream.avail_in = UInt32(input.count)
      while true {
        let capacity = output.count
        let (code, count) = unsafe output.withUnsafeMutableBufferPointer { output in
          unsafe stream.next_out = output.baseAddress
          unsafe stream.avail_out = UInt32(capacity)
          let code = unsafe inflate(&stream, Z_NO_FLUSH)
          return (code, capacity - Int(unsafe stream.avail_out))
        }
        ends.append(output[..<count])
        if code == Z_STREAM_END { return ends }
        guard code == Z_OK else { return nil }
      }
    }
  }
}

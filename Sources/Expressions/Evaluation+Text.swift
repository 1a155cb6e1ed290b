internal import Glibc
internal import Tables
internal import VietnameseText

extension Evaluation {
  /// Counts the code points of every text.
  mutating func textSize(_ operand: Node) -> Vector {
    var vector = vector(of: operand)
    guard case .text(let texts) = spread(&vector, operand.type) else { return vector }
    let bytes = texts.bytes
    vector.values = .int(
      (0..<rowCount).map { row in
        var count: Int64 = 0
        // Every byte but the continuations of UTF-8 begins a code point.
        for index in texts.range(row) where bytes[index] & 0xC0 != 0x80 { count += 1 }
        return count
      }
    )
    return vector
  }

  mutating func search(_ kind: TextSearch, _ text: Node, _ part: Node) -> Vector {
    var a = vector(of: text)
    var b = vector(of: part)
    let none = BitPlane(repeating: false, count: rowCount)
    guard case .text(let texts) = spread(&a, text.type) else { return strict([a, b], .bool(none)) }
    if case .constant(.string(let part)) = b.values {
      let found = unsafe Array(part.utf8).withUnsafeBytes { wanted in
        unsafe texts.bytes.withUnsafeBytes { bytes in
          BitPlane(rows: rowCount) { row in
            let text = unsafe UnsafeRawBufferPointer(rebasing: bytes[texts.range(row)])
            return unsafe kind.finds(wanted, in: text)
          }
        }
      }
      return strict([a, b], .bool(found))
    }
    guard case .text(let parts) = spread(&b, part.type) else { return strict([a, b], .bool(none)) }
    let found = unsafe parts.bytes.withUnsafeBytes { wanted in
      unsafe texts.bytes.withUnsafeBytes { bytes in
        BitPlane(rows: rowCount) { row in
          let text = unsafe UnsafeRawBufferPointer(rebasing: bytes[texts.range(row)])
          let part = unsafe UnsafeRawBufferPointer(rebasing: wanted[parts.range(row)])
          return unsafe kind.finds(part, in: text)
        }
      }
    }
    return strict([a, b], .bool(found))
  }

  // MARK: Regular expressions

  mutating func matches(_ text: Node, _ pattern: Pattern) -> Vector {
    var vector = vector(of: text)
    guard case .text(let texts) = spread(&vector, text.type) else {
      vector.values = .bool(BitPlane(repeating: false, count: rowCount))
      return vector
    }
    let known = vector.known
    let found = unsafe texts.bytes.withUnsafeBytes { bytes in
      BitPlane(rows: rowCount) { row in
        guard known[row] else { return false }
        return unsafe pattern.matches(UnsafeRawBufferPointer(rebasing: bytes[texts.range(row)]))
      }
    }
    vector.values = .bool(found)
    return vector
  }

  /// Matches with a pattern that differs from row to row; each one is compiled once a batch.
  mutating func matchesAny(_ text: Node, _ pattern: Node) -> Vector {
    var a = vector(of: text)
    var b = vector(of: pattern)
    let (x, y) = (spread(&a, text.type), spread(&b, pattern.type))
    var result = strict([a, b], .bool(BitPlane(repeating: false, count: rowCount)))
    guard case .text(let texts) = x, case .text(let patterns) = y else { return result }
    var compiled: [String: Pattern?] = [:]
    var found = BitPlane(repeating: false, count: rowCount)
    var failed = found
    result.known.forEachSetRow { row in
      let source = patterns[row]
      if compiled[source] == nil {
        do throws(EvaluationFault) {
          compiled[source] = .some(try Pattern(source))
        } catch {
          note(error)
          compiled[source] = .some(nil)
        }
      }
      guard case .some(.some(let pattern)) = compiled[source] else {
        failed[row] = true
        return
      }
      found[row] = unsafe texts.bytes.withUnsafeBytes { bytes in
        unsafe pattern.matches(UnsafeRawBufferPointer(rebasing: bytes[texts.range(row)]))
      }
    }
    result.values = .bool(found)
    result.fail(failed)
    return result
  }

  // MARK: Folding

  /// Folds every text as names are compared.
  mutating func fold(_ operand: Node) -> Vector {
    var vector = vector(of: operand)
    guard case .text(let texts) = spread(&vector, operand.type) else { return vector }
    var folded = TextColumn()
    // Columns repeat few texts often, and folding one costs far more than finding it again.
    var seen: [Int: (row: Int, folded: [UInt8])] = [:]
    for row in 0..<rowCount {
      guard vector.known[row] else {
        folded.add([])
        continue
      }
      let hash = texts.hash(row)
      let before = seen[hash]
      if let before, texts.isSame(before.row, row) {
        folded.add(before.folded[...])
      } else {
        let bytes = Array(NameFolding.fold(texts[row]).utf8)
        if before == nil { seen[hash] = (row, bytes) }
        folded.add(bytes[...])
      }
    }
    vector.values = .text(folded)
    return vector
  }
}

extension TextSearch {
  /// Returns whether a text has a part in the place that is asked about.
  @inline(__always)
  fileprivate func finds(_ part: UnsafeRawBufferPointer, in text: UnsafeRawBufferPointer) -> Bool {
    guard part.count <= text.count else { return false }
    guard part.count > 0, let x = text.baseAddress, let y = part.baseAddress else {
      return true
    }
    return switch self {
    case .contains: unsafe Self.find(part, in: text)
    case .startsWith: unsafe memcmp(x, y, part.count) == 0
    case .endsWith: unsafe memcmp(x + (text.count - part.count), y, part.count) == 0
    }
  }
  /// Looks for a part that is not empty, from one place of its first byte to the next.
  private static func find(_ part: UnsafeRawBufferPointer, in text: UnsafeRawBufferPointer) -> Bool
  {
    guard let x = text.baseAddress, let y = part.baseAddress else { return false }
    let first = unsafe Int32(part[0])
    let last = text.count - part.count
    var start = 0
    while start <= last {
      guard let place = unsafe memchr(x + start, first, last - start + 1) else { return false }
      start = unsafe UnsafeRawPointer(place) - x
      if unsafe memcmp(x + start, y, part.count) == 0 { return true }
      start += 1
    }
    return false
  }
}

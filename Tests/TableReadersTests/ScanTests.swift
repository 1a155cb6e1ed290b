import CSIMD
import TestSupport
import Testing

/// The functions that look at many bytes at once agree with plain ones, on every processor.
@Suite("scanning many bytes at once") struct ScanTests {
  /// Random bytes of an alphabet, with room behind them.
  private static func buffer(
    _ alphabet: [[UInt8]],
    pieces: Int,
    using generator: inout SeededGenerator
  ) -> (bytes: [UInt8], count: Int) {
    var bytes: [UInt8] = []
    for _ in 0..<pieces { bytes += alphabet.randomElement(using: &generator) ?? [] }
    return (bytes + [UInt8](repeating: 0x20, count: Int(CSIMD_PADDING) + 64), bytes.count)
  }

  @Test("valid and invalid UTF-8, zero bytes and unusual characters are told apart")
  func text() {
    let alphabet: [[UInt8]] =
      ["a", "ữ", "đ", "é", "–", "😀", "e\u{301}", "\u{1680}", "\u{2003}", "中"].map { Array($0.utf8) }
      + Array(repeating: Array("thủ tục hành chính ".utf8), count: 12)
    for seed in 0..<1500 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let pieces = Int.random(in: 0...60, using: &generator)
      var (bytes, count) = Self.buffer(alphabet, pieces: pieces, using: &generator)
      if seed % 2 == 0, count > 0 {
        let place = Int.random(in: 0..<count, using: &generator)
        bytes[place] =
          [0, 0x80, 0xBF, 0xC0, 0xC3, 0xE0, 0xED, 0xF0, 0xF4, 0xF8, 0xFF].randomElement(
            using: &generator
          ) ?? 0
      }
      let flags = unsafe csimd_check_text(bytes, count)
      #expect(unsafe flags == csimd_portable_check_text(bytes, count), "seed \(seed)")
      let text = String(validating: bytes[..<count], as: UTF8.self)
      #expect((flags & CSIMD_INVALID == 0) == (text != nil), "seed \(seed)")
      #expect((flags & CSIMD_NUL != 0) == bytes[..<count].contains(0), "seed \(seed)")
      if flags & CSIMD_UNUSUAL == 0, let text {
        let isUsual = text.unicodeScalars.allSatisfy {
          $0.value < 0x300 || (0x1E00...0x1EFF).contains($0.value)
            || (0x2010...0x203F).contains($0.value)
        }
        #expect(isUsual, "seed \(seed)")
      }
    }
  }

  @Test("every sequence of two bytes, and every cut, is judged as the standard library judges it")
  func sequences() {
    let padding = [UInt8](repeating: 0x20, count: 128)
    for first in UInt8.min...UInt8.max {
      for second in stride(from: 0, through: 255, by: 5) {
        let sequence = [0x41, first, UInt8(second), 0x80, 0x80]
        for length in 1...5 {
          let text = Array(sequence[..<length])
          let flags = unsafe csimd_check_text(text + padding, length)
          #expect(
            (flags & CSIMD_INVALID == 0) == (String(validating: text, as: UTF8.self) != nil),
            "\(text)"
          )
        }
      }
    }
  }

  @Test("counting and indexing give the same with and without AVX2")
  func structure() {
    let alphabet: [[UInt8]] = ["a", "bcd", ",", "\n", "\"", "\r\n", "\r", "ữ"].map {
      Array($0.utf8)
    }
    for seed in 0..<300 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let pieces = Int.random(in: 0...300, using: &generator)
      let (bytes, count) = Self.buffer(alphabet, pieces: pieces, using: &generator)
      var (quotes, feeds, plainQuotes, plainFeeds) = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
      unsafe csimd_count(bytes, count, &quotes, &feeds)
      unsafe csimd_portable_count(bytes, count, &plainQuotes, &plainFeeds)
      #expect(quotes == plainQuotes && feeds == plainFeeds)
      #expect(quotes == UInt64(bytes[..<count].count { $0 == 0x22 }))
      let fast = unsafe Self.index(bytes, count) { unsafe csimd_index_csv($0, $1, 0, count, 0x2C) }
      let plain = unsafe Self.index(bytes, count) {
        unsafe csimd_portable_index_csv($0, $1, 0, count, 0x2C)
      }
      #expect(fast == plain, "seed \(seed)")
    }
  }

  private static func index(
    _ bytes: [UInt8],
    _ count: Int,
    _ body: (UnsafeMutablePointer<csimd_structure>, UnsafePointer<UInt8>) -> Void
  ) -> [[UInt32]] {
    var ends = [UInt32](repeating: 0, count: count + 16)
    var (lines, faults) = (ends, ends)
    return unsafe ends.withUnsafeMutableBufferPointer { ends in
      unsafe lines.withUnsafeMutableBufferPointer { lines in
        unsafe faults.withUnsafeMutableBufferPointer { faults in
          var structure = unsafe csimd_structure()
          unsafe structure.may_open = 1
          unsafe structure.ends = ends.baseAddress
          unsafe structure.lines = lines.baseAddress
          unsafe structure.faults = faults.baseAddress
          unsafe body(&structure, bytes)
          return unsafe [
            Array(ends[..<structure.end_count]), Array(lines[..<structure.line_count]),
            Array(faults[..<structure.fault_count]), [structure.inside == 0 ? 0 : 1],
          ]
        }
      }
    }
  }
}

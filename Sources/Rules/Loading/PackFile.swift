/// One file of a pack, as bytes.
public struct PackFile: Sendable, Hashable {
  /// The path below the pack's folder, parted by `/`.
  public let path: String
  /// The file's content.
  public let bytes: [UInt8]

  /// Makes a file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Makes a file of a text.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The last part of the path.
  var name: Substring { path.split(separator: "/").last ?? "" }

  /// The names of the file that says what a data folder holds, of which a folder has one.
  public static let dumpNames = ["dump.yaml", "dump.yml"]

  /// Whether the file holds tests of rules and nothing else.
  public var isTest: Bool {
    let name = name.lowercased()
    return name.hasSuffix(".test.yaml") || name.hasSuffix(".test.yml")
  }

  /// Whether the file can be seen to hold `tests` and nothing else, without parsing it.
  ///
  /// True if the top level has one key, `tests:`, at the beginning of a line, and every other line is
  /// blank, a comment, indented or an element of its list. False proves nothing.
  var isPlainlyTests: Bool {
    var hasTests = false
    var start = 0
    while start < bytes.count {
      switch bytes[start] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "#"): break
      case UInt8(ascii: " ") where hasTests: break
      case UInt8(ascii: "-") where hasTests && byte(start + 1) == UInt8(ascii: " "): break
      case UInt8(ascii: "t") where !hasTests && bytes[start...].starts(with: "tests:".utf8):
        guard [nil, 0x20, 0x0D, 0x0A].contains(byte(start + 6)) else { return false }
        hasTests = true
      default: return false
      }
      while start < bytes.count, bytes[start] != UInt8(ascii: "\n") { start += 1 }
      start += 1
    }
    return hasTests
  }

  private func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Whether a name is that of a YAML file.
  static func isYAML(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }
}

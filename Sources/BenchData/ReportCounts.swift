/// How often each rule is broken, as a JSON report says.
///
/// Reads only what it needs of a report, `obligations`, and trusts that the report is JSON: it is
/// the checker's own.
public struct ReportCounts: Sendable, Hashable {
  private var counts: [String: Int] = [:]

  /// How often a rule is broken: rows, or obligations where every unit has one.
  public subscript(rule: String) -> Int { counts[rule] ?? 0 }

  /// The ids of the rules that are measured with, in order.
  public static var rules: [String] { BenchPack.ids }

  /// Reads a report.
  public init(report: [UInt8]) {
    var scanner = JSONScanner(report)
    var obligation = Obligation()
    while let event = scanner.next() {
      switch event {
      case .value(let path, let text):
        guard path.first == "obligations" else { break }
        switch path.dropFirst() {
        case ["rule"]: obligation.rule = text
        case ["verdict"]: obligation.verdict = text
        case ["measured", "false"]: obligation.falseRows = Int(text) ?? 0
        default: break
        }
      case .objectEnd(let path):
        guard path == ["obligations"] else { break }
        count(obligation)
        obligation = Obligation()
      }
    }
  }

  private struct Obligation {
    var rule = ""
    var verdict = ""
    var falseRows = 0
  }

  private mutating func count(_ obligation: Obligation) {
    guard ["failed", "overdue", "met_late"].contains(obligation.verdict) else { return }
    let isOfRows = BenchPack.countsRows(obligation.rule)
    counts[obligation.rule, default: 0] += isOfRows ? obligation.falseRows : 1
  }
}

/// Walks through JSON text and tells of every scalar and of the end of every object.
private struct JSONScanner {
  enum Event {
    /// A scalar, with the keys that lead to it; lists add nothing to a path.
    case value(path: [String], text: String)
    /// The end of the object that these keys lead to.
    case objectEnd(path: [String])
  }

  private let bytes: [UInt8]
  private var index = 0
  private var path: [String] = []
  /// For each open object or list, how long the path was when it began.
  private var lengths: [Int] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> Event? {
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        lengths.append(path.count)
        index += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        index += 1
        path.removeLast(path.count - (lengths.popLast() ?? 0))
        defer { endValue() }
        if byte == UInt8(ascii: "}") { return .objectEnd(path: path) }
      case UInt8(ascii: "\""):
        let text = string()
        guard isKey else {
          defer { endValue() }
          return .value(path: path, text: text)
        }
        path.append(text)
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: ","), UInt8(ascii: ":"):
        index += 1
      default:
        let text = word()
        defer { endValue() }
        return .value(path: path, text: text)
      }
    }
    return nil
  }

  /// Forgets the key whose value has ended; an element of a list has none.
  private mutating func endValue() {
    if path.count > lengths.last ?? 0 { path.removeLast() }
  }

  /// Whether a colon follows.
  private var isKey: Bool { index < bytes.count && bytes[index] == UInt8(ascii: ":") }

  /// Reads a string, leaving its escapes as they are.
  private mutating func string() -> String {
    let start = index + 1
    index = start
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    let end = min(index, bytes.count)
    index = end + 1
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private mutating func word() -> String {
    let start = index
    while index < bytes.count, !Array(" \n,:]}".utf8).contains(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }
}

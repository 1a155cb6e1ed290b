internal import VietnameseText

/// The pattern that says which files of a data folder belong to a dataset.
///
/// A pattern is a path relative to the folder. In each of its parts `*` stands for any characters,
/// `?` for one, `[abc]`, `[a-z]` and `[!a]` for one of or none of some; a part `**` stands for any
/// folders or none. Upper and lower case differ; composed and decomposed spellings of a name, as
/// different systems store it, do not. Names that begin with a dot, and the lock files `~$…` of
/// office programs, match only a part that begins so itself.
public struct FilePattern: Sendable {
  private enum Piece: Equatable {
    case scalar(Unicode.Scalar)
    case one
    case any
    case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)

    func matches(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .scalar(let own): own == scalar
      case .one, .any: true
      case .set(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
      }
    }

    /// Whether the piece stands for one character of ASCII.
    var isASCII: Bool { if case .scalar(let scalar) = self { scalar.isASCII } else { false } }
  }

  private enum Part {
    case folders
    case name([Piece])
  }

  private let parts: [Part]
  /// The bytes of ASCII that every matching path begins with.
  private let head: [UInt8]

  /// Reads a pattern; every text is one.
  public init(_ text: String) {
    parts = text.split(separator: "/").filter { $0 != "." }.map { part in
      part == "**"
        ? .folders : .name(Self.pieces(Array(CanonicalText.nfc(String(part)).unicodeScalars)))
    }
    var head: [UInt8] = []
    if case .name(let pieces) = parts.first {
      for case .scalar(let scalar) in pieces.prefix(while: \.isASCII) {
        head.append(UInt8(truncatingIfNeeded: scalar.value))
      }
    }
    self.head = head
  }

  /// Returns whether a path relative to the data folder matches.
  public func matches(_ path: String) -> Bool {
    // Most paths belong to other datasets and differ at once. A byte that is not ASCII may still
    // compose to the right letter.
    for (byte, own) in zip(path.utf8, head) where byte != own {
      if byte < 0x80, path.utf8.first != UInt8(ascii: "/") { return false }
      break
    }
    let names = path.split(separator: "/").map {
      Array(CanonicalText.nfc(String($0)).unicodeScalars)
    }
    return Self.matches(names[...], parts[...])
  }

  private static func matches(_ names: ArraySlice<[Unicode.Scalar]>, _ parts: ArraySlice<Part>)
    -> Bool
  {
    guard let part = parts.first else { return names.isEmpty }
    let rest = parts.dropFirst()
    switch part {
    case .name(let pieces):
      guard let name = names.first, matches(name, pieces) else { return false }
      return matches(names.dropFirst(), rest)
    case .folders:
      // None, one, two … of the folders in front; the last name is the file's.
      var left = names
      while true {
        if matches(left, rest) { return true }
        guard left.count > 1, let folder = left.first, folder.first != "." else { return false }
        left = left.dropFirst()
      }
    }
  }

  private static func matches(_ name: [Unicode.Scalar], _ pieces: [Piece]) -> Bool {
    if name.first == ".", pieces.first != .scalar(".") { return false }
    if name.starts(with: "~$".unicodeScalars), pieces.first != .scalar("~") { return false }
    // The last `*` and how far its run reaches, to go back to when the rest does not fit.
    var (place, index) = (0, 0)
    var star: (piece: Int, name: Int)?
    while index < name.count {
      if place < pieces.count, pieces[place] == .any {
        star = (place, index)
        place += 1
      } else if place < pieces.count, pieces[place].matches(name[index]) {
        place += 1
        index += 1
      } else if let last = star {
        star = (last.piece, last.name + 1)
        (place, index) = (last.piece + 1, last.name + 1)
      } else {
        return false
      }
    }
    return pieces[place...].allSatisfy { $0 == .any }
  }

  private static func pieces(_ text: [Unicode.Scalar]) -> [Piece] {
    var pieces: [Piece] = []
    var index = 0
    while index < text.count {
      switch text[index] {
      case "*": pieces.append(.any)
      case "?": pieces.append(.one)
      case "[":
        if let (set, end) = set(text, from: index + 1) {
          pieces.append(set)
          index = end
        } else {
          pieces.append(.scalar("["))
        }
      default: pieces.append(.scalar(text[index]))
      }
      index += 1
    }
    return pieces
  }

  /// Returns the set that begins behind a bracket and the place of its closing one, or nil.
  private static func set(_ text: [Unicode.Scalar], from start: Int) -> (Piece, Int)? {
    let isNegated = start < text.count && (text[start] == "!" || text[start] == "^")
    var index = isNegated ? start + 1 : start
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    while index < text.count {
      let first = text[index]
      if first == "]", !ranges.isEmpty { return (.set(ranges, isNegated: isNegated), index) }
      if index + 2 < text.count, text[index + 1] == "-", text[index + 2] != "]" {
        let last = text[index + 2]
        ranges.append(min(first, last)...max(first, last))
        index += 3
      } else {
        ranges.append(first...first)
        index += 1
      }
    }
    return nil
  }
}

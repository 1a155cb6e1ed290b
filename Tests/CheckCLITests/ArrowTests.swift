import Foundation
import Testing

/// Holds the manifest, the imports of every source file and the table of README.md against each
/// other: data flow one way, and no target imports what stands beside or above it.
@Suite("dependency arrows")
struct ArrowTests {
  /// A row of the table in README.md.
  struct Room {
    let level: Int
    let mayImport: Set<String>
  }

  private static let top = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: top.appendingPathComponent(path), encoding: .utf8)
  }

  /// The rows `| level | targets | may import | … |`; several targets of a row share it.
  private static func table() throws -> [String: Room] {
    var rooms: [String: Room] = [:]
    for line in try text("README.md").split(separator: "\n") where line.hasPrefix("| ") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count >= 3, let level = Int(cells[0]) else { continue }
      for target in codeWords(cells[1]) {
        #expect(rooms[target] == nil, "\(target) stands twice in the table")
        rooms[target] = Room(level: level, mayImport: Set(codeWords(cells[2])))
      }
    }
    return rooms
  }

  private static func codeWords(_ text: String) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  /// The targets of Package.swift with what they declare, tests left out.
  private static func manifest() throws -> [String: Set<String>] {
    let text = try text("Package.swift").split(separator: "\n")
      .map { $0.split(separator: "//", omittingEmptySubsequences: false).first ?? "" }
      .joined(separator: "\n")
    let targets = try #require(text.firstRange(of: "  targets: ["))
    let start = /(?:room|\.target|\.executableTarget|\.systemLibrary)\(\s*(?:name:\s*)?"([^"]+)"/
    var declared: [String: Set<String>] = [:]
    let body = text[targets.upperBound...]
    let matches = body.matches(of: start)
    for match in matches {
      let call = body[match.range.upperBound...].prefixToClosingParenthesis
      let list = call.firstMatch(of: /(?:dependencies:\s*|,\s*)\[([^\]]*)\]/)
      let isProvider = call.contains("providers:")
      let names = isProvider ? [] : (list?.1.matches(of: /"([^"]+)"/).map { String($0.1) } ?? [])
      declared[String(match.1)] = Set(names)
    }
    return declared
  }

  @Test("the table of README.md names every target of the manifest, and no other")
  func sameTargets() throws {
    let table = try Self.table()
    let manifest = try Self.manifest()
    #expect(Set(table.keys) == Set(manifest.keys))
    #expect(manifest.count > 15)
  }

  @Test("every declared dependency is in the table and stands on a lower level")
  func declared() throws {
    let table = try Self.table()
    for (target, dependencies) in try Self.manifest() {
      let room = try #require(table[target], "\(target) is not in the table")
      for dependency in dependencies {
        #expect(room.mayImport.contains(dependency), "\(target) may not depend on \(dependency)")
        let level = try #require(table[dependency]?.level, "\(dependency) is not in the table")
        #expect(level < room.level, "\(target) → \(dependency) does not point down")
      }
    }
  }

  @Test("every import is declared, and Foundation stays at the top")
  func imports() throws {
    let manifest = try Self.manifest()
    let targets = Set(manifest.keys)
    let foundation: Set<String> = ["Foundation", "FoundationEssentials"]
    var count = 0
    for (target, dependencies) in manifest {
      for (file, modules) in try Self.imports(of: target) {
        count += modules.count
        for module in modules {
          if targets.contains(module) {
            #expect(dependencies.contains(module), "\(file) imports \(module)")
          }
          if foundation.contains(module) {
            #expect(target == "CheckCLI", "\(file) imports \(module)")
          }
        }
      }
    }
    #expect(count > 50)
  }

  private static func imports(of target: String) throws -> [(String, Set<String>)] {
    let folder = top.appendingPathComponent("Sources/\(target)")
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return try (files ?? []).filter { $0.hasSuffix(".swift") }.map { file in
      let text = try text("Sources/\(target)/\(file)")
      let found = text.split(separator: "\n").compactMap { line in
        line.firstMatch(of: /^\s*(?:@\w+\s+)*(?:public |internal |private |package )?import (\w+)/)
      }
      return ("\(target)/\(file)", Set(found.map { String($0.1) }))
    }
  }
}

extension Substring {
  /// The text up to the parenthesis that closes the one before the text.
  fileprivate var prefixToClosingParenthesis: Substring {
    var depth = 1
    for index in indices {
      if self[index] == "(" { depth += 1 }
      if self[index] == ")" { depth -= 1 }
      if depth == 0 { return self[..<index] }
    }
    return self
  }
}

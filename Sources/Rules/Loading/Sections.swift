internal import Diagnostics
internal import YAMLTree

/// The top-level keys of all files, with lists of the same key joined in file order.
struct Sections {
  /// A section that a pack has once, with the folder of the file that holds it.
  struct Single {
    var node: Node
    var folder: String
  }

  private static let listKeys = [
    "documents", "units", "groups", "datasets", "rules", "waivers",
  ]
  private static let singleKeys = ["pack", "scoring", "mail"]
  private static let allKeys = [
    "pack", "documents", "units", "groups", "calendar", "datasets", "rules", "waivers", "scoring",
    "mail",
  ]

  private var lists: [String: [Node]] = [:]
  private var singles: [String: Single] = [:]
  private var singlePlaces: [String: SourceRange] = [:]
  /// The `calendar` of every file that has one.
  private(set) var calendars: [Node] = []

  /// Whether a top-level key is a section of a pack.
  static func isSection(_ key: String) -> Bool { allKeys.contains(key) }

  /// The elements of a list section.
  func list(_ key: String) -> [Node] { lists[key] ?? [] }

  /// A section that a pack has once.
  func single(_ key: String) -> Single? { singles[key] }

  /// Adds the sections of one file.
  mutating func add(_ root: Node, folder: String, into sink: inout DiagnosticSink) {
    guard let entries = root.entries else {
      sink.error(.expectedMapping, Messages.expectedMapping(PackMessages.file), at: root.range)
      return
    }
    for entry in entries {
      let isNull = entry.value.isNull
      if Self.listKeys.contains(entry.name) {
        guard let elements = entry.value.elements ?? (isNull ? [] : nil) else {
          let message = Messages.expectedList(entry.name)
          sink.error(.expectedList, message, at: entry.value.range)
          continue
        }
        lists[entry.name, default: []] += elements
      } else if Self.singleKeys.contains(entry.name) {
        addSingle(entry, folder: folder, into: &sink)
      } else if entry.name == "calendar" {
        if !isNull { calendars.append(entry.value) }
      } else {
        reportUnknown(entry, into: &sink)
      }
    }
  }

  private mutating func addSingle(
    _ entry: Node.Entry,
    folder: String,
    into sink: inout DiagnosticSink
  ) {
    if let first = singlePlaces[entry.name] {
      sink.error(
        .duplicateSection,
        PackMessages.duplicateSection(entry.name),
        at: entry.key.range,
        notes: [PackMessages.firstPlace(first)]
      )
      return
    }
    singlePlaces[entry.name] = entry.key.range
    guard !entry.value.isNull else { return }
    singles[entry.name] = Single(node: entry.value, folder: folder)
  }

  /// Takes the scoring table of a file that holds nothing else instead of the one at hand.
  mutating func replaceScoring(by root: Node?, into sink: inout DiagnosticSink) {
    singles["scoring"] = nil
    guard let root, !root.isNull else {
      let message = Messages.missingKey("scoring", in: PackMessages.scoringFile)
      sink.error(.missingKey, message, at: root?.range)
      return
    }
    var reader = MappingReader(root, what: PackMessages.scoringFile)
    if let node = reader.value("scoring", .required) {
      singles["scoring"] = Single(node: node, folder: "")
    }
    reader.finish(into: &sink)
  }

  private func reportUnknown(_ entry: Node.Entry, into sink: inout DiagnosticSink) {
    let help =
      entry.name == "tests"
      ? PackMessages.testsBelongElsewhere
      : Suggestion.help(for: entry.name, among: Self.allKeys) ?? Messages.keysHere(Self.allKeys)
    let message = Messages.unknownKey(entry.name, in: PackMessages.file)
    sink.error(.unknownKey, message, at: entry.key.range, help: help)
  }
}

import CivilTime
import Diagnostics
import Findings
import Foundation
import GRDB
import Glibc
import Testing

@testable import History

@Suite("whose file it is")
struct OwnershipTests {
  private static func kind(of operation: () throws -> some Any) -> HistoryError.Kind? {
    do {
      _ = try operation()
      return nil
    } catch {
      return (error as? HistoryError)?.kind
    }
  }

  /// A way in which a file is no history of ours.
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let kind: HistoryError.Kind
    /// Makes the file.
    let make: @Sendable (String) throws -> Void
  }

  private static func database(_ path: String, _ sql: String...) throws {
    let database = try DatabaseQueue(path: path)
    try database.write { db in for sql in sql { try db.execute(sql: sql) } }
    try database.close()
  }

  static let cases: [Case] = [
    Case(testDescription: "a text", kind: .notADatabase) { path in
      try Data("Danh sách cán bộ xã Thiện Tân\n".utf8).write(to: URL(fileURLWithPath: path))
    },
    Case(testDescription: "three bytes", kind: .notADatabase) { path in
      try Data("SQL".utf8).write(to: URL(fileURLWithPath: path))
    },
    Case(testDescription: "a header and rubbish", kind: .notADatabase) { path in
      let bytes = Data("SQLite format 3\0".utf8) + Data(repeating: 7, count: 5000)
      try bytes.write(to: URL(fileURLWithPath: path))
    },
    Case(testDescription: "a database without a mark", kind: .otherApplication) { path in
      try database(path, "CREATE TABLE run (number INTEGER)")
    },
    Case(testDescription: "a database with another mark", kind: .otherApplication) { path in
      try database(path, "PRAGMA application_id = 7")
    },
    Case(testDescription: "a newer version", kind: .newer) { path in
      let scene = try Scene()
      try scene.record("2026-09-25", ["ky-so vp": .failed])
      try FileManager.default.copyItem(atPath: scene.file, toPath: path)
      try database(path, "INSERT INTO grdb_migrations VALUES ('4 something')")
    },
  ]

  @Test("it is refused, and left as it is", arguments: cases)
  func refused(_ c: Case) throws {
    let scene = try Scene()
    try c.make(scene.file)
    let bytes = try scene.bytes
    #expect(Self.kind { try scene.record("2026-09-25", ["ky-so vp": .failed]) } == c.kind)
    #expect(Self.kind { try HistoryFile.open(scene.file) } == c.kind)
    #expect(try scene.bytes == bytes)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scene.folder.path).count == 1)
  }

  @Test("a damaged history is named as such")
  func damaged() throws {
    let scene = try Scene()
    try scene.record("2026-09-25", ["ky-so vp": .failed])
    var bytes = try scene.bytes
    for index in 100..<min(bytes.count, 20_000) { bytes[index] = 0xA5 }
    try bytes.write(to: URL(fileURLWithPath: scene.file))
    #expect(Self.kind { try HistoryFile.open(scene.file).runs() } == .damaged)
    #expect(Self.kind { try scene.record("2026-10-25", ["ky-so vp": .failed]) } == .damaged)
    #expect(try scene.bytes == bytes)
  }

  @Test("a word that no version knows is damage, not a guess")
  func unknownWord() throws {
    let scene = try Scene()
    try scene.record("2026-09-25", ["ky-so vp": .failed])
    try Self.database(
      scene.file,
      "DROP TRIGGER verdict_no_update",
      "UPDATE verdict SET verdict = 'fine'"
    )
    #expect(Self.kind { try HistoryFile.open(scene.file).verdicts(of: 1) } == .damaged)
  }

  @Test("places where no history can be")
  func places() throws {
    let scene = try Scene()
    let run = try Scene.run("2026-09-25", ["ky-so vp": .failed])
    let missing = scene.folder.appendingPathComponent("không có/h.sqlite").path
    #expect(Self.kind { try HistoryFile.record(run, in: missing) } == .folderMissing)
    #expect(Self.kind { try HistoryFile.record(run, in: scene.folder.path) } == .notAFile)
    #expect(Self.kind { try HistoryFile.record(run, in: "/dev/null") } == .notAFile)
    #expect(Self.kind { try HistoryFile.record(run, in: "") } == .notAFile)
    #expect(Self.kind { try HistoryFile.record(run, in: "/proc/h.sqlite") } == .readOnly)
    #expect(Self.kind { try HistoryFile.open(scene.file) } == .missing)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scene.folder.path).isEmpty)
  }

  @Test("an empty file, as a killed first run leaves it, is an empty history")
  func empty() throws {
    let scene = try Scene()
    try Data().write(to: URL(fileURLWithPath: scene.file))
    let reader = try HistoryFile.open(scene.file)
    #expect(try reader.runs().isEmpty)
    #expect(try reader.verdicts(of: 1).isEmpty)
    #expect(try reader.chronicle(of: 1).trend.isEmpty)
    #expect(try scene.bytes.isEmpty)
    #expect(try scene.record("2026-09-25", ["ky-so vp": .failed]).number == 1)
  }

  @Test("names that SQLite takes for something else are files")
  func names() throws {
    let scene = try Scene()
    let run = try Scene.run("2026-09-25", ["ky-so vp": .failed])
    for name in ["file:h.sqlite?mode=memory", ":memory:", "lịch sử 'xã'.sqlite"] {
      let path = scene.folder.appendingPathComponent(name).path
      _ = try HistoryFile.record(run, in: path)
      #expect(FileManager.default.fileExists(atPath: path))
    }
  }

  @Test(
    "a history of an older version is read as it is, and brought up to date when recorded in",
    arguments: ["1 runs", "2 scores"]
  )
  func migration(version: String) throws {
    let scene = try Scene()
    try scene.recordTwo(version: version)
    let dump = try scene.dump()
    let bytes = try scene.bytes

    let reader = try HistoryFile.open(scene.file)
    #expect(try reader.runs().map(\.asOf.description) == ["2026-08-25", "2026-09-25"])
    #expect(try reader.chronicle(of: 2).changes.map(\.kind) == [.continuing])
    #expect(try scene.bytes == bytes, "looking at it migrates nothing")

    let later = try scene.record("2026-10-25", ["ky-so vp": .failed])
    #expect(later.number == 3)
    #expect(later.sighting("ky-so vp") == "2026-08-25 2026-10-25 2026-08-25 3")
    let now = try scene.dump()
    for (table, rows) in dump where table != "grdb_migrations" {
      #expect(now[table]?.prefix(rows.count) == rows[...], "\(table)")
    }
    #expect(now["unit_score"] == [])
    #expect(now["mail"] == [])
    #expect(now["grdb_migrations"]?.count == 3)
  }

  @Test("the tables of a version are never changed once released")
  func schema() throws {
    let scene = try Scene()
    try scene.record("2026-09-25", [:])
    let sql = try DatabaseQueue(path: scene.file).read { db in
      try String.fetchAll(
        db,
        sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
      )
    }
    #expect(
      sql.filter { $0.hasPrefix("CREATE TABLE") && !$0.contains("grdb") }.allSatisfy {
        $0.contains("STRICT")
      }
    )
    #expect(Schema.migrator.migrations == ["1 runs", "2 scores", "3 outbox"])
    let settings = try DatabaseQueue(path: scene.file).read { db in
      (
        try String.fetchOne(db, sql: "PRAGMA journal_mode"),
        try String.fetchOne(db, sql: "PRAGMA integrity_check"),
        try Int32.fetchOne(db, sql: "PRAGMA application_id")
      )
    }
    #expect(settings.0 == "delete")
    #expect(settings.1 == "ok")
    #expect(settings.2 == Schema.applicationID)
  }

  @Test("every reason names the file and the cure, in both languages")
  func messages() throws {
    let kinds: [HistoryError.Kind] = [
      .missing, .folderMissing, .notAFile, .notADatabase, .otherApplication, .newer, .readOnly,
      .unreadable, .full, .busy, .damaged, .interrupted,
      .other(code: 778, message: "disk I/O error"),
    ]
    var texts: Set<String> = []
    for kind in kinds {
      let message = HistoryError(kind, path: "lịch sử.sqlite").message
      for text in [message.vi, message.en] {
        #expect(text.contains("'lịch sử.sqlite'"))
        #expect(text.contains("; "))
        #expect(texts.insert(text).inserted)
      }
    }
    #expect(HistoryError(.other(code: 778, message: "x"), path: "h").message.en.contains("778: x"))
  }

  @Test(
    "what SQLite says is told in words",
    arguments: [
      (ResultCode.SQLITE_FULL, HistoryError.Kind.full), (.SQLITE_IOERR_WRITE, .full),
      (.SQLITE_BUSY, .busy), (.SQLITE_LOCKED, .busy), (.SQLITE_READONLY, .readOnly),
      (.SQLITE_CANTOPEN, .readOnly), (.SQLITE_NOTADB, .notADatabase), (.SQLITE_CORRUPT, .damaged),
      (.SQLITE_READONLY_ROLLBACK, .interrupted),
      (.SQLITE_NOMEM, .other(code: 7, message: "x")),
    ]
  )
  func codes(_ code: ResultCode, _ kind: HistoryError.Kind) {
    #expect(HistoryError.Kind(DatabaseError(resultCode: code, message: "x")) == kind)
  }

  @Test("a file that another process keeps is busy, not lost")
  func busy() throws {
    let scene = try Scene()
    try scene.record("2026-09-25", ["ky-so vp": .failed])
    let database = try DatabaseQueue(path: scene.file)
    try database.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN EXCLUSIVE")
      var configuration = Configuration()
      configuration.busyMode = .immediateError
      #expect(throws: DatabaseError.self) {
        _ = try DatabaseQueue(path: scene.file, configuration: configuration)
      }
      try db.execute(sql: "ROLLBACK")
    }
    #expect(try scene.record("2026-10-25", ["ky-so vp": .failed]).number == 2)
  }
}

import Findings
import GRDB

@testable import History

extension Scene {
  /// Records two runs with the tables of an older version.
  func recordTwo(version: String) throws {
    let database = try DatabaseQueue(path: file)
    try database.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
    }
    try Schema.migrator.migrate(database, upTo: version)
    for asOf in ["2026-08-25", "2026-09-25"] {
      let run = try Scene.run(asOf, ["ky-so vp": .failed, "ky-so kt": .met])
      let identity = RunIdentity(run, scorecard: nil)
      var recorder = Recorder(run: run, scorecard: nil, identity: identity)
      _ = try database.writeWithoutTransaction { db in try recorder.record(in: db) }
    }
    try database.close()
  }

  /// Every row of every table.
  func dump() throws -> [String: [String]] {
    try DatabaseQueue(path: file).read { db in
      let tables = try String.fetchAll(
        db,
        sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
      )
      var dump: [String: [String]] = [:]
      for table in tables {
        dump[table] = try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map(\.debugDescription)
      }
      return dump
    }
  }

  /// What a statement of another tool would do to the file.
  func execute(_ sql: String) throws {
    let database = try DatabaseQueue(path: file)
    try database.write { try $0.execute(sql: sql) }
    try database.close()
  }
}

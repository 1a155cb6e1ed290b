internal import CivilTime
internal import Findings
internal import GRDB
internal import Rules

/// Finds the keys of obligations; one that no run or message has named before gets one.
struct ObligationTable {
  let db: Database

  init(db: Database) {
    self.db = db
  }

  /// Returns the key of an obligation.
  func key(of id: ObligationID) throws -> Int64 {
    let period = id.period?.description ?? ""
    let arguments: StatementArguments = [id.rule.text, id.unit.text, period]
    let known = try Int64.fetchOne(
      try db.cachedStatement(
        sql: "SELECT id FROM obligation WHERE rule = ? AND unit = ? AND period = ?"
      ),
      arguments: arguments
    )
    if let known { return known }
    try db.cachedStatement(sql: "INSERT INTO obligation VALUES (NULL, ?, ?, ?, ?)")
      .execute(arguments: [id.fingerprint, id.rule.text, id.unit.text, period])
    return db.lastInsertedRowID
  }
}

internal import GRDB

/// The tables of a history, version by version.
///
/// A version that was released is never changed: what is new goes into the next one. Triggers keep
/// every tool from changing what was recorded, by accident at least.
enum Schema {
  /// Marks the file as a history of this program: "CHKH".
  static let applicationID: Int32 = 0x4348_4B48

  /// All versions, in order.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    // Tables are only added, so that no foreign key has to be looked at again.
    migrator.registerMigration("1 runs", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: runs)
      try keep(
        ["run", "unit_name", "rule_text", "obligation", "verdict", "exclusion", "tally"],
        db
      )
    }
    migrator.registerMigration("2 scores", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: scores)
      try keep(["unit_score", "deduction"], db)
    }
    migrator.registerMigration("3 outbox", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: outbox)
      // The bodies have triggers of their own.
      try keep(["mail", "mail_recipient", "mail_notice", "mail_attempt"], db)
    }
    return migrator
  }

  /// Refuses changes and deletions in tables.
  private static func keep(_ tables: [String], _ db: Database) throws {
    for table in tables {
      for operation in ["UPDATE", "DELETE"] {
        try db.execute(
          sql: """
            CREATE TRIGGER \(table)_no_\(operation.lowercased()) BEFORE \(operation) ON \(table)
            BEGIN SELECT RAISE(ABORT, 'a history is only added to'); END
            """
        )
      }
    }
  }

  private static let runs = """
    CREATE TABLE run (
      number INTEGER PRIMARY KEY CHECK (number > 0),
      identity TEXT NOT NULL UNIQUE,
      as_of TEXT NOT NULL,
      pack TEXT NOT NULL,
      rules_digest TEXT NOT NULL,
      data_digest TEXT NOT NULL,
      calendar_digest TEXT NOT NULL,
      scoring_digest TEXT NOT NULL,
      tool TEXT NOT NULL,
      selection TEXT NOT NULL,
      uses_waivers INTEGER NOT NULL CHECK (uses_waivers IN (0, 1)),
      data_errors INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE unit_name (
      run INTEGER NOT NULL REFERENCES run,
      position INTEGER NOT NULL,
      unit TEXT NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (run, position),
      UNIQUE (run, unit)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE rule_text (
      id INTEGER PRIMARY KEY,
      rule TEXT NOT NULL,
      digest TEXT NOT NULL,
      title TEXT NOT NULL,
      severity TEXT NOT NULL,
      clauses TEXT NOT NULL,
      UNIQUE (rule, digest, title, severity, clauses)
    ) STRICT;
    CREATE TABLE obligation (
      id INTEGER PRIMARY KEY,
      fingerprint TEXT NOT NULL,
      rule TEXT NOT NULL,
      unit TEXT NOT NULL,
      period TEXT NOT NULL,
      UNIQUE (rule, unit, period)
    ) STRICT;
    CREATE TABLE verdict (
      run INTEGER NOT NULL REFERENCES run,
      position INTEGER NOT NULL,
      obligation INTEGER NOT NULL REFERENCES obligation,
      rule_text INTEGER NOT NULL REFERENCES rule_text,
      waivers TEXT,
      owed_from TEXT,
      verdict TEXT NOT NULL,
      reason TEXT,
      nominal_due TEXT,
      due TEXT,
      done TEXT,
      days_late INTEGER,
      waiver TEXT,
      kind TEXT,
      true_count INTEGER,
      false_count INTEGER,
      unknown_count INTEGER,
      perhaps_count INTEGER,
      extra INTEGER,
      value TEXT,
      target TEXT,
      relation TEXT,
      target_number TEXT,
      evidence_total INTEGER NOT NULL,
      said_vi TEXT,
      said_en TEXT,
      PRIMARY KEY (run, position),
      UNIQUE (obligation, run)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX violation ON verdict (obligation, run)
      WHERE verdict IN ('met_late', 'overdue', 'failed');
    CREATE TABLE exclusion (
      run INTEGER NOT NULL,
      verdict INTEGER NOT NULL,
      position INTEGER NOT NULL,
      reason TEXT NOT NULL,
      rows INTEGER NOT NULL,
      PRIMARY KEY (run, verdict, position),
      FOREIGN KEY (run, verdict) REFERENCES verdict (run, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE tally (
      run INTEGER NOT NULL REFERENCES run,
      unit TEXT NOT NULL,
      verdict TEXT NOT NULL,
      obligations INTEGER NOT NULL,
      PRIMARY KEY (run, unit, verdict)
    ) STRICT, WITHOUT ROWID;
    """

  private static let scores = """
    CREATE TABLE unit_score (
      run INTEGER NOT NULL REFERENCES run,
      unit TEXT NOT NULL,
      worst TEXT,
      best TEXT,
      worst_band TEXT,
      best_band TEXT,
      judged INTEGER NOT NULL,
      undecided INTEGER NOT NULL,
      days_late INTEGER NOT NULL,
      PRIMARY KEY (run, unit)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE deduction (
      run INTEGER NOT NULL,
      obligation INTEGER NOT NULL,
      is_certain INTEGER NOT NULL CHECK (is_certain IN (0, 1)),
      table_row INTEGER,
      verdict TEXT NOT NULL,
      points TEXT NOT NULL,
      counted TEXT NOT NULL,
      same_fact_as INTEGER REFERENCES obligation,
      PRIMARY KEY (run, obligation),
      FOREIGN KEY (obligation, run) REFERENCES verdict (obligation, run)
    ) STRICT, WITHOUT ROWID;
    """
}

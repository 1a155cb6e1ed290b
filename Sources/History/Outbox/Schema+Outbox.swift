internal import GRDB

extension Schema {
  /// The tables of messages that are sent.
  ///
  /// Nothing is said twice: how far a message got follows from its attempts, which pack it tells of
  /// from its run. The table of bodies holds exactly the messages that have not ended.
  static let outbox = """
    CREATE TABLE mail (
      number INTEGER PRIMARY KEY CHECK (number > 0),
      run INTEGER NOT NULL REFERENCES run,
      message_id TEXT NOT NULL,
      audience TEXT NOT NULL,
      subject TEXT NOT NULL,
      sender TEXT NOT NULL,
      queued_at INTEGER NOT NULL,
      give_up_at INTEGER NOT NULL CHECK (give_up_at >= queued_at),
      is_rehearsal INTEGER NOT NULL CHECK (is_rehearsal IN (0, 1)),
      size INTEGER NOT NULL CHECK (size >= 0)
    ) STRICT;
    CREATE INDEX mail_by_message_id ON mail (message_id);
    CREATE TABLE mail_recipient (
      mail INTEGER NOT NULL REFERENCES mail,
      position INTEGER NOT NULL,
      address TEXT NOT NULL,
      PRIMARY KEY (mail, position),
      UNIQUE (mail, address)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE mail_notice (
      mail INTEGER NOT NULL REFERENCES mail,
      obligation INTEGER NOT NULL REFERENCES obligation,
      topic TEXT NOT NULL CHECK (topic IN ('finding', 'reminder')),
      standing TEXT NOT NULL CHECK (standing IN ('violation', 'open', 'clear')),
      decided TEXT CHECK (decided IN ('violation', 'clear')),
      verdict TEXT NOT NULL,
      state TEXT NOT NULL,
      day TEXT NOT NULL,
      PRIMARY KEY (mail, obligation, topic)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE mail_attempt (
      mail INTEGER NOT NULL,
      recipient INTEGER NOT NULL,
      number INTEGER NOT NULL CHECK (number > 0),
      at INTEGER NOT NULL,
      result TEXT NOT NULL CHECK (result IN ('accepted', 'deferred', 'refused', 'expired')),
      reply TEXT NOT NULL,
      PRIMARY KEY (mail, recipient, number),
      FOREIGN KEY (mail, recipient) REFERENCES mail_recipient (mail, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE mail_body (
      mail INTEGER PRIMARY KEY REFERENCES mail,
      bytes BLOB NOT NULL
    ) STRICT;
    CREATE TRIGGER mail_body_no_update BEFORE UPDATE ON mail_body
    BEGIN SELECT RAISE(ABORT, 'a history is only added to'); END;
    CREATE TRIGGER mail_body_no_early_delete BEFORE DELETE ON mail_body
    WHEN EXISTS (
      SELECT 1 FROM mail_recipient
      WHERE mail_recipient.mail = OLD.mail AND NOT EXISTS (
        SELECT 1 FROM mail_attempt
        WHERE mail_attempt.mail = OLD.mail AND recipient = position AND result <> 'deferred'
      )
    )
    BEGIN SELECT RAISE(ABORT, 'a message is kept until it has ended'); END;
    """
}

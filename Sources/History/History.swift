// History: runs recorded in one SQLite file, and what changed between them.
//
// Rows are only ever inserted, so that nothing that was seen can be unseen; what a run knows of the
// past are the runs recorded before it, so that a run repeated later says the same. Nothing here
// reads the clock, judges anything or writes for people other than in error messages. The file also
// holds the messages that were made from runs (Outbox); only their bodies are ever deleted.

public import Findings
internal import GRDB
public import Scores

/// A history: an SQLite file of recorded runs.
public enum HistoryFile {
  /// Appends a run, and returns what earlier runs say about it.
  ///
  /// The file is made if there is none, and brought up to date if an older version wrote it. The run
  /// goes in whole or not at all, whatever happens meanwhile: other processes wait, up to half a
  /// minute. A run with the same inputs and the same results as a recorded one is that one.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - scorecard: What the scoring table makes of it, if there is one.
  ///   - path: The file, in a folder that exists.
  /// - Returns: The run's number, and its chronicle.
  /// - Throws: `HistoryError` if nothing was recorded.
  public static func record(
    _ run: Run,
    scorecard: Scorecard? = nil,
    in path: String
  ) throws -> Recording {
    try HistoryError.wrapping(path) {
      let database = try Connection.forRecording(path)
      let identity = RunIdentity(run, scorecard: scorecard)
      var recorder = Recorder(run: run, scorecard: scorecard, identity: identity)
      let recording = try database.writeWithoutTransaction { db in
        let (number, isNew) = try recorder.record(in: db)
        let chronicle = try ChronicleReader(db: db).chronicle(of: number)
        return Recording(number: number, isNew: isNew, chronicle: chronicle)
      }
      try database.close()
      return recording
    }
  }

  /// Opens a history to be looked at; nothing of it is changed.
  ///
  /// - Parameter path: The file.
  /// - Returns: The recorded runs.
  /// - Throws: `HistoryError` if the file cannot be read as a history.
  public static func open(_ path: String) throws -> HistoryReader {
    try HistoryError.wrapping(path) {
      HistoryReader(path: path, database: try Connection.forReading(path))
    }
  }
}

/// What became of a run that was to be recorded.
public struct Recording: Sendable {
  /// The run's number in the history, from 1.
  public let number: Int
  /// Whether it was appended; false if the same run was there already.
  public let isNew: Bool
  /// What the runs recorded before it say.
  public let chronicle: Chronicle
}

public import CivilTime
public import Rules

extension Evaluator {
  /// Returns the date that a data folder's `dump.yaml` says its dumps are to be judged at.
  ///
  /// - Parameters:
  ///   - path: The data folder.
  ///   - datasets: The datasets that the file may name.
  /// - Returns: The date; nil if the folder cannot be listed or says none.
  /// - Throws: `DiagnosticsError` if the file is wrong: a date that verdicts hang on is never guessed.
  public static func asOfDate(inFolder path: String, datasets: [Dataset]) throws -> CivilDate? {
    do {
      let folder = try DumpFolder(.folder(path))
      return try DumpManifest(folder: folder, datasets: datasets).asOf
    } catch is UnreadableFolder {
      return nil
    }
  }
}

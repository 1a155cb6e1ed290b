/// The parts of a log in the Static Analysis Results Interchange Format that all logs share.
///
/// - SeeAlso: SARIF 2.1.0 (OASIS Standard, 27 March 2020), §3.
public enum SARIFLog {
  /// Writes a log of one run.
  public static func render(_ run: [(String, JSONValue)]) -> [UInt8] {
    JSONValue.object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")),
      ("runs", .array([.object(run)])),
    ]).rendered
  }

  /// A message: §3.11.
  public static func message(_ text: String) -> JSONValue { .object([("text", .string(text))]) }

  /// A part of a text file, by lines from 1 and columns in code points: §3.30.
  public static func region(
    line: Int,
    columns: Range<Int>? = nil,
    snippet: String? = nil
  ) -> JSONValue {
    var fields: [(String, JSONValue)] = [("startLine", .int(line))]
    if let columns {
      fields.append(("startColumn", .int(columns.lowerBound)))
      fields.append(("endColumn", .int(columns.upperBound)))
    }
    if let snippet { fields.append(("snippet", message(snippet))) }
    return .object(fields)
  }

  /// A file: §3.4.
  ///
  /// - Parameters:
  ///   - path: The path, from the folder that `base` names.
  ///   - base: The name of that folder in the log; nil for a path as it is.
  ///   - index: The file's place among the run's artifacts.
  /// - Returns: The location with the path as a URI reference.
  public static func artifact(_ path: String, base: String? = nil, index: Int? = nil) -> JSONValue {
    var fields: [(String, JSONValue)] = [("uri", .string(reference(to: path)))]
    if let base { fields.append(("uriBaseId", .string(base))) }
    if let index { fields.append(("index", .int(index))) }
    return .object(fields)
  }

  /// A place in a file: §3.29.
  public static func place(_ artifact: JSONValue, region: JSONValue?) -> JSONValue {
    .object([("artifactLocation", artifact)] + (region.map { [("region", $0)] } ?? []))
  }

  /// Returns a file's path as a URI reference: RFC 3986, with everything but plain letters, digits
  /// and `-._~/` escaped.
  private static func reference(to path: String) -> String {
    let digits = Array("0123456789ABCDEF")
    var reference = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, 45, 46, 47, 95, 126:
        reference.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        reference += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return reference
  }
}

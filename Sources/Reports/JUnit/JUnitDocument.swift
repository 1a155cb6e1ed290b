/// Writes JUnit's XML, suite by suite, as build servers read it.
///
/// No time is in it, so that the same results give the same bytes. Characters that XML 1.0 cannot
/// hold become U+FFFD.
public struct JUnitDocument: Sendable {
  /// What came of one test case, if it did not pass.
  public enum Outcome: Sendable {
    /// It holds.
    case passed
    /// It does not hold.
    case failed(message: String, text: String, type: String? = nil)
    /// It could not be tried.
    case error(message: String, text: String, type: String? = nil)
    /// It was left out.
    case skipped(message: String)
  }

  /// One test case of a suite.
  public struct Case: Sendable {
    /// What the case belongs to: the attribute `classname`.
    public var group: String
    /// Its name.
    public var name: String
    /// Where it is written, if it is written anywhere.
    public var place: (file: String, line: Int)?
    /// What came of it.
    public var outcome: Outcome
    /// What is to be read beside it.
    public var output: String

    /// Makes a case.
    public init(
      group: String,
      name: String,
      place: (file: String, line: Int)? = nil,
      outcome: Outcome = .passed,
      output: String = ""
    ) {
      self.group = group
      self.name = name
      self.place = place
      self.outcome = outcome
      self.output = output
    }
  }

  private let name: String
  private var body: [UInt8] = []
  private var total = Counts()

  /// Makes a document without suites.
  public init(name: String) {
    self.name = name
  }

  /// The whole file.
  public var rendered: [UInt8] {
    let head =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<testsuites name=\"\(XMLText.escaped(name))\" \(total.attributes)>\n"
    return Array(head.utf8) + body + Array("</testsuites>\n".utf8)
  }

  /// Appends a suite, with facts about the whole of it.
  public mutating func append(
    suite name: String,
    properties: [(name: String, value: String)] = [],
    _ cases: [Case]
  ) {
    var counts = Counts()
    for testCase in cases { counts.count(testCase.outcome) }
    total.add(counts)
    body += "  <testsuite name=\"\(XMLText.escaped(name))\" \(counts.attributes)>\n".utf8
    if !properties.isEmpty {
      body += "    <properties>\n".utf8
      for (name, value) in properties {
        let attributes = "name=\"\(XMLText.escaped(name))\" value=\"\(XMLText.escaped(value))\""
        body += "      <property \(attributes)/>\n".utf8
      }
      body += "    </properties>\n".utf8
    }
    for testCase in cases { body += Self.xml(testCase).utf8 }
    body += "  </testsuite>\n".utf8
  }

  private static func xml(_ test: Case) -> String {
    var text = "    <testcase classname=\"\(XMLText.escaped(test.group))\""
    text += " name=\"\(XMLText.escaped(test.name))\""
    if let place = test.place {
      text += " file=\"\(XMLText.escaped(place.file))\" line=\"\(place.line)\""
    }
    let outcome = element(test.outcome)
    guard !outcome.isEmpty || !test.output.isEmpty else { return text + "/>\n" }
    text += ">\n" + outcome
    if !test.output.isEmpty {
      text += "      <system-out>\(XMLText.content(test.output))</system-out>\n"
    }
    return text + "    </testcase>\n"
  }

  private static func element(_ outcome: Outcome) -> String {
    switch outcome {
    case .passed: ""
    case .failed(let message, let text, let type): element("failure", message, text, type)
    case .error(let message, let text, let type): element("error", message, text, type)
    case .skipped(let message): "      <skipped message=\"\(XMLText.escaped(message))\"/>\n"
    }
  }

  private static func element(
    _ name: String,
    _ message: String,
    _ text: String,
    _ type: String?
  ) -> String {
    let kind = type.map { " type=\"\(XMLText.escaped($0))\"" } ?? ""
    return "      <\(name)\(kind) message=\"\(XMLText.escaped(message))\">"
      + XMLText.content(text) + "</\(name)>\n"
  }
}

/// How many cases came out how.
private struct Counts: Sendable {
  private var tests = 0
  private var failures = 0
  private var errors = 0
  private var skipped = 0

  mutating func count(_ outcome: JUnitDocument.Outcome) {
    tests += 1
    switch outcome {
    case .passed: break
    case .failed: failures += 1
    case .error: errors += 1
    case .skipped: skipped += 1
    }
  }

  mutating func add(_ other: Counts) {
    tests += other.tests
    failures += other.failures
    errors += other.errors
    skipped += other.skipped
  }

  var attributes: String {
    "tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"\(skipped)\""
  }
}

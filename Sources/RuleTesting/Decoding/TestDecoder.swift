internal import CivilTime
public import Diagnostics
public import Rules
internal import YAMLTree

/// The tests of a pack as far as they could be read.
public struct DecodedTests: Sendable {
  /// The tests, in file order.
  public var tests: [RuleTest]
  /// The texts of their files, for showing diagnostics.
  public var sources: [SourceText]
}

/// Reads `*.test.yaml`: the section `tests` of the rule language, §10.
///
/// Choices where the language leaves one: `as_of` is required, so that no test hangs on the day it
/// runs; a dataset that `data` does not name has no file, one with an empty list has a file without
/// rows; a fact beyond the verdict is compared only if it is written. A name that the pack does not
/// know is an error, and so is an expectation that nothing could ever meet.
public struct TestDecoder {
  let rules: RuleSet
  var sink = DiagnosticSink()

  /// Makes a decoder.
  ///
  /// - Parameter rules: The pack that the tests are for.
  public init(rules: RuleSet) {
    self.rules = rules
  }

  /// Reads the tests of some files.
  ///
  /// - Parameters:
  ///   - files: The files, in path order.
  ///   - folder: The pack's folder; diagnostics name files by it.
  ///   - rules: The pack.
  ///   - sink: Receives everything that is wrong with the tests.
  /// - Returns: The tests that are right as far as they go.
  public static func decode(
    _ files: [PackFile],
    folder: String,
    rules: RuleSet,
    into sink: inout DiagnosticSink
  ) -> DecodedTests {
    var decoder = TestDecoder(rules: rules)
    var decoded = DecodedTests(tests: [], sources: [])
    for file in files {
      let shown = PackLoader.joined(folder, file.path)
      let document = YAMLDocument(file.bytes, file: shown, into: &decoder.sink)
      decoded.sources.append(document.source)
      guard let root = document.root, !root.isNull else { continue }
      var reader = MappingReader(root, what: TestMessages.file)
      for node in reader.list("tests") ?? [] {
        if let test = decoder.test(node) { decoded.tests.append(test) }
      }
      reader.finish(into: &decoder.sink)
    }
    for diagnostic in decoder.sink.diagnostics { sink.add(diagnostic) }
    return decoded
  }

  private mutating func test(_ node: Node) -> RuleTest? {
    var reader = MappingReader(node, what: TestMessages.test)
    let name = reader.text("name", .required)
    let named = rules(&reader)
    let asOf = reader.date("as_of", .required)
    let periods = periods(&reader)
    let data = data(&reader)
    let expectations = expectations(&reader, named, periods)
    let hasErrors = reader.sink.hasErrors
    reader.finish(into: &sink)
    guard let name, let asOf, !hasErrors else { return nil }
    return RuleTest(
      name: name,
      rules: named.map(\.id),
      asOf: asOf,
      data: data,
      expectations: expectations,
      periods: periods,
      range: reader.valueRange("name")
    )
  }

  private func rules(_ reader: inout MappingReader) -> [Rule] {
    let nodes = reader.list("rules", .required, allowsSingle: true) ?? []
    if nodes.isEmpty, let node = reader.value("rules"), node.elements != nil {
      reader.report(node, TestMessages.noRules, help: nil)
    }
    var found: [Rule] = []
    for node in nodes {
      guard let name = reader.text(of: node, key: "rules") else { continue }
      guard let rule = rules.rules.first(where: { $0.id.text == name }) else {
        reader.unknownName(
          name,
          TestMessages.rule,
          at: node.range,
          among: rules.rules.map(\.id.text)
        )
        continue
      }
      if found.contains(where: { $0.id == rule.id }) {
        reader.report(node, TestMessages.namedTwice(name), help: nil)
      } else {
        found.append(rule)
      }
    }
    return found
  }

  private func periods(_ reader: inout MappingReader) -> [Period]? {
    guard let nodes = reader.list("periods", allowsSingle: true) else { return nil }
    return nodes.compactMap { period(of: $0, key: "periods", &reader) }
  }

  /// Returns the period that a scalar names, or reports it.
  func period(of node: Node, key: String, _ reader: inout MappingReader) -> Period? {
    guard let text = reader.text(of: node, key: key) else { return nil }
    if let period = Period(text: text) { return period }
    reader.report(node, TestMessages.notPeriod(text), help: TestMessages.periods)
    return nil
  }

  // MARK: Data

  private func data(_ reader: inout MappingReader) -> [TestData] {
    reader.mapping("data") { inner -> [TestData]? in
      var data: [TestData] = []
      for entry in inner.node.entries ?? [] {
        let ids = rules.datasets.map(\.id.text)
        inner.allow([entry.name])
        guard let index = ids.firstIndex(of: entry.name) else {
          inner.unknownName(entry.name, TestMessages.dataset, at: entry.key.range, among: ids)
          continue
        }
        guard let nodes = entry.value.elements else {
          let message = TestMessages.rowsAreList(entry.name)
          inner.sink.error(
            .expectedList,
            message,
            at: entry.value.range,
            help: TestMessages.emptyDump(entry.name)
          )
          continue
        }
        let dataset = rules.datasets[index]
        data.append(
          TestData(dataset: index, rows: nodes.compactMap { row($0, dataset, &inner) })
        )
      }
      return data
    } ?? []
  }

  private func row(
    _ node: Node,
    _ dataset: Dataset,
    _ reader: inout MappingReader
  ) -> TestData.Row? {
    reader.mapping(of: node, what: TestMessages.row(dataset.id.text)) { inner -> TestData.Row? in
      inner.allow(dataset.columns.map(\.id))
      var cells: [Int: String] = [:]
      for entry in inner.node.entries ?? [] where !entry.value.isNull {
        guard let column = dataset.columnIndex(entry.name) else { continue }
        if let cell = cell(entry.value, entry.name, dataset, column, &inner) {
          cells[column] = cell
        }
      }
      return TestData.Row(cells: cells, range: node.range)
    }
  }

  /// Returns the text of a cell as a dump would hold it.
  ///
  /// A number without quotes is written as anywhere in a pack, with a point before its fraction;
  /// the dump gets it the way the dataset writes numbers. A text in quotes is taken as it is.
  private func cell(
    _ node: Node,
    _ key: String,
    _ dataset: Dataset,
    _ column: Int,
    _ reader: inout MappingReader
  ) -> String? {
    guard case .scalar(let scalar) = node.content else {
      _ = reader.text(of: node, key: key)
      return nil
    }
    switch dataset.columns[column].kind {
    case .decimal, .percent, .integer:
      guard scalar.isPlain, !dataset.usesEnglishNumbers, Decimal(scalar.text) != nil else {
        return scalar.text
      }
      return scalar.text.replacing(".", with: ",")
    case .text, .boolean, .date, .datetime, .period, .unit, .reference:
      return scalar.text
    }
  }
}

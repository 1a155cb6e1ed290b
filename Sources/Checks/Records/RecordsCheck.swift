internal import Diagnostics
internal import Expressions
public import Findings
internal import Rules
internal import YAMLTree

/// Check `records`: every row of a population must satisfy every requirement.
public struct RecordsCheck: Check {
  /// The rows, and what is read of them.
  public let sides: [CheckSide]
  /// The figures are rows that break the rule.
  public var kind: Measured.Kind { .records }

  private let population: Population
  private let requirements: [Requirement]
  private let complete: [Int]
  private let ifEmpty: EmptyMeaning
  private let variables: BoundVariables

  private struct Requirement: Sendable {
    let that: CompiledExpression
    let message: Phrase
    let shown: [Int]
  }

  init?(_ reader: inout MappingReader, _ context: CheckContext) {
    let ifEmpty: EmptyMeaning = reader.oneOf("if_empty") ?? .notApplicable
    reader.allow(["where", "exclude", "require", "complete", "unit"])
    guard let dataset = context.dataset(&reader, "of") else { return nil }
    let division = Division(unitColumn: context.unitColumn(&reader, of: dataset), period: nil)
    let population = context.population(&reader, of: dataset, division: division)
    let requirements = Self.requirements(&reader, context, dataset)
    complete = context.columns(&reader, "complete", of: dataset)
    if requirements.isEmpty, complete.isEmpty {
      // One that is there and wrong was reported already.
      if !reader.has("require"), !reader.has("complete") {
        reader.sink.error(.missingKey, CheckMessages.recordsNeedsRequirement, at: reader.range)
      }
      return nil
    }
    self.population = population
    self.requirements = requirements
    self.ifEmpty = ifEmpty
    let expressions = requirements.map(\.that)
    variables = context.bound(population, expressions)
    sides = [context.side(population, columns: complete, expressions: expressions)]
  }

  private static func requirements(
    _ reader: inout MappingReader,
    _ context: CheckContext,
    _ dataset: Int
  ) -> [Requirement] {
    guard let node = reader.optional("require") else { return [] }
    func requirement(_ node: Node, _ message: String?, _ reader: inout MappingReader)
      -> Requirement?
    {
      guard let that = context.expression(node, "require", dataset, &reader) else { return nil }
      return Requirement(
        that: that,
        message: message.map(Phrase.init(verbatim:)) ?? CheckMessages.countsAgainst,
        shown: context.shownColumns([that], of: dataset)
      )
    }
    guard let elements = node.elements else {
      return [requirement(node, nil, &reader)].compactMap(\.self)
    }
    return elements.compactMap { element in
      if element.text != nil { return requirement(element, nil, &reader) }
      return reader.mapping(of: element, what: CheckMessages.requirement) { inner in
        let message = inner.text("message")
        guard let that = inner.required("that") else { return nil }
        return requirement(that, message, &inner)
      }
    }
  }

  /// Returns what is demanded, as plain values.
  public func describe() -> CheckDescription {
    CheckDescription(
      rows: [
        DescribedRows(
          population: population,
          variables: variables,
          outcome: .conditions(requirements.map(\.that), complete: complete)
        )
      ],
      demand: .every(
        requirements.map {
          CheckDescription.Requirement(that: $0.that.text, message: $0.message)
        },
        complete: complete
      ),
      ifEmpty: ifEmpty.rawValue
    )
  }

  /// Returns an empty tally.
  public func accumulator(
    side: Int,
    layout: Layout,
    limit: Int,
    lookups: [LookupRequest: Lookup]
  ) -> any Accumulator {
    RowTally(
      population: population,
      requirement: .conditions(requirements.map(\.that), complete: complete),
      interest: RowTally.Interest(keepsTrue: false, limit: limit),
      layout: layout,
      bound: variables
    )
  }

  /// Concludes from the rows that are false.
  public func assess(_ states: [any Accumulator], _ facts: ObligationFacts) -> Assessment {
    guard let tally = states.first as? RowTally else { return Assessment.nothing }
    let share = tally.share(unit: facts.unit, period: facts.period)
    var found = share.allTrue(ifEmpty: ifEmpty)
    found.unmetStandsOnPartialData = share.certainFalse > 0
    let excluded = tally.excludedCounts(unit: facts.unit, period: facts.period)
    found.measured = share.measured(.records, excluded: population.exclusions(excluded))
    found.prove(tally, facts, columns: shownColumns, note: note)
    return found
  }

  private func shownColumns(_ tag: Int) -> [Int] {
    tag < requirements.count ? requirements[tag].shown : [complete[tag - requirements.count]]
  }

  private func note(_ tag: Int) -> Phrase {
    tag < requirements.count ? requirements[tag].message : CheckMessages.leftEmpty
  }
}

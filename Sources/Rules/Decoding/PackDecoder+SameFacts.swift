internal import Diagnostics
internal import YAMLTree

extension PackDecoder {
  /// One rule that another names under `same_fact_as`.
  struct SameFact {
    let rule: RuleID
    let other: String
    let range: SourceRange
  }

  /// Reads a rule's `same_fact_as`; what it names may be declared further on.
  mutating func decodeSameFacts(of rule: RuleID, _ reader: inout MappingReader) {
    for node in reader.list("same_fact_as", allowsSingle: true) ?? [] {
      guard let name = reader.text(of: node, key: "same_fact_as") else { continue }
      sameFacts.append(SameFact(rule: rule, other: name, range: node.range))
    }
  }

  /// Links the rules that judge one fact, once every rule is known.
  ///
  /// Both must recur alike, or one fact could not be told from another by its period.
  mutating func linkSameFacts() {
    for fact in sameFacts {
      guard let index = ruleIndices[fact.rule.text] else { continue }
      guard let other = ruleIndices[fact.other] else {
        if ruleNames.index(of: fact.other) == nil {
          unknownName(fact.other, Words.rule, at: fact.range, among: ruleNames.names)
        }
        continue
      }
      if other == index {
        sink.error(.invalidValue, PackMessages.sameFactAsItself, at: fact.range)
      } else if rules[other].every != rules[index].every {
        sink.error(
          .invalidValue,
          PackMessages.sameFactOfOtherPeriods(fact.rule.text, fact.other),
          at: fact.range,
          help: PackMessages.sameFactPeriods
        )
      } else if !rules[index].sameFactAs.contains(rules[other].id) {
        rules[index].sameFactAs.append(rules[other].id)
      }
    }
  }
}

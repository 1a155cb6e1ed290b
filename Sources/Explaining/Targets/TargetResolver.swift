internal import CivilTime
public import Diagnostics
public import Engine
public import Findings
public import Rules
internal import VietnameseText

/// What `check explain` is asked about in a pack.
public enum ExplanationTarget: Sendable {
  /// A rule.
  case rule(Rule)
  /// Some obligations of one rule.
  case obligations([ObligationID])
}

/// A target that names nothing, with what may have been meant.
public struct UnknownTarget: Error, Sendable {
  /// What is wrong.
  public let message: Phrase
  /// What may have been meant.
  public let help: Phrase?
}

/// Finds what the words of a command line name: `RULE`, `RULE UNIT [PERIOD]` or a fingerprint.
public struct TargetResolver: Sendable {
  private let rules: RuleSet
  private let plan: PlanSummary

  /// Makes a resolver.
  ///
  /// - Parameters:
  ///   - rules: The pack.
  ///   - plan: Its obligations at the date in question.
  public init(rules: RuleSet, plan: PlanSummary) {
    self.rules = rules
    self.plan = plan
  }

  /// Returns what words name.
  ///
  /// A unit may be given by id, name or alias, its words quoted or not; without a period all periods
  /// of the rule are meant; a fingerprint may be cut to its first six digits or more.
  ///
  /// - Parameter words: The words, at least one.
  /// - Returns: What they name.
  /// - Throws: `UnknownTarget` with what may have been meant.
  public func resolve(_ words: [String]) throws(UnknownTarget) -> ExplanationTarget {
    let name = words.first ?? ""
    guard let rule = rules.rules.first(where: { $0.id.text == name }) else {
      if words.count == 1, let found = try fingerprint(name) { return .obligations([found]) }
      throw unknown(name)
    }
    guard words.count > 1 else { return .rule(rule) }
    var unit = Array(words.dropFirst())
    var period: Period?
    if unit.count > 1, let last = unit.last, let found = Period(text: last) {
      period = found
      unit.removeLast()
    } else if unit.count > 1, let last = unit.last, last.utf8.first.map(isDigit) ?? false {
      throw UnknownTarget(
        message: Phrase(vi: "'\(last)' không phải một kỳ", en: "'\(last)' is no period"),
        help: Self.periodForms
      )
    }
    return .obligations(try obligations(of: rule, unit.joined(separator: " "), period))
  }

  private static let periodForms = Phrase(
    vi: "kỳ viết như 2026-10, 2026-Q2, 2026-H1, 2026, 2026-W07",
    en: "periods are written like 2026-10, 2026-Q2, 2026-H1, 2026, 2026-W07"
  )

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  // MARK: Fingerprints

  private func fingerprint(_ text: String) throws(UnknownTarget) -> ObligationID? {
    let wanted = text.lowercased()
    let isHex = wanted.utf8.allSatisfy {
      isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
    }
    guard isHex, (6...16).contains(wanted.utf8.count) else { return nil }
    let found = plan.rules.flatMap(\.obligations).filter { $0.fingerprint.hasPrefix(wanted) }
    guard found.count <= 1 else {
      throw UnknownTarget(
        message: Phrase(
          vi: "'\(text)' là đầu mã của \(found.count) nghĩa vụ",
          en: "'\(text)' begins the fingerprints of \(found.count) obligations"
        ),
        help: Phrase(vi: "viết đủ 16 chữ số", en: "write all 16 digits")
      )
    }
    guard found.isEmpty else { return found.first }
    throw UnknownTarget(
      message: Phrase(
        vi: "không có nghĩa vụ nào mang mã '\(text)' tại ngày tính đến",
        en: "no obligation has the fingerprint '\(text)' at the as-of date"
      ),
      help: Phrase(
        vi: "mã đổi theo quy tắc, đơn vị và kỳ; thử --as-of của báo cáo, hoặc 'QUY-TẮC ĐƠN-VỊ KỲ'",
        en: "it depends on rule, unit and period; try the report's --as-of, or 'RULE UNIT PERIOD'"
      )
    )
  }

  // MARK: Obligations

  private func obligations(
    of rule: Rule,
    _ name: String,
    _ period: Period?
  ) throws(UnknownTarget) -> [ObligationID] {
    guard let unit = unit(named: name) else { throw unknownUnit(name) }
    let all = plan.rules.first { $0.rule == rule.id }?.obligations ?? []
    let own = all.filter { $0.unit == unit.id }
    guard !own.isEmpty else {
      let others = Array(Set(all.map(\.unit.text))).sorted()
      throw UnknownTarget(
        message: Phrase(
          vi: "tại ngày tính đến, \(unit.name) không có nghĩa vụ theo quy tắc '\(rule.id)'",
          en: "at the as-of date \(unit.name) owes nothing under rule '\(rule.id)'"
        ),
        help: others.isEmpty
          ? Phrase(
            vi: "quy tắc có hiệu lực \(rule.effective.words.vi)",
            en: "the rule is in force \(rule.effective.words.en)"
          )
          : Phrase(
            vi: "các đơn vị có: \(others.joined(separator: ", "))",
            en: "those who do: \(others.joined(separator: ", "))"
          )
      )
    }
    guard let period else { return own }
    let found = own.filter { $0.period == period }
    guard found.isEmpty else { return found }
    let periods = own.compactMap(\.period?.description).joined(separator: ", ")
    throw UnknownTarget(
      message: Phrase(
        vi: "quy tắc '\(rule.id)' không có nghĩa vụ cho kỳ '\(period)'",
        en: "rule '\(rule.id)' has no obligation for the period '\(period)'"
      ),
      help: periods.isEmpty
        ? Phrase(vi: "quy tắc này không theo kỳ", en: "the rule has no periods")
        : Phrase(vi: "các kỳ có: \(periods)", en: "the periods are: \(periods)")
    )
  }

  private func unit(named name: String) -> Unit? {
    let folded = NameFolding.fold(name)
    return rules.units.first { unit in
      ([unit.id.text, unit.name] + unit.aliases).contains { NameFolding.fold($0) == folded }
    }
  }

  // MARK: Suggestions

  private func unknownUnit(_ name: String) -> UnknownTarget {
    let names = rules.units.flatMap { [$0.id.text, $0.name] + $0.aliases }
    return UnknownTarget(
      message: Phrase(vi: "không có đơn vị '\(name)'", en: "no unit '\(name)'"),
      help: Suggestion.help(for: name, among: names)
        ?? Self.periodForms
    )
  }

  private func unknown(_ name: String) -> UnknownTarget {
    let ids = rules.rules.map(\.id.text)
    let near = ids.filter { $0.contains(name) }.prefix(5)
    let help =
      near.isEmpty || name.isEmpty
      ? Suggestion.help(for: name, among: ids + MessageExplanation.all.map(\.id))
      : Phrase(
        vi: "các quy tắc gần giống: \(near.joined(separator: ", "))",
        en: "rules like it: \(near.joined(separator: ", "))"
      )
    return UnknownTarget(
      message: Phrase(
        vi: "không có quy tắc, nghĩa vụ hay thông báo nào tên '\(name)'",
        en: "no rule, obligation or message is called '\(name)'"
      ),
      help: help
    )
  }
}

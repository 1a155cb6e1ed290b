internal import Diagnostics
internal import Findings
internal import Rules
internal import Scores

/// Everything the page says, as plain values in the reader's language.
///
/// Templates read these values by name and decide nothing. A value that may be missing is nil, and
/// its part of the page is then left out.
struct HTMLPage {
  /// One key figure.
  struct Fact {
    let value: String
    let label: String
    let note: String?
    let mark: String
  }

  let language: String
  let title: String
  let asOf: String
  let asOfSource: String
  let scope: String
  /// What of the pack was left out by `--select` or `--no-waivers`.
  let restrictions: [String]
  let isMasked: Bool
  let facts: [Fact]
  let conclusion: String
  let policy: String
  let style: String
  let script: String
  let undecided: HTMLUndecided?
  let heat: HTMLHeatMap?
  let matrices: HTMLMatrices?
  let scores: HTMLScores?
  let trend: HTMLTrend?
  let filter: HTMLFilter
  let units: HTMLUnits
  let soon: HTMLList?
  let waived: HTMLList?
  let eased: HTMLList?
  let exclusions: HTMLList?
  let inputs: HTMLInputs
  let dataErrors: HTMLDataErrors?
  let warnings: HTMLList?
  let tool: String
  let rulesDigest: String
  let dataDigest: String

  init(_ context: HTMLContext) {
    let run = context.run
    language = context.language.rawValue
    title = run.rules.pack.name
    asOf = context.date(run.asOf)
    asOfSource = context.text(run.asOfOrigin)
    scope = context.scope
    restrictions = context.restrictions
    isMasked = context.mask.isOn
    facts = context.facts
    conclusion = context.text(run.exitMeaning)
    policy = HTMLTemplate.policy
    style = HTMLTemplate.style
    script = HTMLTemplate.script
    undecided = context.undecided
    heat = context.heatMap
    matrices = context.matrices
    scores = context.scoreTable
    trend = context.trend
    units = context.unitList
    filter = context.filter(of: units)
    soon = context.dueSoon
    waived = context.waived
    eased = context.eased
    exclusions = context.exclusions
    inputs = context.inputs
    dataErrors = context.dataErrors
    warnings = context.warnings
    tool = "\(Tool.name) \(Tool.version)"
    rulesDigest = run.rules.digest
    dataDigest = run.dataDigest
  }
}

extension HTMLContext {
  /// How much was judged.
  fileprivate var scope: String {
    let files = count(run.inputs.filter { $0.file != nil }.count)
    let rows = count(run.inputs.reduce(0) { sum, input in sum &+ input.rows })
    let ruleCount = count(Set(run.obligations.map(\.id.rule)).count)
    let total = count(run.obligations.count)
    let unitCount = count(units.count)
    return text(
      vi:
        "\(total) nghĩa vụ: \(ruleCount) quy tắc, \(unitCount) đơn vị; \(files) tệp, \(rows) dòng",
      en:
        "\(total) obligations: \(ruleCount) rules, \(unitCount) units; \(files) files, \(rows) rows"
    )
  }

  fileprivate var restrictions: [String] {
    var texts: [String] = []
    if !run.selectors.isEmpty {
      let list = run.selectors.joined(separator: ", ")
      texts.append(
        text(
          vi: "Chỉ xét một phần (\(list)): con số dưới đây không phải của toàn bộ Kế hoạch.",
          en: "Only a part was judged (\(list)): the figures are not those of the whole plan."
        )
      )
    }
    if !run.usesWaivers {
      texts.append(
        text(
          vi: "Xét không áp dụng miễn trừ (--no-waivers).",
          en: "Judged as if there were no waivers (--no-waivers)."
        )
      )
    }
    return texts
  }

  /// The key figures: what is open first.
  fileprivate var facts: [HTMLPage.Fact] {
    let summary = run.summary
    let open = summary[.error] + summary[.noData]
    let violating = Set(run.obligations.filter(\.verdict.isViolation).map(\.id.unit)).count
    let comparison = chronicle?.baseline.map { baseline in
      // Every kind that occurs, so that the figures add up and nothing looks better than it is.
      let kinds = Chronicle.Change.Kind.allCases.compactMap { kind -> String? in
        let number = changes.values.count { $0.kind == kind }
        return number == 0 ? nil : "\(count(number)) \(text(kind.label))"
      }
      let day = date(baseline.asOf)
      return text(vi: "so với \(day): ", en: "since \(day): ")
        + (kinds.isEmpty ? text(vi: "không đổi", en: "no change") : kinds.joined(separator: ", "))
    }
    return [
      .init(
        value: count(open),
        label: text(vi: "chưa kết luận được", en: "not decided"),
        note: text(vi: "không bao giờ tính là đạt", en: "never counted as met"),
        mark: open > 0 ? "open" : "calm"
      ),
      .init(
        value: count(summary.violations),
        label: text(vi: "vi phạm", en: "violations"),
        note: comparison
          ?? text(vi: "của \(count(violating)) đơn vị", en: "of \(count(violating)) units"),
        mark: summary.violations > 0 ? "bad" : "calm"
      ),
      .init(
        value: count(run.dataErrorTotal),
        label: text(vi: "lỗi dữ liệu", en: "data errors"),
        note: nil,
        mark: run.dataErrorTotal > 0 ? "open" : "calm"
      ),
      .init(
        value: count(summary[.waived]),
        label: text(vi: "được miễn", en: "waived"),
        note: nil,
        mark: "calm"
      ),
      .init(
        value: count(summary[.pending]),
        label: text(vi: "chưa đến hạn", en: "pending"),
        note: nil,
        mark: "calm"
      ),
      .init(
        value: count(summary[.met]),
        label: text(vi: "đạt", en: "met"),
        note: text(
          vi: "trong \(count(summary.obligations)) nghĩa vụ",
          en: "of \(count(summary.obligations)) obligations"
        ),
        mark: "calm"
      ),
    ]
  }
}

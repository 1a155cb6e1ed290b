internal import CivilTime
internal import Diagnostics
public import Engine
internal import Findings
internal import Reports
public import Rules

/// What a run would read and judge: every dump once, for all rules that want it.
public struct PlanExplanation: Sendable {
  let rules: RuleSet
  let plan: PlanSummary

  /// Makes the explanation of a plan.
  public init(_ plan: PlanSummary, of rules: RuleSet) {
    self.rules = rules
    self.plan = plan
  }

  private var obligationCount: Int { plan.rules.reduce(0) { $0 + $1.obligations.count } }

  var sheet: Sheet {
    let asOf = DateText.date(plan.asOf)
    let source = plan.asOfSource.label
    var sheet = Sheet(
      title: Phrase(vi: "Kế hoạch đọc và xét", en: "What would be read and judged")
    )
    let rules = NumberText.count(plan.rules.count)
    let obligations = NumberText.count(obligationCount)
    let scans = NumberText.count(plan.scans.count)
    sheet.subtitle = [
      Sheet.Line(
        text: Phrase(
          vi:
            "tính đến \(asOf.vi) (\(source.vi)): \(rules.vi) quy tắc, \(obligations.vi) nghĩa vụ, "
            + "\(scans.vi) bộ dữ liệu, mỗi bộ đọc một lần",
          en: "as of \(asOf.en) (\(source.en)): \(rules.en) rules, \(obligations.en) obligations, "
            + "\(scans.en) datasets, each read once"
        ),
        style: .faint
      )
    ]
    for scan in plan.scans { sheet.add(dataset(scan.dataset), lines(of: scan)) }
    sheet.add(
      Phrase(vi: "Quy tắc", en: "Rules"),
      plan.rules.map { rule in
        let number = NumberText.count(rule.obligations.count)
        let datasets = rule.datasets.map(\.text).joined(separator: ", ")
        return Phrase(
          vi: "\(rule.rule): \(rule.check), \(number.vi) nghĩa vụ, đọc \(datasets)",
          en: "\(rule.rule): \(rule.check), \(number.en) obligations, reads \(datasets)"
        )
      }
    )
    sheet.add(
      Phrase(vi: "Không quy tắc nào đọc", en: "Read by no rule"),
      plan.unread.map { dataset($0) }
    )
    sheet.add(
      Phrase(vi: "Chưa hoặc không còn ai phải làm tại ngày này", en: "Owed by nobody at this date"),
      plan.idle.map { Phrase(verbatim: $0.text) }
    )
    return sheet
  }

  private func dataset(_ id: DatasetID) -> Phrase {
    rules.datasets.first { $0.id == id }?.words ?? Phrase(verbatim: id.text)
  }

  private func lines(of scan: PlanSummary.Scan) -> [Phrase] {
    let files = scan.files.isEmpty ? "–" : scan.files.joined(separator: ", ")
    let columns = scan.columns.joined(separator: ", ")
    let names = scan.rules.map(\.text).joined(separator: ", ")
    var lines = [
      Phrase(vi: "tệp \(scan.file): \(files)", en: "files \(scan.file): \(files)"),
      Phrase(vi: "đọc cột: \(columns)", en: "columns read: \(columns)"),
    ]
    if !scan.ignored.isEmpty {
      let ignored = scan.ignored.joined(separator: ", ")
      lines.append(Phrase(vi: "bỏ qua cột: \(ignored)", en: "columns not looked at: \(ignored)"))
    }
    if !scan.rules.isEmpty {
      let number = NumberText.count(scan.rules.count)
      lines.append(
        Phrase(
          vi: "một lượt cho \(number.vi) quy tắc: \(names)",
          en: "one scan for \(number.en) rules: \(names)"
        )
      )
    }
    for lookup in scan.lookups {
      let key = lookup.key.joined(separator: ", ")
      let fields = lookup.fields.joined(separator: ", ")
      let rest = fields.isEmpty ? "" : " → \(fields)"
      lines.append(
        Phrase(vi: "giữ để tra cứu theo \(key)\(rest)", en: "kept for look-ups by \(key)\(rest)")
      )
    }
    if !scan.after.isEmpty {
      let others = scan.after.map(\.text).joined(separator: ", ")
      lines.append(Phrase(vi: "đọc sau: \(others)", en: "read after: \(others)"))
    }
    return lines
  }

  var json: JSONValue {
    .object([
      ("schema", .string("check-explain/1")),
      ("kind", .string("plan")),
      ("as_of", .string(plan.asOf.description)),
      ("as_of_source", .string(plan.asOfSource.rawValue)),
      ("obligations", .int(obligationCount)),
      (
        "scans",
        .array(
          plan.scans.map { scan in
            .object([
              ("dataset", .string(scan.dataset.text)),
              ("file", .string(scan.file)),
              ("files", .texts(scan.files)),
              ("columns", .texts(scan.columns)),
              ("ignored", .texts(scan.ignored)),
              ("rules", .texts(scan.rules.map(\.text))),
              (
                "lookups",
                .array(
                  scan.lookups.map {
                    .object([("key", .texts($0.key)), ("fields", .texts($0.fields))])
                  }
                )
              ),
              ("after", .texts(scan.after.map(\.text))),
            ])
          }
        )
      ),
      (
        "rules",
        .array(
          plan.rules.map { rule in
            .object([
              ("rule", .string(rule.rule.text)),
              ("check", .string(rule.check)),
              ("obligations", .int(rule.obligations.count)),
              ("datasets", .texts(rule.datasets.map(\.text))),
            ])
          }
        )
      ),
      ("unread", .texts(plan.unread.map(\.text))),
      ("idle", .texts(plan.idle.map(\.text))),
    ])
  }
}

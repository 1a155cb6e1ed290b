public import Diagnostics
internal import Reports
internal import Rules

/// The formats of a coverage report.
public enum CoverageFormat: String, Sendable, Hashable, CaseIterable {
  /// For people.
  case text
  /// For programs: one JSON object.
  case json
  /// For spreadsheets: one line a clause.
  case csv
  /// For documents: a table a document.
  case markdown
}

/// The coverage of a pack's documents.
public struct CoverageReport: Sendable {
  /// The pack's name.
  public let pack: String
  /// The documents, in pack order.
  public let documents: [DocumentCoverage]
  /// What the first document's own text says, if it was given.
  public let text: DocumentText?

  /// Makes a report.
  public init(pack: String, documents: [DocumentCoverage], text: DocumentText? = nil) {
    self.pack = pack
    self.documents = documents
    self.text = text
  }

  /// Whether a clause is missing or a quotation does not occur in the text.
  public var isIncomplete: Bool {
    documents.contains(where: \.isIncomplete) || !(text?.misquotations.isEmpty ?? true)
  }

  /// Writes the report as a whole file or stream, in UTF-8; the same report gives the same bytes.
  ///
  /// - Parameters:
  ///   - format: The format.
  ///   - language: The language of everything printed.
  ///   - usesColor: Whether colours are used; in text only.
  ///   - width: The columns of the terminal; nil breaks no line.
  /// - Returns: The bytes.
  public func render(
    _ format: CoverageFormat,
    _ language: Language,
    usesColor: Bool = false,
    width: Int? = nil
  ) -> [UInt8] {
    switch format {
    case .text: Array(page(language, usesColor: usesColor, width: width).utf8)
    case .json: json.rendered
    case .csv: Array(csv.utf8)
    case .markdown: Array(markdown(language).utf8)
    }
  }

  // MARK: Text

  private func page(_ language: Language, usesColor: Bool, width: Int?) -> String {
    var page = Page(usesColor: usesColor, width: width)
    for document in documents {
      page.blank()
      page.line([Page.Span(document.document.title, .strong)])
      page.line(CoverageMessages.totals(document.total).text(language))
      for section in document.sections {
        page.blank()
        let totals = CoverageMessages.totals(section).text(language)
        page.line([Page.Span("\(section.section): ", .strong), Page.Span(totals)])
        for entry in document.entries where entry.section == section.section {
          let style: Page.Style = entry.status == .missing ? .bad : .plain
          let status = CoverageMessages.status(entry.status).text(language)
          page.line([Page.Span("\(entry.clause.id)  \(entry.clause.summary)")], indent: 2)
          page.line([Page.Span(status, style)], indent: 4)
        }
      }
    }
    guard let text else { return page.text }
    page.blank()
    page.line([
      Page.Span(CoverageMessages.misquoted(text.misquotations.count).text(language), .strong)
    ])
    for quotation in text.misquotations {
      page.line("\(quotation.place): “\(quotation.phrase)”", indent: 2)
    }
    page.blank()
    page.line([Page.Span(CoverageMessages.uncovered(text.uncovered.count).text(language), .strong)])
    for sentence in text.uncovered { page.line("\(sentence.line): \(sentence.text)", indent: 2) }
    return page.text
  }

  // MARK: Data formats

  private var json: JSONValue {
    .object([
      ("schema", .string("check-coverage/1")),
      ("pack", .string(pack)),
      ("documents", .array(documents.map(Self.json))),
      (
        "text",
        text.map { text in
          .object([
            (
              "misquotations",
              .array(
                text.misquotations.map {
                  .object([("place", .string($0.place)), ("phrase", .string($0.phrase))])
                }
              )
            ),
            (
              "uncovered",
              .array(
                text.uncovered.map {
                  .object([("line", .int($0.line)), ("sentence", .string($0.text))])
                }
              )
            ),
          ])
        } ?? .null
      ),
    ])
  }

  private static func json(_ document: DocumentCoverage) -> JSONValue {
    .object([
      ("document", .string(document.document.id)),
      ("title", .string(document.document.title)),
      ("total", json(document.total)),
      ("sections", .array(document.sections.map(json))),
      (
        "clauses",
        .array(
          document.entries.map { entry in
            .object([
              ("clause", .string(entry.clause.id)),
              ("section", .string(entry.section)),
              ("summary", .string(entry.clause.summary)),
              ("status", .string(entry.status.word)),
              ("rules", .texts(entry.status.rules.map(\.text))),
              ("reason", .text(entry.status.reason)),
            ])
          }
        )
      ),
    ])
  }

  private static func json(_ total: DocumentCoverage.Total) -> JSONValue {
    .object([
      ("section", .string(total.section)),
      ("clauses", .int(total.all)),
      ("judged", .int(total.judged)),
      ("evidence", .int(total.evidenced)),
      ("not_checkable", .int(total.notCheckable)),
      ("missing", .int(total.missing)),
    ])
  }

  private var csv: String {
    let header = ["document", "section", "clause", "summary", "status", "rules", "reason"]
    let rows = documents.flatMap { document in
      document.entries.map { entry in
        [
          document.document.id, entry.section, entry.clause.id, entry.clause.summary,
          entry.status.word, entry.status.rules.map(\.text).joined(separator: " "),
          entry.status.reason ?? "",
        ]
      }
    }
    return ([header] + rows).map(CSVText.row).joined()
  }

  private func markdown(_ language: Language) -> String {
    var lines: [String] = []
    for document in documents {
      lines += ["# \(MarkdownText.escaped(document.document.title))", ""]
      lines += [CoverageMessages.totals(document.total).text(language), ""]
      lines += CoverageMessages.tableHead.text(language).split(separator: "\n").map(String.init)
      for entry in document.entries {
        let cells = [
          MarkdownText.code(entry.clause.id), MarkdownText.escaped(entry.clause.summary),
          MarkdownText.escaped(CoverageMessages.status(entry.status).text(language)),
        ]
        lines.append(MarkdownText.row(cells))
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }
}

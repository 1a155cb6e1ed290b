internal import Checks
public import Diagnostics
internal import Expressions
internal import Findings
internal import Rules

/// The reference of the rule language as Markdown, made from what the code itself declares.
public struct ReferencePage: Sendable {
  private let language: Language
  private let tests: [MappingDescription]
  private var lines: [String] = []

  /// Makes the page.
  ///
  /// - Parameters:
  ///   - language: The language of the page.
  ///   - tests: The mappings of test files, which another room knows.
  public init(_ language: Language, tests: [MappingDescription]) {
    self.language = language
    self.tests = tests
    write()
  }

  /// The page's text, ended by a line feed.
  public var markdown: String { lines.joined(separator: "\n") + "\n" }

  private mutating func write() {
    line("# " + text(vi: "Tham chiếu ngôn ngữ quy tắc", en: "Reference of the rule language"))
    paragraph(
      text(
        vi:
          "Trang này do `check generate-reference --lang vi` in ra từ chính mã nguồn; đừng sửa tay.",
        en:
          "`check generate-reference --lang en` prints this page from the code itself; do not edit it."
      )
    )
    heading(text(vi: "Tệp quy tắc", en: "Rule files"))
    for mapping in PackDescription.mappings { add(mapping) }
    heading(text(vi: "Kiểu cột", en: "Column types"))
    table(
      [text(vi: "kiểu", en: "type"), text(vi: "ô ghi thế nào", en: "what cells look like")],
      ColumnTypeWord.allCases.map { [code($0.rawValue), $0.meaning.text(language)] }
    )
    heading(text(vi: "Phép kiểm", en: "Checks"))
    for kind in CheckKind.allCases { add(kind.description) }
    for mapping in CheckKind.innerMappings { add(mapping) }
    addExpressions()
    heading(text(vi: "Phép thử", en: "Tests"))
    for mapping in tests { add(mapping) }
    addVerdicts()
    addMessages()
  }

  private mutating func addExpressions() {
    heading(text(vi: "Biểu thức", en: "Expressions"))
    paragraph(
      text(
        vi: "Thử một biểu thức: `check expr 'BIỂU THỨC'`. Tên có sẵn: \(names).",
        en: "Try one with `check expr 'EXPRESSION'`. Names that are always there: \(names)."
      )
    )
    let head = [
      text(vi: "viết", en: "written"), text(vi: "nghĩa", en: "meaning"),
      text(vi: "ví dụ", en: "example"), text(vi: "được", en: "gives"),
    ]
    for group in [FunctionDescription.operators, FunctionDescription.functions] {
      table(
        head,
        group.map {
          [
            code($0.signature), $0.meaning.text(language), code($0.example),
            $0.result.map(code) ?? "",
          ]
        }
      )
    }
  }

  private var names: String {
    text(
      vi: "`as_of` (ngày tính), `unit` (đơn vị), `due` (hạn), `period_start`, `period_end` "
        + "(ngày đầu, ngày cuối kỳ)",
      en:
        "`as_of`, `unit`, `due`, `period_start` and `period_end` (the period's first and last day)"
    )
  }

  private mutating func addVerdicts() {
    heading(text(vi: "Kết luận", en: "Verdicts"))
    table(
      [
        text(vi: "mã", en: "id"), text(vi: "trên màn hình", en: "on screen"),
        text(vi: "là vi phạm", en: "a violation"),
      ],
      Verdict.allCases.map {
        [
          code($0.rawValue), $0.label.text(language),
          $0.isViolation ? text(vi: "có", en: "yes") : "",
        ]
      }
    )
    heading(text(vi: "Lý do chưa kết luận", en: "Reasons"))
    table(
      [text(vi: "mã", en: "id"), text(vi: "nghĩa", en: "meaning")],
      Reason.allCases.map { [code($0.rawValue), $0.meaning.text(language)] }
    )
  }

  private mutating func addMessages() {
    addMessages(.pack, text(vi: "Thông báo về bộ quy tắc", en: "Messages about a pack"))
    addMessages(.data, text(vi: "Lỗi dữ liệu", en: "Data errors"))
  }

  private mutating func addMessages(_ origin: MessageExplanation.Origin, _ title: String) {
    heading(title)
    for message in MessageExplanation.all where message.origin == origin {
      let explanation = message.explanation
      heading(code(message.id) + " – " + explanation.title.text(language), level: 3)
      paragraph(explanation.meaning.text(language))
      paragraph(text(vi: "Cách sửa: ", en: "Cure: ") + explanation.cure.text(language))
      fence(explanation.example)
      if let corrected = explanation.corrected {
        paragraph(text(vi: "Viết đúng:", en: "Put right:"))
        fence(corrected)
      }
    }
  }

  // MARK: Writing

  private mutating func add(_ mapping: MappingDescription) {
    let name = mapping.what.text(language).replacing("'", with: "`")
    heading(name.prefix(1).uppercased() + name.dropFirst(), level: 3)
    paragraph(mapping.summary.text(language))
    table(
      [
        text(vi: "khoá", en: "key"), text(vi: "bắt buộc", en: "required"),
        text(vi: "nghĩa", en: "meaning"),
      ],
      mapping.keys.map {
        [
          code($0.name), $0.isRequired ? text(vi: "có", en: "yes") : "", $0.meaning.text(language),
        ]
      }
    )
    if let example = mapping.example { fence(example, "yaml") }
  }

  private func text(vi: String, en: String) -> String { Phrase(vi: vi, en: en).text(language) }

  private func code(_ text: String) -> String { "`\(text)`" }

  private mutating func line(_ text: String) { lines.append(text) }

  private mutating func heading(_ text: String, level: Int = 2) {
    lines += ["", String(repeating: "#", count: level) + " " + text]
  }

  private mutating func paragraph(_ text: String) { lines += ["", text] }

  private mutating func table(_ head: [String], _ rows: [[String]]) {
    lines += ["", row(head), row(head.map { _ in "---" })] + rows.map(row)
  }

  private func row(_ cells: [String]) -> String {
    "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
  }

  /// Shows text as it is, between marks longer than any that it holds.
  private mutating func fence(_ text: String, _ kind: String = "text") {
    var body = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while body.last?.isEmpty == true { body.removeLast() }
    lines += ["", "```" + kind] + body + ["```"]
  }
}

extension Reason {
  fileprivate var meaning: Phrase {
    switch self {
    case .noDate: Phrase(vi: "ngày chưa được ấn định", en: "the date is still to be set")
    case .missingDataset: Phrase(vi: "không có tệp dữ liệu", en: "there is no file")
    case .brokenDataset: Phrase(vi: "tệp dữ liệu hỏng", en: "a file cannot be read as a whole")
    case .emptyDataset: Phrase(vi: "tệp không có dòng nào", en: "the file has no rows")
    case .incompleteData:
      Phrase(vi: "số liệu chốt trước hạn", en: "the data end before the deadline")
    case .unknownRows:
      Phrase(vi: "dòng chưa rõ có thể làm đổi kết luận", en: "unknown rows could tip the verdict")
    case .emptyPopulation:
      Phrase(vi: "không có dòng nào thuộc diện xét", en: "no row belongs to what is measured")
    case .ruleError: Phrase(vi: "quy tắc không tính được", en: "the rule cannot be worked out")
    }
  }
}

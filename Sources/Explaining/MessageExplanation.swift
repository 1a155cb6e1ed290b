public import Diagnostics
internal import Findings
internal import Reports
internal import TableReaders

/// What one id means that a message or a data error carries.
public struct MessageExplanation: Sendable {
  /// Where an id is used.
  public enum Origin: String, Sendable {
    /// A message about a rule pack.
    case pack
    /// A mistake in the data: a cell, a row or a file.
    case data
  }

  /// The id.
  public let id: String
  /// Where it is used.
  public let origin: Origin
  /// What it means.
  public let explanation: DiagnosticExplanation

  /// Every id there is, those of packs first, each in the order of its declaration.
  public static let all: [MessageExplanation] =
    DiagnosticID.allCases.map {
      MessageExplanation(id: $0.rawValue, origin: .pack, explanation: $0.explanation)
    }
    + CellProblem.Code.allCases.map {
      MessageExplanation(id: $0.rawValue, origin: .data, explanation: $0.explanation)
    }
    + [MessageExplanation(id: "duplicate-key", origin: .data, explanation: repeatedRow)]
    + FileProblem.Code.allCases.map {
      MessageExplanation(id: $0.rawValue, origin: .data, explanation: $0.explanation)
    }

  /// Returns what an id means; an id may be used of packs and of data alike.
  public static func of(_ id: String) -> [MessageExplanation] { all.filter { $0.id == id } }

  /// The one fault of data that only the engine can see.
  private static let repeatedRow = DiagnosticExplanation(
    Phrase(vi: "hai dòng cùng khoá", en: "two rows with one key"),
    meaning: Phrase(
      vi: "Bộ dữ liệu khai 'key' nhưng hai dòng có cùng khoá. Cả hai dòng vẫn được xét; lượt chạy "
        + "coi là chưa đầy đủ vì không biết dòng nào đúng.",
      en: "The dataset declares a 'key' and two rows hold the same one. Both are judged; the run "
        + "counts as incomplete, as nobody knows which row is right."
    ),
    cure: Phrase(
      vi: "Sửa mã của một dòng, hoặc bỏ dòng trùng.",
      en: "Correct the id of one row, or drop the repeated row."
    ),
    example: "Mã,Họ và tên\nCB-1,Nguyễn Văn An\nCB-1,Trần Thị Bích\n",
    corrected: "Mã,Họ và tên\nCB-1,Nguyễn Văn An\nCB-2,Trần Thị Bích\n"
  )

  var sheet: Sheet {
    var sheet = Sheet(title: Phrase(verbatim: "\(id): ") + explanation.title)
    sheet.subtitle = [Sheet.Line(text: origin.label, style: .faint)]
    sheet.add(Phrase(vi: "Nghĩa", en: "Meaning"), [explanation.meaning])
    sheet.add(Phrase(vi: "Cách sửa", en: "Cure"), [explanation.cure])
    sheet.add(Phrase(vi: "Ví dụ sai", en: "An example of it"), Self.code(explanation.example))
    if let corrected = explanation.corrected {
      sheet.add(Phrase(vi: "Viết đúng", en: "Put right"), Self.code(corrected))
    }
    return sheet
  }

  static func json(_ messages: [MessageExplanation], _ language: Language) -> JSONValue {
    .object([
      ("schema", .string("check-explain/1")),
      ("kind", .string("message")),
      (
        "messages",
        .array(
          messages.map { message in
            .object([
              ("id", .string(message.id)),
              ("origin", .string(message.origin.rawValue)),
              ("title", .string(message.explanation.title.text(language))),
              ("meaning", .string(message.explanation.meaning.text(language))),
              ("cure", .string(message.explanation.cure.text(language))),
              ("example", .string(message.explanation.example)),
              ("corrected", .text(message.explanation.corrected)),
            ])
          }
        )
      ),
    ])
  }

  private static func code(_ text: String) -> [Phrase] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.reversed().drop { $0.isEmpty }.reversed().map { Phrase(verbatim: String($0)) }
  }
}

extension MessageExplanation.Origin {
  fileprivate var label: Phrase {
    switch self {
    case .pack: Phrase(vi: "thông báo về bộ quy tắc", en: "a message about a rule pack")
    case .data: Phrase(vi: "lỗi dữ liệu", en: "a data error")
    }
  }
}

internal import CivilTime
internal import Diagnostics
internal import Tables

/// All texts of this module, in both languages.
enum Messages {
  static func source(_ fault: SourceFault) -> FileProblem {
    guard fault != .changed else {
      return FileProblem(
        code: .changedWhileReading,
        message: Phrase(
          vi: "tệp bị sửa trong khi đọc; hãy chạy lại khi tệp đã ghi xong",
          en: "the file changed while it was read; run again when it is completely written"
        )
      )
    }
    return FileProblem(
      code: .unreadableFile,
      message: Phrase(vi: "không đọc được tệp: ", en: "cannot read the file: ") + fault.reason
    )
  }

  static func unsupportedFormat(_ name: String) -> FileProblem {
    FileProblem(
      code: .unsupportedFormat,
      raw: name,
      message: Phrase(
        vi: "định dạng của '\(name)' chưa được hỗ trợ; hãy lưu thành CSV UTF-8 (.csv)",
        en: "the format of '\(name)' is not read; save it as CSV UTF-8 (.csv)"
      )
    )
  }

  static func notText(_ format: String) -> FileProblem {
    FileProblem(
      code: .unsupportedFormat,
      line: 1,
      message: Phrase(
        vi: "nội dung là \(format), không phải CSV; hãy mở tệp rồi lưu thành CSV UTF-8",
        en: "the content is \(format), not CSV; open the file and save it as CSV UTF-8"
      )
    )
  }

  static func utf16() -> FileProblem {
    FileProblem(
      code: .badUTF8,
      line: 1,
      message: Phrase(
        vi: "tệp ở mã UTF-16; hãy lưu lại thành 'CSV UTF-8'",
        en: "the file is UTF-16; save it as 'CSV UTF-8'"
      )
    )
  }

  static func badText(_ fault: TextFaults.Fault, line: Int) -> FileProblem {
    let byte = "0x" + (fault.byte < 16 ? "0" : "") + String(fault.byte, radix: 16, uppercase: true)
    return FileProblem(
      code: .badUTF8,
      line: line,
      raw: byte,
      message: fault.byte == 0
        ? Phrase(
          vi: "có byte 0 trong văn bản; tệp hỏng hoặc không phải CSV UTF-8",
          en: "a zero byte in the text; the file is damaged or not CSV UTF-8"
        )
        : Phrase(
          vi: "byte \(byte) không phải UTF-8; hãy lưu lại tệp thành 'CSV UTF-8'",
          en: "byte \(byte) is not UTF-8; save the file as 'CSV UTF-8'"
        )
    )
  }

  static func emptyFile() -> FileProblem {
    FileProblem(
      code: .emptyFile,
      message: Phrase(
        vi: "tệp rỗng, không có cả dòng tiêu đề",
        en: "the file is empty, without even a header line"
      )
    )
  }

  static func separatorLine(_ separator: UInt8) -> Phrase {
    let shown = separator == 9 ? "tab" : String(Unicode.Scalar(separator))
    return Phrase(
      vi: "dòng đầu 'sep=' chọn dấu phân cách '\(shown)'",
      en: "the first line 'sep=' chooses the separator '\(shown)'"
    )
  }
}

// MARK: Headers

extension Messages {
  static func noHeader(_ labels: [String], schema: TableSchema, line: Int) -> FileProblem {
    let found = list(labels)
    let wanted = list(schema.columns.map { $0.labels.first ?? $0.id })
    return FileProblem(
      code: .noHeader,
      line: line,
      raw: found,
      message: Phrase(
        vi: "dòng tiêu đề không có cột nào cần tìm: thấy \(found); cần \(wanted)",
        en: "the header has none of the columns: found \(found); wanted \(wanted)"
      )
    )
  }

  static func laterHeader(line: Int) -> FileProblem {
    FileProblem(
      code: .noHeader,
      line: line,
      message: Phrase(
        vi: "dòng \(line) có vẻ là dòng tiêu đề; hãy xoá các dòng phía trên",
        en: "line \(line) looks like the header; delete the lines above it"
      )
    )
  }

  static func missingColumn(
    _ column: TableSchema.ColumnSchema,
    among labels: [String],
    line: Int
  ) -> FileProblem {
    let names = alternatives(column)
    let fault = Phrase(
      vi: "thiếu cột bắt buộc \(names.vi)",
      en: "the required column \(names.en) is missing"
    )
    return FileProblem(
      code: .missingColumn,
      line: line,
      column: column.id,
      message: suggesting(fault, for: column, among: labels)
    )
  }

  static func absentColumn(_ column: TableSchema.ColumnSchema, among labels: [String]) -> Phrase {
    let names = alternatives(column)
    let fault = Phrase(
      vi: "không có cột \(names.vi); coi như mọi ô đều trống",
      en: "no column \(names.en); all its cells count as empty"
    )
    return suggesting(fault, for: column, among: labels)
  }

  static func misspeltColumn(
    _ column: TableSchema.ColumnSchema,
    label: String,
    line: Int
  ) -> FileProblem {
    let names = alternatives(column)
    return FileProblem(
      code: .misspeltColumn,
      line: line,
      column: column.id,
      raw: label,
      message: Phrase(
        vi: "tiêu đề '\(label)' viết sai: phải là \(names.vi); sửa tiêu đề cột rồi chạy lại",
        en: "the header '\(label)' is misspelt: it must be \(names.en); correct it and run again"
      )
    )
  }

  static func duplicateColumn(
    _ column: TableSchema.ColumnSchema,
    labels: [String],
    line: Int
  ) -> FileProblem {
    FileProblem(
      code: .duplicateColumn,
      line: line,
      column: column.id,
      raw: list(labels),
      message: Phrase(
        vi: "các cột \(list(labels)) cùng ứng với '\(column.id)'; chỉ được có một",
        en: "the columns \(list(labels)) all match '\(column.id)'; there may be only one"
      )
    )
  }

  private static func suggesting(
    _ fault: Phrase,
    for column: TableSchema.ColumnSchema,
    among labels: [String]
  ) -> Phrase {
    for name in column.labels.isEmpty ? [column.id] : column.labels {
      guard let near = Suggestion.nearest(to: name, among: labels) else { continue }
      return Phrase(
        vi: "\(fault.vi); trong tệp có '\(near)'",
        en: "\(fault.en); the file has '\(near)'"
      )
    }
    return fault
  }

  private static func alternatives(_ column: TableSchema.ColumnSchema) -> Phrase {
    let names = (column.labels.isEmpty ? [column.id] : column.labels).map { "'\($0)'" }
    return Phrase(vi: names.joined(separator: " hoặc "), en: names.joined(separator: " or "))
  }

  private static func list(_ labels: [String]) -> String {
    let shown = labels.prefix(8).map { "'\(shortened($0))'" }.joined(separator: ", ")
    return labels.count > 8 ? shown + ", …" : shown
  }
}

// MARK: Records and cells

extension Messages {
  static func recordTooLong(line: Int, limit: Int) -> FileProblem {
    record(.tooLong(limit: limit), at: RecordFault.Place(record: line, fault: line), raw: "")
  }

  static func record(
    _ fault: RecordFault,
    at place: RecordFault.Place,
    raw: String
  ) -> FileProblem {
    var message = phrase(fault)
    if place.fault != place.record {
      message = Phrase(
        vi: "\(message.vi) (ở dòng \(place.fault))",
        en: "\(message.en) (on line \(place.fault))"
      )
    }
    return FileProblem(code: code(fault), line: place.record, raw: raw, message: message)
  }

  private static func code(_ fault: RecordFault) -> FileProblem.Code {
    switch fault {
    case .quoteInside, .textAfterQuote, .neverClosed: .badQuote
    case .loneReturn: .badLineEnd
    case .width: .raggedRow
    case .tooLong: .recordTooLong
    }
  }

  private static func phrase(_ fault: RecordFault) -> Phrase {
    switch fault {
    case .quoteInside:
      Phrase(
        vi: "dấu nháy kép giữa ô không có nháy; đặt cả ô trong nháy và viết nháy thành \"\"",
        en: "a quote inside an unquoted cell; quote the whole cell and write the quote as \"\""
      )
    case .textAfterQuote:
      Phrase(
        vi: "có chữ sau dấu nháy đóng; nháy bên trong ô phải viết thành \"\"",
        en: "text after a closing quote; a quote inside a cell is written \"\""
      )
    case .loneReturn:
      Phrase(
        vi: "ký tự CR không kèm LF ngoài dấu nháy; hãy lưu lại với xuống dòng LF hoặc CRLF",
        en: "a carriage return without line feed outside quotes; save with LF or CRLF line ends"
      )
    case .neverClosed:
      Phrase(vi: "dấu nháy kép mở mà không đóng", en: "a quote is opened and never closed")
    case .width(let found, let expected):
      Phrase(
        vi: "dòng có \(found) ô, tiêu đề có \(expected)",
        en: "the row has \(found) cells, the header \(expected)"
      )
    case .tooLong(let limit):
      Phrase(
        vi: "một dòng dữ liệu dài hơn \(limit) byte; có thể thiếu dấu nháy đóng",
        en: "a record is longer than \(limit) bytes; perhaps a closing quote is missing"
      )
    }
  }

  /// What is wrong with a cell.
  static func cell(
    _ code: CellProblem.Code,
    raw: String,
    column: TableSchema.ColumnSchema,
    style: TableSchema.NumberStyle
  ) -> Phrase {
    let cell = "'\(shortened(raw))'"
    let isWhole = column.type == .integer
    let thousand = style == .vi ? "1.234" : "1,234"
    let number = isWhole ? thousand : thousand + (style == .vi ? ",5" : ".5")
    let percent = style == .vi ? "98,5%" : "98.5%"
    return switch code {
    case .badDate:
      Phrase(verbatim: cell) + WrittenDate.fault(raw)
    case .badDatetime:
      Phrase(
        vi: "\(cell) không phải ngày giờ; viết như 25/12/2026 14:30",
        en: "\(cell) is no date and time; write it like 25/12/2026 14:30"
      )
    case .badNumber:
      Phrase(
        vi: "\(cell) không phải \(isWhole ? "số nguyên" : "số"); viết như \(number)",
        en: "\(cell) is no \(isWhole ? "whole number" : "number"); write it like \(number)"
      )
    case .numberOutOfRange:
      Phrase(
        vi: "\(cell) có quá nhiều chữ số để giữ chính xác",
        en: "\(cell) has more digits than are kept exactly"
      )
    case .badPercent:
      Phrase(
        vi: "\(cell) thiếu dấu % nên không rõ nghĩa; viết như \(percent) hoặc khai kiểu decimal",
        en: "\(cell) has no % sign and could mean either; write \(percent), or declare a decimal"
      )
    case .badBoolean:
      Phrase(
        vi: "\(cell) không rõ có hay không; viết có/không, đạt/chưa đạt, true/false, 1/0 hoặc x",
        en: "\(cell) is neither yes nor no; write có/không, đạt/chưa đạt, true/false, 1/0 or x"
      )
    case .badPeriod:
      Phrase(
        vi: "\(cell) không phải kỳ; viết như \(periodExample(column.type))",
        en: "\(cell) is no such period; write it like \(periodExample(column.type))"
      )
    case .notInValues:
      Phrase(
        vi: "\(cell) không nằm trong các giá trị cho phép",
        en: "\(cell) is not among the values allowed"
      )
    case .unknownUnit:
      Phrase(
        vi: "không có đơn vị nào tên \(cell)",
        en: "no unit is called \(cell)"
      )
    case .missingRequired:
      Phrase(vi: "ô bắt buộc bị bỏ trống", en: "a required cell is empty")
    }
  }

  /// The cure for the name of a unit that resembles no other.
  static let addAlias = Phrase(
    vi: "thêm tên này vào 'aliases' của đơn vị nếu đúng là đơn vị đó",
    en: "add this name to the 'aliases' of a unit if it means that unit"
  )

  private static func periodExample(_ type: ColumnType) -> String {
    guard case .period(let kind) = type else { return "2026-10" }
    return switch kind {
    case .week: "2026-W07"
    case .month: "2026-10, 10/2026"
    case .quarter: "2026-Q2, Quý II/2026"
    case .halfYear: "2026-H1"
    case .year: "2026"
    }
  }

  private static func shortened(_ text: String) -> String {
    text.count > 60 ? text.prefix(59) + "…" : text
  }
}

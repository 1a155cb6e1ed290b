public import Diagnostics

extension CellProblem.Code {
  /// What the fault of a cell means, with an example and its cure.
  public var explanation: DiagnosticExplanation {
    switch self {
    case .badDate:
      .cell(
        vi: "không phải ngày",
        en: "not a date",
        Phrase(
          vi: "Ô của cột ngày không phải một ngày có thật, hoặc viết theo dạng không đọc chắc được "
            + "(tháng trước ngày, năm hai chữ số, số thứ tự ngày của bảng tính).",
          en: "A cell of a date column is no date that exists, or is in a form that cannot be read "
            + "for certain (month first, two-digit year, a spreadsheet's day number)."
        ),
        cure: Phrase(
          vi:
            "Viết 25/12/2026 hoặc 2026-12-25; trong Excel định dạng cột là dd/mm/yyyy rồi lưu lại.",
          en: "Write 25/12/2026 or 2026-12-25; in Excel format the column as dd/mm/yyyy and save."
        ),
        wrong: "Ngày gửi\n31/06/2026\n",
        right: "Ngày gửi\n30/06/2026\n"
      )
    case .badDatetime:
      .cell(
        vi: "không phải ngày giờ",
        en: "not a date and time",
        Phrase(
          vi: "Ô của cột ngày giờ không đọc được thành ngày và giờ.",
          en: "A cell of a date-time column cannot be read as a date and a time."
        ),
        cure: Phrase(vi: "Viết như 25/12/2026 14:30.", en: "Write it like 25/12/2026 14:30."),
        wrong: "Lúc\n25/12/2026 25h\n",
        right: "Lúc\n25/12/2026 14:30\n"
      )
    case .badNumber:
      .cell(
        vi: "không phải số",
        en: "not a number",
        Phrase(
          vi: "Ô của cột số không phải số theo cách viết của bộ dữ liệu: mặc định 1.234,5 là một "
            + "nghìn hai trăm ba mươi tư phẩy năm, nên 12.5 không rõ nghĩa.",
          en:
            "A cell of a number column is no number as the dataset writes them: by default 1.234,5 "
            + "is a thousand and something, so that 12.5 is ambiguous."
        ),
        cure: Phrase(
          vi: "Viết 12,5; nếu cả tệp dùng kiểu Anh, khai 'number: en' cho bộ dữ liệu.",
          en: "Write 12,5; if the whole file is English, declare 'number: en' for the dataset."
        ),
        wrong: "Số tiền\n12.5\n",
        right: "Số tiền\n\"12,5\"\n"
      )
    case .numberOutOfRange:
      .cell(
        vi: "số quá dài",
        en: "a number too long",
        Phrase(
          vi: "Số có nhiều chữ số hơn mức giữ được chính xác tuyệt đối.",
          en: "The number has more digits than are kept exactly."
        ),
        cure: Phrase(
          vi: "Kiểm tra ô; nếu là mã số, khai cột kiểu text.",
          en: "Look at the cell; if it is an id, declare the column as text."
        ),
        wrong: "Số tiền\n" + String(repeating: "9", count: 40) + "\n",
        right: "Số tiền\n999.999\n"
      )
    case .badPercent:
      .cell(
        vi: "thiếu dấu %",
        en: "no percent sign",
        Phrase(
          vi: "Ô của cột phần trăm không có dấu %: 0,985 có thể là 98,5 % hay 0,985 %.",
          en: "A cell of a percent column has no % sign: 0,985 could be 98.5% or 0.985%."
        ),
        cure: Phrase(
          vi: "Viết 98,5%; nếu tệp luôn ghi tỷ số, khai cột kiểu decimal.",
          en: "Write 98,5%; if the file always has plain shares, declare the column as decimal."
        ),
        wrong: "Tỷ lệ\n\"0,985\"\n",
        right: "Tỷ lệ\n\"98,5%\"\n"
      )
    case .badBoolean:
      .cell(
        vi: "không rõ có hay không",
        en: "neither yes nor no",
        Phrase(
          vi: "Ô của cột có/không mang chữ khác.",
          en: "A cell of a yes/no column holds something else."
        ),
        cure: Phrase(
          vi: "Viết có/không, đạt/chưa đạt, true/false, 1/0 hoặc x.",
          en: "Write có/không, đạt/chưa đạt, true/false, 1/0 or x."
        ),
        wrong: "Đã ký\nrồi\n",
        right: "Đã ký\ncó\n"
      )
    case .badPeriod:
      .cell(
        vi: "không phải kỳ",
        en: "not a period",
        Phrase(
          vi: "Ô của cột kỳ không phải tháng, quý hay năm đúng loại của cột.",
          en: "A cell of a period column is no month, quarter or year of the column's kind."
        ),
        cure: Phrase(
          vi: "Viết như 2026-10, 10/2026, Tháng 10/2026; Quý II/2026; 2026.",
          en: "Write it like 2026-10, 10/2026, Tháng 10/2026; Quý II/2026; 2026."
        ),
        wrong: "Kỳ\ntháng mười\n",
        right: "Kỳ\nTháng 10/2026\n"
      )
    case .notInValues:
      .cell(
        vi: "ngoài các giá trị cho phép",
        en: "not among the values",
        Phrase(
          vi: "Cột chỉ nhận những giá trị đã khai ở 'values', ô lại ghi khác, có thể sai chính tả.",
          en:
            "The column takes only what 'values' lists, and the cell holds something else, perhaps "
            + "misspelt."
        ),
        cure: Phrase(
          vi: "Sửa ô theo gợi ý, hoặc thêm giá trị vào 'values' của cột.",
          en: "Correct the cell as suggested, or add the value to the column's 'values'."
        ),
        wrong: "Trạng thái\nHoàn thàh\n",
        right: "Trạng thái\nHoàn thành\n"
      )
    case .unknownUnit:
      .cell(
        vi: "không có đơn vị này",
        en: "no such unit",
        Phrase(
          vi: "Tên không khớp mã, tên hay bí danh của đơn vị nào. Dòng ấy có thể là của bất kỳ đơn "
            + "vị nào, nên có thể làm nhiều kết luận thành 'chưa đủ số liệu'.",
          en:
            "The name is no unit's id, name or alias. The row could be any unit's, so that it may "
            + "turn many verdicts into 'no data'."
        ),
        cure: Phrase(
          vi: "Sửa ô theo gợi ý, hoặc thêm tên ấy vào 'aliases' của đơn vị.",
          en: "Correct the cell as suggested, or add the name to the unit's 'aliases'."
        ),
        wrong: "Đơn vị\nVăn phòg\n",
        right: "Đơn vị\nVăn phòng\n"
      )
    case .missingRequired:
      .cell(
        vi: "ô bắt buộc bị trống",
        en: "an empty required cell",
        Phrase(
          vi: "Cột được khai 'required: true' nên mọi ô phải có giá trị.",
          en: "The column is declared 'required: true', so every cell must be filled."
        ),
        cure: Phrase(vi: "Điền ô ấy.", en: "Fill the cell."),
        wrong: "Mã,Tên\n,Nguyễn Văn An\n",
        right: "Mã,Tên\nCB-1,Nguyễn Văn An\n"
      )
    }
  }
}

extension FileProblem.Code {
  /// What the fault of a file means, with an example and its cure.
  public var explanation: DiagnosticExplanation {
    switch self {
    case .unreadableFile:
      .cell(
        vi: "không đọc được tệp số liệu",
        en: "a dump cannot be read",
        Phrase(
          vi: "Hệ điều hành không cho đọc tệp. Bộ dữ liệu coi như chưa có số liệu.",
          en: "The system refuses to read the file. Its dataset counts as having no data."
        ),
        cure: Phrase(vi: "Kiểm tra quyền đọc của tệp.", en: "Look at the file's permissions."),
        wrong: "chmod 000 bao-cao.csv\n"
      )
    case .unsupportedFormat:
      .cell(
        vi: "định dạng chưa đọc được",
        en: "a format that is not read",
        Phrase(
          vi: "Tệp không phải CSV hay TSV, hoặc mang đuôi .csv mà nội dung là bảng tính.",
          en: "The file is neither CSV nor TSV, or is named .csv but holds a workbook."
        ),
        cure: Phrase(
          vi: "Mở tệp rồi lưu thành 'CSV UTF-8'.",
          en: "Open the file and save it as 'CSV UTF-8'."
        ),
        wrong: "mv bao-cao.xlsx bao-cao.csv\n"
      )
    case .changedWhileReading:
      .cell(
        vi: "tệp bị sửa trong khi đọc",
        en: "a file changed while it was read",
        Phrase(
          vi:
            "Có người ghi vào tệp trong lúc chương trình đọc, nên không biết đã xét theo bản nào.",
          en: "Somebody wrote to the file while it was read, so nobody knows which version was "
            + "judged."
        ),
        cure: Phrase(
          vi: "Chờ ghi xong rồi chạy lại.",
          en: "Wait until it is completely written, then run again."
        ),
        wrong: "check --rules rules/ &  cp moi.csv samples/bao-cao.csv\n"
      )
    case .emptyFile:
      .cell(
        vi: "tệp rỗng",
        en: "an empty file",
        Phrase(
          vi: "Tệp không có cả dòng tiêu đề, có thể do kết xuất hỏng.",
          en: "The file has not even a header; perhaps the export failed."
        ),
        cure: Phrase(
          vi:
            "Kết xuất lại. Nếu đúng là không có gì, giữ dòng tiêu đề và khai 'may_be_empty: true'.",
          en:
            "Export it again. If there is nothing, keep the header and declare 'may_be_empty: true'."
        ),
        wrong: "\n",
        right: "Mã,Đơn vị\n"
      )
    case .noHeader:
      .cell(
        vi: "không thấy dòng tiêu đề",
        en: "no header",
        Phrase(
          vi: "Dòng đầu không có cột nào của bộ dữ liệu, thường vì có dòng tên bảng ở trên.",
          en: "The first line has none of the dataset's columns, most often because a title stands "
            + "above it."
        ),
        cure: Phrase(
          vi: "Xoá các dòng phía trên dòng tiêu đề.",
          en: "Delete the lines above the header."
        ),
        wrong: "DANH SÁCH CÁN BỘ\nMã,Đơn vị\n",
        right: "Mã,Đơn vị\n"
      )
    case .missingColumn:
      .cell(
        vi: "thiếu cột bắt buộc",
        en: "a required column is missing",
        Phrase(
          vi: "Dòng tiêu đề thiếu một cột 'required: true', hoặc tên cột đã bị đổi.",
          en: "The header lacks a column that is 'required: true', or the column was renamed."
        ),
        cure: Phrase(
          vi: "Đặt lại tên cột, hoặc thêm tên mới vào 'header' của cột trong bộ quy tắc.",
          en: "Rename the column back, or add the new label to the column's 'header' in the pack."
        ),
        wrong: "Mã số,Đơn vị\n",
        right: "Mã,Đơn vị\n"
      )
    case .misspeltColumn:
      .cell(
        vi: "tiêu đề cột viết sai dấu",
        en: "a header misses its marks",
        Phrase(
          vi: "Tiêu đề của một cột mà quy tắc cần chỉ khác cột đã khai ở dấu, khoảng trắng hoặc "
            + "dấu câu. Không đoán là cùng một cột, cũng không coi mọi ô là trống.",
          en: "The header of a column that a rule reads differs from the declared one in marks, "
            + "spaces or punctuation only. It is neither guessed to be the same nor taken for empty."
        ),
        cure: Phrase(
          vi: "Sửa tiêu đề, hoặc thêm cách viết này vào 'header' của cột trong bộ quy tắc.",
          en: "Correct the header, or add the spelling to the column's 'header' in the pack."
        ),
        wrong: "Mã,Ngay gui\n",
        right: "Mã,Ngày gửi\n"
      )
    case .duplicateColumn:
      .cell(
        vi: "hai cột cùng một tên",
        en: "two columns of one name",
        Phrase(
          vi: "Hai cột của tệp cùng ứng với một cột đã khai; không biết lấy cột nào.",
          en: "Two columns of the file match the same declared column; nobody knows which to take."
        ),
        cure: Phrase(vi: "Xoá hoặc đổi tên một cột.", en: "Delete or rename one of them."),
        wrong: "Mã,Đơn vị,ĐƠN VỊ\n",
        right: "Mã,Đơn vị\n"
      )
    case .badUTF8:
      .cell(
        vi: "tệp không phải UTF-8",
        en: "a file that is not UTF-8",
        Phrase(
          vi: "Tệp được lưu bằng bảng mã khác nên chữ tiếng Việt không đọc chắc được.",
          en: "The file was saved in another encoding, so that Vietnamese letters cannot be read."
        ),
        cure: Phrase(
          vi: "Trong Excel: Lưu thành → 'CSV UTF-8 (Comma delimited)'.",
          en: "In Excel: Save as → 'CSV UTF-8 (Comma delimited)'."
        ),
        wrong: "# lưu thành CSV thường (saved as plain CSV)\n"
      )
    case .raggedRow:
      .cell(
        vi: "dòng thừa hay thiếu ô",
        en: "a row of another width",
        Phrase(
          vi:
            "Dòng có số ô khác dòng tiêu đề, thường vì dấu phẩy trong ô không được đặt trong nháy. "
            + "Không biết ô nào thuộc cột nào.",
          en:
            "The row has another number of cells than the header, most often because a comma in a "
            + "cell is not quoted. Nobody knows which cell belongs to which column."
        ),
        cure: Phrase(
          vi: "Đặt ô có dấu phẩy trong dấu nháy kép.",
          en: "Put the cell with the comma in double quotes."
        ),
        wrong: "Mã,Nội dung\n1,họp, bàn\n",
        right: "Mã,Nội dung\n1,\"họp, bàn\"\n"
      )
    case .badQuote:
      .cell(
        vi: "dấu nháy sai chỗ",
        en: "a misplaced quote",
        Phrase(
          vi: "Dấu nháy kép đứng giữa ô, có chữ sau nháy đóng, hoặc không có nháy đóng (RFC 4180).",
          en:
            "A quote stands inside a cell, text follows a closing quote, or a quote is never closed "
            + "(RFC 4180)."
        ),
        cure: Phrase(
          vi: "Đặt cả ô trong nháy và viết nháy bên trong thành \"\".",
          en: "Quote the whole cell and write a quote inside it as \"\"."
        ),
        wrong: "Mã,Nội dung\n1,họp \"gấp\"\n",
        right: "Mã,Nội dung\n1,\"họp \"\"gấp\"\"\"\n"
      )
    case .badLineEnd:
      .cell(
        vi: "xuống dòng kiểu cũ",
        en: "an old line end",
        Phrase(
          vi:
            "Ký tự CR đứng một mình ngoài dấu nháy: có thể là xuống dòng kiểu Mac cũ, có thể là rác.",
          en:
            "A carriage return stands alone outside quotes: perhaps an old Mac's line end, perhaps "
            + "rubbish."
        ),
        cure: Phrase(
          vi: "Lưu lại với xuống dòng LF hoặc CRLF.",
          en: "Save it with LF or CRLF line ends."
        ),
        wrong: "Mã,Đơn vị\r1,vp\r",
        right: "Mã,Đơn vị\n1,vp\n"
      )
    case .recordTooLong:
      .cell(
        vi: "dòng quá dài",
        en: "a record too long",
        Phrase(
          vi: "Một dòng dữ liệu dài bất thường, thường vì thiếu một dấu nháy đóng.",
          en: "A record is unusually long, most often because a closing quote is missing."
        ),
        cure: Phrase(
          vi: "Tìm dấu nháy mở không đóng từ dòng được nêu.",
          en: "Look for the quote that is not closed from the line named on."
        ),
        wrong: "Mã,Nội dung\n1,\"họp\n2,bàn\n",
        right: "Mã,Nội dung\n1,\"họp\"\n2,bàn\n"
      )
    }
  }
}

extension DiagnosticExplanation {
  fileprivate static func cell(
    vi: String,
    en: String,
    _ meaning: Phrase,
    cure: Phrase,
    wrong: String,
    right: String? = nil
  ) -> DiagnosticExplanation {
    DiagnosticExplanation(
      Phrase(vi: vi, en: en),
      meaning: meaning,
      cure: cure,
      example: wrong,
      corrected: right
    )
  }
}

internal import Diagnostics

extension PackDescription {
  static let datasets = [
    MappingDescription(
      Words.dataset,
      Phrase(vi: "Một bảng số liệu đọc từ tệp.", en: "A table read from files."),
      keys: [
        .must("id", vi: "mã, dùng trong quy tắc", en: "id, as rules use it"),
        .may("title", vi: "tên bảng", en: "title"),
        .must(
          "file",
          vi: "tên tệp trong thư mục dữ liệu; * thay cho mọi ký tự, đọc mọi tệp khớp",
          en: "file name below the data folder; * matches anything, every match is read"
        ),
        .may("sheet", vi: "trang tính (xlsx)", en: "sheet (xlsx)"),
        .may("table", vi: "bảng (sqlite)", en: "table (sqlite)"),
        .may(
          "number",
          vi: "cách ghi số: vi là 1.234,5 (mặc định), en là 1,234.5",
          en: "numbers: vi is 1.234,5 (default), en is 1,234.5"
        ),
        .must("columns", vi: "các cột, mỗi cột một khoá", en: "the columns, a key each"),
        .may(
          "key",
          vi: "cột khoá; hai dòng trùng khoá là lỗi dữ liệu",
          en: "key columns; a repeated key is a data error"
        ),
        .may(
          "unit",
          vi: "cột cho biết dòng thuộc đơn vị nào",
          en: "the column that says whose a row is"
        ),
        .may(
          "covers_until",
          vi: "số liệu đầy đủ đến ngày này; mặc định là ngày tính",
          en: "complete up to here; the as-of date by default"
        ),
        .may(
          "missing",
          vi: "các cách ghi ô trống, ngoài ô rỗng",
          en: "what else stands for an empty cell"
        ),
        .may(
          "may_be_empty",
          vi: "true: tệp không có dòng nghĩa là không có; mặc định false: nghĩa là chưa đủ số liệu",
          en: "true: no rows means none; false (default): no rows means no data"
        ),
      ],
      example: """
        datasets:
          - id: can_bo
            file: can-bo*.csv
            columns:
              ma:     {header: Mã cán bộ, required: true}
              ho_ten: {header: Họ và tên, personal: true}
              don_vi: {header: Đơn vị, type: unit}
            key: [ma]
            unit: don_vi
        """
    ),
    MappingDescription(
      Words.column,
      Phrase(vi: "Một cột của bảng.", en: "A column of a dataset."),
      keys: [
        .may(
          "header",
          vi: "tên cột trong tệp (một hoặc nhiều cách viết); mặc định là mã cột",
          en: "its label in the file, one or several spellings; its id by default"
        ),
        .may(
          "type",
          vi: "kiểu, mặc định text; xem bảng kiểu cột",
          en: "type, text by default; see the column types"
        ),
        .may(
          "required",
          vi: "true: cột phải có và mọi ô phải ghi",
          en: "true: the column must be there and every cell filled"
        ),
        .may(
          "personal",
          vi:
            "true: dữ liệu cá nhân, che khi dùng --mask; cột ref tới khoá cá nhân cũng vậy",
          en: "true: personal data, masked by --mask; so is a ref to a personal key"
        ),
        .may("values", vi: "các giá trị được phép", en: "the values allowed"),
        .may(
          "to",
          vi: "với kiểu ref: bộ dữ liệu mà cột tham chiếu tới",
          en: "of type ref: the dataset referred to"
        ),
        .may(
          "blank",
          vi: "với kiểu boolean: ô trống nghĩa là gì",
          en: "of type boolean: what an empty cell means"
        ),
      ]
    ),
  ]

  static let obligations = [
    MappingDescription(
      Words.rule,
      Phrase(
        vi: "Một nghĩa vụ của văn bản. Có đúng một phép kiểm trong chín phép.",
        en: "One obligation of a document. Exactly one of the nine checks."
      ),
      keys: [
        .must(
          "id",
          vi: "mã, gồm a-z 0-9 . -, giữ nguyên mãi mãi",
          en: "id of a-z 0-9 . -, stable for ever"
        ),
        .must("title", vi: "tên, nói điều phải đạt", en: "title: what has to hold"),
        .must(
          "clause",
          vi: "căn cứ: văn-bản/điều-khoản, một hoặc nhiều",
          en: "document/clause, one or several"
        ),
        .must(
          "responsible",
          vi: "mã đơn vị, hoặc {each: nhóm hay danh sách}",
          en: "a unit, or {each: a group or a list}"
        ),
        .may(
          "supporting",
          vi: "đơn vị phối hợp: được báo, không bị quy trách nhiệm",
          en: "units that are told, never blamed"
        ),
        .may(
          "severity",
          vi: "minor, major (mặc định) hoặc critical",
          en: "minor, major (default) or critical"
        ),
        .may(
          "effective",
          vi: "thời gian áp dụng, mặc định theo văn bản",
          en: "when it applies, the document's by default"
        ),
        .may("tags", vi: "nhãn, để chọn và chấm điểm", en: "tags, to select and to score by"),
        .may("guidance", vi: "việc cần làm khi vi phạm", en: "what to do about a violation"),
        .may(
          "same_fact_as",
          vi: "quy tắc khác xét cùng một việc: vi phạm cả hai chỉ trừ điểm một lần",
          en: "another rule that judges the same fact: violating both is charged once"
        ),
        .may(
          "every",
          vi: "kỳ: week, month, quarter, half_year, year",
          en: "period: week, month, quarter, half_year, year"
        ),
        .may(
          "due",
          vi: "hạn, hoặc unknown nếu ngày chưa được ấn định",
          en: "deadline, or unknown if the date is still to be set"
        ),
        .may(
          "roll",
          vi: "hạn rơi vào ngày nghỉ: none, following, preceding; mặc định theo văn bản",
          en: "deadlines on days off: none, following, preceding; the document's by default"
        ),
        .may(
          "remind",
          vi: "nhắc trước hạn, ví dụ 3 working days",
          en: "remind before the deadline, such as 3 working days"
        ),
        .may("evidence", vi: "phép kiểm: đã làm, có ngày", en: "check: it was done, on a day"),
        .may("ratio", vi: "phép kiểm: tỷ lệ", en: "check: a share"),
        .may("measure", vi: "phép kiểm: một con số", en: "check: one figure"),
        .may("records", vi: "phép kiểm: từng dòng", en: "check: each row"),
        .may("unique", vi: "phép kiểm: không trùng", en: "check: nothing twice"),
        .may(
          "reference",
          vi: "phép kiểm: có trong danh mục",
          en: "check: found in another dataset"
        ),
        .may(
          "cover",
          vi: "phép kiểm: cái gì phải có thì có",
          en: "check: what is expected is there"
        ),
        .may("compare", vi: "phép kiểm: hai con số khớp nhau", en: "check: two figures agree"),
        .may("fresh", vi: "phép kiểm: còn mới", en: "check: recently updated"),
      ],
      example: """
        rules:
          - id: bao-cao-thang
            title: Gửi báo cáo tháng trước ngày 20
            clause: kh57/IV.1.BC
            responsible: {each: phong-ban}
            every: month
            due: {before: 20}
            roll: following
            remind: 3 working days
            evidence: {of: bao_cao, period: ky, done_at: ngay_gui}
        """
    ),
    MappingDescription(
      Phrase(verbatim: "'responsible'"),
      Phrase(vi: "Mỗi đơn vị một nghĩa vụ.", en: "One obligation for each unit."),
      keys: [
        .must("each", vi: "nhóm, đơn vị, hoặc danh sách", en: "a group, a unit, or a list of them")
      ]
    ),
    MappingDescription(
      Phrase(verbatim: "'due'"),
      Phrase(
        vi: "Hạn. Số là ngày trong tháng cuối của kỳ, cần every; ngày đầy đủ thì không có every.",
        en:
          "The deadline. A number is a day of the period's last month and needs every; a full date "
          + "stands without it."
      ),
      keys: [
        .may(
          "before",
          vi: "trước ngày này: ngày cuối là ngày liền trước",
          en: "the last good day is the day before"
        ),
        .may(
          "by",
          vi: "đến hết ngày này, hết kỳ (2026-06, 2026-Q2, 2026) hoặc end",
          en: "up to this day, this period's end (2026-06, 2026-Q2, 2026), or end"
        ),
        .may(
          "months_after",
          vi: "cộng thêm số tháng sau tháng cuối của kỳ",
          en: "months after the period's last month"
        ),
      ],
      example: """
        due: {before: 20}                  # every: month: hết ngày 19
        due: {by: 2026-06}                 # hết ngày 30/6/2026
        due: {by: 15, months_after: 1}     # ngày 15 tháng sau kỳ
        due: {by: end}                     # ngày cuối kỳ
        due: unknown                       # chưa ấn định ngày
        """
    ),
  ]

  static let exceptions = [
    MappingDescription(
      Words.waiver,
      Phrase(
        vi: "Một miễn trừ đã được duyệt, tác dụng khi hạn gốc (hoặc ngày tính) nằm trong valid.",
        en: "An approved waiver; it works if the original deadline (or the as-of date) is in valid."
      ),
      keys: [
        .must("id", vi: "mã", en: "id"),
        .must("rule", vi: "quy tắc", en: "the rule"),
        .must("units", vi: "các đơn vị", en: "the units"),
        .may("periods", vi: "các kỳ; bỏ trống là mọi kỳ", en: "the periods; all if left out"),
        .must(
          "effect",
          vi: "exempt (không tính vi phạm), extend (lùi hạn), target (hạ chỉ tiêu)",
          en: "exempt, extend (the deadline), target (a lower one)"
        ),
        .may(
          "until",
          vi: "hạn mới, sau hạn gốc; chỉ với extend và khi đó bắt buộc",
          en: "the new deadline, after the original; with extend only and then required"
        ),
        .may(
          "at_least",
          vi: "chỉ tiêu mới, chỉ với target",
          en: "the new target, with target only"
        ),
        .may("at_most", vi: "chỉ tiêu mới, chỉ với target", en: "the new target, with target only"),
        .must("reason", vi: "lý do", en: "why"),
        .must("document", vi: "số văn bản đồng ý", en: "the document that grants it"),
        .must("approved_by", vi: "người duyệt", en: "who approved it"),
        .must("approved_on", vi: "ngày duyệt", en: "when"),
        .must("valid", vi: "thời gian có giá trị", en: "when it is valid"),
      ],
      example: """
        waivers:
          - {id: mt-01, rule: bao-cao-thang, units: [kt], periods: [2026-07], effect: exempt,
             reason: Khắc phục hậu quả mưa lũ, document: 112/UBND-VP, approved_by: Chủ tịch UBND xã,
             approved_on: 2026-07-17, valid: {from: 2026-07-13, to: 2026-07-31}}
        """
    ),
    MappingDescription(
      Phrase(verbatim: "'valid'"),
      Phrase(vi: "Thời gian có giá trị của miễn trừ.", en: "When a waiver is valid."),
      keys: [
        .must("from", vi: "ngày đầu", en: "first day"),
        .must("to", vi: "ngày cuối", en: "last day"),
      ]
    ),
    MappingDescription(
      Phrase(verbatim: "'scoring'"),
      Phrase(
        vi: "Đầu vào chấm điểm, không phải kết quả xếp loại.",
        en: "Input for scores, not a result."
      ),
      keys: [
        .may("base", vi: "điểm ban đầu, mặc định 100", en: "points to start from, 100 by default"),
        .may("floor", vi: "điểm thấp nhất, mặc định 0", en: "lowest points, 0 by default"),
        .may(
          "deductions",
          vi: "các dòng trừ điểm; dòng đầu tiên khớp quyết định",
          en: "deductions; the first row that matches decides"
        ),
        .may("gates", vi: "các cảnh báo thi đua", en: "warnings for whoever decides on rewards"),
        .may("bands", vi: "các mức xếp loại", en: "the bands"),
      ]
    ),
    MappingDescription(
      Words.deduction,
      Phrase(
        vi: "Một dòng trừ điểm; khoá bỏ trống khớp mọi vi phạm.",
        en: "A deduction; a key left out matches every violation."
      ),
      keys: [
        .may("rule", vi: "quy tắc", en: "the rule"),
        .may("verdict", vi: "met_late, overdue hoặc failed", en: "met_late, overdue or failed"),
        .may("severity", vi: "mức nghiêm trọng", en: "the severity"),
        .may("tag", vi: "nhãn", en: "a tag"),
        .must("points", vi: "điểm trừ", en: "points taken off"),
        .may("per_day", vi: "trừ thêm mỗi ngày chậm", en: "more for each day late"),
        .may("at_most", vi: "trừ nhiều nhất", en: "at most so many"),
      ]
    ),
    MappingDescription(
      Words.gate,
      Phrase(
        vi: "Một cảnh báo thi đua, không phải quyết định.",
        en: "A warning, never a decision."
      ),
      keys: [
        .must("id", vi: "mã", en: "id"),
        .must("title", vi: "tên", en: "title"),
        .may("clause", vi: "căn cứ", en: "the clause"),
        .must("when", vi: "điều kiện", en: "the condition"),
      ]
    ),
    MappingDescription(
      Phrase(verbatim: "'when'"),
      Phrase(vi: "Điều kiện của một cảnh báo thi đua.", en: "The condition of a gate."),
      keys: [
        .must("tags", vi: "vi phạm có một trong các nhãn", en: "violations with one of these tags"),
        .may(
          "at_least",
          vi: "số vi phạm tối thiểu, mặc định 1",
          en: "so many of them, 1 by default"
        ),
      ]
    ),
    MappingDescription(
      Words.band,
      Phrase(vi: "Một mức xếp loại.", en: "A band."),
      keys: [
        .must("at_least", vi: "điểm tối thiểu", en: "from so many points"),
        .must("name", vi: "tên mức", en: "its name"),
      ]
    ),
  ]
}

/// Faults in rules: deadlines, waivers, checks and expressions.
extension DiagnosticExplanation {
  static let calendarYearMissing = DiagnosticExplanation(
    Phrase(vi: "lịch thiếu một năm", en: "a year that the calendar does not hold"),
    meaning: Phrase(
      vi: "Một thời hạn phải dời theo ngày làm việc rơi vào năm mà lịch chưa có. Không có lịch "
        + "không có nghĩa là không có ngày nghỉ, nên không đoán.",
      en: "A deadline that moves with working days falls in a year that the calendar lacks. No "
        + "calendar does not mean no holidays, so nothing is guessed."
    ),
    cure: Phrase(
      vi: "Thêm năm ấy vào 'calendar: years:' theo thông báo lịch nghỉ, kèm nguồn.",
      en: "Add the year to 'calendar: years:' from the notice of public holidays, with its source."
    ),
    example: """
      documents:
        - {id: kh2027, title: Kế hoạch 2027, effective: {from: 2027-01-01}, clauses: [{id: I.1}]}
      rules:
        - id: quyet-toan
          title: Quyết toán
          clause: kh2027/I.1
          responsible: vp
          due: {by: 2027-06-30}
          roll: following
          evidence: {of: ds, done_at: ngay}
      """,
    corrected: """
      calendar:
        years: [{year: 2027, source: Thông báo lịch nghỉ năm 2027}]
      """
  )

  static let invalidDeadline = DiagnosticExplanation(
    Phrase(vi: "thời hạn viết sai", en: "a deadline that cannot be"),
    meaning: Phrase(
      vi: "'due' không cho ra một ngày: số ngày mà không có 'every', 'before' với cả tháng, "
        + "'months_after' khi không biết hồ sơ thuộc kỳ nào…",
      en: "'due' does not give a day: a day number without 'every', 'before' with a whole month, "
        + "'months_after' where nothing says which period a record is for…"
    ),
    cure: Phrase(
      vi:
        "Viết một trong: {before: 2026-04-30}, {by: 2026-06-30}, {by: 2026-Q2}, hoặc với 'every': "
        + "{before: 20}, {by: 15, months_after: 1}, {by: end}.",
      en: "Write one of: {before: 2026-04-30}, {by: 2026-06-30}, {by: 2026-Q2}, or with 'every': "
        + "{before: 20}, {by: 15, months_after: 1}, {by: end}."
    ),
    example: """
      rules:
        - id: bao-cao
          title: Báo cáo
          clause: kh57/I.1
          responsible: vp
          due: {before: 20}
          evidence: {of: ds, done_at: ngay}
      """,
    corrected: """
      rules:
        - id: bao-cao
          title: Báo cáo
          clause: kh57/I.1
          responsible: vp
          every: month
          due: {before: 20}
          evidence: {of: ds, done_at: ngay}
      """
  )

  static let dateOutsideEffective = DiagnosticExplanation(
    Phrase(vi: "thời hạn ngoài thời gian hiệu lực", en: "a deadline outside the effective dates"),
    meaning: Phrase(
      vi: "Ngày cuối cùng của thời hạn nằm ngoài thời gian văn bản (hay quy tắc) có hiệu lực, nên "
        + "không ai phải làm việc ấy theo văn bản này.",
      en:
        "The deadline's last good day lies outside the days on which the document (or rule) is in "
        + "force, so nobody owes it under that document."
    ),
    cure: Phrase(
      vi: "Sửa ngày, hoặc sửa 'effective' của văn bản hay quy tắc.",
      en: "Correct the date, or 'effective' of the document or rule."
    ),
    example: """
      rules:
        - id: quyet-toan
          title: Quyết toán
          clause: kh57/I.1
          responsible: vp
          due: {by: 2026-03-31}
          evidence: {of: ds, done_at: ngay}
      """,
    corrected: """
      rules:
        - id: quyet-toan
          title: Quyết toán
          clause: kh57/I.1
          responsible: vp
          due: {by: 2026-06-30}
          evidence: {of: ds, done_at: ngay}
      """
  )

  static let missingDue = DiagnosticExplanation(
    Phrase(vi: "thiếu thời hạn", en: "a deadline is missing"),
    meaning: Phrase(
      vi:
        "Quy tắc có 'every', 'remind' hay phép kiểm 'evidence' thì phải có thời hạn: không có hạn "
        + "thì không bao giờ có thể quá hạn.",
      en: "A rule with 'every', 'remind' or the check 'evidence' needs a deadline: without one "
        + "nothing could ever be overdue."
    ),
    cure: Phrase(
      vi: "Thêm 'due', ví dụ due: {by: 2026-12-31}, hoặc due: unknown nếu chờ cấp trên ấn định.",
      en: "Add 'due', such as due: {by: 2026-12-31}, or due: unknown if another body has to set it."
    ),
    example: """
      rules:
        - id: bao-cao
          title: Báo cáo
          clause: kh57/I.1
          responsible: vp
          every: month
          evidence: {of: ds, done_at: ngay}
      """,
    corrected: """
      rules:
        - id: bao-cao
          title: Báo cáo
          clause: kh57/I.1
          responsible: vp
          every: month
          due: {by: end}
          evidence: {of: ds, done_at: ngay}
      """
  )

  static let overlappingWaivers = DiagnosticExplanation(
    Phrase(vi: "hai miễn trừ chồng nhau", en: "two waivers overlap"),
    meaning: Phrase(
      vi: "Hai miễn trừ cùng áp dụng cho một quy tắc, đơn vị và thời gian; không rõ theo cái nào.",
      en: "Two waivers cover the same rule, unit and time; nobody could say which one works."
    ),
    cure: Phrase(
      vi: "Bỏ một cái, hoặc thu hẹp đơn vị, kỳ hay thời gian hiệu lực.",
      en: "Remove one, or narrow its units, periods or validity."
    ),
    example: """
      waivers:
        - {id: w1, rule: r.2, units: [vp], effect: exempt, reason: Mưa lũ, document: 1/UBND,
           approved_by: Chủ tịch, approved_on: 2026-09-01, valid: {from: 2026-09-01, to: 2026-09-30}}
        - {id: w2, rule: r.2, units: [vp], effect: exempt, reason: Mưa lũ, document: 2/UBND,
           approved_by: Chủ tịch, approved_on: 2026-09-15, valid: {from: 2026-09-15, to: 2026-10-15}}
      """,
    corrected: """
      waivers:
        - {id: w1, rule: r.2, units: [vp], effect: exempt, reason: Mưa lũ, document: 1/UBND,
           approved_by: Chủ tịch, approved_on: 2026-09-01, valid: {from: 2026-09-01, to: 2026-09-30}}
        - {id: w2, rule: r.2, units: [vp], effect: exempt, reason: Mưa lũ, document: 2/UBND,
           approved_by: Chủ tịch, approved_on: 2026-10-01, valid: {from: 2026-10-01, to: 2026-10-15}}
      """
  )

  static let missingCheck = DiagnosticExplanation(
    Phrase(vi: "quy tắc không có phép kiểm", en: "a rule without a check"),
    meaning: Phrase(
      vi:
        "Quy tắc phải nói dữ liệu nào chứng minh nó. Quy tắc không kiểm gì sẽ trông như luôn đạt.",
      en: "A rule must say which data prove it. One that checks nothing would look as if it were "
        + "always met."
    ),
    cure: Phrase(
      vi: "Thêm đúng một phép kiểm: evidence, ratio, measure, records, unique, reference, cover, "
        + "compare hoặc fresh.",
      en: "Add exactly one check: evidence, ratio, measure, records, unique, reference, cover, "
        + "compare or fresh."
    ),
    example: """
      rules:
        - {id: bao-cao, title: Báo cáo, clause: kh57/I.1, responsible: vp, due: {by: 2026-06-30}}
      """,
    corrected: """
      rules:
        - id: bao-cao
          title: Báo cáo
          clause: kh57/I.1
          responsible: vp
          due: {by: 2026-06-30}
          evidence: {of: ds, done_at: ngay}
      """
  )

  static let severalChecks = DiagnosticExplanation(
    Phrase(vi: "quy tắc có nhiều phép kiểm", en: "a rule with several checks"),
    meaning: Phrase(
      vi: "Mỗi quy tắc là một nghĩa vụ với một kết luận, nên có đúng một phép kiểm.",
      en: "A rule is one obligation with one verdict, so it has exactly one check."
    ),
    cure: Phrase(
      vi: "Tách thành hai quy tắc cùng điều khoản, mỗi quy tắc một phép kiểm.",
      en: "Split it into two rules of the same clause, each with one check."
    ),
    example: """
      rules:
        - id: ho-so
          title: Hồ sơ
          clause: kh57/I.1
          responsible: vp
          records: {of: ds, complete: [ngay]}
          unique: {of: ds, key: ma}
      """,
    corrected: """
      rules:
        - id: ho-so
          title: Hồ sơ
          clause: kh57/I.1
          responsible: vp
          records: {of: ds, complete: [ngay]}
      """
  )

  static let noUnitColumn = DiagnosticExplanation(
    Phrase(vi: "dữ liệu không chia được theo đơn vị", en: "data that no unit column divides"),
    meaning: Phrase(
      vi: "Quy tắc giao cho từng đơn vị nhưng bộ dữ liệu không có cột nói mỗi dòng của đơn vị nào.",
      en: "The rule is for each unit, but no column of the dataset says whose a row is."
    ),
    cure: Phrase(
      vi:
        "Khai 'unit: <cột>' cho bộ dữ liệu hoặc trong phép kiểm, hoặc giao quy tắc cho một đơn vị.",
      en: "Declare 'unit: <column>' for the dataset or in the check, or give the rule to one unit."
    ),
    example: """
      datasets:
        - {id: chung, file: chung.csv, columns: {ngay: {type: date}}}
      rules:
        - id: cap-nhat
          title: Cập nhật
          clause: kh57/I.1
          responsible: {each: phong}
          records: {of: chung, complete: [ngay]}
      """,
    corrected: """
      datasets:
        - {id: chung, file: chung.csv, columns: {ngay: {type: date}}}
      rules:
        - id: cap-nhat
          title: Cập nhật
          clause: kh57/I.1
          responsible: vp
          records: {of: chung, complete: [ngay]}
      """
  )

  static let wrongColumnType = DiagnosticExplanation(
    Phrase(vi: "cột sai kiểu", en: "a column of the wrong type"),
    meaning: Phrase(
      vi:
        "Phép kiểm cần cột kiểu khác: 'done_at' và 'updated' cần ngày, 'sum' cần số, 'period' cần "
        + "đúng loại kỳ của 'every', hai cột được so phải cùng kiểu.",
      en:
        "The check needs a column of another type: 'done_at' and 'updated' a date, 'sum' a number, "
        + "'period' the kind of 'every', and two columns compared the same type."
    ),
    cure: Phrase(
      vi: "Chọn cột khác, hoặc sửa 'type' của cột trong bộ dữ liệu.",
      en: "Choose another column, or correct its 'type' in the dataset."
    ),
    example: """
      rules:
        - id: bao-cao
          title: Báo cáo
          clause: kh57/I.1
          responsible: vp
          due: {by: 2026-06-30}
          evidence: {of: ds, done_at: ma}
      """,
    corrected: """
      rules:
        - id: bao-cao
          title: Báo cáo
          clause: kh57/I.1
          responsible: vp
          due: {by: 2026-06-30}
          evidence: {of: ds, done_at: ngay}
      """
  )

  static let expressionSyntax = DiagnosticExplanation(
    Phrase(vi: "biểu thức sai cú pháp", en: "an expression that cannot be read"),
    meaning: Phrase(
      vi: "Biểu thức thiếu ngoặc, thiếu vế, hoặc dùng ký hiệu không có (and, or, =, <>).",
      en: "The expression lacks a bracket or an operand, or uses a sign that does not exist (and, "
        + "or, =, <>)."
    ),
    cure: Phrase(
      vi: "Dùng && || ! == != < <= > >= in; thử bằng: check expr 'BIỂU-THỨC'.",
      en: "Use && || ! == != < <= > >= in; try it with: check expr 'EXPRESSION'."
    ),
    example: ratio("has(ngay"),
    corrected: ratio("has(ngay)")
  )

  static let expressionType = DiagnosticExplanation(
    Phrase(vi: "biểu thức sai kiểu", en: "an expression of the wrong type"),
    meaning: Phrase(
      vi:
        "Biểu thức so hay tính những giá trị khác kiểu (chữ với số, chữ với ngày), hoặc điều kiện "
        + "không cho ra đúng/sai.",
      en: "The expression compares or computes with values of different types (text with a number, "
        + "text with a date), or a condition gives no yes or no."
    ),
    cure: Phrase(
      vi: "Đổi về cùng kiểu, ví dụ date(\"2026-06-30\") cho ngày.",
      en: "Bring both to one type, such as date(\"2026-06-30\") for a date."
    ),
    example: ratio("ngay <= \"2026-06-30\""),
    corrected: ratio("ngay <= date(\"2026-06-30\")")
  )

  static let unknownIdentifier = DiagnosticExplanation(
    Phrase(vi: "tên không có trong bộ dữ liệu", en: "a name that the dataset does not have"),
    meaning: Phrase(
      vi: "Biểu thức đọc một cột mà bộ dữ liệu không khai báo, hoặc một biến không có ở đây "
        + "(period_start và period_end cần 'every', due cần 'due').",
      en: "The expression reads a column that the dataset does not declare, or a variable that is "
        + "not there (period_start and period_end need 'every', due needs 'due')."
    ),
    cure: Phrase(
      vi: "Sửa theo gợi ý, hoặc khai báo cột.",
      en: "Correct it as suggested, or declare the column."
    ),
    example: ratio("has(ngya)"),
    corrected: ratio("has(ngay)")
  )

  static let unknownFunction = DiagnosticExplanation(
    Phrase(vi: "hàm không có", en: "a function that does not exist"),
    meaning: Phrase(
      vi: "Biểu thức gọi hàm mà ngôn ngữ không có.",
      en: "The expression calls a function that the language does not have."
    ),
    cure: Phrase(
      vi: "Sửa theo gợi ý, hoặc xem danh sách hàm trong tài liệu tham chiếu.",
      en: "Correct it as suggested, or look the functions up in the reference."
    ),
    example: ratio("addDay(ngay, 3) >= as_of"),
    corrected: ratio("addDays(ngay, 3) >= as_of")
  )

  static let notSupported = DiagnosticExplanation(
    Phrase(vi: "phần của CEL không được dùng", en: "a part of CEL that is left out"),
    meaning: Phrase(
      vi: "CEL có thứ này nhưng ngôn ngữ quy tắc cố ý không dùng, vì nó mơ hồ với ô trống hoặc "
        + "không tính được như nhau ở mọi nơi: null, phép '/', dyn, macro…",
      en:
        "CEL has this, but the rule language leaves it out on purpose, because it is ambiguous for "
        + "empty cells or cannot be computed alike everywhere: null, '/', dyn, macros…"
    ),
    cure: Phrase(
      vi: "Dùng has(cột) thay cho so với null, ratio(a, b) thay cho a / b.",
      en: "Use has(column) instead of comparing with null, ratio(a, b) instead of a / b."
    ),
    example: ratio("ngay != null"),
    corrected: ratio("has(ngay)")
  )

  /// A rule whose only point is one expression.
  private static func ratio(_ expression: String) -> String {
    """
    rules:
      - id: ty-le
        title: Tỷ lệ
        clause: kh57/I.1
        responsible: vp
        ratio:
          of: ds
          that: '\(expression)'
          at_least: 90%
    """
  }
}

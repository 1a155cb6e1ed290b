/// What is legal in a pack but suspicious: rules, clauses and targets.
extension DiagnosticExplanation {
  static let unbackedRule = DiagnosticExplanation(
    Phrase(
      vi: "không điều khoản nào đỡ quy tắc",
      en: "a rule that no clause backs"
    ),
    meaning: Phrase(
      vi: "Quy tắc dẫn điều khoản được ghi là không thể kiểm, hoặc của văn bản chưa có hay đã hết "
        + "hiệu lực. Đơn vị bị nêu vi phạm sẽ hỏi căn cứ.",
      en: "The rule cites a clause that is marked not checkable, or one of a document that is not "
        + "in force while the rule is. A unit that is blamed will ask for the basis."
    ),
    cure: Phrase(
      vi:
        "Bỏ 'not_checkable' nếu quy tắc kiểm được điều khoản; nếu không, dẫn điều khoản khác hoặc "
        + "bỏ quy tắc.",
      en:
        "Drop 'not_checkable' if the rule does check the clause; else cite another clause or drop "
        + "the rule."
    ),
    example: """
      documents:
        - id: qd9
          title: Quyết định 9
          effective: {from: 2026-05-01, to: 2026-12-31}
          clauses: [{id: D.1, summary: Phấn đấu, not_checkable: Không có đại lượng đo được}]
      rules:
        - id: phan-dau
          title: Không trùng ngày
          clause: qd9/D.1
          responsible: vp
          unique: {of: ds, key: ngay}
      """,
    corrected: """
      documents:
        - id: qd9
          title: Quyết định 9
          effective: {from: 2026-05-01, to: 2026-12-31}
          clauses: [{id: D.1, summary: Mỗi ngày một báo cáo}]
      rules:
        - id: phan-dau
          title: Không trùng ngày
          clause: qd9/D.1
          responsible: vp
          unique: {of: ds, key: ngay}
      """
  )

  static let uncoveredClause = DiagnosticExplanation(
    Phrase(
      vi: "điều khoản chưa có quy tắc",
      en: "a clause that nothing covers"
    ),
    meaning: Phrase(
      vi: "Văn bản giao việc này nhưng không quy tắc nào kiểm, cũng không có lý do vì sao không "
        + "kiểm được: báo cáo sẽ im lặng về nó.",
      en: "The document asks for it, but no rule checks it and nothing says why it cannot be "
        + "checked: reports will be silent about it."
    ),
    cure: Phrase(
      vi: "Viết quy tắc dẫn điều khoản, hoặc ghi 'not_checkable' kèm lý do.",
      en: "Write a rule that cites the clause, or say 'not_checkable' with the reason."
    ),
    example: """
      documents:
        - id: qd9
          title: Quyết định 9
          effective: {from: 2026-05-01}
          clauses: [{id: D.1, summary: Công khai kết quả}]
      """,
    corrected: """
      documents:
        - id: qd9
          title: Quyết định 9
          effective: {from: 2026-05-01}
          clauses: [{id: D.1, summary: Công khai kết quả, not_checkable: Chưa có sổ theo dõi}]
      """
  )

  static let sameFact = DiagnosticExplanation(
    Phrase(
      vi: "hai quy tắc xét một việc",
      en: "two rules that judge the same fact"
    ),
    meaning: Phrase(
      vi:
        "Hai quy tắc hỏi cùng một điều trên cùng những dòng, của cùng đơn vị: một thiếu sót thành "
        + "hai vi phạm, trừ điểm hai lần.",
      en:
        "Two rules ask the same of the same rows of the same unit: one fault makes two violations "
        + "and is charged twice."
    ),
    cure: Phrase(
      vi:
        "Gộp thành một quy tắc dẫn cả hai điều khoản, hoặc làm rõ chỗ khác nhau bằng 'where'; nếu "
        + "đúng là cố ý thì ghi '# lint: MÃ: LÝ DO'.",
      en: "Make them one rule that cites both clauses, or tell them apart with 'where'; if it is "
        + "meant, say '# lint: ID: REASON'."
    ),
    example: """
      rules:
        - id: bao-cao-2
          title: Báo cáo lần nữa
          clause: kh57/II.2
          responsible: vp
          every: month
          due: {by: 25}
          evidence: {of: ds, done_at: ngay}
      """,
    corrected: """
      rules:
        - id: bao-cao-2
          title: Báo cáo tổng hợp
          clause: kh57/II.2
          responsible: vp
          every: month
          due: {by: 25}
          evidence: {of: ds, where: 'ma.startsWith("TH")', done_at: ngay}
      """
  )

  static let ratioWithoutFilter = DiagnosticExplanation(
    Phrase(
      vi: "tỷ lệ không lọc mẫu số",
      en: "a ratio without a denominator filter"
    ),
    meaning: Phrase(
      vi: "Tên quy tắc nói tỷ lệ trên tổng số một loại nào đó, nhưng phép kiểm lấy mọi dòng của "
        + "bảng làm mẫu số.",
      en: "The title speaks of a share of the total of something, but the check takes every row of "
        + "the dataset as the denominator."
    ),
    cure: Phrase(
      vi:
        "Thêm 'where' hoặc 'exclude' chọn đúng những dòng thuộc tổng số; nếu đúng là cố ý thì ghi "
        + "'# lint: MÃ: LÝ DO'.",
      en: "Add 'where' or 'exclude' to choose the rows of that total; if it is meant, say '# lint: "
        + "ID: REASON'."
    ),
    example: """
      rules:
        - id: dung-han
          title: Ít nhất 80% trên tổng số báo cáo tổng hợp gửi trước ngày xét
          clause: kh57/II.2
          responsible: vp
          ratio: {of: ds, that: ngay < as_of, at_least: 80%}
      """,
    corrected: """
      rules:
        - id: dung-han
          title: Ít nhất 80% trên tổng số báo cáo tổng hợp gửi trước ngày xét
          clause: kh57/II.2
          responsible: vp
          ratio: {of: ds, where: 'ma.startsWith("TH")', that: ngay < as_of, at_least: 80%}
      """
  )

  static let trivialTarget = DiagnosticExplanation(
    Phrase(
      vi: "chỉ tiêu nào cũng đạt",
      en: "a target that every value reaches"
    ),
    meaning: Phrase(
      vi: "Ít nhất 0% hoặc nhiều nhất 100% thì số liệu nào cũng đạt: quy tắc không bao giờ phát "
        + "hiện được gì.",
      en: "At least 0% or at most 100% is true of all data: the rule can never find anything."
    ),
    cure: Phrase(
      vi: "Ghi đúng con số của điều khoản.",
      en: "Write the figure of the clause."
    ),
    example: """
      rules:
        - id: dung-han
          title: Báo cáo gửi trước ngày xét
          clause: kh57/II.2
          responsible: vp
          ratio: {of: ds, that: ngay < as_of, at_least: 0%}
      """,
    corrected: """
      rules:
        - id: dung-han
          title: Báo cáo gửi trước ngày xét
          clause: kh57/II.2
          responsible: vp
          ratio: {of: ds, that: ngay < as_of, at_least: 80%}
      """
  )

  static let standingDutyWithoutPeriod = DiagnosticExplanation(
    Phrase(
      vi: "nghĩa vụ thường xuyên mà có kỳ",
      en: "a standing duty that seems to have periods"
    ),
    meaning: Phrase(
      vi: "Quy tắc không có 'every' và 'due', nên chỉ xét tình trạng tại ngày tính; nhưng tên quy "
        + "tắc nói theo kỳ, hoặc bảng có cột kỳ mà phép kiểm không đọc.",
      en: "The rule has neither 'every' nor 'due', so that only the state at the as-of date is "
        + "judged; but its title speaks of periods, or the dataset has a period column that the "
        + "check does not read."
    ),
    cure: Phrase(
      vi: "Thêm 'every' và 'due'; nếu đúng là cố ý thì ghi '# lint: MÃ: LÝ DO'.",
      en: "Add 'every' and 'due'; if it is meant, say '# lint: ID: REASON'."
    ),
    example: """
      rules:
        - id: ghi-du-ngay
          title: Ghi đủ ngày gửi hằng tháng
          clause: kh57/II.2
          responsible: vp
          records: {of: ds, complete: [ngay]}
      """,
    corrected: """
      rules:
        - id: ghi-du-ngay
          title: Ghi đủ ngày gửi hằng tháng
          clause: kh57/II.2
          responsible: vp
          every: month
          due: {by: end}
          records: {of: ds, complete: [ngay]}
      """
  )

  static let ruleNeverOwed = DiagnosticExplanation(
    Phrase(
      vi: "quy tắc không bao giờ thành nghĩa vụ",
      en: "a rule that never becomes an obligation"
    ),
    meaning: Phrase(
      vi: "Không kỳ nào có hạn trong thời gian hiệu lực, hoặc không đơn vị chịu trách nhiệm nào "
        + "hoạt động khi đó: quy tắc nằm im, báo cáo không nhắc đến.",
      en: "No period has its deadline while the rule is in force, or no responsible unit is active "
        + "then: the rule is never heard of in a report."
    ),
    cure: Phrase(
      vi: "Sửa 'effective', 'every', 'due' hoặc 'active' cho khớp nhau.",
      en: "Make 'effective', 'every', 'due' and 'active' fit together."
    ),
    example: """
      rules:
        - id: bao-cao-nhanh
          title: Báo cáo nhanh
          clause: kh57/II.2
          responsible: vp
          effective: {from: 2026-04-20, to: 2026-05-10}
          every: month
          due: {by: 15}
          evidence: {of: ds, where: 'ma.startsWith("N")', done_at: ngay}
      """,
    corrected: """
      rules:
        - id: bao-cao-nhanh
          title: Báo cáo nhanh
          clause: kh57/II.2
          responsible: vp
          effective: {from: 2026-04-20, to: 2026-05-31}
          every: month
          due: {by: 15}
          evidence: {of: ds, where: 'ma.startsWith("N")', done_at: ngay}
      """
  )

  static let chainedDeadlines = DiagnosticExplanation(
    Phrase(
      vi: "hai hạn nối nhau rơi vào một ngày",
      en: "chained deadlines on the same working day"
    ),
    meaning: Phrase(
      vi:
        "Việc sau dựa vào kết quả việc trước, nhưng ngày nghỉ dời cả hai hạn về cùng một ngày làm "
        + "việc: người tổng hợp nhận đầu vào đúng ngày phải nộp.",
      en: "The later work builds on the earlier, but days off move both deadlines to the same "
        + "working day: who sums up gets what is to be summed up on the day it is due."
    ),
    cure: Phrase(
      vi: "Đặt 'roll: preceding' cho hạn trước, lùi hạn sau, hoặc nhắc nộp sớm; nếu đúng là cố ý "
        + "thì ghi '# lint: MÃ: LÝ DO'.",
      en: "Give the earlier deadline 'roll: preceding', move the later one, or have the work sent "
        + "early; if it is meant, say '# lint: ID: REASON'."
    ),
    example: """
      rules:
        - id: tong-hop
          title: Báo cáo tổng hợp
          clause: kh57/II.2
          responsible: vp
          every: month
          due: {by: 21}
          evidence: {of: ds, where: 'ma.startsWith("TH")', done_at: ngay}
      """,
    corrected: """
      rules:
        - id: tong-hop
          title: Báo cáo tổng hợp
          clause: kh57/II.2
          responsible: vp
          every: month
          due: {by: 25}
          evidence: {of: ds, where: 'ma.startsWith("TH")', done_at: ngay}
      """
  )
}

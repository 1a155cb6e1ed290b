/// What is legal in a pack but suspicious: names, data, waivers and tests.
extension DiagnosticExplanation {
  static let similarUnitNames = DiagnosticExplanation(
    Phrase(
      vi: "tên đơn vị dễ lẫn",
      en: "unit names that are easily confused"
    ),
    meaning: Phrase(
      vi: "Hai đơn vị có tên chỉ khác nhau ở dấu, khoảng trắng hay dấu câu. Chương trình phân biệt "
        + "được, người gõ bảng tính thì không: dòng dữ liệu sẽ về nhầm đơn vị.",
      en: "Names of two units differ in nothing but diacritics, spaces or punctuation. The program "
        + "tells them apart, who types a spreadsheet does not: rows will go to the wrong unit."
    ),
    cure: Phrase(
      vi: "Bỏ bớt bí danh, hoặc đặt tên khác nhau rõ hơn.",
      en: "Drop an alias, or choose names further apart."
    ),
    example: """
      units: [{id: p2, name: Phòng Kính Tế}]
      """,
    corrected: """
      units: [{id: p2, name: Phòng Văn hoá}]
      """
  )

  static let unusedDataset = DiagnosticExplanation(
    Phrase(
      vi: "bảng không ai đọc",
      en: "a dataset that nothing reads"
    ),
    meaning: Phrase(
      vi: "Đơn vị phải nộp bảng này mà không quy tắc nào dùng: tốn công, và dễ tưởng là đã được "
        + "xét.",
      en: "Units are asked for it and no rule uses it: wasted work, and easily mistaken for "
        + "something that is checked."
    ),
    cure: Phrase(
      vi: "Viết quy tắc dùng bảng, hoặc bỏ khai báo; nếu đúng là cố ý thì ghi '# lint: MÃ: LÝ DO'.",
      en: "Write a rule that uses it, or drop the declaration; if it is meant, say '# lint: ID: "
        + "REASON'."
    ),
    example: """
      datasets:
        - {id: ho_so, file: ho-so*.csv, columns: {ma: {type: text}}, key: ma}
      """,
    corrected: """
      datasets:
        - {id: ho_so, file: ho-so*.csv, columns: {ma: {type: text}}, key: ma}
      rules:
        - {id: ma-ho-so, title: Mã riêng, clause: kh57/II.2, responsible: vp, unique: {of: ho_so, key: ma}}
      """
  )

  static let unusedColumn = DiagnosticExplanation(
    Phrase(
      vi: "cột không ai đọc",
      en: "a column that nothing reads"
    ),
    meaning: Phrase(
      vi: "Cột được khai nhưng không quy tắc, khoá, đơn vị hay tham chiếu nào đọc. Ô sai trong cột "
        + "ấy không ai biết.",
      en: "The column is declared, but no rule, key, unit or reference reads it. Nobody will know "
        + "of a wrong cell in it."
    ),
    cure: Phrase(
      vi:
        "Bỏ khai báo (tệp vẫn được có cột ấy), hoặc viết quy tắc đọc nó; nếu đúng là cố ý thì ghi "
        + "'# lint: MÃ: LÝ DO'.",
      en: "Drop the declaration (files may still have the column), or write a rule that reads it; "
        + "if it is meant, say '# lint: ID: REASON'."
    ),
    example: """
      datasets:
        - id: ho_so
          file: ho-so*.csv
          columns: {ma: {type: text}, ghi_chu: {header: [Ghi chú]}}
          key: ma
      rules:
        - {id: ma-ho-so, title: Mã riêng, clause: kh57/II.2, responsible: vp, unique: {of: ho_so, key: ma}}
      """,
    corrected: """
      datasets:
        - id: ho_so
          file: ho-so*.csv
          columns: {ma: {type: text}}
          key: ma
      rules:
        - {id: ma-ho-so, title: Mã riêng, clause: kh57/II.2, responsible: vp, unique: {of: ho_so, key: ma}}
      """
  )

  static let idleWaiver = DiagnosticExplanation(
    Phrase(
      vi: "miễn trừ không khớp nghĩa vụ nào",
      en: "a waiver that matches nothing"
    ),
    meaning: Phrase(
      vi:
        "Không đơn vị nào của miễn trừ có nghĩa vụ với hạn gốc nằm trong 'valid' (và thuộc các kỳ "
        + "đã nêu): miễn trừ không bao giờ có tác dụng.",
      en:
        "None of the waiver's units has an obligation whose original deadline lies within 'valid' "
        + "(and in the periods named): the waiver can never work."
    ),
    cure: Phrase(
      vi: "Sửa 'units', 'periods' hoặc 'valid' theo văn bản đã duyệt.",
      en: "Correct 'units', 'periods' or 'valid' as the document says."
    ),
    example: """
      waivers:
        - id: mt-9
          rule: bao-cao
          units: [vp]
          periods: [2026-05]
          effect: exempt
          reason: Mất điện
          document: 45/UBND
          approved_by: Chủ tịch UBND xã
          approved_on: 2026-06-01
          valid: {from: 2026-06-01, to: 2026-06-30}
      """,
    corrected: """
      waivers:
        - id: mt-9
          rule: bao-cao
          units: [vp]
          periods: [2026-05]
          effect: exempt
          reason: Mất điện
          document: 45/UBND
          approved_by: Chủ tịch UBND xã
          approved_on: 2026-05-18
          valid: {from: 2026-05-18, to: 2026-06-30}
      """
  )

  static let lapsedWaiver = DiagnosticExplanation(
    Phrase(
      vi: "miễn trừ đã hết giá trị",
      en: "a waiver that has lapsed"
    ),
    meaning: Phrase(
      vi: "Ngày cuối của 'valid' đã qua và không nghĩa vụ nào còn được xét theo miễn trừ: quy tắc "
        + "được xét như không có nó.",
      en: "The last day of 'valid' is over and no obligation is judged by the waiver any more: its "
        + "rule is judged as if it were not there."
    ),
    cure: Phrase(
      vi: "Bỏ miễn trừ, hoặc ghi văn bản gia hạn; nếu đúng là cố ý thì ghi '# lint: MÃ: LÝ DO'.",
      en: "Drop the waiver, or enter the document that prolongs it; if it is meant, say '# lint: "
        + "ID: REASON'."
    ),
    example: """
      waivers:
        - id: mt-9
          rule: du-ngay
          units: [kt]
          effect: exempt
          reason: Đang chuyển phần mềm
          document: 46/UBND
          approved_by: Chủ tịch UBND xã
          approved_on: 2026-05-01
          valid: {from: 2026-05-01, to: 2026-05-31}
      """,
    corrected: """
      waivers:
        - id: mt-9
          rule: du-ngay
          units: [kt]
          effect: exempt
          reason: Đang chuyển phần mềm
          document: 46/UBND
          approved_by: Chủ tịch UBND xã
          approved_on: 2026-05-01
          valid: {from: 2026-05-01, to: 2026-12-31}
      """
  )

  static let untestedViolation = DiagnosticExplanation(
    Phrase(
      vi: "chưa ai thấy quy tắc bắt được vi phạm",
      en: "a rule whose tests do not show it failing"
    ),
    meaning: Phrase(
      vi: "Không phép thử nào chờ một kết luận vi phạm của quy tắc: quy tắc viết sai đến mức không "
        + "bao giờ bắt được gì cũng vẫn qua mọi phép thử.",
      en: "No test expects the rule to be violated: one that is so wrong that it never catches "
        + "anything would pass all its tests."
    ),
    cure: Phrase(
      vi: "Viết trong tệp '*.test.yaml' một phép thử với số liệu vi phạm, rồi chạy 'check test'.",
      en: "Write a test with data that break the rule in a file '*.test.yaml', then run 'check "
        + "test'."
    ),
    example: """
      tests:
        - name: gửi đủ thì đạt
          rules: [du-ngay]
          as_of: 2026-06-15
          data: {ds: [{ma: A, dv: kt, ngay: 2026-06-01}, {ma: B, dv: vp, ngay: 2026-06-01}]}
          expect: [{unit: "*", verdict: met}]
      """,
    corrected: """
      tests:
        - name: thiếu ngày thì không đạt
          rules: [du-ngay]
          as_of: 2026-06-15
          data: {ds: [{ma: A, dv: kt}, {ma: B, dv: vp, ngay: 2026-06-01}]}
          expect: [{unit: kt, verdict: failed}, {unit: vp, verdict: met}]
      """
  )

  static let idleAcknowledgement = DiagnosticExplanation(
    Phrase(
      vi: "chú thích 'lint' thừa",
      en: "a 'lint' comment that is good for nothing"
    ),
    meaning: Phrase(
      vi:
        "Chú thích '# lint: MÃ: LÝ DO' ghi nhận một cảnh báo, nhưng thiếu mã hay lý do, hoặc cảnh "
        + "báo ấy không còn.",
      en: "The comment '# lint: ID: REASON' explains a warning, but has no id or reason, or there "
        + "is no such warning any more."
    ),
    cure: Phrase(
      vi: "Viết đủ mã và lý do, hoặc bỏ chú thích.",
      en: "Write id and reason, or drop the comment."
    ),
    example: """
      # lint: unused-column: giữ để đối chiếu
      units: [{id: ttvh, name: Trung tâm Văn hoá}]
      """,
    corrected: """
      units: [{id: ttvh, name: Trung tâm Văn hoá}]
      """
  )
}

/// Faults in the shape of a pack: keys, values, ids and names.
extension DiagnosticExplanation {
  static let expectedMapping = DiagnosticExplanation(
    Phrase(vi: "chỗ này phải là các cặp khoá: giá trị", en: "keys and values belong here"),
    meaning: Phrase(
      vi: "Khoá này chứa các cặp khoá: giá trị, nhưng tệp lại ghi một danh sách hay một giá trị.",
      en: "This place takes keys with values, but a list or a single value stands there."
    ),
    cure: Phrase(
      vi: "Viết 'khoá: giá trị' thụt vào dưới khoá, hoặc {khoá: giá trị}.",
      en: "Write 'key: value' indented below it, or {key: value}."
    ),
    example: "units: [Trung tâm Văn hoá]\n",
    corrected: "units: [{id: ttvh, name: Trung tâm Văn hoá}]\n"
  )

  static let expectedList = DiagnosticExplanation(
    Phrase(vi: "chỗ này phải là danh sách", en: "a list belongs here"),
    meaning: Phrase(
      vi: "Khoá này nhận một danh sách, nhưng tệp ghi một giá trị hay các cặp khoá: giá trị.",
      en: "This key takes a list, but a value or a mapping stands there."
    ),
    cure: Phrase(
      vi: "Viết mỗi phần tử trên một dòng bắt đầu bằng '- ', hoặc [a, b].",
      en: "Write every element on a line beginning with '- ', or [a, b]."
    ),
    example: "units: {id: ttvh, name: Trung tâm Văn hoá}\n",
    corrected: "units: [{id: ttvh, name: Trung tâm Văn hoá}]\n"
  )

  static let expectedScalar = DiagnosticExplanation(
    Phrase(vi: "chỗ này phải là một giá trị", en: "a single value belongs here"),
    meaning: Phrase(
      vi: "Khoá này nhận một giá trị (chữ, số, ngày), nhưng tệp ghi danh sách hay cặp khoá.",
      en: "This key takes one value (text, number, date), but a list or mapping stands there."
    ),
    cure: Phrase(vi: "Viết đúng một giá trị sau dấu ':'.", en: "Write one value after the ':'."),
    example: "units: [{id: ttvh, name: [Trung tâm, Văn hoá]}]\n",
    corrected: "units: [{id: ttvh, name: Trung tâm Văn hoá}]\n"
  )

  static let unknownKey = DiagnosticExplanation(
    Phrase(vi: "khoá không có trong ngôn ngữ", en: "a key that the language does not have"),
    meaning: Phrase(
      vi:
        "Khoá viết sai hoặc đặt sai chỗ. Bỏ qua nó thì quy tắc sẽ kiểm tra khác với ý người viết.",
      en: "The key is misspelt or stands in the wrong place. To skip it would check something else "
        + "than its author meant."
    ),
    cure: Phrase(
      vi: "Sửa theo gợi ý, hoặc xem các khoá được phép trong tài liệu tham chiếu.",
      en: "Correct it as suggested, or look the keys up in the reference."
    ),
    example: "units: [{id: ttvh, nmae: Trung tâm Văn hoá, name: Trung tâm}]\n",
    corrected: "units: [{id: ttvh, name: Trung tâm Văn hoá}]\n"
  )

  static let missingKey = DiagnosticExplanation(
    Phrase(vi: "thiếu khoá bắt buộc", en: "a required key is missing"),
    meaning: Phrase(
      vi: "Mục này thiếu một khoá mà thiếu nó thì không ai biết phải xét thế nào; hoặc khoá có mà "
        + "không có giá trị.",
      en: "A key is missing without which nobody knows how to judge; or it is there without a "
        + "value."
    ),
    cure: Phrase(vi: "Thêm khoá và giá trị của nó.", en: "Add the key and its value."),
    example: "units: [{id: ttvh}]\n",
    corrected: "units: [{id: ttvh, name: Trung tâm Văn hoá}]\n"
  )

  static let conflictingKeys = DiagnosticExplanation(
    Phrase(vi: "các khoá không đi cùng nhau", en: "keys that exclude each other"),
    meaning: Phrase(
      vi: "Hai khoá nói hai điều khác nhau về cùng một việc, hoặc một khoá vô nghĩa ở chỗ này.",
      en: "Two keys say different things about the same matter, or a key means nothing here."
    ),
    cure: Phrase(vi: "Giữ lại đúng một khoá.", en: "Keep exactly one of them."),
    example: """
      rules:
        - id: quyet-toan
          title: Quyết toán
          clause: kh57/I.1
          responsible: vp
          due: {before: 2026-07-01, by: 2026-06-30}
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

  static let invalidValue = DiagnosticExplanation(
    Phrase(vi: "giá trị không hợp lệ", en: "a value that cannot be"),
    meaning: Phrase(
      vi: "Giá trị không đọc được theo kiểu của khoá (ngày, số, mã…), hoặc không nằm trong các "
        + "giá trị cho phép.",
      en: "The value cannot be read as its key wants it (date, number, id…), or is not among the "
        + "values that are allowed."
    ),
    cure: Phrase(
      vi: "Sửa theo gợi ý: ngày viết yyyy-mm-dd, số thập phân dùng dấu chấm, tỷ lệ có dấu %.",
      en: "Correct it as suggested: dates as yyyy-mm-dd, decimals with a point, shares with %."
    ),
    example: """
      documents:
        - {id: kh60, title: Kế hoạch 60, effective: {from: 20/4/2026}}
      """,
    corrected: """
      documents:
        - {id: kh60, title: Kế hoạch 60, effective: {from: 2026-04-20}}
      """
  )

  static let duplicateSection = DiagnosticExplanation(
    Phrase(vi: "mục chỉ được có một lần", en: "a section that a pack has once"),
    meaning: Phrase(
      vi: "'pack', 'scoring' và 'mail' chỉ được có một lần trong cả bộ quy tắc, dù ở tệp nào.",
      en: "'pack', 'scoring' and 'mail' stand once in a pack, in whichever file."
    ),
    cure: Phrase(vi: "Gộp hai mục làm một.", en: "Join the two into one."),
    example: """
      pack: {schema: 1, name: Bộ quy tắc thứ hai}
      """
  )

  static let duplicateID = DiagnosticExplanation(
    Phrase(vi: "mã được khai báo hai lần", en: "an id declared twice"),
    meaning: Phrase(
      vi: "Hai mục cùng loại mang một mã. Báo cáo, miễn trừ và lịch sử dựa vào mã để nói về đúng "
        + "một quy tắc, đơn vị hay bộ dữ liệu.",
      en:
        "Two things of one kind have the same id. Reports, waivers and history use it to speak of "
        + "exactly one rule, unit or dataset."
    ),
    cure: Phrase(
      vi: "Đổi mã của mục mới; mã đã dùng trong báo cáo thì giữ nguyên.",
      en: "Change the newer id; one that reports have used stays."
    ),
    example: "units: [{id: vp, name: Văn phòng Đảng uỷ}]\n",
    corrected: "units: [{id: vpdu, name: Văn phòng Đảng uỷ}]\n"
  )

  static let unknownName = DiagnosticExplanation(
    Phrase(vi: "tên không có trong bộ quy tắc", en: "a name that the pack does not hold"),
    meaning: Phrase(
      vi: "Chỗ này nhắc tới một đơn vị, nhóm, văn bản, điều khoản, bộ dữ liệu, cột hay quy tắc mà "
        + "bộ quy tắc không khai báo.",
      en:
        "A unit, group, document, clause, dataset, column or rule is named that the pack does not "
        + "declare."
    ),
    cure: Phrase(
      vi: "Sửa tên theo gợi ý, hoặc khai báo mục còn thiếu.",
      en: "Correct the name as suggested, or declare what is missing."
    ),
    example: "groups: [{id: khac, name: Các đơn vị khác, members: [vpp]}]\n",
    corrected: "groups: [{id: khac, name: Các đơn vị khác, members: [vp]}]\n"
  )

  static let ambiguousName = DiagnosticExplanation(
    Phrase(vi: "một tên chỉ hai đơn vị hay hai cột", en: "one name for two units or columns"),
    meaning: Phrase(
      vi: "Sau khi bỏ qua chữ hoa, dấu cách và cách đặt dấu thanh, tên này trùng tên của đơn vị "
        + "(hay cột) khác. Một dòng dữ liệu ghi tên ấy sẽ không biết thuộc về ai.",
      en:
        "Apart from case, spaces and the place of tone marks, the name is that of another unit (or "
        + "column). Nobody could say whose a row with that name is."
    ),
    cure: Phrase(
      vi: "Bỏ bí danh ở một trong hai nơi.",
      en: "Remove the alias in one of the two places."
    ),
    example: "units: [{id: ttvh, name: Trung tâm Văn hoá, aliases: [PHÒNG  KINH TẾ]}]\n",
    corrected: "units: [{id: ttvh, name: Trung tâm Văn hoá}]\n"
  )

  static let cyclicGroup = DiagnosticExplanation(
    Phrase(vi: "nhóm hay đơn vị chứa chính nó", en: "a group or unit that contains itself"),
    meaning: Phrase(
      vi: "Nhóm gồm một nhóm khác mà nhóm ấy lại gồm nó, hoặc đơn vị là cấp trên của chính mình.",
      en: "A group has a member that has the group as a member, or a unit stands above itself."
    ),
    cure: Phrase(
      vi: "Bỏ một thành viên để cắt vòng tròn.",
      en: "Take out one member to break the circle."
    ),
    example: """
      groups:
        - {id: a, name: Nhóm A, members: [vp, b]}
        - {id: b, name: Nhóm B, members: [kt, a]}
      """,
    corrected: """
      groups:
        - {id: a, name: Nhóm A, members: [vp, b]}
        - {id: b, name: Nhóm B, members: [kt]}
      """
  )
}

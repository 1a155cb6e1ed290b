/// Faults met while the files of a pack are read as YAML.
extension DiagnosticExplanation {
  static let unreadableFile = DiagnosticExplanation(
    Phrase(vi: "không đọc được tệp hay thư mục", en: "a file or folder cannot be read"),
    meaning: Phrase(
      vi: "Hệ điều hành không cho mở một tệp của bộ quy tắc, hoặc tệp dump.yaml của thư mục dữ "
        + "liệu. Thiếu một tệp thì không biết còn thiếu quy tắc nào, nên không xét gì cả.",
      en: "The system refuses to open a file of the pack, or the data folder's dump.yaml. Without "
        + "one file nobody knows which rules are missing, so nothing is judged."
    ),
    cure: Phrase(
      vi: "Kiểm tra tên tệp và quyền đọc (ls -l); đưa tệp trở lại hoặc cấp quyền đọc.",
      en: "Look at the file's name and permissions (ls -l); put it back or allow reading it."
    ),
    example: "chmod 000 rules/muc-iv.yaml\n"
  )

  static let linkOutOfPack = DiagnosticExplanation(
    Phrase(vi: "liên kết dẫn ra ngoài bộ quy tắc", en: "a link leads out of the pack"),
    meaning: Phrase(
      vi: "Một liên kết trong thư mục bộ quy tắc trỏ tới nơi khác. Bộ quy tắc phải nằm trọn trong "
        + "thư mục của nó thì mã băm mới chứng minh được đã xét theo văn bản nào.",
      en: "A link in the pack's folder points elsewhere. A pack must lie wholly in its folder, or "
        + "its digest would not prove which text was judged by."
    ),
    cure: Phrase(
      vi: "Thay liên kết bằng bản sao của tệp.",
      en: "Put a copy of the file in the link's place."
    ),
    example: "ln -s ../khac/lich.yaml rules/lich.yaml\n"
  )

  static let emptyPack = DiagnosticExplanation(
    Phrase(vi: "thư mục không có tệp quy tắc", en: "a folder without rule files"),
    meaning: Phrase(
      vi: "Thư mục không có tệp *.yaml hay *.yml nào. Không có quy tắc thì không có gì để xét; "
        + "kết quả trống dễ bị hiểu nhầm là đạt.",
      en: "The folder holds no *.yaml or *.yml file. Without rules there is nothing to judge, and "
        + "an empty result is easily taken for a good one."
    ),
    cure: Phrase(
      vi: "Chỉ đúng thư mục bằng --rules.",
      en: "Name the right folder with --rules."
    ),
    example: "check --rules thu-muc-rong/\n",
    corrected: "check --rules rules/\n"
  )

  static let yamlSyntax = DiagnosticExplanation(
    Phrase(vi: "sai cú pháp YAML", en: "not valid YAML"),
    meaning: Phrase(
      vi: "Tệp không đọc được theo cú pháp YAML từ chỗ được chỉ: thường là thiếu ngoặc đóng, thiếu "
        + "dấu nháy đóng, hoặc thụt lề lệch.",
      en: "The file cannot be read as YAML from the place shown on: most often a bracket or quote "
        + "is not closed, or the indentation is off."
    ),
    cure: Phrase(
      vi: "Đóng ngoặc, dấu nháy, hoặc sửa thụt lề ở dòng được chỉ hay dòng ngay trước nó.",
      en: "Close the bracket or quote, or mend the indentation, on the line shown or just before."
    ),
    example: """
      units:
        - {id: ttvh, name: Trung tâm Văn hoá
      """,
    corrected: """
      units:
        - {id: ttvh, name: Trung tâm Văn hoá}
      """
  )

  static let yamlLimit = DiagnosticExplanation(
    Phrase(vi: "tệp vượt giới hạn đọc", en: "a file beyond the limits of reading"),
    meaning: Phrase(
      vi: "Tệp lồng sâu quá 64 tầng, dùng bí danh quá 10 000 lần, hoặc lớn hơn 8 MiB. Giới hạn "
        + "chặn những tệp nhỏ mà nở ra vô cùng lớn.",
      en: "The file nests deeper than 64 levels, expands aliases more than 10,000 times, or is "
        + "larger than 8 MiB. The limits stop small files that grow without end."
    ),
    cure: Phrase(
      vi: "Chia tệp thành nhiều tệp, bớt lồng, bớt bí danh.",
      en: "Split the file into several, nest less, use fewer aliases."
    ),
    example: "a: " + String(repeating: "[", count: 65) + String(repeating: "]", count: 65) + "\n"
  )

  static let duplicateKey = DiagnosticExplanation(
    Phrase(vi: "một khoá được viết hai lần", en: "a key is written twice"),
    meaning: Phrase(
      vi: "Cùng một khoá xuất hiện hai lần trong một mục. Chọn giá trị nào cũng là đoán, mà kết "
        + "luận phụ thuộc vào nó.",
      en: "The same key stands twice in one mapping. To choose either value would be a guess that "
        + "verdicts hang on."
    ),
    cure: Phrase(vi: "Bỏ một trong hai dòng.", en: "Remove one of the two."),
    example: """
      units:
        - id: ttvh
          name: Trung tâm Văn hoá
          name: Trung tâm Văn hoá – Thể thao
      """,
    corrected: """
      units:
        - id: ttvh
          name: Trung tâm Văn hoá – Thể thao
      """
  )

  static let mergeKey = DiagnosticExplanation(
    Phrase(vi: "khoá gộp '<<'", en: "the merge key '<<'"),
    meaning: Phrase(
      vi: "YAML 1.2 không có khoá gộp; người đọc quy tắc phải thấy đủ các khoá tại chỗ.",
      en: "YAML 1.2 has no merge key; who reads a rule must see all its keys in place."
    ),
    cure: Phrase(
      vi: "Viết đủ các khoá, hoặc dùng bí danh cho cả giá trị.",
      en: "Write the keys out, or use an alias for a whole value."
    ),
    example: """
      units:
        - {id: ttvh, name: Trung tâm Văn hoá, <<: {head: Giám đốc}}
      """,
    corrected: """
      units:
        - {id: ttvh, name: Trung tâm Văn hoá, head: Giám đốc}
      """
  )

  static let severalDocuments = DiagnosticExplanation(
    Phrase(vi: "nhiều tài liệu YAML trong một tệp", en: "several YAML documents in a file"),
    meaning: Phrase(
      vi: "Dòng '---' mở một tài liệu thứ hai. Mỗi tệp quy tắc là đúng một tài liệu.",
      en: "A line '---' begins a second document. A rule file is exactly one."
    ),
    cure: Phrase(
      vi: "Tách thành nhiều tệp, hoặc bỏ dòng '---'.",
      en: "Split it into several files, or remove the line '---'."
    ),
    example: """
      units: [{id: ttvh, name: Trung tâm Văn hoá}]
      ---
      groups: [{id: tt, name: Các trung tâm, members: [ttvh]}]
      """,
    corrected: """
      units: [{id: ttvh, name: Trung tâm Văn hoá}]
      groups: [{id: tt, name: Các trung tâm, members: [ttvh]}]
      """
  )

  static let tab = DiagnosticExplanation(
    Phrase(vi: "ký tự tab trong tệp quy tắc", en: "a tab in a rule file"),
    meaning: Phrase(
      vi: "Tab trông giống dấu cách nhưng rộng hẹp tuỳ máy, nên thụt lề nhìn đúng mà sai.",
      en: "A tab looks like spaces but is of any width, so that indentation looks right and is not."
    ),
    cure: Phrase(
      vi: "Thay tab bằng dấu cách; đặt trình soạn thảo gõ dấu cách khi bấm Tab.",
      en: "Replace tabs by spaces; let the editor insert spaces for the Tab key."
    ),
    example: "units:\n\t- {id: ttvh, name: Trung tâm Văn hoá}\n",
    corrected: "units:\n  - {id: ttvh, name: Trung tâm Văn hoá}\n"
  )

  static let encoding = DiagnosticExplanation(
    Phrase(vi: "tệp không phải UTF-8", en: "a file that is not UTF-8"),
    meaning: Phrase(
      vi: "Tệp được lưu bằng bảng mã khác (UTF-16, TCVN3, Windows-1258…) nên chữ tiếng Việt không "
        + "đọc được chắc chắn.",
      en: "The file was saved in another encoding (UTF-16, TCVN3, Windows-1258…), so that "
        + "Vietnamese letters cannot be read for certain."
    ),
    cure: Phrase(
      vi: "Mở tệp và lưu lại với bảng mã UTF-8.",
      en: "Open the file and save it as UTF-8."
    ),
    example: "# lưu thành UTF-16 (saved as UTF-16)\n"
  )

  static let customTag = DiagnosticExplanation(
    Phrase(vi: "nhãn kiểu riêng '!…'", en: "a custom tag '!…'"),
    meaning: Phrase(
      vi: "Kiểu của giá trị do khoá quyết định, không do nhãn viết trước giá trị.",
      en: "A value's type comes from its key, never from a tag in front of it."
    ),
    cure: Phrase(
      vi: "Bỏ nhãn. Nếu chữ bắt đầu bằng '!', đặt nó trong dấu nháy.",
      en: "Remove the tag. If the text begins with '!', put it in quotes."
    ),
    example: "units: [{id: ttvh, name: !ten Trung tâm Văn hoá}]\n",
    corrected: "units: [{id: ttvh, name: Trung tâm Văn hoá}]\n"
  )

  static let unknownAlias = DiagnosticExplanation(
    Phrase(vi: "bí danh chưa được đặt", en: "an alias that was not set"),
    meaning: Phrase(
      vi: "'*ten' nhắc lại giá trị đã đánh dấu '&ten' ở phía trên trong cùng tệp, nhưng không có.",
      en: "'*name' repeats a value marked '&name' above it in the same file, and there is none."
    ),
    cure: Phrase(
      vi: "Đặt dấu '&ten' trước, sửa tên, hoặc đặt chữ trong dấu nháy nếu đó không phải bí danh.",
      en: "Set '&name' first, correct the name, or quote the text if it is no alias."
    ),
    example: "units: [{id: ttvh, name: *ten_trung_tam}]\n",
    corrected: "units: [{id: ttvh, name: Trung tâm Văn hoá}]\n"
  )
}

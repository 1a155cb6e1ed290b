public import Diagnostics

/// The keys of every mapping that a pack may hold, but for those of the checks.
public enum PackDescription {
  /// All mappings, from the whole file inwards.
  public static let mappings: [MappingDescription] =
    [file, pack] + documents + register + calendar + datasets + obligations + exceptions + [mail]

  static let file = MappingDescription(
    PackMessages.file,
    Phrase(
      vi:
        "Mỗi tệp *.yaml của bộ quy tắc có thể có các khoá này; danh sách ở nhiều tệp được nối lại.",
      en: "Each *.yaml file of a pack may have these keys; the lists of several files are joined."
    ),
    keys: [
      .may(
        "pack",
        vi: "tên, ngôn ngữ, múi giờ, thư mục dữ liệu; chỉ một lần",
        en: "name, language, time zone, data folder; once"
      ),
      .may("documents", vi: "các văn bản và điều khoản", en: "the documents and their clauses"),
      .may("units", vi: "danh mục đơn vị", en: "the register of units"),
      .may("groups", vi: "các nhóm đơn vị", en: "groups of units"),
      .may(
        "calendar",
        vi: "ngày nghỉ, ngày làm bù theo năm; có thể chia ra nhiều tệp",
        en: "holidays and working weekend days by year; may be spread over files"
      ),
      .may("datasets", vi: "các bộ dữ liệu", en: "the datasets"),
      .may("rules", vi: "các quy tắc", en: "the rules"),
      .may("waivers", vi: "các miễn trừ đã được duyệt", en: "the approved waivers"),
      .may("scoring", vi: "đầu vào chấm điểm; chỉ một lần", en: "input for scores; once"),
      .may("mail", vi: "cấu hình gửi thư; chỉ một lần", en: "how mail is sent; once"),
    ]
  )

  static let pack = MappingDescription(
    Phrase(verbatim: "'pack'"),
    Phrase(vi: "Những điều chung của bộ quy tắc.", en: "What the whole pack has in common."),
    keys: [
      .may("schema", vi: "phiên bản ngôn ngữ quy tắc: 1", en: "version of the rule language: 1"),
      .may("name", vi: "tên in ở đầu báo cáo", en: "name at the head of reports"),
      .may(
        "language",
        vi: "ngôn ngữ của mọi thứ in ra: vi (mặc định) hoặc en",
        en: "language of everything printed: vi (default) or en"
      ),
      .may(
        "timezone",
        vi: "múi giờ, mặc định Asia/Ho_Chi_Minh",
        en: "time zone, Asia/Ho_Chi_Minh by default"
      ),
      .may(
        "data",
        vi: "thư mục dữ liệu, tính từ thư mục chứa tệp này",
        en: "folder of the dumps, relative to this file"
      ),
    ],
    example: """
      pack:
        schema: 1
        name: Kế hoạch 57 – xã Thiện Tân 2026
        data: ../samples
      """
  )

  static let documents = [
    MappingDescription(
      Words.document,
      Phrase(vi: "Một văn bản giao nghĩa vụ.", en: "A document that lays down obligations."),
      keys: [
        .must("id", vi: "mã ngắn", en: "short id"),
        .must("title", vi: "tên văn bản", en: "title"),
        .may("issued_by", vi: "cơ quan ban hành", en: "who issued it"),
        .may("number", vi: "số, ký hiệu", en: "its number"),
        .must(
          "effective",
          vi: "ngày có hiệu lực (from) và hết hiệu lực (to)",
          en: "in force from … to"
        ),
        .may(
          "replaces",
          vi: "các văn bản bị thay thế: hết hiệu lực từ ngày liền trước",
          en: "documents that end the day before"
        ),
        .may(
          "roll",
          vi: "hạn rơi vào ngày nghỉ: none (mặc định), following, preceding",
          en: "deadlines on days off: none (default), following, preceding"
        ),
        .may("clauses", vi: "các điều khoản", en: "its clauses"),
      ],
      example: """
        documents:
          - id: kh57
            title: Kế hoạch thực hiện Nghị quyết 57 năm 2026
            effective: {from: 2026-04-20, to: 2026-12-31}
            roll: following
            clauses:
              - {id: IV.1.BC, summary: Báo cáo tháng trước ngày 20}
        """
    ),
    MappingDescription(
      Phrase(verbatim: "'effective'"),
      Phrase(
        vi: "Thời gian có hiệu lực, cả hai ngày đều tính.",
        en: "The days in force, both included."
      ),
      keys: [
        .may(
          "from",
          vi: "ngày đầu; bắt buộc với văn bản",
          en: "first day; a document must have it"
        ),
        .may("to", vi: "ngày cuối", en: "last day"),
      ]
    ),
    MappingDescription(
      Words.clause,
      Phrase(vi: "Một điều khoản của văn bản.", en: "A clause of a document."),
      keys: [
        .must(
          "id",
          vi: "mã, các phần cách nhau bằng dấu chấm",
          en: "id, its parts separated by dots"
        ),
        .may("summary", vi: "tóm tắt", en: "summary"),
        .may(
          "not_checkable",
          vi: "lý do không kiểm được bằng số liệu",
          en: "why data cannot judge it"
        ),
      ]
    ),
  ]

  static let register = [
    MappingDescription(
      Words.unit,
      Phrase(vi: "Một đơn vị có thể mang nghĩa vụ.", en: "A unit that can owe obligations."),
      keys: [
        .must("id", vi: "mã ngắn, dùng trong quy tắc", en: "short id, as rules use it"),
        .must("name", vi: "tên đầy đủ", en: "full name"),
        .may(
          "aliases",
          vi: "các cách viết khác gặp trong dữ liệu",
          en: "other spellings found in data"
        ),
        .may("head", vi: "người đứng đầu", en: "its head"),
        .may("email", vi: "thư điện tử", en: "e-mail"),
        .may("parent", vi: "đơn vị cấp trên", en: "the unit above it"),
        .may(
          "active",
          vi: "thời gian hoạt động; ngoài thời gian này không mang nghĩa vụ",
          en: "when it exists; outside it owes nothing"
        ),
      ],
      example: """
        units:
          - {id: vhxh, name: Phòng Văn hoá – Xã hội, aliases: [VHXH, Phòng VH-XH], head: Trưởng phòng}
        """
    ),
    MappingDescription(
      Phrase(verbatim: "'active'"),
      Phrase(vi: "Thời gian hoạt động của đơn vị.", en: "When a unit exists."),
      keys: [
        .may("from", vi: "ngày đầu", en: "first day"),
        .may("to", vi: "ngày cuối", en: "last day"),
      ]
    ),
    MappingDescription(
      Words.group,
      Phrase(
        vi: "Một nhóm đơn vị. Nhóm all (mọi đơn vị đang hoạt động) luôn có sẵn.",
        en: "A group of units. The group all (every active unit) always exists."
      ),
      keys: [
        .must("id", vi: "mã ngắn, khác mã đơn vị", en: "short id, unlike any unit's"),
        .must("name", vi: "tên nhóm", en: "name"),
        .must("members", vi: "các đơn vị, nhóm thành viên", en: "units or groups in it"),
        .may("except", vi: "các đơn vị, nhóm bị trừ ra", en: "units or groups left out"),
      ],
      example: """
        groups:
          - {id: phong-ban, name: Các phòng chuyên môn, members: [vp, kt, vhxh]}
        """
    ),
  ]

  static let calendar = [
    MappingDescription(
      Words.calendar,
      Phrase(
        vi: "Lịch làm việc. Hỏi một năm không có trong lịch là lỗi, không phải \"không nghỉ\".",
        en: "The working calendar. A year that it does not hold is an error, never \"no holidays\"."
      ),
      keys: [
        .may(
          "weekend",
          vi: "ngày nghỉ hằng tuần, mặc định [saturday, sunday]",
          en: "days off each week, [saturday, sunday] by default"
        ),
        .may("years", vi: "từng năm", en: "the years"),
      ],
      example: """
        calendar:
          years:
            - year: 2026
              source: Thông báo lịch nghỉ
              holidays: [{from: 2026-02-16, to: 2026-02-20, name: Tết Nguyên đán}]
              working: [2026-08-22]
        """
    ),
    MappingDescription(
      Words.year,
      Phrase(vi: "Một năm của lịch.", en: "One year of the calendar."),
      keys: [
        .must("year", vi: "năm", en: "the year"),
        .may("source", vi: "căn cứ", en: "who laid it down"),
        .may("holidays", vi: "các ngày nghỉ", en: "the holidays"),
        .may(
          "working",
          vi: "ngày nghỉ hằng tuần làm bù thành ngày làm việc",
          en: "days off that are made working days"
        ),
      ]
    ),
    MappingDescription(
      Words.holiday,
      Phrase(vi: "Một ngày hoặc đợt nghỉ.", en: "A holiday of one day or more."),
      keys: [
        .must("from", vi: "ngày đầu", en: "first day"),
        .may("to", vi: "ngày cuối, mặc định là ngày đầu", en: "last day, the first by default"),
        .may(
          "name",
          vi: "tên, in trong phần tính hạn",
          en: "name, shown where deadlines are worked out"
        ),
      ]
    ),
  ]
}

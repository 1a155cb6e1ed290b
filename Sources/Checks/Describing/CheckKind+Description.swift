public import Diagnostics

extension CheckKind {
  /// What the check is for, with its keys and an example.
  public var description: MappingDescription {
    switch self {
    case .evidence: .evidence
    case .ratio: .ratio
    case .measure: .measure
    case .records: .records
    case .unique: .unique
    case .reference: .reference
    case .cover: .cover
    case .compare: .compare
    case .fresh: .fresh
    }
  }

  /// The mappings that stand inside checks.
  public static let innerMappings: [MappingDescription] = [
    .aggregate("left"), .aggregate("right"), .keyed("expected"), .keyed("actual"), .exclusion,
    .requirement,
  ]
}

extension KeyDescription {
  fileprivate static let of = must(
    "of",
    vi: "bộ dữ liệu",
    en: "the dataset"
  )
  fileprivate static let rowsWhere = may(
    "where",
    vi: "chỉ tính dòng đúng điều kiện này: biểu thức, hoặc {cột: giá trị hay danh sách}",
    en: "only rows for which this is true: an expression, or {column: value or list}"
  )
  fileprivate static let exclude = may(
    "exclude",
    vi: "loại trừ thêm, mỗi mục có where và reason; báo cáo nêu số dòng theo lý do",
    en: "rows taken out again, each entry with where and reason; counted by reason in reports"
  )
  fileprivate static let unit = may(
    "unit",
    vi: "cột đơn vị, mặc định theo bộ dữ liệu",
    en: "the unit column, the dataset's by default"
  )
  fileprivate static let atLeast = may(
    "at_least",
    vi: "ít nhất bằng",
    en: "the least that will do"
  )
  fileprivate static let atMost = may("at_most", vi: "nhiều nhất bằng", en: "the most that will do")

  fileprivate static func ifEmpty(_ standard: String) -> KeyDescription {
    may(
      "if_empty",
      vi: "khi không có dòng nào: no_data, not_applicable hoặc failed; mặc định \(standard)",
      en: "with no rows: no_data, not_applicable or failed; \(standard) by default"
    )
  }

  fileprivate static let aggregates: [KeyDescription] = [
    may(
      "count",
      vi: "rows: số dòng; tên cột: số giá trị khác nhau",
      en: "rows: how many; a column: its distinct values"
    ),
    may("sum", vi: "tổng của một cột", en: "sum of a column"),
    may("average", vi: "trung bình của một cột", en: "average of a column"),
    may("min", vi: "giá trị nhỏ nhất của một cột", en: "least value of a column"),
    may("max", vi: "giá trị lớn nhất của một cột", en: "greatest value of a column"),
  ]
}

extension MappingDescription {
  fileprivate static func check(
    _ kind: CheckKind,
    _ vi: String,
    _ en: String,
    _ keys: [KeyDescription],
    _ example: String
  ) -> MappingDescription {
    MappingDescription(
      CheckMessages.check(kind.rawValue),
      Phrase(vi: vi, en: en),
      keys: keys,
      example: example
    )
  }

  fileprivate static let evidence = check(
    .evidence,
    "Việc đã làm và ngày làm: lần thứ at_least, xếp theo ngày, quyết định đúng hạn hay quá hạn.",
    "Something was done, on a day: the at_least-th earliest day decides whether in time.",
    [
      .of, .rowsWhere, .exclude, .unit,
      .may(
        "period",
        vi: "cột kỳ (cần every); không có thì tính theo kỳ chứa done_at",
        en: "the period's column (needs every); else the period that done_at falls in"
      ),
      .must(
        "done_at",
        vi: "cột ngày làm; ô trống là chưa làm",
        en: "the date column; empty means not done"
      ),
      .may("at_least", vi: "số lần, mặc định 1", en: "how many times, 1 by default"),
    ],
    """
    every: month
    due: {before: 20}
    evidence:
      of: bao_cao
      where: {loai: Báo cáo tháng}
      period: ky
      done_at: ngay_gui
    """
  )

  fileprivate static let ratio = check(
    .ratio,
    "Tỷ lệ dòng đúng điều kiện that trên tổng số dòng.",
    "The share of rows for which 'that' is true.",
    [
      .of, .rowsWhere, .exclude, .unit,
      .must("that", vi: "điều kiện phải đạt", en: "what has to hold"),
      .atLeast, .atMost,
      .may(
        "during",
        vi: "cột ngày xếp dòng vào kỳ (cần every)",
        en: "the date column that puts rows into periods (needs every)"
      ),
      .ifEmpty("no_data"),
    ],
    """
    ratio:
      of: can_bo
      where: {vi_tri: [Lãnh đạo, Chuyên môn]}
      that: has(het_han_chu_ky) && het_han_chu_ky >= as_of
      at_least: 100%
    """
  )

  fileprivate static let measure = check(
    .measure,
    "Một con số (count, sum, average, min hoặc max) so với một mức.",
    "One figure (count, sum, average, min or max) against a bound.",
    [.of, .rowsWhere, .exclude, .unit] + KeyDescription.aggregates
      + [.atLeast, .atMost, .may("equals", vi: "đúng bằng", en: "exactly"), .ifEmpty("no_data")],
    """
    measure:
      of: hoat_dong
      where: {loai: Tuyên truyền}
      count: rows
      at_least: 4
    """
  )

  fileprivate static let records = check(
    .records,
    "Mọi dòng đều phải đúng; mỗi dòng sai là một minh chứng.",
    "Every row has to be right; each that is not is evidence.",
    [
      .of, .rowsWhere, .exclude, .unit,
      .may(
        "require",
        vi: "điều kiện, hoặc danh sách {that, message}",
        en: "a condition, or a list of {that, message}"
      ),
      .may("complete", vi: "các cột phải ghi", en: "columns that must be filled"),
      .ifEmpty("not_applicable"),
    ],
    """
    records:
      of: ho_so
      complete: [ngay_tiep_nhan]
      require:
        - {that: "!has(ngay_tra) || ngay_tra >= ngay_tiep_nhan", message: Ngày trả trước ngày tiếp nhận}
    """
  )

  fileprivate static let unique = check(
    .unique,
    "Không giá trị khoá nào được xuất hiện hai lần.",
    "No key may stand twice.",
    [
      .of, .rowsWhere, .exclude, .unit,
      .must("key", vi: "cột hoặc các cột khoá", en: "the key's column or columns"),
      .ifEmpty("not_applicable"),
    ],
    "unique: {of: khao_sat, key: [ma_ho_so]}"
  )

  fileprivate static let reference = check(
    .reference,
    "Mọi giá trị của cột phải có trong cột của bộ dữ liệu khác.",
    "Every value of a column must be found in a column of another dataset.",
    [
      .of, .rowsWhere, .exclude, .unit,
      .must("column", vi: "cột được đối chiếu", en: "the column looked up"),
      .must("in", vi: "nơi phải có: bộ-dữ-liệu.cột", en: "where it has to be: dataset.column"),
      .ifEmpty("not_applicable"),
    ],
    "reference: {of: ho_so, column: ma_thu_tuc, in: thu_tuc.ma}"
  )

  fileprivate static let cover = check(
    .cover,
    "Mỗi khoá phải có ở bên này thì có ở bên kia.",
    "Each key expected on one side is there on the other.",
    [
      .must("expected", vi: "bên phải có", en: "what is expected"),
      .must("actual", vi: "bên thực có", en: "what is there"),
      .may(
        "both",
        vi: "true: xét cả chiều ngược lại; mặc định false",
        en: "true: the other way round as well; false by default"
      ),
      .may(
        "at_least",
        vi: "tỷ lệ tối thiểu, mặc định 100%",
        en: "the least share, 100% by default"
      ),
      .unit, .ifEmpty("no_data"),
    ],
    """
    cover:
      expected: {of: nhiem_vu, key: ma}
      actual: {of: he_thong, key: ma}
      both: true
    """
  )

  fileprivate static let compare = check(
    .compare,
    "Hai con số phải khớp, theo từng khoá của by; thiếu một bên là lệch, không phải là 0.",
    "Two figures have to agree, for each key of 'by'; a side missing is a mismatch, never 0.",
    [
      .must("left", vi: "số đã báo cáo", en: "what was reported"),
      .must("right", vi: "số theo hồ sơ", en: "what the records say"),
      .may("by", vi: "các cột nối hai bên", en: "the columns that join the sides"),
      .may(
        "relation",
        vi: "equal (mặc định), at_most (trái không quá phải), at_least",
        en: "equal (default), at_most (left not above right), at_least"
      ),
      .may(
        "tolerance",
        vi:
          "sai lệch cho phép: số, phần trăm của bên phải, hoặc as_reported (nửa đơn vị của chữ số cuối đã ghi); mặc định 0",
        en:
          "a number, a percentage of the right side, or as_reported (half a unit of the last digit written); 0 by default"
      ),
      .unit,
    ],
    """
    compare:
      left: {of: so_lieu, sum: gia_tri}
      right: {of: ho_so, count: rows}
      by: [ky]
    """
  )

  fileprivate static let fresh = check(
    .fresh,
    "Lần cập nhật mới nhất cách ngày tính không quá within.",
    "The newest update is no further than 'within' from the as-of date.",
    [
      .of, .rowsWhere, .exclude, .unit,
      .must("updated", vi: "cột ngày cập nhật", en: "the column of the update's date"),
      .must(
        "within",
        vi: "khoảng: 7 days, 2 working days, 1 month",
        en: "7 days, 2 working days, 1 month"
      ),
      .ifEmpty("no_data"),
    ],
    "fresh: {of: he_thong, updated: ngay_cap_nhat, within: 1 month}"
  )

  fileprivate static func aggregate(_ side: String) -> MappingDescription {
    MappingDescription(
      CheckMessages.part(side),
      side == "left"
        ? Phrase(
          vi: "Bên trái của compare: số đã báo cáo.",
          en: "The left side of compare: what was reported."
        )
        : Phrase(
          vi: "Bên phải của compare: số theo hồ sơ.",
          en: "The right side of compare: what the records say."
        ),
      keys: [.of, .rowsWhere, .exclude, .unit] + KeyDescription.aggregates
    )
  }

  fileprivate static func keyed(_ side: String) -> MappingDescription {
    MappingDescription(
      CheckMessages.part(side),
      side == "expected"
        ? Phrase(vi: "Những khoá phải có của cover.", en: "The keys that cover expects.")
        : Phrase(vi: "Những khoá thực có của cover.", en: "The keys that cover finds."),
      keys: [
        .of, .rowsWhere, .exclude, .unit,
        .must("key", vi: "cột hoặc các cột khoá", en: "the key's column or columns"),
      ]
    )
  }

  fileprivate static let exclusion = MappingDescription(
    CheckMessages.exclusion,
    Phrase(vi: "Một lý do loại trừ.", en: "One reason to leave rows out."),
    keys: [
      .must("where", vi: "dòng nào", en: "which rows"),
      .must("reason", vi: "vì sao, in trong báo cáo", en: "why, as reports show it"),
    ],
    example: """
      exclude:
        - {where: {mat: true}, reason: hồ sơ mật}
      """
  )

  fileprivate static let requirement = MappingDescription(
    CheckMessages.requirement,
    Phrase(vi: "Một điều mỗi dòng phải đúng.", en: "One thing that every row has to satisfy."),
    keys: [
      .must("that", vi: "điều kiện", en: "the condition"),
      .may(
        "message",
        vi: "câu in bên cạnh dòng sai",
        en: "the sentence beside a row that is wrong"
      ),
    ]
  )
}

internal import CivilTime
internal import Diagnostics

/// The texts about files and sections of a pack, in both languages.
enum PackMessages {
  static let file = Phrase(vi: "tệp quy tắc", en: "rule file")
  static let testFile = Phrase(vi: "tệp kiểm thử", en: "test file")
  static func dumpFile(_ name: Substring) -> Phrase {
    Phrase(vi: "tệp \(name)", en: "file '\(name)'")
  }
  static let scoringFile = Phrase(vi: "tệp thang điểm", en: "scoring file")

  static func unreadable(_ path: String, _ reason: Phrase) -> Phrase {
    Phrase(
      vi: "không đọc được '\(path)': \(reason.vi)",
      en: "cannot read '\(path)': \(reason.en)"
    )
  }

  static let notAFolder = Phrase(vi: "không phải thư mục", en: "not a folder")
  static let notAFile = Phrase(vi: "không phải tệp thường", en: "not an ordinary file")
  static let tooDeep = Phrase(vi: "thư mục lồng quá sâu", en: "folders are nested too deep")

  static func linkOutOfPack(_ path: String) -> Phrase {
    Phrase(
      vi: "liên kết '\(path)' dẫn ra ngoài thư mục quy tắc",
      en: "the link '\(path)' leads out of the pack"
    )
  }

  static let namesNotCompared = Phrase(
    vi: "chưa đối chiếu tên, chưa xem các phép kiểm vì có tệp chưa đọc hết",
    en: "names and checks were not looked at, because not every file could be read to its end"
  )

  static func emptyPack(_ folder: String) -> Phrase {
    Phrase(
      vi: "không có tệp *.yaml nào trong '\(folder)'",
      en: "there is no *.yaml file in '\(folder)'"
    )
  }

  static func duplicateSection(_ key: String) -> Phrase {
    Phrase(
      vi: "một bộ quy tắc chỉ có một mục '\(key)'",
      en: "a pack has '\(key)' only once"
    )
  }

  static func firstPlace(_ range: SourceRange) -> Phrase {
    let place = "\(range.start.file):\(range.start.line)"
    return Phrase(vi: "lần đầu ở \(place)", en: "it is first at \(place)")
  }

  static let testsBelongElsewhere = Phrase(
    vi: "chuyển 'tests' sang tệp có tên kết thúc bằng .test.yaml",
    en: "move 'tests' to a file whose name ends in .test.yaml"
  )

  // MARK: Ids and names

  static func duplicateID(_ id: String, _ kind: Phrase) -> Phrase {
    Phrase(
      vi: "\(kind.vi) '\(id)' bị khai báo hai lần",
      en: "\(kind.en) '\(id)' is declared twice"
    )
  }

  static func invalidID(_ id: String) -> Phrase {
    Phrase(vi: "'\(id)' không thể làm mã", en: "'\(id)' cannot be an id")
  }

  static func unknownName(_ name: String, _ kind: Phrase) -> Phrase {
    Phrase(vi: "không có \(kind.vi) '\(name)'", en: "unknown \(kind.en) '\(name)'")
  }

  static func ambiguousName(_ name: String, _ unit: String) -> Phrase {
    Phrase(
      vi: "'\(name)' đã là tên của đơn vị '\(unit)'",
      en: "'\(name)' already names unit '\(unit)'"
    )
  }

  static func ambiguousHeader(_ label: String, _ column: String) -> Phrase {
    Phrase(
      vi: "tiêu đề '\(label)' đã thuộc cột '\(column)'",
      en: "the label '\(label)' already belongs to column '\(column)'"
    )
  }

  static let reservedAll = Phrase(
    vi: "mã 'all' dành cho nhóm gồm mọi đơn vị",
    en: "the id 'all' is kept for the group of every unit"
  )

  static func groupNamedLikeUnit(_ id: String) -> Phrase {
    Phrase(
      vi: "mã nhóm '\(id)' đã là mã của một đơn vị",
      en: "group id '\(id)' is already the id of a unit"
    )
  }

  static func cyclicGroup(_ name: String, through group: String) -> Phrase {
    Phrase(
      vi: "nhóm '\(name)' chứa chính nó qua '\(group)'",
      en: "group '\(name)' contains itself through '\(group)'"
    )
  }

  static func cyclicParent(_ unit: String) -> Phrase {
    Phrase(
      vi: "đơn vị '\(unit)' là cấp trên của chính nó",
      en: "unit '\(unit)' stands above itself"
    )
  }

  static func emptyGroup(_ id: String) -> Phrase {
    Phrase(
      vi: "nhóm '\(id)' không có đơn vị nào, nên không ai bị kiểm tra qua nó",
      en: "group '\(id)' has no units, so nobody is judged through it"
    )
  }

  // MARK: The pack and its documents

  static func unknownSchema(_ text: String) -> Phrase {
    Phrase(
      vi: "phiên bản quy tắc '\(text)' không đọc được; phiên bản đọc được là 1",
      en: "schema '\(text)' is not known; the known schema is 1"
    )
  }

  static func invalidZone(_ text: String) -> Phrase {
    Phrase(vi: "'\(text)' không phải tên múi giờ", en: "'\(text)' is not the name of a time zone")
  }

  static let zones = Phrase(vi: "ví dụ: Asia/Ho_Chi_Minh", en: "for example: Asia/Ho_Chi_Minh")

  static func endBeforeStart(_ end: CivilDate, _ start: CivilDate) -> Phrase {
    Phrase(
      vi: "ngày cuối \(end) ở trước ngày đầu \(start)",
      en: "the last day \(end) is before the first day \(start)"
    )
  }

  static func replacesItself(_ id: String) -> Phrase {
    Phrase(vi: "văn bản '\(id)' thay thế chính nó", en: "document '\(id)' replaces itself")
  }

  static func replacesItself(_ id: String, through other: String) -> Phrase {
    Phrase(
      vi: "văn bản '\(id)' thay thế chính nó qua '\(other)'",
      en: "document '\(id)' replaces itself through '\(other)'"
    )
  }

  static let laterReplacesEarlier = Phrase(
    vi: "chỉ văn bản sau thay thế văn bản trước: bỏ một mục 'replaces' trong vòng này",
    en: "only a later document replaces an earlier one: drop one 'replaces' of this circle"
  )

  static func leavesNoDay(_ id: String, _ first: CivilDate, by start: CivilDate) -> Phrase {
    Phrase(
      vi:
        "văn bản '\(id)' có hiệu lực từ \(first) mà bị thay thế từ \(start): không còn ngày hiệu lực "
        + "nào; quy tắc không tự khai 'effective' thì không được xét theo văn bản này",
      en:
        "document '\(id)' begins on \(first) and is replaced from \(start) on: it is in force on no "
        + "day; rules without 'effective' of their own are not judged under it"
    )
  }

  static func replacesNothing(_ id: String) -> Phrase {
    Phrase(
      vi: "văn bản được thay thế '\(id)' không có trong bộ quy tắc",
      en: "the replaced document '\(id)' is not in the pack"
    )
  }

  static func notClause(_ text: String) -> Phrase {
    Phrase(vi: "'\(text)' không phải một điều khoản", en: "'\(text)' does not name a clause")
  }

  static let clauses = Phrase(
    vi: "viết theo dạng văn-bản/điều-khoản, ví dụ kh57/III.4.2.KQ4",
    en: "write document/clause, such as kh57/III.4.2.KQ4"
  )

  // MARK: Units, calendar, datasets

  static func invalidEmail(_ text: String) -> Phrase {
    Phrase(vi: "'\(text)' không phải địa chỉ thư", en: "'\(text)' is not a mail address")
  }

  static func dayOfAnotherYear(_ date: CivilDate, _ year: Int) -> Phrase {
    Phrase(
      vi: "ngày \(date) không thuộc năm \(year)",
      en: "\(date) does not belong to the year \(year)"
    )
  }

  static func fileOutside(_ text: String) -> Phrase {
    Phrase(
      vi: "'\(text)' dẫn ra ngoài thư mục số liệu",
      en: "'\(text)' leads out of the data folder"
    )
  }

  static let fileBelow = Phrase(
    vi: "viết tên tệp bên dưới thư mục số liệu, ví dụ can-bo*.csv",
    en: "name files below the data folder, such as can-bo*.csv"
  )

  static func reservedColumn(_ id: String) -> Phrase {
    Phrase(
      vi: "'\(id)' đã có nghĩa riêng trong biểu thức, không thể làm mã cột",
      en: "'\(id)' has a meaning of its own in expressions and cannot be a column id"
    )
  }

  static let onlyForReferences = Phrase(
    vi: "'to' chỉ dùng cho cột kiểu ref",
    en: "'to' is for columns of type ref"
  )

  static func noColumnHolds(_ kind: String) -> Phrase {
    Phrase(
      vi: "dưới 'every: \(kind)' không cần cột kỳ: dòng thuộc kỳ chứa ngày 'done_at'",
      en:
        "'every: \(kind)' needs no such column: a row counts for the period that 'done_at' falls in"
    )
  }

  static let onlyForBooleans = Phrase(
    vi: "'blank' chỉ dùng cho cột kiểu boolean",
    en: "'blank' is for columns of type boolean"
  )

  static func namedTwice(_ name: String) -> Phrase {
    Phrase(vi: "cột '\(name)' được ghi hai lần", en: "column '\(name)' is named twice")
  }

  static func notUnitColumn(_ id: String) -> Phrase {
    Phrase(
      vi: "cột '\(id)' không phải kiểu unit, nên không nói được dòng thuộc đơn vị nào",
      en: "column '\(id)' is not of type unit, so it cannot say which unit a row belongs to"
    )
  }

  static let giveUnitType = Phrase(
    vi: "thêm 'type: unit' cho cột này",
    en: "give the column 'type: unit'"
  )

  static func targetNeedsKey(_ dataset: String) -> Phrase {
    Phrase(
      vi: "tập số liệu '\(dataset)' cần 'key' gồm đúng một cột thì mới tham chiếu tới được",
      en: "dataset '\(dataset)' needs a 'key' of exactly one column to be referred to"
    )
  }

  // MARK: Rules

  static func groupNotUnit(_ name: String) -> Phrase {
    Phrase(
      vi: "'\(name)' là nhóm, không phải một đơn vị",
      en: "'\(name)' is a group, not a unit"
    )
  }

  static func useEach(_ name: String) -> Phrase {
    Phrase(
      vi: "viết responsible: {each: \(name)} để mỗi đơn vị có một nghĩa vụ",
      en: "write responsible: {each: \(name)} for one obligation per unit"
    )
  }

  static let missingCheck = Phrase(
    vi: "quy tắc không có phép kiểm nào",
    en: "the rule has no check"
  )

  static func checks(_ kinds: [String]) -> Phrase {
    let list = kinds.joined(separator: ", ")
    return Phrase(vi: "thêm một trong các khoá: \(list)", en: "add one of the keys: \(list)")
  }

  static func severalChecks(_ first: String, _ other: String) -> Phrase {
    Phrase(
      vi: "quy tắc có hai phép kiểm '\(first)' và '\(other)'",
      en: "the rule has two checks, '\(first)' and '\(other)'"
    )
  }

  static let splitRule = Phrase(
    vi: "tách thành hai quy tắc",
    en: "make two rules of it"
  )
}

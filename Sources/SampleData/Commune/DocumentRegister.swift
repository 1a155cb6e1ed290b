import CivilTime

/// The register of documents that the commune sent and received.
///
/// Whoever makes a table asks here for the number of each document it mentions, so that the register
/// holds every one of them.
struct DocumentRegister {
  private struct Entry {
    let number: String
    let isOutgoing: Bool
    let kind: String
    let date: CivilDate
    let issuer: String
    let level: String
    let summary: String
    let unit: String
    let assignsWork: Bool
  }

  private var entries: [Entry] = []
  private var taken: Set<String> = []
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed, stream: "van_ban") }

  /// Registers a document that a unit sends, and gives it its number.
  mutating func issue(_ kind: Kind, by unit: String, on date: CivilDate, _ summary: String)
    -> String
  {
    let mark = unit == "ubnd" ? "UBND" : Units.mark(unit)
    let number = free(from: (date.dayOfYear + 1) / 2) { "\($0)/\(kind.mark)-\(mark)" }
    entries.append(
      Entry(
        number: number,
        isOutgoing: true,
        kind: kind.rawValue,
        date: date,
        issuer: Units.name(unit),
        level: "Xã",
        summary: summary,
        unit: unit,
        assignsWork: false
      )
    )
    return number
  }

  /// Registers a document from above, and gives it its number.
  mutating func receive(
    _ kind: Kind,
    fromProvince: Bool,
    for unit: String,
    on date: CivilDate,
    _ summary: String,
    assignsWork: Bool
  ) -> String {
    let mark = fromProvince ? "SKHCN" : "BCĐTW"
    let start = date.dayOfYear * (fromProvince ? 3 : 1) + generator.int(0...2)
    let number = free(from: start) { "\($0)/\(kind.mark)-\(mark)" }
    entries.append(
      Entry(
        number: number,
        isOutgoing: false,
        kind: kind.rawValue,
        date: date,
        issuer: fromProvince ? "Sở Khoa học và Công nghệ" : "Ban Chỉ đạo Trung ương",
        level: fromProvince ? "Tỉnh" : "Trung ương",
        summary: summary,
        unit: unit,
        assignsWork: assignsWork
      )
    )
    return number
  }

  /// Writes the register by date.
  func table(seed: UInt64) -> SampleTable {
    var table = SampleTable(
      "van_ban",
      file: "van-ban.csv",
      Spelling(byteOrderMark: true, flags: .crossOrBlank, units: .mixed),
      [
        "ma_van_ban": "Mã văn bản", "chieu": "Chiều", "so_ky_hieu": "Số, ký hiệu",
        "loai_van_ban": "Tên loại", "ngay_van_ban": "Ngày tháng", "ngay_den": "Ngày đến",
        "co_quan_ban_hanh": "Tác giả", "cap_ban_hanh": "Cấp ban hành", "trich_yeu": "Trích yếu",
        "noi_nhan": "Nơi nhận", "don_vi": "Đơn vị soạn, xử lý",
        "giao_nhiem_vu": "Giao nhiệm vụ mới", "do_mat": "Độ mật",
      ]
    )
    let ordered = entries.enumerated().sorted { a, b in
      (a.element.date, a.offset) < (b.element.date, b.offset)
    }
    for (place, (_, entry)) in ordered.enumerated() {
      let arrival = OfficeCalendar.open(entry.date.adding(days: 1))
      table.add(
        .text("VB-" + padded(place + 1, 4)),
        entry.isOutgoing ? "Đi" : "Đến",
        .text(entry.number),
        .text(entry.kind),
        .date(entry.date),
        entry.isOutgoing ? .empty : .date(min(arrival, OfficeCalendar.asOf)),
        .text(entry.issuer),
        .text(entry.level),
        .text(entry.summary),
        entry.isOutgoing ? "UBND xã; lưu: VT" : "UBND xã Thiện Tân",
        .unit(entry.unit),
        .flag(entry.assignsWork),
        "Thường"
      )
    }
    return table
  }

  private mutating func free(from start: Int, _ spell: (Int) -> String) -> String {
    var number = max(start, 1)
    while taken.contains(spell(number)) { number += 1 }
    taken.insert(spell(number))
    return spell(number)
  }

  /// Kinds of document and the letters they have in a number (Nghị định 30/2020/NĐ-CP).
  enum Kind: String {
    case report = "Báo cáo"
    case plan = "Kế hoạch"
    case decision = "Quyết định"
    case proposal = "Tờ trình"
    case letter = "Công văn"
    case minutes = "Biên bản"

    var mark: String {
      switch self {
      case .report: "BC"
      case .plan: "KH"
      case .decision: "QĐ"
      case .proposal: "TTr"
      case .letter: "CV"
      case .minutes: "BB"
      }
    }
  }
}

extension CivilDate {
  /// The day's place in its year, from 1.
  var dayOfYear: Int {
    (CivilDate(year: year, month: 1, day: 1).map { self - $0 } ?? 0) + 1
  }
}

/// A whole number with zeros in front, as registers write it.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = "\(number)"
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension Commune {
  /// Adds the register of documents, once every table has registered its own.
  mutating func addDocuments(_ documents: DocumentRegister, seed: UInt64) {
    add(documents.table(seed: seed))
  }
}

import CivilTime

/// Makes up people's names.
///
/// Every name carries the middle word "Mẫu" or "Thử" (sample, trial), which nobody is called: no
/// row can be taken for a person.
struct NameMaker {
  private var generator: SeededGenerator
  private var used: Set<String> = []

  init(seed: UInt64, stream: String) {
    generator = SeededGenerator(seed: seed, stream: "names/" + stream)
  }

  /// Draws a name that was not given out before.
  mutating func next() -> String {
    for _ in 0..<200 {
      let name =
        "\(generator.pick(Self.families)) \(generator.pick(Self.middles)) "
        + "\(generator.pick(["Mẫu", "Thử"])) \(generator.pick(Self.given))"
      if used.insert(name).inserted { return name }
    }
    return "Nông Văn Mẫu \(used.count)"
  }

  private static let families = [
    "Nông", "Hoàng", "Vi", "Lý", "Lương", "Hứa", "Triệu", "Nguyễn", "Lành", "Chu", "Đàm", "Bế",
  ]
  private static let middles = ["Thị", "Văn", "Thuý", "Đức", "Minh", "Ngọc", "Hữu", "Bích"]
  private static let given = [
    "An", "Bình", "Chiến", "Diệp", "Duyên", "Đạt", "Giang", "Hạnh", "Hoà", "Huệ", "Khánh", "Kiên",
    "Lan", "Lộc", "Mai", "Nghĩa", "Nhung", "Oanh", "Phượng", "Quỳnh", "Sơn", "Tâm", "Thắng",
    "Thuỷ", "Trường", "Tuấn", "Uyên", "Vững", "Xuân", "Yến",
  ]
}

/// How many people a unit has, and what they are called there.
private struct Staffing {
  let unit: String
  let head: String
  let deputy: String
  let size: Int
  let kind: String
  let work: [String]

  static let all: [Staffing] = [
    .init(
      unit: "ubnd",
      head: "Chủ tịch UBND xã",
      deputy: "Phó Chủ tịch UBND xã",
      size: 3,
      kind: "Cán bộ",
      work: ["Lãnh đạo, điều hành"]
    ),
    .init(
      unit: "vp",
      head: "Chánh Văn phòng",
      deputy: "Phó Chánh Văn phòng",
      size: 11,
      kind: "Công chức",
      work: ["Văn thư, lưu trữ", "Tư pháp, hộ tịch", "Tổng hợp", "Quản trị mạng"]
    ),
    .init(
      unit: "vhxh",
      head: "Trưởng phòng",
      deputy: "Phó Trưởng phòng",
      size: 11,
      kind: "Công chức",
      work: ["Khoa học, công nghệ", "Văn hoá, thông tin", "Giáo dục", "Lao động, xã hội", "Y tế"]
    ),
    .init(
      unit: "kt",
      head: "Trưởng phòng",
      deputy: "Phó Trưởng phòng",
      size: 12,
      kind: "Công chức",
      work: ["Tài chính, kế hoạch", "Địa chính", "Nông nghiệp", "Xây dựng, giao thông"]
    ),
    .init(
      unit: "ttpvhcc",
      head: "Giám đốc",
      deputy: "Phó Giám đốc",
      size: 10,
      kind: "Công chức",
      work: ["Tiếp nhận và trả kết quả", "Chứng thực", "Số hoá hồ sơ"]
    ),
    .init(
      unit: "ttdvth",
      head: "Giám đốc",
      deputy: "Phó Giám đốc",
      size: 8,
      kind: "Viên chức",
      work: ["Khuyến nông", "Truyền thanh cơ sở", "Vệ sinh môi trường"]
    ),
    .init(
      unit: "cax",
      head: "Trưởng Công an xã",
      deputy: "Phó Trưởng Công an xã",
      size: 12,
      kind: "Công chức",
      work: ["An ninh mạng", "Quản lý cư trú", "Phòng cháy"]
    ),
    .init(
      unit: "truong-mn",
      head: "Hiệu trưởng",
      deputy: "Phó Hiệu trưởng",
      size: 15,
      kind: "Viên chức",
      work: ["Giáo viên mầm non"]
    ),
    .init(
      unit: "truong-th",
      head: "Hiệu trưởng",
      deputy: "Phó Hiệu trưởng",
      size: 19,
      kind: "Viên chức",
      work: ["Giáo viên tiểu học", "Giáo viên tin học"]
    ),
    .init(
      unit: "truong-thcs",
      head: "Hiệu trưởng",
      deputy: "Phó Hiệu trưởng",
      size: 18,
      kind: "Viên chức",
      work: ["Giáo viên Toán – Tin", "Giáo viên Ngữ văn", "Giáo viên Khoa học tự nhiên"]
    ),
    .init(
      unit: "truong-ptdt",
      head: "Hiệu trưởng",
      deputy: "Phó Hiệu trưởng",
      size: 20,
      kind: "Viên chức",
      work: ["Giáo viên tiểu học", "Giáo viên Toán – Tin", "Quản lý nội trú"]
    ),
    .init(
      unit: "tram-y-te",
      head: "Trạm trưởng",
      deputy: "Phó Trạm trưởng",
      size: 9,
      kind: "Viên chức",
      work: ["Y sĩ", "Điều dưỡng", "Dân số"]
    ),
  ]
}

extension Commune {
  /// Adds the staff, their certificates and what they learnt.
  mutating func addPeople(seed: UInt64) {
    addStaff(seed: seed)
    addCertificates(seed: seed)
    addTraining(seed: seed)
  }

  private mutating func addStaff(seed: UInt64) {
    var names = NameMaker(seed: seed, stream: "can_bo")
    var generator = SeededGenerator(seed: seed, stream: "can_bo")
    var table = SampleTable(
      "can_bo",
      file: "can-bo.csv",
      Spelling(
        byteOrderMark: true,
        carriageReturns: true,
        decomposed: true,
        dates: .mixed,
        flagColumns: ["phu_trach_cntt": .crossOrBlank, "giai_quyet_tthc": .crossOrBlank],
        units: .mixed
      ),
      [
        "ma_can_bo": "Mã cán bộ", "ho_ten": "Họ và tên", "don_vi": "Đơn vị công tác",
        "chuc_vu": "Chức vụ", "doi_tuong": "Đối tượng", "vi_tri": "Nhóm vị trí",
        "vi_tri_viec_lam": "Vị trí việc làm",
        "chuyen_mon_khkt": "Chuyên môn, kinh nghiệm khoa học kỹ thuật",
        "phu_trach_cntt": "Phụ trách CNTT", "giai_quyet_tthc": "Giải quyết TTHC",
        "lam_chu_ky_nang_so": "Làm chủ kỹ năng số", "ngay_bat_dau": "Ngày nhận công tác",
        "ngay_nghi": "Ngày nghỉ", "thu_cong_vu": "Thư điện tử công vụ",
      ]
    )
    var number = 0
    for staffing in Staffing.all {
      for place in 0..<staffing.size {
        number += 1
        let isLeader = place < (staffing.unit == "ubnd" ? 3 : 2)
        let isService = staffing.unit != "ubnd" && place == staffing.size - 1
        let isNew = place == staffing.size - 2 && ["vp", "truong-th"].contains(staffing.unit)
        let hasLeft = place == staffing.size - 3 && ["kt", "truong-thcs"].contains(staffing.unit)
        let work = staffing.work[place % staffing.work.count]
        let handlesDossiers =
          !isLeader && !isService
          && (staffing.unit == "ttpvhcc"
            || (["vp", "kt", "vhxh"].contains(staffing.unit) && place < 5))
        table.add(
          .text("CB-" + padded(number, 3)),
          .text(names.next()),
          .unit(staffing.unit),
          .text(
            place == 0
              ? staffing.head : isLeader ? staffing.deputy : isService ? "Nhân viên" : "Chuyên viên"
          ),
          isService ? "Hợp đồng" : .text(staffing.kind),
          isLeader ? "Lãnh đạo" : isService ? "Phục vụ" : "Chuyên môn",
          isService ? "Bảo vệ, phục vụ" : .text(work),
          .flag(isLeader ? place == 1 : generator.chance(40)),
          .flag(staffing.unit != "ubnd" && place == 2),
          .flag(handlesDossiers),
          .flag(place != 7 || staffing.size < 11),
          isNew
            ? .day(1, 9)
            : .date(OfficeCalendar.date(1, 1).adding(days: -generator.int(200...5000))),
          hasLeft ? .day(30, 6) : .empty,
          .text("cb\(padded(number, 3))@thientan.example.vn")
        )
      }
    }
    add(table)
  }

  private mutating func addCertificates(seed: UInt64) {
    var generator = SeededGenerator(seed: seed, stream: "chu_ky_so")
    var table = SampleTable(
      "chu_ky_so",
      file: "chu-ky-so.csv",
      Spelling(separator: ";", dates: .short, units: .mixed),
      [
        "so_hieu": "Số hiệu chứng thư", "loai_chu_the": "Loại chủ thể", "ma_can_bo": "Mã cán bộ",
        "ten_chung_thu": "Tên chứng thư", "don_vi": "Tên cơ quan", "thiet_bi": "Loại thiết bị",
        "ngay_cap": "Ngày cấp", "ngay_het_han": "Ngày hết hạn", "trang_thai": "Trạng thái",
      ]
    )
    var serial = 0
    func next() -> Cell {
      serial += 1
      let digits = padded(4_200_000 + serial * 137, 8)
      return .text(
        "54 02 " + padded(serial % 90 + 10, 2) + " " + digits.prefix(4) + " " + digits.suffix(4)
      )
    }
    for unit in ["ubnd"] + Units.staffed {
      table.add(
        next(),
        "Tổ chức",
        .empty,
        .text(Units.name(unit)),
        .unit(unit),
        unit == "ubnd" ? "HSM" : "USB Token",
        .day(12, 8, 2025),
        .day(11, 8, 2030),
        "Hiệu lực"
      )
    }
    for person in self["can_bo"].records where person["vi_tri"] != "Phục vụ" {
      let hasLeft = person["ngay_nghi"] != .empty
      let isNew = person["ngay_bat_dau"] == .day(1, 9)
      let given =
        isNew
        ? OfficeCalendar.date(18, 9)
        : OfficeCalendar.openBefore(
          OfficeCalendar.date(20, 3).adding(days: -generator.int(10...600))
        )
      if generator.chance(8), !hasLeft {
        let old = given.adding(days: -900)
        table.add(
          next(),
          "Cá nhân",
          person["ma_can_bo"],
          person["ho_ten"],
          person["don_vi"],
          "USB Token",
          .date(old),
          .date(old.adding(months: 60)),
          "Thu hồi"
        )
      }
      table.add(
        next(),
        "Cá nhân",
        person["ma_can_bo"],
        person["ho_ten"],
        person["don_vi"],
        generator.chance(30) ? "SIM PKI" : "USB Token",
        .date(given),
        .date(given.adding(months: 60).adding(days: -1)),
        hasLeft ? "Thu hồi" : "Hiệu lực"
      )
    }
    add(table)
  }

  private mutating func addTraining(seed: UInt64) {
    var generator = SeededGenerator(seed: seed, stream: "dao_tao")
    var table = SampleTable(
      "dao_tao",
      file: "dao-tao.csv",
      Spelling(carriageReturns: true, dates: .padded, units: .mixed),
      [
        "ma_luot": "Mã lượt học", "ma_khoa": "Mã khoá", "ten_khoa": "Tên khoá",
        "loai_khoa": "Loại khoá", "ma_can_bo": "Mã học viên", "don_vi": "Đơn vị",
        "ngay_bat_dau": "Ngày bắt đầu", "ngay_ket_thuc": "Ngày kết thúc", "ket_qua": "Kết quả",
        "so_chung_chi": "Số chứng chỉ",
      ]
    )
    var number = 0
    func attend(_ person: SampleTable.Row, _ course: Course, passed: Bool) {
      number += 1
      table.add(
        .text("LH-" + padded(number, 4)),
        .text(course.id),
        .text(course.title),
        .text(course.kind),
        person["ma_can_bo"],
        person["don_vi"],
        .date(course.first),
        .date(course.last),
        passed ? "Đạt" : "Chưa đạt",
        passed ? .text("\(padded(number, 4))/CC-KNS") : .empty
      )
    }
    for person in self["can_bo"].records {
      let isNew = person["ngay_bat_dau"] == .day(1, 9)
      let inSpring = generator.chance(50) || person["ngay_nghi"] != .empty
      let basic = isNew ? Course.basicAutumn : inSpring ? .basicSpring : .basicSummer
      if !isNew, person["ngay_nghi"] == .empty, generator.chance(5) {
        attend(person, basic, passed: false)
        attend(person, .basicAutumn, passed: true)
      } else {
        attend(person, basic, passed: true)
      }
      if person["phu_trach_cntt"] == .flag(true) { attend(person, .data, passed: true) }
      if person["ngay_nghi"] == .empty, generator.chance(60) {
        attend(person, .security, passed: true)
      }
    }
    add(table)
  }
}

/// A course that staff went to.
private struct Course {
  let id: String
  let title: String
  let kind: String
  let first: CivilDate
  let last: CivilDate

  static let basicSpring = Course(
    id: "KNS-01",
    title: "Kỹ năng số cơ bản gắn với vị trí việc làm, đợt 1",
    kind: "Kỹ năng số cơ bản",
    first: OfficeCalendar.date(11, 3),
    last: OfficeCalendar.date(13, 3)
  )
  static let basicSummer = Course(
    id: "KNS-02",
    title: "Kỹ năng số cơ bản gắn với vị trí việc làm, đợt 2",
    kind: "Kỹ năng số cơ bản",
    first: OfficeCalendar.date(8, 7),
    last: OfficeCalendar.date(10, 7)
  )
  static let basicAutumn = Course(
    id: "KNS-03",
    title: "Kỹ năng số cơ bản gắn với vị trí việc làm, đợt 3",
    kind: "Kỹ năng số cơ bản",
    first: OfficeCalendar.date(5, 10),
    last: OfficeCalendar.date(7, 10)
  )
  static let data = Course(
    id: "QTDL-01",
    title: "Quản trị dữ liệu cơ bản",
    kind: "Quản trị dữ liệu cơ bản",
    first: OfficeCalendar.date(15, 6),
    last: OfficeCalendar.date(26, 6)
  )
  static let security = Course(
    id: "ATTT-01",
    title: "An toàn thông tin cho người dùng cuối",
    kind: "An toàn thông tin",
    first: OfficeCalendar.date(19, 8),
    last: OfficeCalendar.date(20, 8)
  )
}

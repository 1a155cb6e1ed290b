/// The commune's units, as the rule pack names them, with the spellings that dumps use.
///
/// The schools and the villages are invented; so is everyone who works in them.
enum Units {
  /// The offices and centres that report every month.
  static let reporters = ["vp", "kt", "ttpvhcc"]
  /// The offices and centres under the commune's people's committee.
  static let offices = ["vp", "vhxh", "kt", "ttpvhcc", "ttdvth"]
  static let schools = ["truong-mn", "truong-th", "truong-thcs", "truong-ptdt"]
  static let villages = [
    "thon-bac-son", "thon-dong-lai", "thon-khe-lau", "thon-lang-moi", "thon-na-hoa",
    "thon-quyet-thang", "thon-tan-lap", "thon-thuy-loi",
  ]
  /// Every unit with a seal and a staff of its own.
  static let staffed = offices + ["cax"] + schools + ["tram-y-te"]

  /// The spellings of a unit's name: the official one first, a short one last.
  static let spellings: [String: [String]] = [
    "ubnd": ["UBND xã Thiện Tân", "Uỷ ban nhân dân xã", "Ủy ban nhân dân xã", "UBND xã"],
    "vp": [
      "Văn phòng HĐND và UBND xã", "Văn phòng HĐND&UBND xã", "Văn phòng HĐND và UBND",
      "VP HĐND-UBND", "Văn phòng", "VP",
    ],
    "vhxh": [
      "Phòng Văn hoá – Xã hội", "Phòng Văn hóa - Xã hội", "Phòng Văn hoá - Xã hội",
      "Phòng VH-XH", "VH-XH", "VHXH",
    ],
    "kt": ["Phòng Kinh tế xã", "Phòng Kinh tế", "phòng kinh tế", "Phòng KT", "KT"],
    "ttpvhcc": [
      "Trung tâm Phục vụ hành chính công xã", "Trung tâm phục vụ hành chính công",
      "Trung tâm PVHCC", "TT PVHCC", "TTPVHCC",
    ],
    "cax": ["Công an xã Thiện Tân", "Công an xã", "CAX"],
    "qsx": ["Ban Chỉ huy Quân sự xã", "Ban CHQS xã"],
    "ttdvth": ["Trung tâm Dịch vụ tổng hợp xã", "Trung tâm Dịch vụ tổng hợp", "TTDVTH"],
    "tram-y-te": ["Trạm Y tế xã", "Trạm Y tế", "TYT"],
    "truong-mn": ["Trường Mầm non Thiện Tân", "MN Thiện Tân"],
    "truong-th": ["Trường Tiểu học Thiện Tân", "TH Thiện Tân"],
    "truong-thcs": ["Trường Trung học cơ sở Thiện Tân", "THCS Thiện Tân"],
    "truong-ptdt": [
      "Trường Phổ thông dân tộc bán trú Tiểu học và THCS Thanh Sơn", "PTDTBT Thanh Sơn",
    ],
    "thon-bac-son": ["Thôn Bắc Sơn", "Bắc Sơn"],
    "thon-dong-lai": ["Thôn Đồng Lai", "Đồng Lai"],
    "thon-khe-lau": ["Thôn Khe Lầu", "Khe Lầu"],
    "thon-lang-moi": ["Thôn Làng Mới", "Làng Mới"],
    "thon-na-hoa": ["Thôn Na Hoa", "Thôn Na Hoa", "Na Hoa"],
    "thon-quyet-thang": ["Thôn Quyết Thắng", "Quyết Thắng"],
    "thon-tan-lap": ["Thôn Tân Lập", "Tân Lập"],
    "thon-thuy-loi": ["Thôn Thuỷ Lợi", "Thôn Thủy Lợi", "Thuỷ Lợi"],
  ]

  /// The official name of a unit.
  static func name(_ id: String) -> String { spellings[id]?.first ?? id }

  /// The letters that stand for a unit in document numbers.
  static func mark(_ id: String) -> String {
    switch id {
    case "vp": "VP"
    case "vhxh": "VHXH"
    case "kt": "KT"
    case "ttpvhcc": "TTPVHCC"
    case "ttdvth": "TTDVTH"
    case "cax": "CAX"
    case "tram-y-te": "TYT"
    case "truong-mn": "MNTT"
    case "truong-th": "THTT"
    case "truong-thcs": "THCSTT"
    case "truong-ptdt": "PTDTTS"
    default: "UBND"
    }
  }

  /// Spells a unit as one of its names.
  static func spell(
    _ id: String,
    _ style: Spelling.Units,
    _ generator: inout SeededGenerator
  ) -> String {
    guard let names = spellings[id], let first = names.first, let last = names.last else {
      return id
    }
    switch style {
    case .names: return first
    case .short: return last
    case .mixed: return generator.chance(60) ? first : generator.pick(names)
    }
  }
}

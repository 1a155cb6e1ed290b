/// The tables beside the large one: staff, monthly reports, tasks.
struct SmallTables {
  private let data: BenchData
  private let random: RowRandom
  private let received: [Dossiers.Received]

  init(_ data: BenchData, received: [Dossiers.Received]) {
    self.data = data
    random = RowRandom(seed: data.seed)
    self.received = received
  }

  /// Returns the staff: 25 a unit, one of 200 without a digital signature.
  func staff(_ counts: inout PlantedCounts) -> [UInt8] {
    var text = CSVText()
    text.header("ma_can_bo,don_vi,ho_ten,chuc_vu,chu_ky_so")
    for unit in 0..<data.units {
      var isComplete = true
      for index in 0..<25 {
        let id = unit * 25 + index
        let bits = random.bits(14, id)
        let family = Words.familyNames[Int(truncatingIfNeeded: bits % 8)]
        let given = Words.givenNames[Int(truncatingIfNeeded: (bits >> 8) % 8)]
        let isSigned = (bits >> 20) % 200 != 0
        if !isSigned { isComplete = false }
        text.add(Array("CB".utf8))
        text.add(id, width: 7)
        addUnit(unit, to: &text)
        let post = (bits >> 16) & 3 == 0 ? "Lãnh đạo" : "Chuyên viên"
        text.bytes += "\(family) \(given),\(post),\(isSigned ? 1 : 0)\n".utf8
      }
      if !isComplete { counts["r11"] += 1 }
    }
    return text.bytes
  }

  /// Returns the monthly reports from January to October: some late, some missing, some wrong.
  func reports(_ counts: inout PlantedCounts) -> [UInt8] {
    var text = CSVText()
    text.header("don_vi,ky,ngay_nop,ty_le_truc_tuyen,so_ho_so")
    for unit in 0..<data.units {
      var (reports, reported, recorded) = (0, 0, 0)
      for month in 1...10 {
        let month0 = received[unit * 12 + month - 1]
        recorded += month0.all
        let bits = random.bits(15, unit * 12 + month)
        guard bits % 150 != 0 else {
          counts["r13"] += 1
          continue
        }
        let isWrong = (bits >> 30) % 80 == 0
        let isLate = (bits >> 8) % 100 < 4
        let day = Int(truncatingIfNeeded: isLate ? 21 + (bits >> 20) % 8 : 5 + (bits >> 20) % 16)
        if day > 20 { counts["r12"] += 1 }
        reports += 1
        reported += month0.all + (isWrong ? 1 : 0)
        addReport(unit, month, day, month0, isWrong: isWrong, to: &text)
      }
      let isEmpty = reports == 0 && recorded == 0
      let agrees = reports > 0 && recorded > 0 && reported == recorded
      if !isEmpty, !agrees { counts["r14"] += 1 }
    }
    return text.bytes
  }

  /// Returns the tasks: 15 a unit, some without a leader, a date or a product.
  func tasks(_ counts: inout PlantedCounts) -> [UInt8] {
    var text = CSVText()
    text.header("ma_nhiem_vu,don_vi,noi_dung,chu_tri,thoi_han,san_pham")
    for id in 0..<data.units * 15 {
      let bits = random.bits(16, id)
      text.add(Array("NV".utf8))
      text.add(id, width: 6)
      addUnit(id / 15, to: &text)
      text.bytes += "\"Triển khai chỉ tiêu \(bits % 40), giai đoạn \((bits >> 8) % 5 + 1)\",".utf8
      let (hasLeader, hasDate) = ((bits >> 12) % 100 != 0, (bits >> 20) % 120 != 0)
      let hasProduct = (bits >> 28) % 80 != 0
      if hasLeader { text.add("Văn phòng HĐND và UBND") }
      text.add(UInt8(ascii: ","))
      if hasDate { text.addDate(Int(truncatingIfNeeded: (bits >> 40) % 365)) }
      text.add(UInt8(ascii: ","))
      if hasProduct { text.add("Báo cáo kết quả") }
      text.add(UInt8(ascii: "\n"))
      if !(hasLeader && hasDate && hasProduct) { counts["r15"] += 1 }
    }
    return text.bytes
  }

  private func addUnit(_ unit: Int, to text: inout CSVText) {
    text.add(Array(",DV".utf8))
    text.add(unit + 1, width: 4)
    text.add(UInt8(ascii: ","))
  }

  private func addReport(
    _ unit: Int,
    _ month: Int,
    _ day: Int,
    _ received: Dossiers.Received,
    isWrong: Bool,
    to text: inout CSVText
  ) {
    text.add(Array("DV".utf8))
    text.add(unit + 1, width: 4)
    text.add(Array(",2026-".utf8))
    text.add(month, width: 2)
    text.add(UInt8(ascii: ","))
    text.add(day, width: 2)
    text.add(UInt8(ascii: "/"))
    text.add(month, width: 2)
    // The share in hundredths of a per cent, rounded.
    let share =
      received.open == 0 ? 0 : (received.online * 20_000 + received.open) / (received.open * 2)
    text.add(Array("/2026,\"".utf8))
    text.add(share / 100)
    text.add(UInt8(ascii: ","))
    text.add(share % 100, width: 2)
    text.add(Array("\",".utf8))
    text.add(received.all + (isWrong ? 1 : 0))
    text.add(UInt8(ascii: "\n"))
  }
}

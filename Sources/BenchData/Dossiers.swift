/// The large table: one dossier a row, in order of reception from 1 January to 31 October 2026.
struct Dossiers {
  /// The day behind the last one, counted from 1 January: 1 November, the as-of date.
  private static let today = 304
  /// About so many bytes are handed on at once.
  private static let partBytes = 1 << 20

  /// What of a unit's dossiers the rules ask about.
  private struct Tally {
    var open = 0
    var online = 0
    var returned = 0
    var digitised = 0
    var answered = 0
    var content = 0
  }

  /// The dossiers received, by unit and month: `unit * 12 + month - 1`.
  private(set) var received: [Received]
  /// How many dossiers a unit received in a month, and how many of them the online rule counts.
  struct Received {
    var all = 0
    var open = 0
    var online = 0
  }

  private let data: BenchData
  private let random: RowRandom
  private var text = CSVText()
  private var tallies: [Tally]
  private var counts = PlantedCounts()
  /// The rows whose code a later row repeats.
  private var repeated: Set<Int> = []

  private let fields = Words.fields.map { name -> [UInt8] in
    var text = CSVText()
    text.add(name)
    return text.bytes
  }
  private let forms = Words.forms.map { Array($0.utf8) }
  private let notes = Words.notes.map { Array($0.utf8) }
  private let quotedNotes = Words.quotedNotes.map { Array($0.utf8) }

  init(_ data: BenchData) {
    self.data = data
    random = RowRandom(seed: data.seed)
    received = Array(repeating: Received(), count: data.units * 12)
    tallies = Array(repeating: Tally(), count: data.units)
  }

  /// Writes the table, part by part.
  mutating func write(_ take: ([UInt8]) throws -> Void) throws {
    text.header(
      "ma_ho_so,don_vi,linh_vuc,ngay_tiep_nhan,ngay_hen_tra,ngay_tra_ket_qua,hinh_thuc,muc_mat,"
        + "da_so_hoa,hai_long,phi,ghi_chu"
    )
    text.bytes.reserveCapacity(Self.partBytes + 4096)
    for row in 0..<data.rows {
      addRow(row)
      if text.bytes.count >= Self.partBytes {
        try take(text.bytes)
        text.bytes.removeAll(keepingCapacity: true)
      }
    }
    try take(text.bytes)
  }

  /// Adds what the table breaks.
  func count(into total: inout PlantedCounts) {
    total.add(counts)
    for tally in tallies {
      if tally.online * 100 < tally.open * 90 { total["r08"] += 1 }
      if tally.digitised * 100 < tally.returned * 85 { total["r09"] += 1 }
      if tally.content * 100 < tally.answered * 90 { total["r10"] += 1 }
    }
  }

  // MARK: One row

  private func unit(_ row: Int) -> Int {
    let share = random.share(1, row)
    let place = Int(Double(data.units) * share * (0.35 + 0.65 * share))
    return min(place, data.units - 1)
  }

  private func day(_ row: Int) -> Int {
    Int(Double(row) * Double(Self.today) / Double(data.rows))
  }

  private func repeats(_ row: Int) -> Bool {
    row > 2000 && random.bits(5, row) % 50_000 == 0
  }

  private mutating func addRow(_ row: Int) {
    let (unit, day) = (unit(row), day(row))
    let bits = random.bits(2, row)
    addCode(row)
    comma()
    text.add(Array("DV".utf8))
    text.add(unit + 1, width: 4)
    comma()
    addField(row, Int(truncatingIfNeeded: (bits >> 8) % 12))
    comma()
    text.addDate(day)
    comma()
    let due = day + 3 + Int(truncatingIfNeeded: (bits >> 16) % 28)
    text.addDate(due)
    comma()
    let isLate = addReturn(row, unit, received: day, due: due)
    comma()
    addForm(row, unit, month: CSVText.civil(day).month)
    comma()
    addAnswers(row, unit)
    comma()
    addFee(row)
    comma()
    addNote(row, isLate: isLate)
    text.add(UInt8(ascii: "\n"))
  }

  private mutating func comma() { text.add(UInt8(ascii: ",")) }

  /// Adds a code such as `H15.0005-261016-00004745`; now and then that of an earlier row.
  private mutating func addCode(_ row: Int) {
    var source = row
    if repeats(row) {
      source = row - 1 - Int(truncatingIfNeeded: random.bits(6, row) % 1999)
      // The earlier row holds its own code unless it repeats one itself.
      if !repeats(source) || repeated.contains(source) { counts["r01"] += 1 }
      repeated.insert(source)
    }
    let date = CSVText.civil(day(source))
    text.add(Array("H15.".utf8))
    text.add(unit(source) + 1, width: 4)
    text.add(UInt8(ascii: "-"))
    text.add(date.year % 100, width: 2)
    text.add(date.month, width: 2)
    text.add(date.day, width: 2)
    text.add(UInt8(ascii: "-"))
    text.add(source, width: 8)
  }

  private mutating func addField(_ row: Int, _ field: Int) {
    if random.bits(7, row) % 40_000 == 0 {
      counts["r02"] += 1
      text.add(Words.unknownField)
    } else {
      text.add(fields[field])
    }
  }

  /// Adds the day of the result, if there is one; returns whether the dossier is late.
  private mutating func addReturn(
    _ row: Int,
    _ unit: Int,
    received day: Int,
    due: Int
  ) -> Bool {
    let (s, t) = (random.bits(3, row), random.bits(4, row))
    let lateRate = 0.005 + 0.025 * random.share(20, unit)
    var returned = day + Int(truncatingIfNeeded: (s >> 5) % UInt64(due - day + 1))
    if RowRandom.share(s) < lateRate { returned = due + 1 + Int(truncatingIfNeeded: (s >> 3) % 20) }
    if t % 60_000 == 0 { returned = day - 1 - Int(truncatingIfNeeded: (t >> 20) % 5) }
    let isReturned = returned < day || (returned < Self.today && (t >> 40) % 500 != 0)
    if isReturned {
      text.addDate(returned)
      tallies[unit].returned += 1
      if returned < day { counts["r04"] += 1 }
    }
    let isLate = isReturned ? returned > due : due < Self.today
    if isLate { counts["r03"] += 1 }
    if isReturned, isDigitised(row, unit) { tallies[unit].digitised += 1 }
    return isLate
  }

  private func isDigitised(_ row: Int, _ unit: Int) -> Bool {
    random.share(10, row) < 0.75 + 0.22 * random.share(22, unit)
  }

  private mutating func addForm(_ row: Int, _ unit: Int, month: Int) {
    let isSecret = (random.bits(4, row) >> 13) % 50 == 0
    let onlineRate = 0.86 + 0.13 * random.share(21, unit)
    let share = random.share(8, row)
    var form = 2
    if isSecret {
      if share < 0.05 { form = 1 }
    } else if share < onlineRate {
      form = share < onlineRate * 0.7 ? 0 : 1
    }
    let isUnknown = random.bits(9, row) % 100_000 == 0
    if isUnknown {
      counts["r05"] += 1
      text.add(Words.unknownForm)
    } else {
      text.add(forms[form])
    }
    comma()
    text.add(isSecret ? Words.secret : Words.ordinary)
    let place = unit * 12 + month - 1
    received[place].all += 1
    guard !isSecret else { return }
    tallies[unit].open += 1
    received[place].open += 1
    guard form < 2, !isUnknown else { return }
    tallies[unit].online += 1
    received[place].online += 1
  }

  /// Adds whether the dossier is digitised, and how content the citizen is; 30 % do not say.
  private mutating func addAnswers(_ row: Int, _ unit: Int) {
    text.add(isDigitised(row, unit) ? UInt8(ascii: "1") : UInt8(ascii: "0"))
    comma()
    let bits = random.bits(11, row)
    guard bits % 100 >= 30 else { return }
    tallies[unit].answered += 1
    if RowRandom.share(bits) < 0.84 + 0.13 * random.share(23, unit) {
      tallies[unit].content += 1
      text.add((bits >> 9) & 1 == 1 ? UInt8(ascii: "5") : UInt8(ascii: "4"))
    } else {
      text.add(UInt8(ascii: "1") + UInt8(truncatingIfNeeded: (bits >> 9) % 3))
    }
  }

  private mutating func addFee(_ row: Int) {
    let bits = random.bits(12, row)
    let kind = bits % 10
    guard kind >= 4 else { return text.add(UInt8(ascii: "0")) }
    var amount = kind < 9 ? 5000 + (bits >> 8) % 450_000 : 10_000 + (bits >> 8) % 480_000
    if (bits >> 32) & 1 == 1, (bits >> 33) % 30_000 == 0 {
      amount = 600_000 + (bits >> 8) % 900_000
      counts["r06"] += 1
    }
    guard kind < 7 else { return text.addThousands(Int(truncatingIfNeeded: amount)) }
    text.add(UInt8(ascii: "\""))
    text.addThousands(Int(truncatingIfNeeded: amount))
    comma()
    text.add(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: (bits >> 40) % 10))
    text.add(UInt8(ascii: "\""))
  }

  private mutating func addNote(_ row: Int, isLate: Bool) {
    let bits = random.bits(13, row)
    switch bits % 100 {
    case 95...: text.add(quotedNotes[Int(truncatingIfNeeded: (bits >> 8) % 6)])
    case 85...: text.add(notes[Int(truncatingIfNeeded: (bits >> 8) % 8)])
    default: if isLate { counts["r07"] += 1 }
    }
  }
}

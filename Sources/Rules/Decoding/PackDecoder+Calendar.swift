internal import CivilTime
internal import Diagnostics
internal import YAMLTree

extension PackDecoder {
  /// Decodes the calendar, which several files may hold parts of.
  ///
  /// The weekend is Saturday and Sunday unless the pack says otherwise, and it may say so once.
  mutating func decodeCalendar() {
    var weekend: (days: Set<Weekday>, range: SourceRange)?
    var years: [WorkingCalendar.Year] = []
    var yearNames = NameTable(Words.year)
    for node in sections.calendars {
      var reader = MappingReader(node, what: Words.calendar)
      if let days = weekdays(&reader) {
        let range = reader.keyRange("weekend")
        if let first = weekend {
          let notes = [PackMessages.firstPlace(first.range)]
          let message = PackMessages.duplicateSection("weekend")
          reader.sink.error(.duplicateSection, message, at: range, notes: notes)
        } else {
          weekend = (days, range)
        }
      }
      for element in reader.list("years") ?? [] {
        guard let year = decodeYear(element) else { continue }
        guard yearNames.declare("\(year.year)", at: element.range, into: &reader.sink) else {
          continue
        }
        years.append(year)
      }
      reader.finish(into: &sink)
    }
    let days = weekend?.days ?? [.saturday, .sunday]
    calendar = WorkingCalendar(weekend: days, years: years)
  }

  private func weekdays(_ reader: inout MappingReader) -> Set<Weekday>? {
    guard let nodes = reader.list("weekend", allowsSingle: true) else { return nil }
    let names = Weekday.allCases.map(\.name)
    var days: Set<Weekday> = []
    for node in nodes {
      let word = reader.word(of: node, key: "weekend", among: names)
      if let day = word.flatMap(Weekday.init(name:)) { days.insert(day) }
    }
    return days
  }

  private mutating func decodeYear(_ node: Node) -> WorkingCalendar.Year? {
    var reader = MappingReader(node, what: Words.year)
    defer { reader.finish(into: &sink) }
    let year = reader.integer("year", .required, in: 1...9999)
    let source = reader.text("source") ?? ""
    let holidays = (reader.list("holidays") ?? []).compactMap { element in
      reader.mapping(of: element, what: Words.holiday) { holiday(&$0, year: year) }
    }
    let working = (reader.list("working") ?? []).compactMap { element -> CivilDate? in
      guard let date = reader.date(of: element, key: "working") else { return nil }
      guard let year, date.year != year else { return date }
      reader.report(element, PackMessages.dayOfAnotherYear(date, year), help: nil)
      return nil
    }
    return year.map {
      WorkingCalendar.Year(year: $0, source: source, holidays: holidays, working: working)
    }
  }

  /// Reads a holiday; it may reach into a neighbouring year, but must touch its own.
  private func holiday(
    _ reader: inout MappingReader,
    year: Int?
  ) -> WorkingCalendar.Holiday? {
    let first = reader.date("from", .required)
    let last = reader.date("to")
    let name = reader.text("name") ?? ""
    guard let first else { return nil }
    let end = last ?? first
    if end < first, let node = reader.value("to") {
      reader.report(node, PackMessages.endBeforeStart(end, first), help: nil)
      return nil
    }
    if let year, first.year != year && end.year != year || end - first > 366,
      let node = reader.value("from")
    {
      reader.report(node, PackMessages.dayOfAnotherYear(first, year), help: nil)
      return nil
    }
    return WorkingCalendar.Holiday(from: first, to: end, name: name)
  }
}

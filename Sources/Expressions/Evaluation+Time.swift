internal import CivilTime
internal import Tables

// Parts of dates and periods, and steps from date to date.

extension Evaluation {
  /// Makes one int for every known row; nil makes the row an error.
  private mutating func ints(
    _ frame: Vector,
    _ reason: EvaluationFault,
    _ value: (Int) -> Int64?
  ) -> Vector {
    var values = Array(repeating: Int64(0), count: rowCount)
    var failed = BitPlane(repeating: false, count: rowCount)
    frame.known.forEachSetRow { row in
      if let result = value(row) { values[row] = result } else { failed[row] = true }
    }
    var result = frame
    result.values = .int(values)
    return failing(result, at: failed, reason)
  }

  mutating func datePart(_ part: DatePart, _ operand: Node) -> Vector {
    var vector = vector(of: operand)
    let values = spread(&vector, operand.type)
    let offset = scope.utcOffsetSeconds
    let unread = EvaluationFault.outOfRange(type: "date")
    switch (values, operand.type) {
    case (.time(let values), _):
      return ints(vector, unread) { row in
        Instant.date(values[row], offsetSeconds: offset).map { part.of($0) }
      }
    case (.days(let values), .period(let kind)):
      return ints(vector, unread) { row in
        part.of(Period(kind: kind, ordinal: values[row]).first)
      }
    case (.days(let values), _):
      return ints(vector, unread) { part.of(CivilDate(dayNumber: values[$0])) }
    default:
      return vector
    }
  }

  // MARK: Steps

  /// Makes one date for every known row; nil makes the row an error.
  private mutating func steps(
    _ date: Node,
    _ count: Node,
    _ step: (CivilDate, Int64) -> CivilDate?
  ) -> Vector {
    var a = vector(of: date)
    var b = vector(of: count)
    let (x, y) = (spread(&a, date.type), spread(&b, count.type))
    var result = strict([a, b], .bool(BitPlane(repeating: false, count: rowCount)))
    guard case .days(let dates) = x, case .int(let counts) = y else { return result }
    var values = Array(repeating: Int32(0), count: rowCount)
    var failed = BitPlane(repeating: false, count: rowCount)
    result.known.forEachSetRow { row in
      if let date = step(CivilDate(dayNumber: dates[row]), counts[row]) {
        values[row] = date.dayNumber
      } else {
        failed[row] = true
      }
    }
    result.values = .days(values)
    return failing(result, at: failed, .outOfRange(type: "date"))
  }

  mutating func addDays(_ date: Node, _ count: Node) -> Vector {
    steps(date, count) { date, count in
      let (day, isOverflow) = Int64(date.dayNumber).addingReportingOverflow(count)
      let range = Int64(CivilDate.min.dayNumber)...Int64(CivilDate.max.dayNumber)
      guard !isOverflow, range.contains(day) else { return nil }
      return CivilDate(dayNumber: Int32(day))
    }
  }

  mutating func addMonths(_ date: Node, _ count: Node) -> Vector {
    steps(date, count) { date, count in
      // Beyond this the years 1 to 9999 are left for certain; within it nothing can overflow.
      guard count.magnitude <= 120_000 else { return nil }
      let (year, month, _) = date.components
      let index = year * 12 + month - 1 + Int(count)
      return (12..<120_000).contains(index) ? date.adding(months: Int(count)) : nil
    }
  }

  mutating func workdays(_ after: Node, _ through: Node) -> Vector {
    var a = vector(of: after)
    var b = vector(of: through)
    let (x, y) = (spread(&a, after.type), spread(&b, through.type))
    let frame = strict([a, b], .bool(BitPlane(repeating: false, count: rowCount)))
    guard case .days(let from) = x, case .days(let to) = y, let calendar = scope.calendar else {
      return frame
    }
    var missing = 0
    let result = ints(frame, .calendarYearMissing(0)) { row in
      do throws(CalendarYearMissing) {
        let a = CivilDate(dayNumber: from[row])
        return Int64(try calendar.workingDays(after: a, through: CivilDate(dayNumber: to[row])))
      } catch {
        if missing == 0 { missing = error.year }
        return nil
      }
    }
    renote(.calendarYearMissing(0), as: .calendarYearMissing(missing))
    return result
  }
}

extension DatePart {
  /// Returns the part of a date, counted from 1.
  fileprivate func of(_ date: CivilDate) -> Int64 {
    let (year, month, day) = date.components
    return switch self {
    case .year: Int64(year)
    case .quarter: Int64((month + 2) / 3)
    case .month: Int64(month)
    case .day: Int64(day)
    }
  }
}

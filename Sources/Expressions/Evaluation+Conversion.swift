internal import CivilTime
internal import Tables

// Conversions between types; what does not read or does not fit is an error of its row.

extension Evaluation {
  mutating func convert(_ operand: Node, to type: ExpressionType) -> Vector {
    var vector = vector(of: operand)
    let values = spread(&vector, operand.type)
    switch type {
    case .int: return toInt(values, vector)
    case .double: return toDouble(values, vector)
    case .decimal:
      if case .int(let values) = values {
        vector.values = .decimal(values.map { Int128($0) }, scale: 0)
      }
      return vector
    case .string: return toText(values, operand.type, vector)
    case .timestamp: return toTimestamp(values, vector)
    case .duration:
      return read(values, vector, .unreadable(type: "duration"), or: 0, Instant.parseSpan) {
        .time($0)
      }
    case .date: return toDate(values, vector)
    case .ratio, .bool, .period, .unit, .list, .nothing: return vector
    }
  }

  /// Makes one value for every known row; nil makes the row an error.
  private mutating func rows<Value>(
    _ frame: Vector,
    _ reason: EvaluationFault,
    or filler: Value,
    _ value: (Int) -> Value?,
    _ layout: ([Value]) -> Values
  ) -> Vector {
    var values = Array(repeating: filler, count: rowCount)
    var failed = BitPlane(repeating: false, count: rowCount)
    frame.known.forEachSetRow { row in
      if let result = value(row) { values[row] = result } else { failed[row] = true }
    }
    var result = frame
    result.values = layout(values)
    return failing(result, at: failed, reason)
  }

  /// Reads one value from the text of every known row.
  private mutating func read<Value>(
    _ values: Values,
    _ frame: Vector,
    _ reason: EvaluationFault,
    or filler: Value,
    _ parse: (String) -> Value?,
    _ layout: ([Value]) -> Values
  ) -> Vector {
    guard case .text(let texts) = values else { return frame }
    return rows(frame, reason, or: filler, { parse(texts[$0]) }, layout)
  }

  private mutating func toInt(_ values: Values, _ frame: Vector) -> Vector {
    let range = EvaluationFault.outOfRange(type: "int")
    switch values {
    case .double(let values):
      // Both ends are excluded: 2^63 - 1 is no double, and CEL leaves -2^63 out.
      return rows(
        frame,
        range,
        or: 0,
        { values[$0] > -0x1p63 && values[$0] < 0x1p63 ? Int64(values[$0]) : nil },
        { .int($0) }
      )
    case .decimal(let values, let scale):
      let power = DecimalNotation.powers[scale]
      return rows(frame, range, or: 0, { Int64(exactly: values[$0] / power) }, { .int($0) })
    case .time(let values):
      return rows(
        frame,
        range,
        or: 0,
        { row in
          let (quotient, remainder) = values[row].quotientAndRemainder(dividingBy: Instant.second)
          return Int64(exactly: remainder < 0 ? quotient - 1 : quotient)
        },
        { .int($0) }
      )
    case .text:
      return read(values, frame, .unreadable(type: "int"), or: 0, { Int64($0) }, { .int($0) })
    default:
      return frame
    }
  }

  private mutating func toDouble(_ values: Values, _ frame: Vector) -> Vector {
    var result = frame
    switch values {
    case .int(let values):
      result.values = .double(values.map { Double($0) })
      return result
    case .decimal(let values, let scale):
      return rows(
        frame,
        .outOfRange(type: "double"),
        or: 0,
        { Double(DecimalNotation.text(values[$0], scale: scale)) },
        { .double($0) }
      )
    default:
      return read(values, frame, .unreadable(type: "double"), or: 0, DoubleNotation.parse) {
        .double($0)
      }
    }
  }

  private mutating func toTimestamp(_ values: Values, _ frame: Vector) -> Vector {
    guard case .int(let seconds) = values else {
      return read(values, frame, .unreadable(type: "timestamp"), or: 0, Instant.parse) {
        .time($0)
      }
    }
    return rows(
      frame,
      .outOfRange(type: "timestamp"),
      or: 0,
      { row in
        let instant = Int128(seconds[row]) * Instant.second
        return Instant.exists(instant) ? instant : nil
      },
      { .time($0) }
    )
  }

  private mutating func toDate(_ values: Values, _ frame: Vector) -> Vector {
    let offset = scope.utcOffsetSeconds
    guard case .time(let instants) = values else {
      let parse: (String) -> Int32? = { CivilDate(iso: $0)?.dayNumber }
      return read(values, frame, .unreadable(type: "date"), or: 0, parse) { .days($0) }
    }
    return rows(
      frame,
      .outOfRange(type: "date"),
      or: 0,
      { Instant.date(instants[$0], offsetSeconds: offset)?.dayNumber },
      { .days($0) }
    )
  }

  private func toText(_ values: Values, _ type: ExpressionType, _ frame: Vector) -> Vector {
    var texts = TextColumn()
    for row in 0..<rowCount {
      let constant = frame.known[row] ? values.constant(at: row, type: type) : nil
      texts.append((constant.map { text(of: $0) } ?? "").utf8)
    }
    var result = frame
    result.values = .text(texts)
    return result
  }

  /// Writes a value, a unit as its id.
  private func text(of constant: Constant) -> String {
    if case .unit(let unit) = constant { scope.unitID(unit) } else { constant.description }
  }
}

extension EvaluationScope {
  /// Returns the id of a unit, or a number where the register has no such unit.
  func unitID(_ unit: Int32) -> String {
    let index = Int(unit)
    return unitIDs.indices.contains(index) ? unitIDs[index] : "\(unit)"
  }
}

internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules
internal import Scores

/// The interval that each unit's score lies in: figures and a strip a unit, on one axis.
struct HTMLScores {
  /// A band of the table as a zone of the axis.
  struct Zone {
    let x: String
    let width: String
    let middle: String
    let name: String
    let from: String
    let isEven: Bool
  }

  /// A number on the axis.
  struct Tick {
    let x: String
    let label: String
    let anchor: String
  }

  /// One unit.
  struct Row {
    let name: String
    let anchor: String
    let isJudged: Bool
    let worst: String
    let best: String
    let isExact: Bool
    let bands: String
    let x1: String
    let x2: String
    let width: String
    let words: String
    let certain: String
    let possible: String
    let gates: String?
    let history: HTMLSparkline?
  }

  /// Why no unit has a score, if none has.
  let remark: String?
  let base: String
  let floor: String
  let zones: [Zone]
  let ticks: [Tick]
  let rows: [Row]
  let hasHistory: Bool
  /// The ends of the axis of earlier runs.
  let historyScale: String
  let hasGates: Bool
  let leftOut: String?
}

/// A unit's interval over the recorded runs, as points of a polygon and of two lines.
struct HTMLSparkline {
  let area: String
  let worst: String
  let best: String
  let words: String
}

extension HTMLContext {
  /// The scores; nil if the pack has no scoring table.
  var scoreTable: HTMLScores? {
    guard let scorecard, !scorecard.units.isEmpty else { return nil }
    let axis = ScoreAxis(from: scorecard.table.floor, to: scorecard.table.base)
    let lowest = historyFloor(scorecard.table)
    let narrow = ScoreAxis(from: lowest, to: scorecard.table.base)
    let ids = Set(mostConcerned.prefix(HTMLLimit.units).map(\.id))
    let shown = units.filter { ids.contains($0.id) && scores[$0.id] != nil }
    let rows = shown.compactMap { unit in
      scores[unit.id].map { row(unit, $0, axis, sparkline(of: unit.id, narrow)) }
    }
    return HTMLScores(
      remark: scorecard.isPartial ? text(ScoreWords.partial) : nil,
      base: number(scorecard.table.base),
      floor: number(scorecard.table.floor),
      zones: zones(scorecard.table, axis),
      ticks: ticks(scorecard.table, axis),
      rows: rows,
      hasHistory: rows.contains { $0.history != nil },
      historyScale: "\(number(lowest))–\(number(scorecard.table.base))",
      hasGates: !scorecard.table.gates.isEmpty,
      leftOut: leftOut(scorecard.units.count - rows.count)
    )
  }

  /// The lowest end of any recorded interval, so that changes can be seen.
  private func historyFloor(_ table: Scoring) -> Decimal {
    let runs = (chronicle?.trend ?? []).suffix(HTMLLimit.runs)
    return runs.flatMap { $0.scores.values.map(\.worst) }.min() ?? table.floor
  }

  private func row(
    _ unit: UnitRef,
    _ score: UnitScore,
    _ axis: ScoreAxis,
    _ history: HTMLSparkline?
  ) -> HTMLScores.Row {
    let bands = bandText(score)
    let (worst, best) = (score.range?.worst, score.range?.best)
    let low = worst.map(axis.place) ?? 0
    let high = best.map(axis.place) ?? 0
    return HTMLScores.Row(
      name: unit.name,
      anchor: anchor(of: unit),
      isJudged: score.range != nil,
      worst: worst.map(number) ?? "–",
      best: best.map(number) ?? "–",
      isExact: score.range?.isExact ?? false,
      bands: bands,
      x1: ScoreAxis.percent(low),
      x2: ScoreAxis.percent(high),
      width: ScoreAxis.percent(max(0, high - low)),
      words: rangeText(score) + (bands.isEmpty ? "" : ", \(bands)"),
      certain: points(score.deductions),
      possible: points(score.possible),
      gates: gateSummary(score),
      history: history
    )
  }

  /// A unit's interval in words: `82,5 – 95`, one number if both ends are one.
  func rangeText(_ score: UnitScore?) -> String { text(ScoreWords.range(score?.range)) }

  /// The bands at both ends.
  func bandText(_ score: UnitScore?) -> String { score.map(ScoreWords.bands) ?? "" }

  /// The points of deductions that count, added up.
  func points(_ deductions: [Deduction]) -> String {
    let sum = deductions.reduce(Decimal(mantissa: 0)) { sum, deduction in
      sum.adding(deduction.counted) ?? sum
    }
    return number(sum)
  }

  private func gateSummary(_ score: UnitScore) -> String? {
    let kinds = [GateState.Kind.open, .perhaps].compactMap { kind in
      let number = score.gates.filter { $0.kind == kind }.count
      return number > 0 ? "\(kind == .open ? "⚑" : "?") \(count(number))" : nil
    }
    return kinds.isEmpty ? nil : kinds.joined(separator: ", ")
  }

  private func zones(_ table: Scoring, _ axis: ScoreAxis) -> [HTMLScores.Zone] {
    let bands = table.bands.sorted { $0.atLeast < $1.atLeast }
    return bands.enumerated().map { index, band in
      let start = axis.place(band.atLeast)
      let end = index + 1 < bands.count ? axis.place(bands[index + 1].atLeast) : 10_000
      return HTMLScores.Zone(
        x: ScoreAxis.percent(start),
        width: ScoreAxis.percent(max(0, end - start)),
        middle: ScoreAxis.percent((start + end) / 2),
        name: band.name,
        from: number(band.atLeast),
        isEven: index % 2 == 0
      )
    }
  }

  private func ticks(_ table: Scoring, _ axis: ScoreAxis) -> [HTMLScores.Tick] {
    let values = Set([table.floor, table.base] + table.bands.map(\.atLeast)).sorted()
    return values.map { value in
      let place = axis.place(value)
      return HTMLScores.Tick(
        x: ScoreAxis.percent(place),
        label: number(value),
        anchor: place == 0 ? "start" : place == 10_000 ? "end" : "middle"
      )
    }
  }

  private func sparkline(of unit: UnitID, _ axis: ScoreAxis) -> HTMLSparkline? {
    let runs = (chronicle?.trend ?? []).suffix(HTMLLimit.runs)
    let known = runs.enumerated().compactMap { index, entry in
      entry.scores[unit].map { (index: index, asOf: entry.asOf, range: $0) }
    }
    guard known.count > 1, runs.count > 1 else { return nil }
    func point(_ index: Int, _ value: Decimal) -> String {
      "\(index * 100 / (runs.count - 1)),\(28 - axis.place(value) * 26 / 10_000)"
    }
    let worst = known.map { point($0.index, $0.range.worst) }
    let best = known.map { point($0.index, $0.range.best) }
    let words = known.map { entry in
      "\(date(entry.asOf)): \(number(entry.range.worst)) – \(number(entry.range.best))"
    }
    return HTMLSparkline(
      area: (best + worst.reversed()).joined(separator: " "),
      worst: worst.joined(separator: " "),
      best: best.joined(separator: " "),
      words: words.joined(separator: "; ")
    )
  }
}

/// The axis of scores, in hundredths of a percent of its length.
struct ScoreAxis {
  private let floor: Decimal
  private let base: Decimal

  init(from floor: Decimal, to base: Decimal) {
    self.floor = floor
    self.base = base
  }

  /// Where a score stands, from 0 to 10 000.
  func place(_ value: Decimal) -> Int {
    let length = Self.binary(base) - Self.binary(floor)
    guard length > 0 else { return 0 }
    let place = (Self.binary(value) - Self.binary(floor)) * 10_000 / length
    return Int(min(10_000, max(0, place)).rounded())
  }

  /// A number as near as a drawing needs it.
  private static func binary(_ number: Decimal) -> Double {
    Double(number.mantissa) / Double(Decimal.power(number.scale))
  }

  /// Writes hundredths of a percent as SVG wants them: `72.5%`.
  static func percent(_ place: Int) -> String {
    "\(Decimal(mantissa: Int128(place), scale: 2))%"
  }
}

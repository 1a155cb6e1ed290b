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
  /// How many earlier runs are left out because another scoring table judged them.
  let historyNote: String?
  let hasGates: Bool
  let leftOut: String?
}

/// A unit's interval over the recorded runs, as points of polygons and of lines; one of each for
/// every series of runs in which the unit had a score.
struct HTMLSparkline {
  let areas: [String]
  let worst: [String]
  let best: [String]
  let words: String
}

extension HTMLContext {
  /// The scores; nil if the pack has no scoring table.
  var scoreTable: HTMLScores? {
    guard let scorecard, !scorecard.units.isEmpty else { return nil }
    let axis = ScoreAxis(from: scorecard.table.floor, to: scorecard.table.base)
    let runs = comparableRuns
    let lowest = runs.flatMap { $0.scores.values.map(\.worst) }.min() ?? scorecard.table.floor
    let narrow = ScoreAxis(from: lowest, to: scorecard.table.base)
    let ids = Set(mostConcerned.prefix(HTMLLimit.units).map(\.id))
    let shown = units.filter { ids.contains($0.id) && scores[$0.id] != nil }
    let rows = shown.compactMap { unit in
      scores[unit.id].map { row(unit, $0, axis, sparkline(of: unit.id, runs, narrow)) }
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
      historyNote: historyNote,
      hasGates: !scorecard.table.gates.isEmpty,
      leftOut: leftOut(scorecard.units.count - rows.count)
    )
  }

  /// The recorded runs, with scores only where the scoring table is this run's.
  ///
  /// Scores of two tables say nothing side by side. A run of another table keeps its place between
  /// runs of this one.
  private var comparableRuns: [Chronicle.Entry] {
    var runs = Array((chronicle?.trend ?? []).suffix(HTMLLimit.runs))
    let table = runs.last?.scoringDigest
    for index in runs.indices where runs[index].scoringDigest != table {
      runs[index].scores = [:]
    }
    return Array(runs.drop { $0.scoringDigest != table })
  }

  private var historyNote: String? {
    let runs = (chronicle?.trend ?? []).suffix(HTMLLimit.runs)
    let table = runs.last?.scoringDigest
    let others = runs.filter { $0.scoringDigest != table && !$0.scores.isEmpty }.count
    guard others > 0 else { return nil }
    return text(
      vi: "Không vẽ điểm của \(count(others)) lần xét trước: chúng được chấm theo bảng điểm khác, "
        + "hoặc không rõ bảng điểm.",
      en: "Earlier runs whose scores are not drawn: \(count(others)); they come from another "
        + "scoring table, or from one that was not recorded."
    )
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
    deductions.total.map(number) ?? text(vi: "quá lớn", en: "too many")
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

  private func sparkline(
    of unit: UnitID,
    _ runs: [Chronicle.Entry],
    _ axis: ScoreAxis
  ) -> HTMLSparkline? {
    var pieces: [[ScorePoint]] = []
    var isUnbroken = false
    for (index, run) in runs.enumerated() {
      guard let range = run.scores[unit] else {
        isUnbroken = false
        continue
      }
      if !isUnbroken { pieces.append([]) }
      pieces[pieces.count - 1].append(ScorePoint(run: index, asOf: run.asOf, range: range))
      isUnbroken = true
    }
    let known = pieces.flatMap { $0 }
    guard known.count > 1 else { return nil }
    let last = runs.count - 1
    let best = pieces.map { piece in
      drawn(piece.map { (x: $0.run * 100 / last, y: axis.place($0.range.best)) })
    }
    let worst = pieces.map { piece in
      drawn(piece.map { (x: $0.run * 100 / last, y: axis.place($0.range.worst)) })
    }
    let words = known.map { point in
      "\(date(point.asOf)): \(number(point.range.worst)) – \(number(point.range.best))"
    }
    return HTMLSparkline(
      areas: zip(best, worst).map { ($0 + $1.reversed()).joined(separator: " ") },
      worst: worst.map { $0.joined(separator: " ") },
      best: best.map { $0.joined(separator: " ") },
      words: words.joined(separator: "; ")
    )
  }

  /// The points of one series, from hundredths of a percent to the height of the drawing; a short
  /// line for a series of one run, which no line would show.
  private func drawn(_ places: [(x: Int, y: Int)]) -> [String] {
    let points = places.map { (x: $0.x, y: 28 - $0.y * 26 / 10_000) }
    guard points.count == 1 else { return points.map { "\($0.x),\($0.y)" } }
    return points.flatMap { ["\(max(0, $0.x - 1)),\($0.y)", "\(min(100, $0.x + 1)),\($0.y)"] }
  }
}

/// A unit's interval in one of the recorded runs.
private struct ScorePoint {
  let run: Int
  let asOf: CivilDate
  let range: ScoreRange
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

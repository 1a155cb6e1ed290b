import BenchData
import Glibc

/// One measurement from the making of the data to the printed figures.
struct Bench {
  let options: BenchOptions

  /// Measures.
  ///
  /// - Returns: Whether the checker found exactly what was planted.
  /// - Throws: If data cannot be written or a program not run.
  func run() throws -> Bool {
    let folder = try WorkFolder(path: options.out, keeps: options.keeps)
    defer { folder.remove() }
    let data = BenchData(rows: options.rows, units: options.units, seed: options.seed)
    let (planted, byteCount) = try write(data, to: folder)
    let program = options.checker ?? "/proc/self/exe"
    let arguments = ["--rules", folder.pack, "--data", folder.data] + jobs
    let figures = try Figures(measure(program, arguments))
    // Outside the measurement: the report that the violations are counted from.
    _ = try judge(program, arguments + ["--format", "json=\(folder.report)"])
    print(
      "\(data.rows) hồ sơ / dossiers, \(data.units) đơn vị / units, hạt giống / seed \(data.seed)"
    )
    figures.printAll()
    figures.printRates(rows: data.rows, bytes: byteCount)
    let report = ReportCounts(report: try WorkFolder.contents(of: folder.report))
    let isRight = compare(report, with: planted)
    if options.keeps || options.out != nil { print("\(folder.path): pack/ data/ report.json") }
    if let samples = options.samples {
      print("\n\(samples)")
      try Figures(measure(program, ["--rules", samples] + jobs)).printAll()
    }
    return isRight
  }

  private func write(
    _ data: BenchData,
    to folder: WorkFolder
  ) throws -> (PlantedCounts, bytes: Int) {
    var byteCount = 0
    try folder.write("\(folder.pack)/bench.yaml", data.pack)
    let planted = try data.write { name, bytes in
      try folder.write("\(folder.data)/\(name)", bytes)
      byteCount += bytes.count
      Progress.show("tạo số liệu / making data: \(byteCount >> 20) MiB")
    }
    try folder.close()
    Progress.clear()
    return (planted, byteCount)
  }

  /// Runs the program once to warm up and then as often as asked for.
  private func measure(_ program: String, _ arguments: [String]) throws -> [ChildRun] {
    defer { Progress.clear() }
    return try (0...options.runs).map { index in
      Progress.show("chạy / run \(index)/\(options.runs)")
      return try judge(program, arguments)
    }.dropFirst().map(\.self)
  }

  /// Runs the program once; it must come to a verdict.
  private func judge(_ program: String, _ arguments: [String]) throws -> ChildRun {
    let run = try ChildRun(program, arguments)
    guard (0...2).contains(run.code) else {
      throw BenchFault("check \(arguments.joined(separator: " ")): exit code \(run.code)")
    }
    return run
  }

  private var jobs: [String] { options.jobs.map { ["--jobs", String($0)] } ?? [] }

  private func compare(_ found: ReportCounts, with planted: PlantedCounts) -> Bool {
    var isRight = true
    print("vi phạm theo quy tắc, tìm thấy = đã gài / violations by rule, found = planted:")
    for rule in ReportCounts.rules {
      let isSame = found[rule] == planted[rule]
      print("  \(rule)  \(found[rule])\(isSame ? "" : "  ≠ \(planted[rule])  SAI / WRONG")")
      if !isSame { isRight = false }
    }
    return isRight
  }
}

/// The medians of several runs.
struct Figures {
  private let wall: [Double]
  private let processor: [Double]
  private let peak: [Double]

  init(_ runs: [ChildRun]) {
    wall = runs.map(\.wall).sorted()
    processor = runs.map(\.processor).sorted()
    peak = runs.map { Double($0.peak) / 1_048_576 }.sorted()
  }

  /// Prints least, median and greatest figures.
  func printAll() {
    print(
      "\(wall.count) lần chạy / runs: nhỏ nhất / least – trung vị / median – lớn nhất / greatest"
    )
    show("thời gian / wall", wall, 1000, "ms")
    show("bộ xử lý / processor", processor, 1000, "ms")
    show("bộ nhớ đỉnh / peak memory", peak, 1, "MiB")
  }

  /// Prints how many rows and bytes a second the median run judged.
  func printRates(rows: Int, bytes: Int) {
    let seconds = Self.median(wall)
    guard seconds > 0 else { return }
    print(
      "  \(Int(Double(rows) / seconds)) dòng/s / rows/s, \(Int(Double(bytes) / seconds / 1e6)) MB/s"
    )
  }

  private func show(_ name: String, _ values: [Double], _ factor: Double, _ unit: String) {
    let ends = [values.first ?? 0, Self.median(values), values.last ?? 0]
    let texts = ends.map { Self.rounded($0 * factor) }
    print("  \(name): \(texts.joined(separator: " – ")) \(unit)")
  }

  private static func median(_ sorted: [Double]) -> Double {
    guard !sorted.isEmpty else { return 0 }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  private static func rounded(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10),\(tenths % 10)"
  }
}

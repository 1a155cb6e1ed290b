import Foundation
import GRDB
import TestSupport
import Testing

/// Does to the program what must not harm a history.
///
/// Several programs at once, a kill at any moment, a full disk, a folder that may not be written.
@Suite("the history in hardship", .serialized)
struct HistoryHardshipTests {
  @Test("many programs at once: every run is there, and the same run is there once")
  func together() throws {
    let pack = try SmallPack()
    try pack.breakRule()
    let dates = (10...17).map { "2026-11-\($0)" }
    let commands = (dates + Array(repeating: "2026-11-20", count: 4)).map { asOf in
      [asOf, "-q", "--rules", "rules", "--history", "h.sqlite", "--jobs", "1", "--as-of", asOf]
    }
    let processes = try commands.map { command in
      let process = try Binary.process(
        [try Binary.path()] + command.dropFirst(),
        in: pack.folder
      )
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      return process
    }
    for process in processes {
      process.waitUntilExit()
      #expect(process.terminationReason == .exit && process.terminationStatus == 1)
    }
    let asOf = try Self.read(pack) { try String.fetchAll($0, sql: "SELECT as_of FROM run") }
    #expect(asOf.sorted() == dates + ["2026-11-20"])
    #expect(try pack.folder.names == ["data", "h.sqlite", "rules"])
  }

  @Test("killed at any moment: the file is whole, and the next run goes on")
  func killed() throws {
    let pack = try BigPack(units: 24)
    let span = try pack.recordingTime(day: 1)
    var cutOff = 0
    for moment in 0..<20 {
      let before = try Self.check(pack.folder).count
      let process = try pack.start(2 + moment)
      pack.waitForJournal(process)
      // From the first page of the journal to after the commit.
      usleep(UInt32(span * moment / 14))
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
      process.waitUntilExit()
      if pack.hasJournal { cutOff += 1 }
      let runs = try Self.check(pack.folder)
      #expect(runs.allSatisfy { $0 == pack.obligationCount }, "only whole runs: \(runs)")
      #expect(runs.count == before || runs.count == before + 1, "nothing recorded before is lost")
    }
    #expect(cutOff > 3, "kills fell into transactions")
    let before = try Self.check(pack.folder).count
    let last = try pack.start(100)
    last.waitUntilExit()
    #expect(last.terminationStatus == 1)
    #expect(try Self.check(pack.folder).count == before + 1)
    #expect(!pack.hasJournal)
  }

  @Test("a killed first run leaves nothing, or a history without runs; looking takes it back")
  func killedWhileMade() throws {
    let span = try BigPack(units: 8).recordingTime(day: 1)
    for moment in 0..<8 {
      let pack = try BigPack(units: 8)
      let process = try pack.start(1)
      pack.waitForJournal(process)
      usleep(UInt32(span * moment / 8))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let list = try Binary.run(["history", "list", "--history", "h.sqlite"], in: pack.folder)
      #expect(
        list.status == 0 || !FileManager.default.fileExists(atPath: pack.file),
        "\(list.messages)"
      )
      let next = try pack.start(2)
      next.waitUntilExit()
      #expect(next.terminationStatus == 1)
      #expect(try Self.check(pack.folder).last == pack.obligationCount)
    }
  }

  @Test("a limit on the size of files: 74, and not a byte is changed")
  func limited() throws {
    let pack = try SmallPack()
    try pack.breakRule()
    try pack.record("2026-10-25", 1)
    let bytes = try Self.bytes(pack)
    // In blocks of 512 bytes: from no journal at all to most of the file.
    for blocks in [0, 1, 8, 40, 80] {
      let result = try Binary.run(
        ["--rules", "rules", "--as-of", "2026-11-20", "--history", "h.sqlite"],
        in: pack.folder,
        under: ["/bin/sh", "-c", "(ulimit -f \(blocks); exec \"$@\") 2>&1 | cat >&2", "sh"]
      )
      // The pipe hides the exit code; what was said tells.
      #expect(result.messages.contains("không có gì được ghi vào lịch sử"), "\(result.messages)")
      #expect(result.output == "")
      _ = try Self.check(pack.folder)
      #expect(try Self.bytes(pack) == bytes, "\(blocks)")
    }
    try pack.record("2026-11-20", 1)
    #expect(try Self.check(pack.folder).count == 2)
  }

  /// Whether a disk of its own can be given to a program, as root or in a user namespace.
  private static let canMount: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
    process.arguments = ["-rm", "/bin/sh", "-c", "mount -t tmpfs -o size=64k t /mnt"]
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus == 0
    } catch {
      return false
    }
  }()

  @Test(
    "a full disk: 74, and not a byte is changed",
    arguments: [0, 4, 12, 32, 64, 96]
  )
  func full(freeKilobytes: Int) throws {
    try #require(
      Self.canMount,
      "mounting a tmpfs needs: apt-get install util-linux mount; root or user namespaces"
    )
    let pack = try SmallPack()
    try pack.breakRule()
    try pack.record("2026-10-25", 1)
    try pack.folder.write("", to: "disk/mount-point")
    let script = """
      size=$(($(stat -c %s h.sqlite) / 1024 + \(freeKilobytes) + 4))
      mount -t tmpfs -o size=${size}k t disk && cp h.sqlite disk/h.sqlite
      dd if=/dev/zero of=disk/filler bs=1k count=4 2>/dev/null
      "$@"
      status=$?
      cp disk/h.sqlite after.sqlite
      rm disk/filler
      exit $status
      """
    let result = try Binary.run(
      ["--rules", "rules", "--as-of", "2026-11-20", "--history", "disk/h.sqlite"],
      in: pack.folder,
      under: ["/usr/bin/unshare", "-rm", "/bin/sh", "-c", script, "sh"]
    )
    if result.status == 74 {
      #expect(result.messages.contains("đĩa đầy"), "\(result.messages)")
      #expect(result.output == "")
      let after = URL(fileURLWithPath: pack.folder.path("after.sqlite"))
      #expect(try Data(contentsOf: after) == (try Self.bytes(pack)))
    } else {
      // So much room is enough for a small run.
      #expect(result.status == 1 && freeKilobytes > 32, "\(result.messages)")
    }
    #expect(freeKilobytes > 4 || result.status == 74)
  }

  @Test("no right to write: 74, and the file can still be looked at")
  func readOnly() throws {
    try #require(
      getuid() != 0 || FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv"),
      "giving up the rights of root needs: apt-get install util-linux"
    )
    let pack = try SmallPack()
    try pack.record("2026-10-25", 0)
    let bytes = try Self.bytes(pack)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o555],
      ofItemAtPath: pack.folder.path
    )
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o444],
      ofItemAtPath: pack.folder.path("h.sqlite")
    )
    defer {
      _ = unsafe chmod(pack.folder.path, 0o755)
    }
    let nobody =
      getuid() == 0
      ? ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []
    for file in ["h.sqlite", "new.sqlite"] {
      let result = try Binary.run(
        ["--rules", "rules", "--as-of", "2026-11-20", "--history", file],
        in: pack.folder,
        under: nobody
      )
      #expect(result.status == 74)
      #expect(
        result.messages.contains("không ghi được tệp hoặc thư mục chứa tệp"),
        "\(result.messages)"
      )
    }
    let list = try Binary.run(
      ["history", "list", "--history", "h.sqlite"],
      in: pack.folder,
      under: nobody
    )
    #expect(list.status == 0 && list.output.contains("1 lần xét"))
    #expect(try Self.bytes(pack) == bytes)
  }

  private static func bytes(_ pack: SmallPack) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: pack.folder.path("h.sqlite")))
  }

  private static func read<T>(_ pack: SmallPack, _ query: (Database) throws -> T) throws -> T {
    try DatabaseQueue(path: pack.folder.path("h.sqlite")).read(query)
  }

  /// Insists that a history is sound, and returns how many verdicts each run has.
  private static func check(_ folder: TemporaryFolder) throws -> [Int] {
    let database = try DatabaseQueue(path: folder.path("h.sqlite"))
    defer { withExtendedLifetime(database) {} }
    return try database.read { db in
      #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
      #expect(try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") == nil)
      guard try db.tableExists("run") else { return [] }
      return try Int.fetchAll(
        db,
        sql: """
          SELECT COUNT(verdict.run) FROM run LEFT JOIN verdict ON run = number
          GROUP BY number ORDER BY number
          """
      )
    }
  }
}

/// A pack of many obligations, so that recording a run takes its time.
private struct BigPack {
  let folder: TemporaryFolder
  /// Every unit owes every month of six years.
  let obligationCount: Int

  var file: String { folder.path("h.sqlite") }

  /// Whether a transaction has begun to write; a journal without bytes is none.
  var hasJournal: Bool {
    var status = stat()
    return unsafe stat(file + "-journal", &status) == 0 && status.st_size > 0
  }

  init(units count: Int) throws {
    obligationCount = count * 12 * 6
    folder = try TemporaryFolder()
    let units = (0..<count).map { "  - {id: u\($0), name: Thôn \($0)}\n" }.joined()
    try folder.write(
      """
      pack: {schema: 1, name: Nhiều, language: vi, timezone: Asia/Ho_Chi_Minh, data: ../data}
      documents:
        - id: kh
          title: Kế hoạch
          effective: {from: 2020-01-01, to: 2025-12-31}
          clauses: [{id: A, summary: Báo cáo}]
      units:
      \(units)calendar: {weekend: [saturday, sunday], years: []}
      datasets:
        - id: bao_cao
          file: bao-cao.csv
          columns: {don_vi: {type: unit}, ky: {type: month}, ngay: {type: date}}
          unit: don_vi
      rules:
        - {id: bao-cao, title: Báo cáo, clause: kh/A, responsible: {each: all}, every: month,
           due: {by: end}, evidence: {of: bao_cao, period: ky, done_at: ngay}}

      """,
      to: "rules/pack.yaml"
    )
    try folder.write("don_vi,ky,ngay\nu1,2020-01,2020-01-09\n", to: "data/bao-cao.csv")
  }

  /// Starts to judge at a day after 2026-01-01, and to record it.
  func start(_ day: Int) throws -> Process {
    let date =
      "2026-\(String(101 + day / 28 % 12).dropFirst())-\(String(101 + day % 28).dropFirst())"
    let process = try Binary.process(
      [
        try Binary.path(), "-q", "--rules", "rules", "--as-of", date, "--history", "h.sqlite",
        "--evidence", "0", "--format", "json=/dev/null",
      ],
      in: folder
    )
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Records a run, and returns the microseconds from its first write to its end.
  func recordingTime(day: Int) throws -> Int {
    let process = try start(day)
    waitForJournal(process)
    let clock = ContinuousClock()
    let time = clock.measure { process.waitUntilExit() }
    #expect(process.terminationStatus == 1)
    return Int(time / .microseconds(1))
  }

  /// Waits until a process has begun to write, or is over.
  func waitForJournal(_ process: Process) {
    while process.isRunning, !hasJournal { usleep(200) }
  }
}

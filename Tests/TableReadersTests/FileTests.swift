import Diagnostics
import Glibc
import TableReaders
import Tables
import TestSupport
import Testing

/// A folder of its own for one test, removed afterwards.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/check-readers-XXXXXX\u{0}".utf8.map { CChar(bitPattern: $0) })
    let made = unsafe mkdtemp(&template)
    path = try unsafe String(cString: #require(made))
  }

  deinit { remove(path) }

  /// Writes a file, and the folders it is in.
  func write(_ name: String, _ text: String = "") {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/" + part
      unsafe mkdir(folder, 0o700)
    }
    let descriptor = unsafe open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var text = text
    text.withUTF8 { bytes in _ = unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count) }
    close(descriptor)
  }

  private func remove(_ path: String) {
    if unsafe unlink(path) == 0 { return }
    guard let handle = unsafe opendir(path) else { return }
    while let entry = unsafe readdir(handle) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { remove(path + "/" + name) }
    }
    unsafe closedir(handle)
    unsafe rmdir(path)
  }
}

@Suite("files") struct FileTests {
  static let columns = [column("a"), column("b", .date), column("c", .decimal)]

  private func problems(_ path: String, name: String? = nil) -> [FileProblem] {
    do throws(UnreadableDump) {
      let plan = plan(Self.columns)
      let name = name ?? path.split(separator: "/").last.map(String.init) ?? ""
      _ = try DumpFile(path: path, name: name, index: 0, plan: plan)
      return []
    } catch {
      return error.problems
    }
  }

  @Test("a file on disk reads as the same text in memory")
  func disk() throws {
    let folder = try TemporaryFolder()
    let text = "a,b,c\n" + (1...9000).map { "dòng \($0),05/09/2026,\"1,5\"\n" }.joined()
    folder.write("x.csv", text)
    let plan = plan(Self.columns, blockBytes: 10_000)
    let file = try DumpFile(path: folder.path + "/x.csv", name: "x.csv", index: 3, plan: plan)
    #expect(file.byteCount == text.utf8.count)
    #expect(file.blockCount == (text.utf8.count - 5 + 9999) / 10_000)
    let table = ReadTable(file, plan)
    #expect(table == ReadTable(text, plan))
    #expect(table.rows.count == 9000)
    #expect(file.changeProblem() == nil)
  }

  @Test("the digest is that of the bytes")
  func digest() throws {
    let folder = try TemporaryFolder()
    folder.write("x.csv", "a,b,c\n")
    let plan = plan(Self.columns)
    let file = try DumpFile(path: folder.path + "/x.csv", name: "x.csv", index: 0, plan: plan)
    let expected =
      "facf7c7ae315fc177ccc74b3d837762f"
      + "7257b6ded1e1f906b7d034f25590263d"
    #expect(try file.sha256() == expected)
    let memory = try DumpFile(text: Array("a,b,c\n".utf8), name: "y.csv", plan: plan)
    #expect(try memory.sha256() == expected)
  }

  @Test("files that cannot be read say why")
  func unreadable() throws {
    let folder = try TemporaryFolder()
    folder.write("sub.csv/x")
    #expect(problems(folder.path + "/none.csv").map(\.code) == [.unreadableFile])
    #expect(problems(folder.path + "/sub.csv").map(\.code) == [.unreadableFile])
    unsafe mkfifo(folder.path + "/pipe.csv", 0o600)
    #expect(problems(folder.path + "/pipe.csv").map(\.code) == [.unreadableFile])
    for name in ["x.xlsx", "x.json", "x.ndjson", "x.sqlite", "x", "csv"] {
      folder.write(name, "a,b,c\n")
      let found = problems(folder.path + "/" + name)
      #expect(found.map(\.code) == [.unsupportedFormat])
      #expect(found.first?.message.vi.contains("CSV UTF-8") == true)
    }
    folder.write("X.CSV", "a,b,c\n")
    #expect(problems(folder.path + "/X.CSV").isEmpty)
  }

  @Test(
    "a file that changes while it is read is reported, large or small",
    arguments: [100, 20_000]
  )
  func changed(_ rowCount: Int) throws {
    let folder = try TemporaryFolder()
    folder.write("x.csv", "a,b,c\n" + String(repeating: "1,05/09/2026,2\n", count: rowCount))
    let plan = plan(Self.columns, blockBytes: 300)
    let file = try DumpFile(path: folder.path + "/x.csv", name: "x.csv", index: 0, plan: plan)
    var scratch = BlockScratch(plan: plan)
    #expect(file.prepare(with: &scratch).isEmpty)
    #expect(file.changeProblem() == nil)
    folder.write("x.csv", "a,b,c\n1,05/09/2026,2\n")
    #expect(file.changeProblem()?.code == .changedWhileReading)
    let report = file.read(block: 4, with: &scratch) { _ in }
    #expect(report.fileProblems.map(\.code) == [.changedWhileReading])
    #expect(throws: FileProblem.self) { try file.sha256() }
  }

  @Test("rows are found again: lines, cells as they stand, and the same values")
  func evidence() throws {
    let text = """
      a,b,x,c
      " một ",05/09/2026,9,"1,5"

      "hai
      dòng ""có"" nháy",bad,9,2
      ba,,9,

      bốn,1/1/2026,9,"3,25"
      """
    for size in [1, 8, 64, 4096] {
      let plan = plan(Self.columns, missing: ["-"], blockBytes: size)
      let file = try DumpFile(text: Array(text.utf8), name: "x.csv", index: 7, plan: plan)
      var scratch = BlockScratch(plan: plan)
      #expect(file.prepare(with: &scratch).isEmpty)
      var rows: [RowReference] = []
      var values: [[String]] = []
      for block in 0..<file.blockCount {
        _ = file.read(block: block, with: &scratch) { batch in
          rows += batch.rows
          values += (0..<batch.rowCount).map { row in batch.columns.map { ReadTable.text($0, row) }
          }
        }
      }
      #expect(rows.allSatisfy { $0.file == 7 })
      #expect(try file.lines(of: rows) == [2, 4, 6, 8])
      #expect(try file.lines(of: rows.reversed()) == [8, 6, 4, 2])
      #expect(try file.line(of: rows[1]) == 4)
      #expect(try file.cells(of: rows[0], columns: [0, 2, 1]) == [" một ", "1,5", "05/09/2026"])
      #expect(try file.cells(of: rows[1], columns: [0, 1]) == ["hai\ndòng \"có\" nháy", "bad"])
      #expect(try file.cells(of: rows[2], columns: [1, 2, 9]) == ["", "", nil])
      #expect(try file.cells(of: rows[3], columns: [2]) == ["3,25"])
      let chosen = [rows[3], rows[1], rows[3], rows[0]]
      let batch = try file.batch(of: chosen, with: &scratch)
      #expect(batch.rows == chosen)
      let again = (0..<4).map { row in batch.columns.map { ReadTable.text($0, row) } }
      #expect(again.map { $0[1] } == [3, 1, 3, 0].map { values[$0][1] })
      #expect(again.map { $0[2] } == ["3.25", "2.00", "3.25", "1.50"])
      #expect(try file.batch(of: [], with: &scratch).rowCount == 0)
    }
  }

  @Test("a row that is not there is a fault, not a trap")
  func strangeRow() throws {
    let plan = plan(Self.columns)
    let file = try DumpFile(text: Array("a,b,c\n1,,\n".utf8), name: "x.csv", plan: plan)
    var scratch = BlockScratch(plan: plan)
    _ = file.prepare(with: &scratch)
    for position in [-1, 0, 5, 7, 10, 11, Int64.max] {
      let row = RowReference(file: 0, position: position)
      #expect(throws: FileProblem.self) { try file.cells(of: row, columns: [0]) }
      #expect(throws: FileProblem.self) { try file.batch(of: [row], with: &scratch) }
    }
  }

  @Test("several workers read one file together", .timeLimit(.minutes(1)))
  func workers() async throws {
    let text = "a,b,c\n" + (1...20_000).map { "\"d\n\($0)\",05/09/2026,1\n" }.joined()
    let plan = plan(Self.columns, blockBytes: 5000)
    let file = try DumpFile(text: Array(text.utf8), name: "x.csv", plan: plan)
    await withTaskGroup(of: Void.self) { group in
      for worker in 0..<4 {
        group.addTask {
          var scratch = BlockScratch(plan: plan)
          for block in stride(from: worker, to: file.blockCount, by: 4) {
            file.countBlock(block, with: &scratch)
          }
        }
      }
    }
    #expect(file.finishCounting().isEmpty)
    let rows = await withTaskGroup(of: Int.self) { group in
      for worker in 0..<4 {
        group.addTask {
          var scratch = BlockScratch(plan: plan)
          return stride(from: worker, to: file.blockCount, by: 4).reduce(0) { sum, block in
            sum + file.read(block: block, with: &scratch) { _ in }.rowCount
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(rows == 20_000)
  }
}

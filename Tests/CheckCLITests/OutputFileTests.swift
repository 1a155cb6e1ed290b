import Diagnostics
import Foundation
import Glibc
import TestSupport
import Testing

@testable import CheckCLI

@Suite("output files")
struct OutputFileTests {
  @Test("a new file is written whole, and nothing else is left")
  func newFile() throws {
    let folder = try TemporaryFolder()
    try OutputFile.replace(folder.path("báo cáo.json"), with: Array("{}\n".utf8))
    #expect(try folder.read("báo cáo.json") == "{}\n")
    #expect(try folder.names.count == 1)
  }

  @Test("an old file keeps its mode and loses its contents")
  func oldFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("a much longer text than the new one", to: "r")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640],
      ofItemAtPath: folder.path("r")
    )
    try OutputFile.replace(folder.path("r"), with: Array("new".utf8))
    #expect(try folder.read("r") == "new")
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("r"))
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  @Test("a link stays a link to the new contents")
  func link() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "real")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link"),
      withDestinationPath: folder.path("real")
    )
    try OutputFile.replace(folder.path("link"), with: Array("new".utf8))
    #expect(try folder.read("real") == "new")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("link"))
        == folder.path("real")
    )
  }

  @Test("what is no plain file is written to, not replaced")
  func device() throws {
    try OutputFile.replace("/dev/null", with: Array("x".utf8))
    let attributes = try FileManager.default.attributesOfItem(atPath: "/dev/null")
    #expect(attributes[.type] as? FileAttributeType == .typeCharacterSpecial)
  }

  @Test("a file that cannot be made is named with the reason")
  func missingFolder() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: SystemError.self) {
      try OutputFile.replace(folder.path("none/r.json"), with: [])
    }
    #expect(error?.message.vi.hasPrefix("không tạo được '") == true)
    #expect(error?.message.vi.hasSuffix("': không có tệp hoặc thư mục này") == true)
    #expect(error?.message.en.contains("No such file or directory") == true)
    #expect(try folder.names.isEmpty)
  }

  @Test("a folder is no output file")
  func folder() throws {
    let folder = try TemporaryFolder()
    #expect(throws: SystemError.self) { try OutputFile.replace(folder.path, with: []) }
  }

  @Test(
    "why the system refuses is said in the reader's language; the rare ones keep the system's words",
    arguments: [
      (ENOENT, "không có tệp hoặc thư mục này"), (EACCES, "không có quyền"),
      (ENOTDIR, "không phải thư mục"), (EISDIR, "là thư mục, không phải tệp"),
      (ENOSPC, "đĩa đầy"), (EROFS, "ổ đĩa chỉ đọc"), (EDEADLK, "Resource deadlock avoided"),
    ]
  )
  func reasons(_ code: Int32, _ words: String) {
    let error = SystemError(operation: Phrase(vi: "ghi", en: "write"), path: "a", code: code)
    #expect(error.message.vi == "không ghi được 'a': \(words)")
  }

  @Test("64: a folder that is not there is said to be missing, in one language")
  func missingRules() throws {
    let folder = try TemporaryFolder()
    let result = try Binary.run(["--rules", "khong-co/"], in: folder)
    #expect(result.status == 64)
    #expect(result.messages == "lỗi: --rules: không có thư mục 'khong-co/'\nXem: check --help\n")
  }
}

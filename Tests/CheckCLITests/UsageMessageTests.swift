import TestSupport
import Testing

@Suite("wrong command lines")
struct UsageMessageTests {
  struct Case: CustomTestStringConvertible {
    let arguments: String
    let message: String
    var command = "check"
    var testDescription: String { arguments }

    static let cases: [Case] = [
      .init(
        arguments: "--slect x",
        message: "không có tuỳ chọn '--slect'; có phải ý bạn là '--select'?"
      ),
      .init(arguments: "-z", message: "không có tuỳ chọn '-z'"),
      .init(
        arguments: "-jx",
        message: "không có tuỳ chọn '-jx', hoặc thiếu giá trị cho '-j <số>' trong '-jx'"
      ),
      .init(arguments: "---", message: "tuỳ chọn viết sai: ---"),
      .init(arguments: "--rules", message: "thiếu giá trị cho '--rules <thư-mục>'"),
      .init(arguments: "--jobs x", message: "giá trị 'x' không dùng được cho '--jobs <số>'"),
      .init(
        arguments: "--lang fr",
        message: "giá trị 'fr' không dùng được cho '--lang <lang>'; viết 'vi' hoặc 'en'"
      ),
      .init(
        arguments: "--color x",
        message:
          "giá trị 'x' không dùng được cho '--color <color>'; viết 'auto', 'always' hoặc 'never'"
      ),
      .init(
        arguments: "--mask=1",
        message: "tuỳ chọn '--mask' không nhận giá trị, nhưng lại có '1'"
      ),
      .init(arguments: "abcdef", message: "thừa 'abcdef'"),
      .init(arguments: "abcdef ghi", message: "thừa 2 mục: 'abcdef', 'ghi'"),
      .init(
        arguments: "history show",
        message: "thiếu '<lần|yyyy-mm-dd>'",
        command: "check history show"
      ),
      .init(arguments: "x/", message: "thừa 'x/'; viết: check --rules x/"),
      .init(arguments: "folder", message: "thừa 'folder'; viết: check --rules folder"),
      .init(
        arguments: "--rules x folder y",
        message: "thừa 2 mục: 'folder', 'y'; viết: check … --data folder"
      ),
      .init(
        arguments: "score x/",
        message: "thừa 'x/'; viết: check score --rules x/",
        command: "check score"
      ),
      .init(
        arguments: "history show 1 x/",
        message: "thừa 'x/'",
        command: "check history show"
      ),
      .init(arguments: "lin", message: "không có lệnh 'lin'; có phải ý bạn là 'check lint'?"),
      .init(
        arguments: "lin --strict",
        message: "không có lệnh 'lin'; có phải ý bạn là 'check lint'?"
      ),
      .init(
        arguments: "history shw",
        message: "không có lệnh 'shw'; có phải ý bạn là 'check history show'?",
        command: "check history"
      ),
    ]
  }

  @Test("64: what is wrong is said in Vietnamese, and where help is", arguments: Case.cases)
  func vietnamese(_ example: Case) throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "folder/a.yaml")
    let arguments = example.arguments.split(separator: " ").map(String.init)
    let result = try Binary.run(arguments, in: folder)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.messages.hasPrefix("lỗi: \(example.message)\n"), "\(result.messages)")
    #expect(result.messages.hasSuffix("\nXem: \(example.command) --help\n"), "\(result.messages)")
    #expect(!result.messages.contains("OVERVIEW"))
  }

  @Test("usage and the option's help stand between")
  func usage() throws {
    let folder = try TemporaryFolder()
    #expect(
      try Binary.run(["score", "--jobs", "x"], in: folder).messages == """
        lỗi: giá trị 'x' không dùng được cho '--jobs <số>'
          --jobs <số>  Số luồng chạy song song (worker threads).
        Cách dùng: check score <tuỳ-chọn>
        Xem: check score --help

        """
    )
  }

  @Test("English if the command line asks for it", arguments: [["--lang", "en"], ["--lang=en"]])
  func english(_ language: [String]) throws {
    let folder = try TemporaryFolder()
    let result = try Binary.run(["x/"] + language, in: folder)
    #expect(result.status == 64)
    #expect(
      result.messages == """
        error: Unexpected argument 'x/'; write: check --rules x/
        Usage: check <options> <subcommand>
        See: check --help

        """
    )
  }

  @Test("64: a day of --as-of is shown how to be written")
  func asOf() throws {
    let result = try SmallPack().check("--as-of", "20/11/2026")
    #expect(result.status == 64)
    #expect(
      result.messages == """
        lỗi: --as-of '20/11/2026' không đọc được thành ngày có thật; viết năm-tháng-ngày, ví dụ \
        2026-11-20
        Xem: check --help

        """
    )
  }

  @Test("a sentence that is not known stays as it is")
  func unknown() throws {
    let folder = try TemporaryFolder()
    let result = try Binary.run(["--generate-completion-script", "x"], in: folder)
    #expect(result.status == 64)
    #expect(result.messages.hasPrefix("lỗi: Can't generate completion scripts for 'x'.\n"))
  }
}

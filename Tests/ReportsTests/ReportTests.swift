import Diagnostics
import Findings
import Foundation
import Reports
import Rules
import Testing

@Suite("reports")
struct ReportTests {
  private func terminal(_ run: Run, _ options: ReportOptions) -> String {
    String(decoding: TerminalReport.render(ReportContent(run: run), options), as: UTF8.self)
  }

  @Test("every folder of a format is in the registry")
  func registry() throws {
    let sources = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/Reports")
    let folders = try FileManager.default.contentsOfDirectory(atPath: sources.path).filter {
      !$0.hasSuffix(".swift") && !$0.hasPrefix(".")
    }
    let names = ReportRegistry.all.map { $0.name }
    #expect(Set(folders.map { $0.lowercased() }) == Set(names))
    #expect(Set(names).count == names.count)
    #expect(ReportRegistry.format(named: "xml") == nil)
  }

  @Test("a quiet report of a good run is empty")
  func quiet() throws {
    let run = try SamplePack.emptyRun([SamplePack.obligation("chu-ky-so", "vp", .met)])
    #expect(run.exitCode == 0)
    #expect(terminal(run, .init(language: .vi, isQuiet: true)).isEmpty)
  }

  @Test("a quiet report says that nothing was judged")
  func quietEmpty() throws {
    let text = terminal(try SamplePack.emptyRun(), .init(language: .vi, isQuiet: true))
    #expect(text == "Mã thoát 2: không có gì để xét.\n")
  }

  @Test("what is open comes before violations")
  func order() throws {
    let text = terminal(try SamplePack.fullRun(), .init(language: .vi))
    let open = try #require(text.firstRange(of: "CHƯA KẾT LUẬN ĐƯỢC"))
    let violations = try #require(text.firstRange(of: "VI PHẠM"))
    #expect(open.lowerBound < violations.lowerBound)
  }

  @Test("a hundred obligations open for one cause take a few lines")
  func grouping() throws {
    var obligations: [Obligation] = []
    for month in 1...9 {
      for unit in ["vp", "vhxh", "kt"] {
        var obligation = SamplePack.obligation(
          "bao-cao-thang",
          unit,
          .noData,
          .missingDataset,
          period: "2026-0\(month)"
        )
        obligation.needed = [DatasetID("bao_cao")]
        obligations.append(obligation)
      }
    }
    let text = terminal(try SamplePack.emptyRun(obligations), .init(language: .vi))
    #expect(text.split(separator: "\n").count < 20)
    #expect(text.contains("CHƯA KẾT LUẬN ĐƯỢC: 27 NGHĨA VỤ"))
    #expect(text.contains("Phòng Kinh tế (9 kỳ: tháng 1/2026–tháng 9/2026)"))
  }

  @Test("units that the register does not know are reported all the same")
  func stranger() throws {
    let run = try SamplePack.emptyRun([SamplePack.obligation("chu-ky-so", "la", .failed)])
    #expect(terminal(run, .init(language: .vi)).contains("la (la): 1 vi phạm"))
  }

  @Test("JSON stays JSON whatever the data hold")
  func hostileText() throws {
    var obligation = SamplePack.obligation("chu-ky-so", "vp", .failed)
    let value =
      "\"\\\n\r\t\u{0}\u{1B}[31m\u{7F}\u{85}\u{9F}\u{A0}«»\u{2027}\u{2028}\u{2029}\u{202A}–…é e\u{301} 👩‍👩‍👧"
    obligation.evidence = [
      Evidence(dataset: DatasetID("can_bo"), file: "a\"b.csv", row: 1, column: "ma", value: value)
    ]
    let bytes = JSONReport.render(
      ReportContent(run: try SamplePack.emptyRun([obligation])),
      .init(language: .vi)
    )
    #expect(bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A })
    let text = String(decoding: bytes, as: UTF8.self)
    for code in ["\\u0000", "\\u001b", "\\u007f", "\\u0085", "\\u009f", "\\u2028", "\\u2029"] {
      #expect(text.contains(code))
    }
    #expect(!text.unicodeScalars.contains { ("\u{7F}"..."\u{9F}").contains($0) })
    let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    let violations = object?["violations"] as? [[String: Any]]
    let evidence = violations?.first?["evidence"] as? [[String: Any]]
    let read = evidence?.first?["value"] as? String
    #expect(read.map { Array($0.utf8) } == Array(value.utf8))
  }

  @Test("a value whose digits do not end is a plain decimal in JSON")
  func cutValue() throws {
    var obligation = SamplePack.obligation("chu-ky-so", "vp", .failed)
    obligation.measured = Measured(kind: .measure)
    obligation.measured?.value = "0.666666666666" + Measured.cutMark
    let run = try SamplePack.emptyRun([obligation])
    let text = String(
      decoding: JSONReport.render(ReportContent(run: run), .init(language: .vi)),
      as: UTF8.self
    )
    #expect(text.contains("\"value\": \"0.666666666666\""))
    #expect(text.contains("\"message\": \"0,666666666666…"))
  }

  @Test("the JSON report has the fields of the contract, in its order")
  func fields() throws {
    let run = try SamplePack.fullRun()
    let text = String(
      decoding: JSONReport.render(ReportContent(run: run), .init(language: .vi)),
      as: UTF8.self
    )
    let keys = [
      "schema", "tool", "run", "inputs", "summary", "obligations", "violations", "data_errors",
      "units",
    ]
    var rest = text[...]
    for key in keys {
      let range = try #require(rest.firstRange(of: "\n  \"\(key)\": "))
      rest = rest[range.upperBound...]
    }
  }
}

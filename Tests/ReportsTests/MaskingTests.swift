import Diagnostics
import Findings
import Rules
import Testing

@testable import Reports

@Suite("personal data")
struct MaskingTests {
  @Test(
    "values are masked by what they look like",
    arguments: [
      ("001085001234", "********1234"), ("012345678", "01****678"), ("212345678", "*****5678"),
      ("0912345123", "09*****123"), ("0912 345 123", "09*****123"), ("+84912345123", "84******123"),
      ("an.nguyen@langson.gov.vn", "a***@langson.gov.vn"), ("a@b@c.vn", "***"),
      ("Nguyễn Văn An", "N.V.A"), ("nguyễn văn ân", "N.V.Â"), ("Đỗ Thị É", "Đ.T.É"),
      ("Ngu\u{79}e\u{302}\u{303}n Va\u{306}n An", "N.V.A"), ("An", "***"),
      ("12 Hoàng Văn Thụ", "***"),
      ("", ""), ("   ", "   "), ("05/09/1990", "***"), ("12345", "***"), ("CB-017", "***"),
    ]
  )
  func mask(_ value: String, _ masked: String) {
    #expect(PersonalMask.mask(value) == masked)
  }

  private func evidence(
    _ dataset: String,
    column: String?,
    key: String?,
    isPersonal: Bool
  ) -> Evidence {
    Evidence(
      dataset: DatasetID(dataset),
      file: "f.csv",
      row: 2,
      key: key,
      column: column,
      value: "Nguyễn Văn An",
      note: Phrase(vi: "trùng 'Nguyễn Văn An'", en: "repeats 'Nguyễn Văn An'"),
      isPersonal: isPersonal
    )
  }

  @Test("only what the pack calls personal is masked, in notes too")
  func cells() throws {
    let run = try SamplePack.emptyRun()
    let mask = CellMask(run, isOn: true)
    let name = mask.shown(evidence("can_bo", column: "ho_ten", key: "CB-1", isPersonal: true))
    #expect(name.value == "N.V.A")
    #expect(name.key == "CB-1")
    #expect(name.note?.vi == "trùng 'N.V.A'")
    let code = mask.shown(evidence("can_bo", column: "ma", key: "CB-1", isPersonal: false))
    #expect(code.value == "Nguyễn Văn An")
    let keyed = mask.shown(
      evidence("ho_so", column: "don_vi", key: "001085001234", isPersonal: true)
    )
    #expect(keyed.key == "********1234")
    #expect(keyed.value == "Nguyễn Văn An")
  }

  @Test("a cell personal for an unknown reason is masked whole")
  func unknownReason() throws {
    let mask = CellMask(try SamplePack.emptyRun(), isOn: true)
    let shown = mask.shown(evidence("can_bo", column: "ma", key: "0912345123", isPersonal: true))
    #expect(shown.value == "N.V.A")
    #expect(shown.key == "09*****123")
  }

  private func error(_ value: String, column: String?, isPersonal: Bool) -> DataError {
    DataError(
      dataset: DatasetID("quan_he"),
      file: "f.csv",
      row: 3,
      column: column,
      value: value,
      code: "c",
      message: Phrase(verbatim: "thấy '\(value)'"),
      isPersonal: isPersonal
    )
  }

  @Test("of a key of several columns only the personal parts are masked")
  func compositeKeys() throws {
    let mask = CellMask(try SamplePack.emptyRun(), isOn: true)
    let key = "HT-01 · 001085001234"
    let cell = mask.shown(evidence("quan_he", column: "ma", key: key, isPersonal: true))
    #expect(cell.key == "HT-01 · ********1234")
    let odd = mask.shown(evidence("quan_he", column: "ma", key: "a · b · c", isPersonal: true))
    #expect(odd.key == "***")
    let duplicate = mask.shown(error(key, column: "ma", isPersonal: true))
    #expect(duplicate.value == "HT-01 · ********1234")
    #expect(duplicate.note?.vi == "thấy 'HT-01 · ********1234'")
  }

  @Test("the text of a broken row is hidden if any column is personal")
  func brokenRows() throws {
    let mask = CellMask(try SamplePack.emptyRun(), isOn: true)
    let row = mask.shown(error("HT-01,001085001234,x", column: nil, isPersonal: false))
    #expect(row.value == "***")
    #expect(row.note?.vi == "thấy '***'")
    #expect(mask.shown(error("31/13", column: "ma", isPersonal: false)).value == "31/13")
    #expect(
      mask.shown(error("0912345123", column: "cccd", isPersonal: false)).value == "09*****123"
    )
  }

  @Test("without --mask everything is shown")
  func off() throws {
    let mask = CellMask(try SamplePack.emptyRun(), isOn: false)
    let shown = mask.shown(evidence("can_bo", column: "ho_ten", key: "CB-1", isPersonal: true))
    #expect(shown.value == "Nguyễn Văn An")
  }
}

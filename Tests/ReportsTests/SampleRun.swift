import CivilTime
import Diagnostics
import Findings
import Rules

extension SamplePack {
  /// A run that holds every verdict and every reason.
  static func fullRun() throws -> Run {
    var run = try emptyRun(try violations() + others())
    run.inputs = try inputs()
    run.dataErrors = dataErrors
    run.dataErrorTotal = 4
    run.warnings = [
      Phrase(vi: "miễn trừ w2 đã hết hiệu lực từ 01/10/2026", en: "waiver w2 lapsed on 2026-10-01")
    ]
    return run
  }

  private static func inputs() throws -> [Input] {
    var staff = Input(
      dataset: DatasetID("can_bo"),
      file: "can-bo.csv",
      coversUntil: try date("2026-11-20")
    )
    staff.sha256 = "aa11"
    staff.rows = 1234
    staff.dataErrors = 2
    staff.encoding = "utf-8"
    staff.warnings = [Phrase(vi: "thiếu cột 'chuc_vu'", en: "column 'chuc_vu' is missing")]
    var reports = Input(
      dataset: DatasetID("bao_cao"),
      file: "bao-cao.csv",
      coversUntil: try date("2026-10-31")
    )
    reports.sha256 = "bb22"
    reports.rows = 30
    reports.encoding = "utf-8-bom"
    return [staff, reports, Input(dataset: DatasetID("ho_so"), file: nil, coversUntil: nil)]
  }

  private static var dataErrors: [DataError] {
    [
      DataError(
        dataset: DatasetID("can_bo"),
        file: "can-bo.csv",
        row: 9,
        column: nil,
        value: "",
        code: "ragged-row",
        message: Phrase(vi: "dòng có 3 ô, cần 4", en: "3 cells instead of 4")
      ),
      DataError(
        dataset: DatasetID("can_bo"),
        file: "can-bo.csv",
        row: 17,
        column: "het_han",
        value: "32/13/2026",
        code: "bad-date",
        message: Phrase(vi: "không có ngày '32/13/2026'", en: "no date '32/13/2026'")
      ),
      DataError(
        dataset: DatasetID("can_bo"),
        file: "can-bo.csv",
        sheet: "Danh sách",
        row: 4,
        cell: "B4",
        column: "ho_ten",
        value: "Nguyễn Văn An",
        code: "not-in-values",
        message: Phrase(vi: "'Nguyễn Văn An' không hợp lệ", en: "'Nguyễn Văn An' is not allowed"),
        isPersonal: true
      ),
    ]
  }

  /// Violations of every kind, with deadlines, waivers and evidence.
  private static func violations() throws -> [Obligation] {
    var late = obligation("bao-cao-thang", "vp", .metLate, period: "2026-07")
    late.deadline = Deadline(
      nominal: try date("2026-07-19"),
      rolled: try date("2026-07-20"),
      effective: try date("2026-07-20"),
      holiday: nil
    )
    late.done = try date("2026-07-22")
    late.daysLate = 2
    late.measured = Measured(kind: .evidence)
    late.measured?.trueCount = 1
    late.measured?.target = "1"
    late.evidence = [
      Evidence(
        dataset: DatasetID("bao_cao"),
        file: "bao-cao.csv",
        row: 3,
        column: "ngay_gui",
        value: "22/7/2026"
      )
    ]
    late.evidenceTotal = 1
    var overdue = obligation("bao-cao-thang", "vhxh", .overdue, period: "2026-09")
    overdue.deadline = Deadline(
      nominal: try date("2026-09-02"),
      rolled: try date("2026-09-03"),
      effective: try date("2026-09-25"),
      holiday: "Quốc khánh"
    )
    overdue.daysLate = 56
    overdue.waiver = "w2"
    overdue.measured = Measured(kind: .evidence)
    overdue.measured?.target = "1"
    var failed = obligation("chu-ky-so", "vhxh", .failed)
    failed.measured = Measured(kind: .ratio)
    failed.measured?.trueCount = 7
    failed.measured?.falseCount = 1
    failed.measured?.excluded = [Exclusion(reason: "hồ sơ mật", count: 3)]
    failed.measured?.target = "100%"
    failed.measured?.targetNumber = Decimal("100%")
    failed.measured?.relation = .atLeast
    failed.evidence = [
      Evidence(
        dataset: DatasetID("can_bo"),
        file: "can-bo.csv",
        row: 17,
        key: "CB-017",
        column: "het_han",
        value: "",
        note: Phrase(vi: "chưa có chứng thư", en: "no certificate")
      ),
      Evidence(
        dataset: DatasetID("can_bo"),
        file: "can-bo.csv",
        row: 18,
        key: "CB-018",
        column: "ho_ten",
        value: "Trần Thị Bích\u{1B}[31m",
        isPersonal: true
      ),
    ]
    failed.evidenceTotal = 6
    return [late, overdue, failed]
  }

  /// Everything that is no violation.
  private static func others() throws -> [Obligation] {
    var waived = obligation("chu-ky-so", "kt", .waived)
    waived.waiver = "w1"
    waived.measured = Measured(kind: .ratio)
    waived.measured?.falseCount = 2
    waived.measured?.target = "100%"
    waived.measured?.excluded = [
      Exclusion(reason: "hồ sơ mật", count: 1), Exclusion(reason: "nghỉ hưu", count: 2),
    ]
    var soon = obligation("bao-cao-thang", "kt", .pending, period: "2026-11")
    let due = try date("2026-11-23")
    soon.deadline = Deadline(nominal: due, rolled: due, effective: due, holiday: nil)
    soon.isDueSoon = true
    soon.measured = Measured(kind: .evidence)
    soon.measured?.trueCount = 1
    soon.measured?.target = "2"
    var unknown = obligation("chu-ky-so", "vp", .noData, .unknownRows)
    unknown.needed = [DatasetID("can_bo")]
    unknown.measured = Measured(kind: .ratio)
    unknown.measured?.trueCount = 9
    unknown.measured?.unknownCount = 1
    unknown.measured?.target = "100%"
    unknown.evidence = [
      Evidence(
        dataset: DatasetID("can_bo"),
        file: "can-bo.csv",
        row: 17,
        key: "CB-017",
        column: "het_han",
        value: "32/13/2026"
      )
    ]
    unknown.evidenceTotal = 1
    var open: [Obligation] = [unknown]
    let reasons: [(Reason, String)] = [
      (.missingDataset, "ho_so"), (.brokenDataset, "can_bo"), (.emptyDataset, "can_bo"),
      (.incompleteData, "bao_cao"), (.emptyPopulation, "can_bo"),
    ]
    for (reason, dataset) in reasons {
      for (index, unit) in ["vp", "vhxh"].enumerated() {
        let rule = dataset == "bao_cao" ? "bao-cao-thang" : "ho-so-moi"
        let period = dataset == "bao_cao" ? "2026-1\(index)" : nil
        var obligation = obligation(rule, unit, .noData, reason, period: period)
        obligation.needed = [DatasetID(dataset)]
        open.append(obligation)
      }
    }
    var error = obligation("ho-so-moi", "kt", .error, .ruleError)
    error.datasets = [DatasetID("ho_so")]
    var eased = obligation("bao-cao-thang", "vp", .met, period: "2026-06")
    eased.waiver = "w2"
    return [
      waived, soon, eased,
      obligation("bao-cao-thang", "vp", .notApplicable, period: "2026-05"),
      obligation("ho-so-moi", "kt", .pending, .noDate),
    ] + open + [error]
  }
}

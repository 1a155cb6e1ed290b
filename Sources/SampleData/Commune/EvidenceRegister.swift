import CivilTime

/// One proof that the register of evidence should hold.
private struct Proof {
  let clause: String
  let units: [String]
  let kind: DocumentRegister.Kind
  let subject: String
  /// The days of 2026 on which such a document was signed.
  let days: [(day: Int, month: Int)]
  /// Where it ends being good, if it does.
  var validUntil: Cell = .empty

  static let all: [Proof] = [
    .init(
      clause: "II.1.4.a",
      units: ["ubnd"],
      kind: .decision,
      subject: "Bố trí trụ sở, nhân lực, thiết bị cho Trung tâm PVHCC",
      days: [(5, 5)]
    ),
    .init(
      clause: "II.1.4.b",
      units: ["ttpvhcc"],
      kind: .report,
      subject: "Tình hình phục vụ liên tục trong quý",
      days: [(30, 3), (26, 6), (30, 9)]
    ),
    .init(
      clause: "III.1.1.NV1",
      units: Units.offices,
      kind: .minutes,
      subject: "Rà soát, chuẩn hoá nhiệm vụ của đơn vị",
      days: [(28, 4)]
    ),
    .init(
      clause: "III.1.1.NV5.b",
      units: ["vhxh"],
      kind: .letter,
      subject: "Gửi bộ KPI cho Sở Khoa học và Công nghệ",
      days: [(12, 6)]
    ),
    .init(
      clause: "III.2.1.NV1",
      units: ["vhxh"],
      kind: .report,
      subject: "Rà soát, kiến nghị cơ chế, chính sách",
      days: [(24, 6), (12, 11)]
    ),
    .init(
      clause: "III.2.1.NV2",
      units: Units.offices,
      kind: .report,
      subject: "Rà soát quy chế nội bộ",
      days: [(17, 7)]
    ),
    .init(
      clause: "III.3.1.NV4.b",
      units: ["vhxh"],
      kind: .plan,
      subject: "Lộ trình nâng tỷ lệ lãnh đạo có chuyên môn kỹ thuật",
      days: [(21, 8)]
    ),
    .init(
      clause: "III.4.1.NV1.a",
      units: ["vhxh"],
      kind: .report,
      subject: "Rà soát hạ tầng kỹ thuật",
      days: [(10, 4)]
    ),
    .init(
      clause: "III.4.1.NV1.b",
      units: ["vhxh"],
      kind: .plan,
      subject: "Phương án bổ sung, nâng cấp hạ tầng",
      days: [(30, 6)]
    ),
    .init(
      clause: "III.5.1.NV1",
      units: Units.offices,
      kind: .minutes,
      subject: "Kết nối, liên thông dữ liệu",
      days: [(25, 6), (28, 10)]
    ),
    .init(
      clause: "III.5.1.NV6",
      units: ["cax"],
      kind: .proposal,
      subject: "Đề nghị ban hành danh mục dữ liệu gốc, dữ liệu chủ, dữ liệu mở",
      days: [(29, 6)]
    ),
    .init(
      clause: "III.6.1.NV1",
      units: Units.offices,
      kind: .report,
      subject: "Rà soát, đơn giản hoá thủ tục hành chính",
      days: [(14, 8)]
    ),
    .init(
      clause: "III.6.1.NV3.b",
      units: ["ttpvhcc"],
      kind: .letter,
      subject: "Dùng giấy tờ điện tử trên tài khoản định danh",
      days: [(9, 7)]
    ),
    .init(
      clause: "III.8.1.NV3",
      units: Units.schools,
      kind: .plan,
      subject: "Mô hình trường học thông minh, học liệu số",
      days: [(11, 9)],
      validUntil: .day(31, 5, 2027)
    ),
    .init(
      clause: "III.9.2.KQ2",
      units: ["vhxh"],
      kind: .plan,
      subject: "Dự án hợp tác chuyển giao công nghệ tưới nhỏ giọt",
      days: [(3, 8)]
    ),
    .init(
      clause: "III.9.2.KQ3",
      units: ["vhxh"],
      kind: .report,
      subject: "Kết quả hoạt động hợp tác",
      days: [(26, 10)]
    ),
    .init(
      clause: "III.10.1.NV2",
      units: ["cax"],
      kind: .report,
      subject: "Hiện trạng an toàn thông tin",
      days: [(22, 6), (6, 11)]
    ),
    .init(
      clause: "III.11.1.NV3",
      units: ["vhxh"],
      kind: .decision,
      subject: "Danh mục nội dung chi thiết yếu được ưu tiên",
      days: [(19, 5)]
    ),
    .init(
      clause: "IV.1.a",
      units: ["vp", "vhxh", "kt", "ttpvhcc"],
      kind: .plan,
      subject: "Phân công thực hiện Kế hoạch năm 2026 trong đơn vị",
      days: [(6, 5)],
      validUntil: .day(31, 12)
    ),
    .init(
      clause: "IV.2.b",
      units: ["vhxh"],
      kind: .report,
      subject: "Tổng hợp, tham mưu điều chỉnh nhiệm vụ",
      days: [(27, 3), (29, 6), (29, 9)]
    ),
  ]
}

extension Commune {
  /// Adds the register of evidence: what proves a clause that no figures can.
  mutating func addEvidence(seed: UInt64, _ documents: inout DocumentRegister) {
    var names = NameMaker(seed: seed, stream: "minh_chung")
    var table = SampleTable(
      "minh_chung",
      file: "minh-chung.csv",
      Spelling(
        separator: ";",
        byteOrderMark: true,
        carriageReturns: true,
        dates: .mixed,
        units: .mixed
      ),
      [
        "ma_minh_chung": "Mã phiếu", "dieu_khoan": "Điều khoản", "don_vi": "Đơn vị",
        "ky": "Kỳ", "loai": "Loại minh chứng", "so_van_ban": "Số, ký hiệu văn bản",
        "ngay": "Ngày văn bản", "hieu_luc_den": "Có giá trị đến",
        "nguoi_xac_nhan": "Người xác nhận", "ngay_xac_nhan": "Ngày xác nhận",
        "ket_luan": "Kết luận", "ghi_chu": "Ghi chú",
      ]
    )
    let verifier = Cell.text(names.next())
    for proof in Proof.all {
      for unit in proof.units {
        for (day, month) in proof.days {
          let date = OfficeCalendar.date(day, month)
          let number = documents.issue(proof.kind, by: unit, on: date, proof.subject)
          // In May a first draft of the commune's share was found wanting, and done again.
          let wasWanting = proof.clause == "III.2.1.NV2" && unit == "ttdvth"
          if wasWanting {
            table.add(
              .text("MC-" + padded(table.rows.count + 1, 3)),
              .text(proof.clause),
              .unit(unit),
              .empty,
              .text(proof.kind.rawValue),
              .text(
                documents.issue(proof.kind, by: unit, on: OfficeCalendar.date(12, 5), proof.subject)
              ),
              .day(12, 5),
              .empty,
              verifier,
              .day(15, 5),
              "Chưa đạt",
              "Thiếu phần kết quả; đề nghị làm lại"
            )
          }
          table.add(
            .text("MC-" + padded(table.rows.count + 1, 3)),
            .text(proof.clause),
            .unit(unit),
            proof.days.count > 2
              ? .text("Quý \(["I", "II", "III", "IV"][(month - 1) / 3])") : .empty,
            .text(proof.kind.rawValue),
            .text(number),
            .date(date),
            proof.validUntil,
            verifier,
            .date(OfficeCalendar.adding(workingDays: 2, to: date)),
            "Đạt",
            .text(proof.subject)
          )
        }
      }
    }
    add(table)
  }
}

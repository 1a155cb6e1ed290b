public import Diagnostics

/// The keys of the mappings in `*.test.yaml`.
public enum TestDescription {
  /// All mappings, from the whole file inwards.
  public static let mappings = [
    MappingDescription(
      TestMessages.file,
      Phrase(
        vi: "Tệp *.test.yaml đặt cạnh quy tắc, chạy bằng check test.",
        en: "A file *.test.yaml beside the rules, run by check test."
      ),
      keys: [.may("tests", vi: "các phép thử", en: "the tests")]
    ),
    MappingDescription(
      TestMessages.test,
      Phrase(
        vi: "Một phép thử: số liệu và những kết luận phải ra. Nghĩa vụ không nêu cũng là sai.",
        en: "A test: data, and the verdicts that must come out. An obligation not listed fails it."
      ),
      keys: [
        .must("name", vi: "tên, nói điều được thử", en: "its name: what is tried"),
        .must("rules", vi: "các quy tắc được thử", en: "the rules on trial"),
        .must("as_of", vi: "ngày tính", en: "the date to judge at"),
        .may(
          "periods",
          vi: "chỉ so các kỳ này; mặc định mọi kỳ",
          en: "only these are compared; all by default"
        ),
        .may(
          "data",
          vi:
            "dòng của từng bộ dữ liệu: {cột: ô}; [] là tệp không có dòng, không nêu là không có tệp",
          en:
            "rows of each dataset: {column: cell}; [] is a file without rows, not named is no file"
        ),
        .must("expect", vi: "các kết luận phải ra", en: "the verdicts expected"),
      ],
      example: """
        tests:
          - name: nộp ngày 19 đúng hạn, ngày 20 quá hạn
            rules: [bao-cao-thang]
            as_of: 2026-10-25
            periods: [2026-10]
            data:
              bao_cao:
                - {don_vi: vhxh, ky: 2026-10, ngay_gui: 2026-10-19}
                - {don_vi: kt, ky: 2026-10, ngay_gui: 2026-10-20}
            expect:
              - {unit: vhxh, period: 2026-10, verdict: met}
              - {unit: kt, period: 2026-10, verdict: met_late, days_late: 1}
              - {unit: "*", period: 2026-10, verdict: overdue}
        """
    ),
    MappingDescription(
      TestMessages.expectation,
      Phrase(
        vi: "Một kết luận phải ra; khoá không ghi thì không so.",
        en: "One verdict expected; a key left out is not compared."
      ),
      keys: [
        .may(
          "rule",
          vi: "quy tắc, cần khi phép thử nêu nhiều quy tắc",
          en: "the rule, needed if the test names several"
        ),
        .must(
          "unit",
          vi: "mã đơn vị, hoặc \"*\": mọi đơn vị không nêu tên",
          en: "a unit's id, or \"*\": every unit not listed by name"
        ),
        .may(
          "period",
          vi: "kỳ, cần khi quy tắc có every",
          en: "the period, needed if the rule has 'every'"
        ),
        .must("verdict", vi: "kết luận", en: "the verdict"),
        .may("reason", vi: "lý do chưa kết luận", en: "why nothing was concluded"),
        .may("due", vi: "hạn có hiệu lực", en: "the effective deadline"),
        .may("nominal_due", vi: "hạn gốc", en: "the deadline before it moved"),
        .may("done", vi: "ngày hoàn thành", en: "when it was done"),
        .may("days_late", vi: "số ngày chậm", en: "days late"),
        .may("waiver", vi: "miễn trừ có tác dụng", en: "the waiver that worked"),
        .may("due_soon", vi: "sắp đến hạn", en: "whether a reminder runs"),
        .may("measured", vi: "số liệu đo được", en: "the figures"),
      ]
    ),
    MappingDescription(
      Phrase(verbatim: "'measured'"),
      Phrase(vi: "Các con số của báo cáo.", en: "The figures of the report."),
      keys: [
        .may("true", vi: "số dòng (khoá) đúng", en: "rows (keys) that are true"),
        .may("false", vi: "số dòng sai", en: "rows that are false"),
        .may("unknown", vi: "số dòng chưa rõ", en: "rows that are unknown"),
        .may("perhaps", vi: "số dòng có thể thuộc diện tính", en: "rows perhaps counted"),
        .may("excluded", vi: "số dòng loại trừ", en: "rows excluded"),
        .may("extra", vi: "số khoá thừa (cover hai chiều)", en: "extra keys (cover, both ways)"),
        .may("value", vi: "con số đo được", en: "the figure measured"),
      ]
    ),
  ]
}

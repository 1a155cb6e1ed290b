import Rules
import Testing

@Suite("personal columns")
struct PersonalColumnTests {
  /// Datasets that refer to one another: `c.b` leads to `b`, whose key leads to `a`.
  private func personal(_ key: String, _ reference: String = "") -> [String] {
    let read = readPack(
      """
      datasets:
        - {id: c, file: c.csv, columns: {ma: , b: {type: ref, to: b\(reference)}, so: {type: integer}}}
        - {id: b, file: b.csv, columns: {nguoi: {type: ref, to: a}, viec: }, key: nguoi}
        - {id: a, file: a.csv, columns: {so: {\(key)}, ten: {personal: true}}, key: so}

      """
    )
    #expect(read.report().isEmpty)
    return read.pack.ruleSet.datasets.flatMap { dataset in
      dataset.columns.filter(\.isPersonal).map { "\(dataset.id).\($0.id)" }
    }
  }

  @Test("a reference repeats the key of another dataset, and is as personal as that key")
  func references() {
    #expect(personal("personal: true") == ["c.b", "b.nguoi", "a.so", "a.ten"])
    #expect(personal("personal: true", ", personal: false") == ["c.b", "b.nguoi", "a.so", "a.ten"])
  }

  @Test("personal columns beside the key make no reference personal")
  func besideTheKey() {
    #expect(personal("personal: false") == ["a.ten"])
    #expect(personal("", ", personal: true") == ["c.b", "a.ten"])
  }
}

import Testing

/// A pack with one fault, or a few that belong together.
struct FaultyPack: Sendable, CustomTestStringConvertible {
  /// What is wrong.
  var fault: String
  /// A file that joins the sound pack `base`.
  var yaml: String
  /// What stands before the sound pack, in its own file.
  var head = ""

  var testDescription: String { fault }

  /// Faulty packs that are judged together, with one golden text.
  struct Group: Sendable, CustomTestStringConvertible {
    var name: String
    var packs: [FaultyPack]
    var testDescription: String { name }
  }

  /// A sound pack that faulty files join.
  static let base = """
    documents:
      - {id: kh57, title: Kế hoạch, effective: {from: 2026-04-20, to: 2026-12-31}, clauses: [{id: I.1}, {id: II.2}]}
    units:
      - {id: vp, name: Văn phòng, aliases: [VP HĐND]}
      - {id: kt, name: Phòng Kinh tế}
    groups:
      - {id: phong, name: Các phòng, members: [vp, kt]}
    calendar:
      years: [{year: 2026, source: Thông báo}]
    datasets:
      - id: ds
        file: ds*.csv
        columns: {ma: {required: true}, dv: {type: unit}, ngay: {type: date}}
        key: ma
        unit: dv
    rules:
      - {id: r.1, title: Một, clause: kh57/I.1, responsible: vp, tags: [cham], every: month, due: {by: 20}, evidence: {of: ds, done_at: ngay}}
      - {id: r.2, title: Hai, clause: kh57/I.1, responsible: {each: phong}, ratio: {of: ds, that: has(ngay), at_least: 90%}}

    """
}

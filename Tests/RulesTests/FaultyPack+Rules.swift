extension FaultyPack {
  static let rules = Group(
    name: "rules",
    packs: [
      .init(
        fault: "a misspelt check, and one that is no check at all",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, recordz: {of: ds, complete: ma}}
            - {id: y, title: Y, clause: kh57/I.1, responsible: vp, inspect: {of: ds}}
            - {id: z, title: Z, clause: kh57/I.1, responsible: vp, effective: {from: 2026-05-01}}

          """
      ),
      .init(
        fault: "a rule without its required keys",
        yaml: """
          rules:
            - {severity: minor}

          """
      ),
      .init(
        fault: "a misspelt key",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, severty: major, records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "a misspelt check",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, record: {}}

          """
      ),
      .init(
        fault: "two checks",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, records: {of: ds, complete: ma}, unique: {of: ds, key: ma}}

          """
      ),
      .init(
        fault: "a rule twice",
        yaml: """
          rules:
            - {id: r.1, title: X, clause: kh57/I.1, responsible: vp, records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "an id with capitals",
        yaml: """
          rules:
            - {id: Chữ_ký, title: X, clause: kh57/I.1, responsible: vp, records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "a clause of no document",
        yaml: """
          rules:
            - {id: x, title: X, clause: [I.1, kh75/I.1, kh57/I.11], responsible: vp, records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "an unknown unit",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vpp, supporting: [kt, phongg], records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "a group as a unit",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: phong, records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "an unknown group",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: {each: phonng}, records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "nobody responsible",
        yaml: """
          rules:
            - {id: x, title: X, clause: [], responsible: {each: []}, records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "a severity that does not exist",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, severity: majr, records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "a same fact that is no rule, the rule itself, or of other periods",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, same_fact_as: [r.33, x, {a: b}], records: {of: ds, complete: ma}}
            - {id: y, title: Y, clause: kh57/I.1, responsible: vp, same_fact_as: x, every: month, due: {by: end}, evidence: {of: ds, done_at: ngay}}

          """
      ),
      .init(
        fault: "a length of time that is none",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, due: {by: 2026-06-30}, remind: 3 ngay, records: {of: ds, complete: ma}}

          """
      ),
    ]
  )
}

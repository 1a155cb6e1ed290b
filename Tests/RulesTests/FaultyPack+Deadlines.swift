extension FaultyPack {
  static let deadlines = Group(
    name: "deadlines",
    packs: [
      .init(
        fault: "every without due",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, every: month, records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "evidence without due",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, evidence: {of: ds, done_at: ngay}}

          """
      ),
      .init(
        fault: "remind without due",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, remind: 3 days, records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "a deadline that is a word",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, due: 2026-06-30, records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "a deadline without a day",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, due: {months_after: 1}, every: month, records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "before and by",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, due: {before: 2026-06-30, by: 2026-06-30}, records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "a day number without every",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, due: {by: 20}, records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "the end of no period",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, due: {by: end}, records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "a full date under every",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, due: {before: 2026-06-30}, every: month, records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "a day number past 31",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, due: {by: 32}, every: month, records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "before a period",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, due: {before: 2026-Q2}, records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "before the end",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, due: {before: end}, every: month, records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "a day number under week",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, due: {by: 5}, every: week, records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "months after the end",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, due: {by: end, months_after: 1}, every: month, records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "months after a single date",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, due: {by: 2026-06-30, months_after: 1}, records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "months after for evidence without a period column",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, due: {by: 5, months_after: 1}, every: month, evidence: {of: ds, done_at: ngay}}

          """
      ),
      .init(
        fault: "months after for evidence of half-years, with and without a period column",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, due: {by: 5, months_after: 1}, every: half_year, evidence: {of: ds, done_at: ngay}}
            - {id: y, title: Y, clause: kh57/I.1, responsible: vp, due: {by: 5, months_after: 1}, every: half_year, evidence: {of: ds, period: ma, done_at: ngay}}

          """
      ),
      .init(
        fault: "a Vietnamese deadline",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, due: {before: 30/4/2026}, records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "a period that does not exist",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, due: {by: 2026-13}, records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "a deadline before the rule is in force",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, due: {before: 2026-04-20}, records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "a deadline after the rule is in force",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, due: {by: 2027}, records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "a rule that ends before its document begins",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, effective: {to: 2026-04-19}, records: {of: ds, complete: ma}}

          """
      ),
      .init(
        fault: "a date that must roll in a year without calendar",
        yaml: """
          rules:
            - {id: x, title: X, clause: kh57/I.1, responsible: vp, effective: {to: 2027-12-31}, due: {by: 2027-06-30}, roll: following, records: {of: ds, complete: ma}}

          """
      ),
    ]
  )
}

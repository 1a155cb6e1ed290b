extension FaultyPack {
  static let documents = Group(
    name: "documents",
    packs: [
      .init(
        fault: "a document without its required keys",
        yaml: """
          documents:
            - {issued_by: UBND}

          """
      ),
      .init(
        fault: "a document without a first day",
        yaml: """
          documents:
            - {id: d, title: D, effective: {to: 2026-01-01}}

          """
      ),
      .init(
        fault: "a document that ends before it begins",
        yaml: """
          documents:
            - {id: d, title: D, effective: {from: 2026-02-01, to: 2026-01-31}}

          """
      ),
      .init(
        fault: "a Vietnamese date",
        yaml: """
          documents:
            - {id: d, title: D, effective: {from: 20/4/2026}}

          """
      ),
      .init(
        fault: "a date that does not exist",
        yaml: """
          documents:
            - {id: d, title: D, effective: {from: 2026-02-30}}

          """
      ),
      .init(
        fault: "a document twice",
        yaml: """
          documents:
            - {id: kh57, title: D, effective: {from: 2026-02-01}}

          """
      ),
      .init(
        fault: "a clause twice",
        yaml: """
          documents:
            - {id: d, title: D, effective: {from: 2026-02-01}, clauses: [{id: I}, {id: I}]}

          """
      ),
      .init(
        fault: "a document that replaces itself",
        yaml: """
          documents:
            - {id: d, title: D, effective: {from: 2026-02-01}, replaces: [d]}

          """
      ),
      .init(
        fault: "two documents that replace one another",
        yaml: """
          documents:
            - {id: e, title: E, effective: {from: 2026-03-01}, replaces: [f]}
            - {id: f, title: F, effective: {from: 2026-05-01}, replaces: [e]}

          """
      ),
      .init(
        fault: "documents that replace one another in a longer circle, one of them twice",
        yaml: """
          documents:
            - {id: e, title: E, effective: {from: 2026-03-01}, replaces: [f, g]}
            - {id: f, title: F, effective: {from: 2026-02-01}, replaces: g}
            - {id: g, title: G, effective: {from: 2026-01-01}, replaces: [h]}
            - {id: h, title: H, effective: {from: 2026-05-01}, replaces: [e]}

          """
      ),
      .init(
        fault: "a document replaced on its own first day",
        yaml: """
          documents:
            - {id: e, title: E, effective: {from: 2026-03-01}}
            - {id: f, title: F, effective: {from: 2026-03-01}, replaces: [e]}

          """
      ),
      .init(
        fault: "a misspelt replaced document",
        yaml: """
          documents:
            - {id: d, title: D, effective: {from: 2026-05-01}, replaces: [kh75]}

          """
      ),
      .init(
        fault: "a replaced document outside the pack",
        yaml: """
          documents:
            - {id: d, title: D, effective: {from: 2026-05-01}, replaces: [14-kh-ubnd]}

          """
      ),
      .init(
        fault: "an id that cannot be one",
        yaml: """
          documents:
            - {id: d/1, title: D, effective: {from: 2026-02-01}}

          """
      ),
      .init(
        fault: "a roll that does not exist",
        yaml: """
          documents:
            - {id: d, title: D, effective: {from: 2026-02-01}, roll: folowing}

          """
      ),
    ]
  )
}

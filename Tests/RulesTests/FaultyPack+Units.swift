extension FaultyPack {
  static let units = Group(
    name: "units",
    packs: [
      .init(
        fault: "a unit without its required keys",
        yaml: """
          units:
            - {head: A}

          """
      ),
      .init(
        fault: "a unit without a value",
        yaml: """
          units:
            - {id: u, name: }

          """
      ),
      .init(
        fault: "a unit twice",
        yaml: """
          units:
            - {id: kt, name: Kinh tế hai}

          """
      ),
      .init(
        fault: "a name that two units share",
        yaml: """
          units:
            - {id: u, name: PHÒNG  KINH TẾ}

          """
      ),
      .init(
        fault: "an alias that two units share",
        yaml: """
          units:
            - {id: u, name: U, aliases: [VP–HĐND, vp hđnd]}

          """
      ),
      .init(
        fault: "an unknown parent",
        yaml: """
          units:
            - {id: u, name: U, parent: ktt}

          """
      ),
      .init(
        fault: "a unit that is its own parent",
        yaml: """
          units:
            - {id: u1, name: U1, parent: u2}
            - {id: u2, name: U2, parent: u1}

          """
      ),
      .init(
        fault: "an address that is none",
        yaml: """
          units:
            - {id: u, name: U, email: "a b@x"}

          """
      ),
      .init(
        fault: "the reserved name all",
        yaml: """
          units:
            - {id: all, name: U}
          groups:
            - {id: all, name: G, members: [vp]}

          """
      ),
      .init(
        fault: "a group without members",
        yaml: """
          groups:
            - {id: g, name: G, members: []}
            - {id: h, name: H}

          """
      ),
      .init(
        fault: "a group with unknown members",
        yaml: """
          groups:
            - {id: g, name: G, members: [vp, ktt, {a: b}], except: [phon]}

          """
      ),
      .init(
        fault: "a group that contains itself",
        yaml: """
          groups:
            - {id: g, name: G, members: [h]}
            - {id: h, name: H, members: [vp, g]}

          """
      ),
      .init(
        fault: "a group named like a unit",
        yaml: """
          groups:
            - {id: vp, name: G, members: [kt]}

          """
      ),
    ]
  )
}

extension FaultyPack {
  static let scoring = Group(
    name: "scoring",
    packs: [
      .init(
        fault: "a row without points",
        yaml: """
          scoring:
            deductions: [{severity: major}]

          """
      ),
      .init(
        fault: "a row that can never match",
        yaml: """
          scoring:
            deductions: [{rule: r.3, verdict: met, severity: high, points: -1}]

          """
      ),
      .init(
        fault: "no prices, and bands beside the scale",
        yaml: """
          scoring:
            base: 90
            bands: [{at_least: 100, name: A}, {at_least: 50, name: B}]

          """
      ),
      .init(
        fault: "a tag that no rule has",
        yaml: """
          scoring:
            gates: [{id: g, title: G, clause: kh57/I.2, when: {tags: [chậm, chan]}}]

          """
      ),
      .init(
        fault: "a gate without its keys",
        yaml: """
          scoring:
            gates: [{clause: kh57/I.1}]

          """
      ),
      .init(
        fault: "a gate twice",
        yaml: """
          scoring:
            gates: [{id: g, title: G, when: {tags: cham}}, {id: g, title: G, when: {tags: cham, at_least: 0}}]

          """
      ),
      .init(
        fault: "a band twice",
        yaml: """
          scoring:
            bands: [{at_least: 90, name: A}, {at_least: 90.0, name: B}, {at_least: 1,5}]

          """
      ),
      .init(fault: "a floor above the base", yaml: "scoring: {base: 50, floor: 60}\n"),
    ]
  )
}

extension FaultyPack {
  static let waivers = Group(
    name: "waivers",
    packs: [
      .init(
        fault: "a waiver without its required keys",
        yaml: """
          waivers:
            - {periods: [2026-09]}

          """
      ),
      .init(
        fault: "a waiver without its dates",
        yaml: """
          waivers:
            - {id: w, rule: r.1, units: vp, effect: exempt, reason: a, document: b, approved_by: c, approved_on: 2026-09-18, valid: {}}

          """
      ),
      .init(
        fault: "unknown rule, units and effect",
        yaml: """
          waivers:
            - {id: w1, rule: r.3, units: [vpp], effect: exmpt, reason: a, document: b, approved_by: c, approved_on: 2026-09-18, valid: {from: 2026-09-18, to: 2026-09-30}}

          """
      ),
      .init(
        fault: "a unit that does not owe the rule",
        yaml: """
          waivers:
            - {id: w1, rule: r.1, units: [kt], effect: exempt, reason: a, document: b, approved_by: c, approved_on: 2026-09-18, valid: {from: 2026-09-18, to: 2026-09-30}}

          """
      ),
      .init(
        fault: "an extension without a day",
        yaml: """
          waivers:
            - {id: w1, rule: r.1, units: [vp], effect: extend, reason: a, document: b, approved_by: c, approved_on: 2026-09-18, valid: {from: 2026-09-18, to: 2026-09-30}}

          """
      ),
      .init(
        fault: "a day without an extension",
        yaml: """
          waivers:
            - {id: w1, rule: r.1, units: [vp], effect: exempt, until: 2026-10-01, at_least: 1, reason: a, document: b, approved_by: c, approved_on: 2026-09-18, valid: {from: 2026-09-18, to: 2026-09-30}}

          """
      ),
      .init(
        fault: "an extension of no deadline",
        yaml: """
          waivers:
            - {id: w1, rule: r.2, units: [vp], effect: extend, until: 2026-10-01, reason: a, document: b, approved_by: c, approved_on: 2026-09-18, valid: {from: 2026-09-18, to: 2026-09-30}}

          """
      ),
      .init(
        fault: "an extension that ends on the deadline",
        yaml: """
          waivers:
            - {id: w1, rule: r.1, units: [vp], periods: [2026-09], effect: extend, until: 2026-09-20, reason: a, document: b, approved_by: c, approved_on: 2026-09-18, valid: {from: 2026-09-18, to: 2026-09-30}}

          """
      ),
      .init(
        fault: "an extension that ends before the first deadline it covers",
        yaml: """
          waivers:
            - {id: w1, rule: r.1, units: [vp], effect: extend, until: 2026-09-10, reason: a, document: b, approved_by: c, approved_on: 2026-09-18, valid: {from: 2026-09-18, to: 2026-12-31}}

          """
      ),
      .init(
        fault: "a target that the check does not have",
        yaml: """
          waivers:
            - {id: w1, rule: r.2, units: [vp], effect: target, at_most: 5%, reason: a, document: b, approved_by: c, approved_on: 2026-09-18, valid: {from: 2026-09-18, to: 2026-09-30}}

          """
      ),
      .init(
        fault: "a target that is not eased",
        yaml: """
          waivers:
            - {id: w1, rule: r.2, units: [vp], effect: target, at_least: 90%, reason: a, document: b, approved_by: c, approved_on: 2026-09-18, valid: {from: 2026-09-18, to: 2026-09-30}}

          """
      ),
      .init(
        fault: "a target with a comma",
        yaml: """
          waivers:
            - {id: w1, rule: r.2, units: [vp], effect: target, at_least: "0,8", reason: a, document: b, approved_by: c, approved_on: 2026-09-18, valid: {from: 2026-09-18, to: 2026-09-30}}

          """
      ),
      .init(
        fault: "a target below zero",
        yaml: """
          waivers:
            - {id: w1, rule: r.2, units: [vp], effect: target, at_least: -1, reason: a, document: b, approved_by: c, approved_on: 2026-09-18, valid: {from: 2026-09-18, to: 2026-09-30}}

          """
      ),
      .init(
        fault: "periods of another kind",
        yaml: """
          waivers:
            - {id: w1, rule: r.1, units: [vp], effect: exempt, periods: [2026-Q3, 9/2026], reason: a, document: b, approved_by: c, approved_on: 2026-09-18, valid: {from: 2026-09-18, to: 2026-09-30}}

          """
      ),
      .init(
        fault: "periods of a rule that has none",
        yaml: """
          waivers:
            - {id: w1, rule: r.2, units: [vp], effect: exempt, periods: [2026-09], reason: a, document: b, approved_by: c, approved_on: 2026-09-18, valid: {from: 2026-09-18, to: 2026-09-30}}

          """
      ),
      .init(
        fault: "two waivers for one obligation",
        yaml: """
          waivers:
            - {id: w1, rule: r.1, units: [vp], effect: exempt, reason: a, document: b, approved_by: c, approved_on: 2026-09-18, valid: {from: 2026-09-18, to: 2026-09-30}}
            - {id: w2, rule: r.1, units: [vp], effect: exempt, periods: [2026-09], reason: a, document: b, approved_by: c, approved_on: 2026-09-18, valid: {from: 2026-09-18, to: 2026-09-30}}

          """
      ),
    ]
  )
}

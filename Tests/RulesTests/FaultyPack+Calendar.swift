extension FaultyPack {
  static let calendar = Group(
    name: "calendar",
    packs: [
      .init(
        fault: "a weekday that does not exist",
        yaml: """
          calendar:
            weekend: [saturday, sundy]

          """
      ),
      .init(
        fault: "a year twice",
        yaml: """
          calendar:
            years: [{year: 2026}]

          """
      ),
      .init(
        fault: "a year that is none",
        yaml: """
          calendar:
            years: [{year: hai nghìn, holidays: [{from: 2026-01-01}]}]

          """
      ),
      .init(
        fault: "a holiday of another year",
        yaml: """
          calendar:
            years: [{year: 2027, holidays: [{from: 2026-02-16, to: 2026-02-20}], working: [2026-01-10]}]

          """
      ),
      .init(
        fault: "a holiday that ends before it begins",
        yaml: """
          calendar:
            years: [{year: 2027, holidays: [{from: 2027-02-16, to: 2027-02-15}]}]

          """
      ),
    ]
  )
}

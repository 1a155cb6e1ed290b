extension FaultyPack {
  static let shapes = Group(
    name: "shapes",
    packs: [
      .init(fault: "a file that is a list", yaml: "- a\n"),
      .init(fault: "a file that is a scalar", yaml: "rules\n"),
      .init(
        fault: "an unknown section",
        yaml: """
          rule:
            - a

          """
      ),
      .init(fault: "tests in an ordinary file", yaml: "tests: []\n"),
      .init(fault: "a section that is no list", yaml: "rules: {id: a}\n"),
      .init(
        fault: "a second pack section",
        yaml: """
          pack: {name: A}
          scoring:

          """,
        head: "pack: {name: B}\n"
      ),
      .init(fault: "an element that is no mapping", yaml: "units: [kt2]\n"),
      .init(fault: "mail that is no mapping", yaml: "mail: gửi\n"),
    ]
  )
}

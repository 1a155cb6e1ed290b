extension FaultyPack {
  static let pack = Group(
    name: "pack",
    packs: [
      .init(fault: "a schema of the future", yaml: "pack: {schema: 2, name: A}\n"),
      .init(fault: "a language that is not spoken", yaml: "pack: {language: fr}\n"),
      .init(fault: "a time zone that cannot be one", yaml: "pack: {timezone: ../etc}\n"),
      .init(fault: "a misspelt key of the pack", yaml: "pack: {nme: A}\n"),
    ]
  )
}

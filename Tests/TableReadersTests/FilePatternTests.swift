import TableReaders
import Testing

@Suite("file patterns") struct FilePatternTests {
  static let files = [
    ".can-bo.csv", "2026/.x/can-bo.csv", "2026/10/can-bo.csv", "2026/can-bo.csv", "Can-bo.csv",
    "bao-cao.csv", "ca\u{301}n.csv", "can-bo-10.csv", "can-bo-2.csv", "can-bo.csv",
    "can-bo.csv.bak", "~$can-bo.csv", "a[1].csv",
  ]

  @Test(
    "a pattern names the files of a dataset",
    arguments: [
      ("can-bo.csv", ["can-bo.csv"]), ("./can-bo.csv", ["can-bo.csv"]),
      ("can-bo*.csv", ["can-bo-10.csv", "can-bo-2.csv", "can-bo.csv"]),
      ("can-bo-?.csv", ["can-bo-2.csv"]), ("*/can-bo.csv", ["2026/can-bo.csv"]),
      ("2026/*/*.csv", ["2026/10/can-bo.csv"]),
      ("**/can-bo.csv", ["2026/10/can-bo.csv", "2026/can-bo.csv", "can-bo.csv"]),
      ("2026/**/*", ["2026/10/can-bo.csv", "2026/can-bo.csv"]), ("**", []),
      ("c\u{E1}n.csv", ["ca\u{301}n.csv"]), ("c?n.csv", ["ca\u{301}n.csv"]),
      ("ca\u{301}n.csv", ["ca\u{301}n.csv"]), (".can*", [".can-bo.csv"]),
      ("~$*", ["~$can-bo.csv"]), ("[Cc]an-bo.csv", ["Can-bo.csv", "can-bo.csv"]),
      ("[!c]an-bo.csv", ["Can-bo.csv"]), ("can-bo-[0-9].csv", ["can-bo-2.csv"]),
      ("can-bo-[0-9]*.csv", ["can-bo-10.csv", "can-bo-2.csv"]), ("a[[]1].csv", ["a[1].csv"]),
      ("a[1", []), ("none*.csv", []), ("../*", []), ("2026/../can-bo.csv", []), ("", []),
      ("2026", []),
      ("*a*n*-*o*.csv", ["Can-bo.csv", "can-bo-10.csv", "can-bo-2.csv", "can-bo.csv"]),
    ] as [(String, [String])]
  )
  func matches(_ pattern: String, _ expected: [String]) {
    let pattern = FilePattern(pattern)
    #expect(Self.files.filter(pattern.matches) == expected)
  }

  @Test("a pattern of many stars is matched without trying every way")
  func manyStars() {
    let pattern = FilePattern(String(repeating: "*a", count: 40) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 2000)))
  }
}

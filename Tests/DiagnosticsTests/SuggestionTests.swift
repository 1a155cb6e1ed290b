import Diagnostics
import Testing

@Suite("Suggestions")
struct SuggestionTests {
  @Test(
    "the nearest known name is suggested",
    arguments: [
      ("severty", "severity"), ("sevreity", "severity"), ("severityy", "severity"),
      ("SEVERITY", "severity"), ("severity", "severity"), ("at_leats", "at_least"),
      ("vhx", "vhxh"), ("due", "due"), ("deu", "due"), ("Phòng Kinh tê", "Phòng Kinh tế"),
    ]
  )
  func nearest(name: String, expected: String) {
    let known = ["severity", "at_least", "at_most", "vhxh", "due", "Phòng Kinh tế"]
    #expect(Suggestion.nearest(to: name, among: known) == expected)
  }

  @Test(
    "a name that is far from all is left alone",
    arguments: ["", "xyz", "severityseverity", "Sở Nội vụ", "duplicate", "d"]
  )
  func far(name: String) {
    let known = ["severity", "at_least", "Phòng Kinh tế", "effective"]
    #expect(Suggestion.nearest(to: name, among: known) == nil)
    #expect(Suggestion.help(for: name, among: known) == nil)
  }

  @Test("the first of equally near names wins, and nothing is near to nothing")
  func ties() {
    #expect(Suggestion.nearest(to: "kex", among: ["key", "ken"]) == "key")
    #expect(Suggestion.nearest(to: "kex", among: ["ken", "key"]) == "ken")
    #expect(Suggestion.nearest(to: "kex", among: []) == nil)
  }

  @Test("the limit is a third of the longer name, at least one edit")
  func limit() {
    #expect(Suggestion.nearest(to: "abcdef", among: ["abcdxy"]) == "abcdxy")
    #expect(Suggestion.nearest(to: "abcdef", among: ["abcxyz"]) == nil)
    #expect(Suggestion.nearest(to: "ab", among: ["ac"]) == "ac")
    #expect(Suggestion.nearest(to: "ab", among: ["cd"]) == nil)
  }

  @Test("very long names are compared by their beginnings, quickly")
  func long() {
    let long = String(repeating: "a", count: 100_000)
    #expect(Suggestion.nearest(to: long, among: [long + "b"]) == long + "b")
  }

  @Test("help is offered in both languages")
  func help() {
    let help = Suggestion.help(for: "vhx", among: ["vhxh"])
    #expect(help?.en == "did you mean 'vhxh'?")
    #expect(help?.vi == "có phải ý bạn là 'vhxh'?")
  }
}

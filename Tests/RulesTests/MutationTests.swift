import CivilTime
import Diagnostics
import Rules
import Testing

@Suite("packs that nobody meant")
struct MutationTests {
  @Test("no line left out, doubled or cut short traps or passes for a read pack unnoticed")
  func lines() {
    let files = SoundPack.files
    for (index, file) in files.enumerated() {
      let lines = file.1.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      for line in lines.indices {
        var without = lines
        without.remove(at: line)
        var doubled = lines
        doubled.insert(lines[line], at: line)
        var cut = lines
        cut[line] = String(cut[line].prefix(cut[line].count / 2))
        for changed in [without, doubled, cut] {
          var pack = files
          pack[index].1 = changed.joined(separator: "\n")
          let read = readPack(pack, asOf: CivilDate(iso: "2026-11-20"))
          #expect(read.pack.sources.count == files.count)
        }
      }
    }
  }

  @Test("every value replaced by one of another shape is reported or read, never trapped on")
  func values() {
    let values = [
      "[]", "{}", "null", "''", "-1", "99999999999999999999", "[[[1]]]", "{a: {b: c}}",
      "2026-02-30",
      "9999-12-31", "0001-01-01", "all", "é", "*", "~", "31", "end",
    ]
    var turn = 0
    for (index, file) in SoundPack.files.enumerated() {
      let lines = file.1.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      for line in lines.indices {
        guard let colon = lines[line].firstIndex(of: ":"), !lines[line].contains("{") else {
          continue
        }
        // Each line takes three of the values in turn; together the lines take them all often.
        for _ in 0..<3 {
          turn += 1
          let value = values[turn % values.count]
          var changed = lines
          changed[line] = lines[line][...colon] + " " + value
          var pack = SoundPack.files
          pack[index].1 = changed.joined(separator: "\n")
          _ = readPack(pack, asOf: CivilDate(iso: "2026-11-20"))
        }
      }
    }
  }

  @Test("waivers overlap only where rule, unit, period and days all meet")
  func overlaps() {
    let waiver = { (id: String, rest: String) in
      "  - {id: \(id), effect: exempt, reason: R, document: D, approved_by: C,"
        + " approved_on: 2026-09-18, \(rest)}\n"
    }
    let first =
      "rule: r.1, units: [vp], periods: [2026-09], valid: {from: 2026-09-01, to: 2026-09-30}"
    let others: [(String, Bool)] = [
      (
        "rule: r.1, units: [vp], periods: [2026-09], valid: {from: 2026-09-30, to: 2026-10-30}",
        true
      ),
      (
        "rule: r.1, units: [vp], periods: [2026-09], valid: {from: 2026-10-01, to: 2026-10-30}",
        false
      ),
      (
        "rule: r.1, units: [vp], periods: [2026-10], valid: {from: 2026-09-01, to: 2026-09-30}",
        false
      ),
      ("rule: r.1, units: [phong], valid: {from: 2026-08-01, to: 2026-09-01}", true),
      ("rule: r.2, units: [vp], valid: {from: 2026-09-01, to: 2026-09-30}", false),
    ]
    for (other, overlaps) in others {
      let text = "waivers:\n" + waiver("w1", first) + waiver("w2", other)
      let read = readPack([("a.yaml", FaultyPack.base), ("b.yaml", text)])
      #expect(read.ids.contains(.overlappingWaivers) == overlaps, "\(other)")
    }
  }
}

internal import Diagnostics
internal import Rules
internal import VietnameseText

/// Names of two units that differ in nothing but diacritics, spaces or punctuation.
///
/// An equal name is an error of the pack; one as near as these is told apart by the program, but not
/// by whoever types it into a spreadsheet.
struct SimilarUnitNames: Lint {
  let id = DiagnosticID.similarUnitNames

  func look(at pack: LintedPack, into sink: inout DiagnosticSink) {
    var owners: [String: (unit: Int, name: String)] = [:]
    for (index, unit) in pack.rules.units.enumerated() {
      for name in [unit.id.text, unit.name] + unit.aliases {
        let skeleton = Self.skeleton(name)
        guard !skeleton.isEmpty else { continue }
        guard let owner = owners[skeleton] else {
          owners[skeleton] = (index, name)
          continue
        }
        guard owner.unit != index else { continue }
        let other = pack.rules.units[owner.unit]
        sink.warning(
          id,
          Phrase(
            vi:
              "tên '\(name)' của đơn vị '\(unit.id)' dễ lẫn với '\(owner.name)' của '\(other.id)'",
            en: "the name '\(name)' of unit '\(unit.id)' is easily taken for '\(owner.name)' of "
              + "'\(other.id)'"
          ),
          at: pack.places.name(name, of: unit.id),
          notes: [
            Phrase(
              vi: "tên kia ở \(pack.places.name(owner.name, of: other.id)?.shown ?? "")",
              en: "the other name is at \(pack.places.name(owner.name, of: other.id)?.shown ?? "")"
            )
          ],
          help: Phrase(
            vi: "bỏ bớt bí danh, hoặc đặt tên khác nhau rõ hơn",
            en: "drop the alias, or choose names that are further apart"
          )
        )
      }
    }
  }

  /// Returns a name's letters and digits without diacritics.
  private static func skeleton(_ name: String) -> String {
    CanonicalText.withoutMarks(NameFolding.fold(name)).filter { $0.isLetter || $0.isNumber }
      .replacing("đ", with: "d")
  }
}

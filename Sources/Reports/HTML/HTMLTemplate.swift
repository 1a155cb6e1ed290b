internal import Diagnostics

/// Fills the templates of the page.
///
/// Only the style and the script, which are constants, go in as they are.
enum HTMLTemplate {
  /// The style, between its tags byte for byte.
  static let style = HTMLStyle.screen + HTMLStyle.parts + HTMLStyle.print

  /// The script, between its tags byte for byte.
  static let script = HTMLScript.text

  /// What the page allows itself.
  static let policy =
    "default-src 'none'; style-src \(ContentHash.source(of: style)); "
    + "script-src \(ContentHash.source(of: script)); base-uri 'none'; form-action 'none'"

  /// The templates by name, in both languages at once.
  private static let templates = TemplateSet([
    ("page", page), ("undecided", undecided), ("heat", heat), ("heat-cell", heatCell),
    ("matrices", matrices), ("scores", scores), ("trend", trend), ("filter", filter),
    ("unit", unit), ("unit-open", unitOpen), ("unit-waived", unitWaived),
    ("violation", violation), ("evidence", evidence), ("cells", cells), ("faults", faults),
    ("list", list), ("inputs", inputs), ("method", method),
  ])

  /// Fills the page.
  static func render(_ page: HTMLPage, _ language: Language) -> String {
    templates.render(page, "page", language)
  }
}

internal import Diagnostics
internal import Mustache

/// Fills the templates of the page.
///
/// Templates are Mustache: `{{.name}}` is always escaped. Text in both languages stands in them as
/// `[[Tiếng Việt|English]]`. Only the style and the script, which are constants, go in as they are.
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
  private static let sources: [(name: String, text: String)] = [
    ("page", page), ("undecided", undecided), ("heat", heat), ("heat-cell", heatCell),
    ("matrices", matrices), ("scores", scores), ("trend", trend), ("filter", filter),
    ("unit", unit), ("unit-open", unitOpen), ("unit-waived", unitWaived),
    ("violation", violation), ("evidence", evidence), ("cells", cells), ("faults", faults),
    ("list", list), ("inputs", inputs), ("method", method),
  ]

  private static let libraries: [Language: MustacheLibrary] = Dictionary(
    uniqueKeysWithValues: Language.allCases.map { ($0, library($0)) }
  )

  /// Fills the page.
  static func render(_ page: HTMLPage, _ language: Language) -> String {
    libraries[language]?.render(plain(page), withTemplate: "page") ?? ""
  }

  /// Turns values into dictionaries that templates look names up in; what is nil is left out.
  ///
  /// Mustache would mirror a whole value for every name it looks up in it; here each value is
  /// mirrored once.
  private static func plain(_ value: Any) -> Any {
    if value is String || value is Bool { return value }
    if let list = value as? [Any] { return list.map(plain) }
    var fields: [String: Any] = [:]
    for child in Mirror(reflecting: value).children {
      guard let name = child.label, let value = unwrapped(child.value) else { continue }
      fields[name] = plain(value)
    }
    return fields
  }

  private static func unwrapped(_ value: Any) -> Any? {
    let mirror = Mirror(reflecting: value)
    return mirror.displayStyle == .optional ? mirror.children.first?.value : value
  }

  private static func library(_ language: Language) -> MustacheLibrary {
    var library = MustacheLibrary()
    for source in sources {
      do {
        try library.register(localized(source.text, language), named: source.name)
      } catch {
        preconditionFailure("template \(source.name): \(error)")
      }
    }
    return library
  }

  /// Chooses one language in a template.
  static func localized(_ template: String, _ language: Language) -> String {
    var result = ""
    var rest = Substring(template)
    while let start = rest.firstRange(of: "[["),
      let end = rest[start.upperBound...].firstRange(of: "]]")
    {
      result += rest[..<start.lowerBound]
      let texts = rest[start.upperBound..<end.lowerBound].split(
        separator: "|",
        maxSplits: 1,
        omittingEmptySubsequences: false
      )
      result += texts.count == 2 ? texts[language == .vi ? 0 : 1] : texts.first ?? ""
      rest = rest[end.upperBound...]
    }
    return result + rest
  }
}

public import Diagnostics
internal import Mustache

/// Mustache templates in both languages, filled from plain values.
///
/// In a template `{{.name}}` is always escaped, and text in both languages stands as
/// `[[Tiếng Việt|English]]`.
///
/// - SeeAlso: https://mustache.github.io/mustache.5.html.
public struct TemplateSet: Sendable {
  private let libraries: [Language: MustacheLibrary]

  /// Parses templates.
  ///
  /// - Parameter sources: The templates by name, each in both languages at once; constants of the
  ///   program, so that a faulty one is the program's own mistake.
  public init(_ sources: [(name: String, text: String)]) {
    libraries = Dictionary(
      uniqueKeysWithValues: Language.allCases.map { ($0, Self.library(sources, $0)) }
    )
  }

  /// Fills a template.
  ///
  /// - Parameters:
  ///   - value: A value whose stored properties templates look up by name; nil ones are left out.
  ///   - template: The template's name.
  ///   - language: The language of its text.
  /// - Returns: The filled template; empty if there is none with the name.
  public func render(_ value: Any, _ template: String, _ language: Language) -> String {
    libraries[language]?.render(Self.plain(value), withTemplate: template) ?? ""
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

  private static func library(
    _ sources: [(name: String, text: String)],
    _ language: Language
  ) -> MustacheLibrary {
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

internal import Diagnostics
internal import YAMLTree

/// What an id may look like.
enum IdentifierStyle {
  /// The id of a rule: `[a-z0-9.-]`, stable for ever.
  case rule
  /// The id of a unit, group, document, waiver or gate.
  case name
  /// The id of a dataset: no point, because `dataset.column` names a column.
  case dataset
  /// The id of a column: an identifier of expressions.
  case column
  /// The id of a clause, as documents number them.
  case clause

  fileprivate func accepts(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, scalars.count <= 200 else { return false }
    switch self {
    case .rule: return scalars.allSatisfy { Self.isRuleScalar($0) }
    case .name: return scalars.allSatisfy { Self.isWordScalar($0) || $0 == "." || $0 == "-" }
    case .dataset: return scalars.allSatisfy { Self.isWordScalar($0) || $0 == "-" }
    case .column:
      return scalars.allSatisfy(Self.isWordScalar) && !("0"..."9").contains(first)
    case .clause: return scalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{7F}" }
    }
  }

  private static func isRuleScalar(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "." || scalar == "-"
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_"
        || ("0"..."9").contains(scalar)
    }
    return scalar.properties.isAlphabetic
      || scalar.properties.generalCategory == .nonspacingMark
  }

  fileprivate var help: Phrase {
    switch self {
    case .rule:
      Phrase(
        vi: "chỉ dùng chữ thường không dấu a-z, chữ số, dấu '.' và '-'",
        en: "use only a-z, digits, '.' and '-'"
      )
    case .name:
      Phrase(
        vi: "chỉ dùng chữ, chữ số, dấu '_', '.' và '-'",
        en: "use only letters, digits, '_', '.' and '-'"
      )
    case .dataset:
      Phrase(
        vi: "chỉ dùng chữ, chữ số, dấu '_' và '-'",
        en: "use only letters, digits, '_' and '-'"
      )
    case .column:
      Phrase(
        vi: "chỉ dùng chữ, chữ số và dấu '_', không bắt đầu bằng chữ số",
        en: "use only letters, digits and '_', and no digit first"
      )
    case .clause:
      Phrase(vi: "viết số hiệu trên một dòng", en: "write the number on one line")
    }
  }
}

extension MappingReader {
  /// Returns the id under a key that must be there, or reports what is wrong with it.
  mutating func identifier(_ key: String, _ style: IdentifierStyle) -> String? {
    guard let text = text(key, .required) else { return nil }
    if style.accepts(text) { return text }
    let range = value(key)?.range ?? keyRange(key)
    sink.error(.invalidValue, PackMessages.invalidID(text), at: range, help: style.help)
    return nil
  }

  /// Reports an id that cannot be one; for ids that are keys themselves.
  mutating func checkIdentifier(_ text: String, _ style: IdentifierStyle, at range: SourceRange) {
    guard !style.accepts(text) else { return }
    sink.error(.invalidValue, PackMessages.invalidID(text), at: range, help: style.help)
  }
}

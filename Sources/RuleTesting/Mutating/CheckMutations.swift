internal import CivilTime
internal import Diagnostics
internal import Expressions
internal import Rules
internal import YAMLTree

/// Makes the mutants of a rule's check by its keys, which mean the same in every kind of check.
///
/// Bounds change sides and values, conditions are left out, turned round or loosened, and what is
/// taken out of a population stays in. A mutant that no check could be is found out when it is bound.
struct CheckMutations {
  /// One changed check.
  struct Variant {
    let node: Node
    let description: Phrase
    let range: SourceRange
    /// The way to the mapping that lost its `unit`, if that is what was changed.
    var unitless: [Node.Step]?
    /// Whether a share to reach was moved.
    var movesShare = false
  }

  private let root: Node
  private var variants: [Variant] = []

  /// Makes the mutants of a check.
  static func all(of check: Node, kind: String) -> [Variant] {
    var maker = CheckMutations(root: check)
    maker.visit(check, [])
    if kind == "evidence", check["at_least"] == nil {
      maker.add(check.adding("at_least", check.with(text: "2")), check, "at_least", "1", "2")
    }
    return maker.variants
  }

  private init(root: Node) {
    self.root = root
  }

  private mutating func visit(_ node: Node, _ path: [Node.Step]) {
    for entry in node.entries ?? [] {
      let here = path + [.key(entry.name)]
      switch entry.name {
      case "at_least", "at_most", "equals": changeBound(entry, node, path)
      case "tolerance": changeNumber(entry, here)
      case "within": changeSpan(entry, here)
      case "relation": exchange(entry, here, ["equal", "at_least", "at_most"])
      case "if_empty": exchange(entry, here, ["no_data", "not_applicable", "failed"])
      case "both": exchange(entry, here, ["true", "false"])
      case "where":
        changeCondition(entry.value, here)
        remove(entry, here)
      case "that": changeCondition(entry.value, here)
      case "require", "exclude": changeList(entry, here)
      case "complete", "key", "by": changeColumns(entry, here)
      case "unit":
        remove(entry, here)
        variants[variants.count - 1].unitless = path
      case "period", "during": remove(entry, here)
      case "expected", "actual", "left", "right": visit(entry.value, here)
      default: break
      }
    }
  }

  // MARK: Making variants

  private mutating func add(
    _ node: Node,
    _ place: Node,
    _ key: String,
    _ from: String,
    _ to: String,
    range: SourceRange? = nil
  ) {
    let description = Phrase(verbatim: "\(key): \(from) → \(to)")
    variants.append(Variant(node: node, description: description, range: range ?? place.range))
  }

  private mutating func put(_ text: String, _ entry: Node.Entry, _ path: [Node.Step]) {
    let node = root.replacing(path, with: entry.value.with(text: text))
    add(node, entry.value, entry.name, entry.value.text ?? "", text)
  }

  private mutating func remove(_ entry: Node.Entry, _ path: [Node.Step]) {
    variants.append(
      Variant(
        node: root.replacing(path, with: nil),
        description: MutationMessages.removed(entry.name),
        range: entry.key.range
      )
    )
  }

  private mutating func exchange(_ entry: Node.Entry, _ path: [Node.Step], _ words: [String]) {
    guard let text = entry.value.text else { return }
    for word in words where word != text { put(word, entry, path) }
  }

  // MARK: Bounds

  /// Turns a bound round, and moves its number.
  private mutating func changeBound(_ entry: Node.Entry, _ parent: Node, _ path: [Node.Step]) {
    for other in ["at_least", "at_most"] where other != entry.name {
      // No count is below zero: to be none is to be at most none.
      let isNone = entry.name == "equals" && entry.value.text == "0" && parent["count"] != nil
      if isNone, other == "at_most" { continue }
      let renamed = parent.renaming(entry.name, to: other)
      let node = path.isEmpty ? renamed : root.replacing(path, with: renamed)
      let text = entry.value.text ?? ""
      add(node, entry.key, entry.name, text, "\(other) \(text)")
    }
    let first = variants.count
    changeNumber(entry, path + [.key(entry.name)])
    for index in variants.indices.dropFirst(first) { variants[index].movesShare = true }
  }

  /// Moves a number to its neighbours.
  ///
  /// A whole number moves by one, another by one in its last digit. A share moves down by a fifth and
  /// up halfway to the whole: a test of a few rows can lie between, where one of a hundred would be
  /// needed to tell 100 % from 99 %.
  private mutating func changeNumber(_ entry: Node.Entry, _ path: [Node.Step]) {
    guard let text = entry.value.text else { return }
    guard let number = Decimal(text) else {
      if text == "as_reported" { put("0", entry, path) }
      return
    }
    let one = Decimal(mantissa: 1, scale: number.scale)
    guard text.contains("%") else {
      if number.mantissa > 0 { put(Self.sum(number, -one.mantissa), entry, path) }
      put(Self.sum(number, one.mantissa), entry, path)
      return
    }
    guard number.mantissa > 0, number.mantissa < 1 << 64, number.scale <= 18 else { return }
    // In hundredths of a per cent: 98 % is 98/100.
    let unit = Decimal.power(number.scale)
    let percent = number.mantissa * 10_000
    put(Self.percent(percent * 4 / 5 / unit), entry, path)
    if entry.name == "tolerance" {
      put(Self.percent(percent * 5 / 4 / unit), entry, path)
    } else if number.mantissa < unit {
      put(Self.percent((percent / unit + 10_000) / 2), entry, path)
    }
  }

  private static func sum(_ number: Decimal, _ step: Int128) -> String {
    Decimal(mantissa: number.mantissa + step, scale: number.scale).description
  }

  private static func percent(_ hundredths: Int128) -> String {
    "\(Decimal(mantissa: hundredths, scale: 2))%"
  }

  private mutating func changeSpan(_ entry: Node.Entry, _ path: [Node.Step]) {
    guard let text = entry.value.text, let span = Span(text: text) else { return }
    if span.count > 0 { put(Span(count: span.count - 1, unit: span.unit).description, entry, path) }
    put(Span(count: span.count + 1, unit: span.unit).description, entry, path)
    if span.unit == .workingDays {
      put(Span(count: span.count, unit: .days).description, entry, path)
    }
  }

  // MARK: Conditions

  private mutating func changeCondition(_ node: Node, _ path: [Node.Step]) {
    if let text = node.text {
      for variant in ExpressionVariant.all(of: text) {
        variants.append(
          Variant(
            node: root.replacing(path, with: node.with(text: variant.text)),
            description: Phrase(verbatim: "\(variant.original) → \(variant.replacement)"),
            range: node.range(ofScalarOffset: variant.offset, length: variant.length)
          )
        )
      }
      return
    }
    let entries = node.entries ?? []
    guard entries.count > 1 else { return }
    for entry in entries { remove(entry, path + [.key(entry.name)]) }
  }

  /// Changes each condition of `require` or `exclude`, and leaves each out.
  private mutating func changeList(_ entry: Node.Entry, _ path: [Node.Step]) {
    guard let elements = entry.value.elements else { return changeCondition(entry.value, path) }
    for (index, element) in elements.enumerated() {
      let here = path + [.element(index)]
      if element.text != nil {
        changeCondition(element, here)
      } else {
        for key in ["that", "where"] {
          if let condition = element[key] { changeCondition(condition, here + [.key(key)]) }
        }
      }
      variants.append(
        Variant(
          node: root.replacing(here, with: nil),
          description: MutationMessages.removed("\(entry.name)[\(index + 1)]"),
          range: element.range
        )
      )
    }
  }

  /// Leaves out each of several columns.
  private mutating func changeColumns(_ entry: Node.Entry, _ path: [Node.Step]) {
    guard let elements = entry.value.elements else {
      if entry.name == "by" { remove(entry, path) }
      return
    }
    guard elements.count > 1 else { return }
    for (index, element) in elements.enumerated() {
      variants.append(
        Variant(
          node: root.replacing(path + [.element(index)], with: nil),
          description: MutationMessages.removed("\(entry.name): \(element.text ?? "")"),
          range: element.range
        )
      )
    }
  }
}

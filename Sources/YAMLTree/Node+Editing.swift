/// Trees with one value changed; places stay those of the text that was read.
///
/// Whoever asks what would happen if the text were another (mutants of rules) needs them.
extension Node {
  /// One step from a value to one inside it.
  public enum Step: Sendable, Hashable {
    /// To the value of a mapping's key.
    case key(String)
    /// To an element of a list, from 0.
    case element(Int)
  }

  /// Returns a scalar of another text in this node's place, as if it were written without quotes.
  public func with(text: String) -> Node {
    Node(
      content: .scalar(Scalar(text: text, isPlain: true)),
      range: range,
      origin: origin,
      style: .none
    )
  }

  /// Returns the value at the end of a path, or nil if the path leads nowhere.
  public func value(at path: some Collection<Step>) -> Node? {
    guard let step = path.first else { return self }
    return child(step)?.value(at: path.dropFirst())
  }

  /// Returns the tree with the value at the end of a path replaced, or taken out with its key.
  ///
  /// - Parameters:
  ///   - path: The way to the value; not empty, and leading to something that is there.
  ///   - node: What takes its place; nil for nothing.
  /// - Returns: The changed tree; the same one if the path leads nowhere.
  public func replacing(_ path: some Collection<Step>, with node: Node?) -> Node {
    guard let step = path.first, let child = child(step) else { return self }
    let rest = path.dropFirst()
    return setting(step, to: rest.isEmpty ? node : child.replacing(rest, with: node))
  }

  /// Returns the mapping with a key added; the same node if it is no mapping or has the key.
  public func adding(_ key: String, _ value: Node) -> Node {
    guard case .mapping(let entries) = content, self[key] == nil else { return self }
    return with(.mapping(entries + [Entry(key: with(text: key), value: value)]))
  }

  /// Returns the mapping with a key of another name; the same node if it does not have the key.
  public func renaming(_ key: String, to name: String) -> Node {
    guard case .mapping(let entries) = content else { return self }
    return with(
      .mapping(
        entries.map { $0.name == key ? Entry(key: $0.key.with(text: name), value: $0.value) : $0 }
      )
    )
  }

  private func child(_ step: Step) -> Node? {
    switch step {
    case .key(let key): self[key]
    case .element(let index):
      elements.flatMap { $0.indices.contains(index) ? $0[index] : nil }
    }
  }

  private func setting(_ step: Step, to node: Node?) -> Node {
    switch (step, content) {
    case (.key(let key), .mapping(let entries)):
      with(
        .mapping(
          entries.compactMap { entry in
            guard entry.name == key else { return entry }
            return node.map { Entry(key: entry.key, value: $0) }
          }
        )
      )
    case (.element(let index), .sequence(let elements)):
      with(
        .sequence(
          elements.enumerated().compactMap { $0.offset == index ? node : $0.element }
        )
      )
    case (.key, _), (.element, _): self
    }
  }

  private func with(_ content: Content) -> Node {
    Node(content: content, range: range, origin: origin, style: style)
  }
}

/// Reads a page as a person without a browser would: text and what stands for it.
struct PageText {
  let html: String

  init(_ html: String) { self.html = html }

  /// The visible text, one line a block, without style and script.
  var text: String {
    let bare = html.replacing(/(?s)<(style|script)>.*?<\/\1>/, with: "")
      .replacing(
        /<(?:\/?(?:p|li|tr|h[1-6]|dt|dd|div|section|summary|article|table|caption|option|details|svg|title|header|footer|nav|ul|ol|dl|main)\b)[^>]*>/
      ) { _ in "\n" }
      .replacing(/<(?:\/?(?:td|th))\b[^>]*>/) { _ in " | " }
      .replacing(/<[^>]*>/, with: "")
    let decoded = Self.decoded(bare)
    let lines = decoded.split(separator: "\n").map { line in
      line.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }).joined(separator: " ")
    }
    return lines.filter { !$0.isEmpty && $0.contains { $0 != "|" && $0 != " " } }
      .joined(separator: "\n") + "\n"
  }

  /// The opening tags of an element that hold a text.
  func tags(_ name: String, with part: String = "") -> [Substring] {
    html.matches(of: /<[a-z0-9]+\b[^>]*>/).map(\.0).filter {
      $0.hasPrefix("<\(name) ") && $0.contains(part) || part.isEmpty && $0 == "<\(name)>"
    }
  }

  /// The fingerprints of the violations that are shown.
  var shownViolations: Int {
    tags("li", with: " data-v").filter { !$0.contains(" hidden") }.count
  }

  static func decoded(_ text: String) -> String {
    [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "),
      ("&amp;", "&"),
    ]
    .reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}

public import Diagnostics
internal import Findings
internal import Rules
internal import Scores

/// The page for leadership: one file that holds all it needs and asks nothing of anyone.
///
/// The page is whole without scripts; its one script searches, filters and opens. A
/// Content-Security-Policy names that script and the style by their digests and forbids all else,
/// so that nothing of the data can run or be fetched.
public enum HTMLReport: ReportFormat {
  /// The word after `--format`.
  public static let name = "html"

  /// What the format is for.
  public static let purpose = Phrase(
    vi: "một trang HTML khép kín cho lãnh đạo xem, lọc, in (không cần máy chủ)",
    en: "one self-contained HTML page to read, filter and print (no server needed)"
  )

  /// Writes a run as one page.
  public static func render(_ content: ReportContent, _ options: ReportOptions) -> [UInt8] {
    let page = HTMLPage(HTMLContext(content, options))
    return PageBytes.safe(HTMLTemplate.render(page, options.language))
  }
}

/// Makes the bytes of a page from its text.
enum PageBytes {
  /// Writes every control character and every mark that reorders a line as its code.
  ///
  /// The templates hold none, so whatever is written so comes from a pack or from data.
  static func safe(_ page: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(page.utf8.count)
    for line in page.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if !result.isEmpty { result.append(UInt8(ascii: "\n")) }
      result += PrintableText.escaped(String(Substring(line))).utf8
    }
    return result
  }
}

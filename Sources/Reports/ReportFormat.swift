public import Diagnostics

/// How a report is to look, decided once by the command line.
public struct ReportOptions: Sendable, Hashable {
  /// The language of everything printed.
  public var language: Language
  /// Whether personal data are masked.
  public var masksPersonal: Bool
  /// Whether colours are used.
  public var usesColor: Bool
  /// The columns of the terminal, at which lines are broken; nil breaks none.
  public var width: Int?
  /// Whether only what needs attention is printed.
  public var isQuiet: Bool
  /// A folder for files that a format needs while it is made.
  public var temporaryFolder: String

  /// Makes options for a plain report that is not shown on a terminal.
  public init(
    language: Language,
    masksPersonal: Bool = false,
    usesColor: Bool = false,
    width: Int? = nil,
    isQuiet: Bool = false,
    temporaryFolder: String = "/tmp"
  ) {
    self.language = language
    self.masksPersonal = masksPersonal
    self.usesColor = usesColor
    self.width = width
    self.isQuiet = isQuiet
    self.temporaryFolder = temporaryFolder
  }
}

/// A kind of report: one folder, one word in the registry.
public protocol ReportFormat: Sendable {
  /// The word after `--format`, equal to the folder's name in lower case.
  static var name: String { get }
  /// What the format is for.
  static var purpose: Phrase { get }
  /// Whether the report is bytes that no terminal can show; most are text.
  static var isBinary: Bool { get }
  /// Writes a run as a whole file or stream; text is in UTF-8.
  ///
  /// The same content and options give the same bytes.
  ///
  /// - Throws: An error that says what failed if the format needs a file of its own meanwhile.
  static func render(_ content: ReportContent, _ options: ReportOptions) throws -> [UInt8]
}

extension ReportFormat {
  /// Whether the report is bytes that no terminal can show: no.
  public static var isBinary: Bool { false }
}

/// Every report format there is.
public enum ReportRegistry {
  /// The formats, in the order in which help lists them.
  public static let all: [any ReportFormat.Type] = [
    TerminalReport.self, ScoreReport.self, JSONReport.self, HTMLReport.self, CSVReport.self,
    XLSXReport.self, MarkdownReport.self, SARIFReport.self, JUnitReport.self,
  ]

  /// Returns the format with a name, or nil.
  public static func format(named name: String) -> (any ReportFormat.Type)? {
    all.first { $0.name == name }
  }
}

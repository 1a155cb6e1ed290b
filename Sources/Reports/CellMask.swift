public import Diagnostics
public import Findings
internal import Rules

/// The text of one cell of evidence or of a data error as a report may show it.
public struct ShownCell: Sendable {
  /// The cell's text.
  public let value: String
  /// The row's key.
  public let key: String?
  /// The note or message.
  public let note: Phrase?
}

/// Decides what of a run's cells a report may show.
///
/// The pack says which columns are personal; what is personal for a reason that the pack does not
/// show is hidden all the more.
public struct CellMask: Sendable {
  /// What stands between the parts of a key of several columns.
  private static let separator = " · "

  /// Whether anything is masked.
  let isOn: Bool
  private let datasets: [DatasetID: Dataset]

  /// Makes a mask for the cells of a run.
  public init(_ run: Run, isOn: Bool) {
    self.isOn = isOn
    datasets = Dictionary(run.rules.datasets.map { ($0.id, $0) }) { first, _ in first }
  }

  /// Returns evidence with what is personal masked.
  public func shown(_ evidence: Evidence) -> ShownCell {
    let (value, key) = (evidence.value, evidence.key)
    guard isOn else { return ShownCell(value: value, key: key, note: evidence.note) }
    let dataset = datasets[evidence.dataset]
    let column = dataset?.columns.first { $0.id == evidence.column }
    let keyColumns = dataset?.key.map { dataset?.columns[$0].isPersonal ?? true } ?? []
    let isDeclared = column?.isPersonal == true || keyColumns.contains(true)
    let isHidden = evidence.isPersonal && (!isDeclared || column == nil)
    let shownValue = column?.isPersonal == true || isHidden ? PersonalMask.mask(value) : value
    let shownKey = key.map { key in
      isHidden && !keyColumns.contains(true)
        ? PersonalMask.mask(key) : Self.masked(key: key, personal: keyColumns)
    }
    return ShownCell(
      value: shownValue,
      key: shownKey,
      note: Self.masked(
        evidence.note,
        hiding: [(value, shownValue), (key ?? "", shownKey ?? "")]
      )
    )
  }

  /// Returns a data error with what is personal masked.
  ///
  /// The text of a whole row may hold any of its columns, so it is hidden if one is personal.
  public func shown(_ error: DataError) -> ShownCell {
    let value = error.value
    guard isOn else { return ShownCell(value: value, key: nil, note: error.message) }
    let dataset = datasets[error.dataset]
    let column = dataset?.columns.first { $0.id == error.column }
    let keyColumns = dataset?.key.map { dataset?.columns[$0].isPersonal ?? true } ?? []
    var shown = value
    if value.contains(Self.separator), keyColumns.count > 1 {
      shown = Self.masked(key: value, personal: keyColumns)
      if shown == value, error.isPersonal { shown = PersonalMask.mask(value) }
    } else if error.isPersonal || column?.isPersonal == true {
      shown = PersonalMask.mask(value)
    } else if column == nil, !value.isEmpty, dataset?.columns.contains(where: \.isPersonal) ?? true
    {
      shown = "***"
    }
    let message = Self.masked(error.message, hiding: [(value, shown)])
    return ShownCell(value: shown, key: nil, note: message)
  }

  /// Masks the personal parts of a key; all of it if the parts cannot be told apart.
  private static func masked(key: String, personal: [Bool]) -> String {
    guard personal.contains(true) else { return key }
    guard personal.count > 1 else { return PersonalMask.mask(key) }
    let parts = key.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == personal.count else { return "***" }
    return zip(parts, personal).map { $1 ? PersonalMask.mask($0) : $0 }
      .joined(separator: separator)
  }

  /// Masks what a note quotes of cells that were masked.
  private static func masked(_ note: Phrase?, hiding secrets: [(String, String)]) -> Phrase? {
    guard let note else { return nil }
    func masked(_ text: String) -> String {
      secrets.reduce(text) { text, secret in
        // A single character identifies nobody, and stands in many words.
        secret.0 == secret.1 || secret.0.count < 2
          ? text : text.replacing(secret.0, with: secret.1)
      }
    }
    return Phrase(vi: masked(note.vi), en: masked(note.en))
  }
}

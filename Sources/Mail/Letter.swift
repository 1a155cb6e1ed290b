/// What one message says, as plain values in the reader's language.
///
/// The text and the page are both written from it, so that they cannot differ.
struct Letter: Sendable {
  /// A group of obligations that are told for the same reason.
  struct Section: Sendable {
    let title: String
    /// What the reader is to make of it.
    let note: String
    let items: [Item]
    /// How many are left out.
    let more: String?
  }

  /// One obligation.
  struct Item: Sendable {
    let title: String
    /// The colour of the line beside it, which says no more than the section's title.
    let color: String
    let facts: [Fact]
    /// Cells of the dumps, masked.
    let evidence: [String]
    /// How many are not named here, and why.
    let hidden: String?
  }

  /// A named fact.
  struct Fact: Sendable {
    let label: String
    let value: String
  }

  /// The table of units in the digest.
  struct Table: Sendable {
    /// A row: a unit's name, and a text for every column after the first.
    struct Row: Sendable {
      let name: String
      let cells: [String]
    }

    let heads: [String]
    let rows: [Row]
    let note: String
  }

  let language: String
  let subject: String
  /// What has to be known before anything else, such as that this is a rehearsal.
  var warnings: [String]
  let title: String
  let intro: [String]
  let table: Table?
  let sections: [Section]
  /// How to contest, where the rest is, who wrote this.
  let closing: [String]
}

import Foundation

/// What the independent parser reads in a message that arrived, and its envelope.
struct Letter: Decodable, Equatable {
  struct Attachment: Decodable, Equatable {
    let name: String?
    let size: Int
  }

  let from: String
  let to: [String]
  let author: String
  let subject: String?
  let text: String?
  let attachments: [Attachment]
  let defects: [String]

  /// Reads what a script of the fixtures has written.
  init(_ json: [UInt8]) throws {
    self = try JSONDecoder().decode(Letter.self, from: Data(json))
  }
}

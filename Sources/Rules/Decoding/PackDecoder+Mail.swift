internal import CivilTime
internal import Diagnostics
internal import YAMLTree

extension PackDecoder {
  /// Decodes what the pack says about mail.
  mutating func decodeMail() {
    guard let section = sections.single("mail") else { return }
    var reader = MappingReader(section.node, what: Phrase(verbatim: "'mail'"))
    defer { reader.finish(into: &sink) }
    guard reader.isMapping else { return }
    let from = reader.address("from", .required)
    let fallback = reader.address("fallback", .required)
    let digest = reader.list("digest", allowsSingle: true) ?? []
    var policy = MailPolicy(
      from: from ?? "",
      fallback: fallback ?? "",
      digest: unitsNamed(digest, key: "digest", &reader)
    )
    policy.fromName = reader.text("from_name")
    policy.replyTo = reader.address("reply_to")
    policy.copiesSupporting = reader.boolean("copy_supporting") ?? false
    policy.domains = decodeDomains(&reader)
    policy.occasions = decodeOccasions(&reader)
    policy.sendsOnDaysOff = reader.boolean("days_off") ?? false
    policy.attachments = decodeAttachments("attach", &reader) ?? policy.attachments
    policy.digestAttachments =
      decodeAttachments("attach_digest", &reader) ?? policy.digestAttachments
    let megabytes = reader.integer("max_megabytes", in: 1...50)
    policy.maximumBytes = megabytes.map { $0 * 1_000_000 } ?? policy.maximumBytes
    policy.maximumMessages = reader.integer("max_messages", in: 1...10_000) ?? 50
    policy.giveUpDays = reader.integer("give_up_days", in: 1...30) ?? 3
    policy.server = reader.text("server")
    checkDomains(of: policy, &reader)
    if from != nil, fallback != nil { mail = policy }
  }

  private func decodeOccasions(_ reader: inout MappingReader) -> MailPolicy.Occasions {
    var occasions = MailPolicy.Occasions()
    occasions.new = reader.boolean("new") ?? true
    occasions.changed = reader.boolean("changed") ?? true
    occasions.resolved = reader.boolean("resolved") ?? true
    occasions.continuing = reader.interval("continuing")
    occasions.overdue = reader.interval("overdue")
    occasions.remind = reader.interval("remind")
    return occasions
  }

  private func decodeAttachments(
    _ key: String,
    _ reader: inout MappingReader
  ) -> [MailPolicy.Attachment]? {
    guard let nodes = reader.list(key, allowsSingle: true) else { return nil }
    let words = MailPolicy.Attachment.allCases.map(\.rawValue)
    var found: [MailPolicy.Attachment] = []
    for node in nodes {
      guard let word = reader.word(of: node, key: key, among: words),
        let attachment = MailPolicy.Attachment(rawValue: word)
      else { continue }
      if found.contains(attachment) {
        reader.report(node, PackMessages.namedTwice(word), help: nil)
      } else {
        found.append(attachment)
      }
    }
    return found
  }

  private func decodeDomains(_ reader: inout MappingReader) -> [String] {
    var domains: [String] = []
    for node in reader.list("domains", allowsSingle: true) ?? [] {
      guard let text = reader.text(of: node, key: "domains") else { continue }
      if MailAddress.isDomain(text) {
        domains.append(text.lowercased())
      } else {
        reader.report(node, PackMessages.notDomain(text), help: PackMessages.domains)
      }
    }
    return domains
  }

  /// Reports every address of the pack that the list of domains keeps from getting anything.
  private func checkDomains(of policy: MailPolicy, _ reader: inout MappingReader) {
    guard let list = reader.value("domains") else { return }
    if list.elements?.isEmpty == true {
      reader.report(list, PackMessages.noDomains, help: PackMessages.domains)
    }
    if let node = reader.value("reply_to"), let address = policy.replyTo, !policy.allows(address) {
      reader.report(node, PackMessages.foreignAddress(address), help: nil)
    }
    if let node = reader.value("fallback"), !policy.fallback.isEmpty,
      !policy.allows(policy.fallback)
    {
      reader.report(node, PackMessages.foreignAddress(policy.fallback), help: nil)
    }
    for unit in units {
      guard let email = unit.email, !policy.allows(email) else { continue }
      reader.report(list, PackMessages.foreignAddress(email, of: unit.name), help: nil)
    }
  }
}

extension MappingReader {
  /// Returns a key's address for mail, or nil if it is absent or none.
  mutating func address(_ key: String, _ presence: Presence = .optional) -> String? {
    guard let text = text(key, presence), let node = value(key) else { return nil }
    if MailAddress.isValid(text) { return text }
    report(node, PackMessages.invalidEmail(text), help: PackMessages.addresses)
    return nil
  }

  /// Returns a key's interval of at least one day or month; `no` and nothing mean never.
  fileprivate mutating func interval(_ key: String) -> Span? {
    guard let node = value(key), let text = text(of: node, key: key) else { return nil }
    if text == "no" || text == "false" || text == "không" { return nil }
    guard let span = Span(text: text), span.count > 0 else {
      report(node, PackMessages.notInterval(text), help: PackMessages.intervals)
      return nil
    }
    return span
  }
}

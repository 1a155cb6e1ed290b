internal import Diagnostics
internal import Findings
internal import History
internal import Reports
internal import Rules

/// A message is made of a draft, its words and its files, within the policy's size.
extension MailComposer {
  /// What a message is made of before it has its words.
  struct Draft {
    let audience: Audience
    let name: String
    /// The unit whose letter it is; nil for the digest.
    let owner: UnitID?
    /// The number of the message before it to the same audience, 0 for none.
    let follows: Int
    let recipient: (name: String?, address: String)
    let tidings: [Tiding]
    let files: [MIMEMessage.File]
  }

  /// The parts of a letter that depend on how long it may be.
  typealias Body = (
    intro: [String], table: Letter.Table?, sections: [Letter.Section], notes: [String]
  )

  /// Makes a message that keeps within the policy's size: at first without its files, largest first,
  /// then with shorter lists.
  func compose(
    _ draft: Draft,
    body: (LetterWriter.Limits, _ notes: [String]) -> Body
  ) throws -> OutgoingMail {
    var files = draft.files
    var leftOut: [String] = []
    var limits = LetterWriter.Limits()
    while true {
      let notes =
        leftOut.isEmpty ? [] : [words.leftOut(leftOut, limit: policy.maximumBytes)]
      let letter = letter(draft, body(limits, notes))
      let message = message(draft, letter, files)
      let (id, bytes) = message.bytes(date: occasion.date)
      if bytes.count <= policy.maximumBytes || files.isEmpty && limits.items == 0 {
        return outgoing(draft, message, id: id, bytes)
      }
      if let largest = files.indices.max(by: { files[$0].bytes.count < files[$1].bytes.count }) {
        leftOut.append(files.remove(at: largest).name)
      } else {
        limits = LetterWriter.Limits(items: limits.items / 4, evidence: limits.evidence / 2)
      }
    }
  }

  private func letter(_ draft: Draft, _ body: Body) -> Letter {
    Letter(
      language: occasion.language.rawValue,
      subject: words.subject(
        draft.name,
        draft.tidings,
        owner: draft.owner,
        asOf: content.run.asOf,
        isRehearsal: occasion.rehearsal != nil
      ),
      warnings: occasion.rehearsal == nil
        ? [] : [words.rehearsal(draft.recipient.address)],
      title: words.title(content.run),
      intro: body.intro,
      table: body.table,
      sections: body.sections,
      closing: body.notes + words.documents(content.run, draft.tidings)
        + [
          words.contest(replyTo: policy.replyTo), words.regards, words.masked,
          words.origin(content.run),
        ]
    )
  }

  private func message(
    _ draft: Draft,
    _ letter: Letter,
    _ files: [MIMEMessage.File]
  ) -> MIMEMessage {
    MIMEMessage(
      envelope: MIMEMessage.Envelope(
        from: (policy.fromName, policy.from),
        replyTo: policy.replyTo,
        to: occasion.rehearsal.map { (nil, $0) } ?? draft.recipient,
        meantFor: occasion.rehearsal.map { _ in draft.recipient.address },
        listName: content.run.rules.pack.name
      ),
      follows: draft.follows,
      subject: letter.subject,
      text: letter.text,
      page: letter.page(occasion.language),
      files: files
    )
  }

  private func outgoing(
    _ draft: Draft,
    _ message: MIMEMessage,
    id: String,
    _ bytes: [UInt8]
  ) -> OutgoingMail {
    OutgoingMail(
      messageID: id,
      audience: draft.audience.text,
      subject: message.subject,
      sender: policy.from,
      recipients: [message.envelope.to.address],
      bytes: bytes,
      notices: occasion.rehearsal == nil ? draft.tidings.map(\.notice) : [],
      isRehearsal: occasion.rehearsal != nil,
      follows: draft.follows
    )
  }

  /// Renders what goes with a message, personal data masked.
  func attachments(
    _ kinds: [MailPolicy.Attachment],
    of content: ReportContent,
    name: String
  ) throws -> [MIMEMessage.File] {
    let options = ReportOptions(
      language: occasion.language,
      masksPersonal: true,
      temporaryFolder: occasion.temporaryFolder
    )
    return try kinds.map { kind in
      let (format, type): (any ReportFormat.Type, String) =
        switch kind {
        case .csv: (CSVReport.self, "text/csv; charset=utf-8")
        case .html: (HTMLReport.self, "text/html; charset=utf-8")
        case .xlsx:
          (
            XLSXReport.self,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          )
        }
      return MIMEMessage.File(
        name: words.fileName(name, asOf: content.run.asOf, ending: kind.rawValue),
        type: type,
        bytes: try format.render(content, options)
      )
    }
  }
}

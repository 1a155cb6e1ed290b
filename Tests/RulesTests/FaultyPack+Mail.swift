extension FaultyPack {
  static let mail = Group(
    name: "mail",
    packs: [
      .init(
        fault: "neither sender nor fallback",
        yaml: """
          mail: {digest: [vp]}

          """
      ),
      .init(
        fault: "addresses that could smuggle a command, or that no server takes",
        yaml: """
          mail:
            from: "a@b.vn\\r\\nBcc: x@y.vn"
            fallback: vănphòng@xa.vn
            reply_to: <vp@xa.vn>

          """
      ),
      .init(
        fault: "an unknown unit, an unknown kind of file, one named twice",
        yaml: """
          mail:
            from: kt@xa.vn
            fallback: vp@xa.vn
            digest: [vp, kinh-te]
            attach: [csv, pdf, csv]

          """
      ),
      .init(
        fault: "intervals, limits and domains out of bounds",
        yaml: """
          mail:
            from: kt@xa.vn
            fallback: vp@xa.vn
            domains: ["@xa.vn", xa..vn]
            continuing: 0 days
            overdue: weekly
            remind: yes
            new: maybe
            max_megabytes: 0
            max_messages: -1
            give_up_days: 31
            subject: Kết quả

          """
      ),
      .init(
        fault: "no domain at all",
        yaml: """
          mail: {from: kt@xa.vn, fallback: vp@xa.vn, domains: []}

          """
      ),
      .init(
        fault: "addresses outside the domains",
        yaml: """
          units:
            - {id: ngoai, name: Ngoài, email: ngoai@gmail.com}
            - {id: trong, name: Trong, email: trong@so.xa.vn}
          mail: {from: kt@xa.vn, fallback: vp@taxa.vn, reply_to: kt@gmail.com, domains: [xa.vn]}

          """
      ),
    ]
  )
}

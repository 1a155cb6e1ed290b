/// One rule of every kind over two small tables, all of them reached by unit a.
enum WholeScene {
  static let rules = """
    rules:
      - {id: compare, title: R, clause: kh/A, responsible: {each: g},
         compare: {left: {of: d, where: w, sum: n}, right: {of: e, count: rows}, by: k}}
      - {id: cover, title: R, clause: kh/A, responsible: {each: g},
         cover: {expected: {of: d, where: w, key: k}, actual: {of: e, key: k}, both: true}}
      - {id: evidence, title: R, clause: kh/A, responsible: {each: g}, due: {by: 2026-11-19},
         evidence: {of: d, where: w, done_at: day, at_least: 2}}
      - {id: fresh, title: R, clause: kh/A, responsible: {each: g},
         fresh: {of: d, where: w, updated: day, within: 7 days}}
      - {id: measure, title: R, clause: kh/A, responsible: {each: g},
         measure: {of: d, where: w, sum: n, at_least: 2}}
      - {id: measure-most, title: R, clause: kh/A, responsible: {each: g},
         measure: {of: d, where: w, count: k, at_most: 2}}
      - {id: ratio, title: R, clause: kh/A, responsible: {each: g},
         ratio: {of: d, where: w, that: p, at_least: 100%}}
      - {id: ratio-most, title: R, clause: kh/A, responsible: {each: g},
         ratio: {of: d, where: w, that: '!p', at_most: 0%}}
      - {id: records, title: R, clause: kh/A, responsible: {each: g},
         records: {of: d, where: w, require: p && n < 5, complete: [t]}}
      - {id: reference, title: R, clause: kh/A, responsible: {each: g},
         reference: {of: d, where: w, column: k, in: e.k}}
      - {id: unique, title: R, clause: kh/A, responsible: {each: g},
         unique: {of: d, where: w, key: k}}

    """

  static let left = "u,k,w,p,n,day,t\na,K,có,1,1,19/11/2026,Xã\na,L,có,1,1,19/11/2026,Ấp\n"
  static let right = "u,k\na,K\na,L\n"
  /// The rules that read the second table.
  static let twoSided: Set = ["compare", "cover", "reference"]

  static var scene: Scene { Scene(rules, ["d.csv": left, "e.csv": right]) }
}

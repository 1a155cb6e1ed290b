internal import Diagnostics

/// The texts about mutants, in both languages.
enum MutationMessages {
  static func removed(_ key: String) -> Phrase {
    Phrase(vi: "bỏ '\(key)'", en: "'\(key)' left out")
  }

  static func unitDropped(_ unit: String) -> Phrase {
    Phrase(vi: "responsible: bỏ đơn vị '\(unit)'", en: "responsible: unit '\(unit)' left out")
  }

  static func emptied(_ dataset: String, _ column: String) -> Phrase {
    Phrase(
      vi: "số liệu phép thử: để trống cột '\(dataset).\(column)'",
      en: "data of the tests: column '\(dataset).\(column)' left empty"
    )
  }
}

internal import Diagnostics

/// Every text of this target, in both languages.
enum Messages {
  static let tooManyBytes = Phrase(
    vi: "tệp dài quá mức \(YAMLDocument.Limits.bytes) byte",
    en: "the file is longer than the limit of \(YAMLDocument.Limits.bytes) bytes"
  )

  static let notUTF8Encoding = Phrase(
    vi: "tệp được lưu bằng UTF-16, không phải UTF-8",
    en: "the file is saved as UTF-16, not UTF-8"
  )

  static func invalidByte(_ byte: UInt8) -> Phrase {
    let hex = "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    return Phrase(
      vi: "byte \(hex) không phải UTF-8 hợp lệ",
      en: "byte \(hex) is not valid UTF-8"
    )
  }

  static let saveAsUTF8 = Phrase(
    vi: "lưu lại tệp với bảng mã UTF-8",
    en: "save the file again as UTF-8"
  )

  static let tab = Phrase(
    vi: "dấu tab không được dùng trong tệp quy tắc",
    en: "tabs are not allowed in rule files"
  )

  static let useSpaces = Phrase(
    vi: "thay dấu tab bằng dấu cách",
    en: "replace the tab with spaces"
  )

  static func foreignLineEnd(_ name: String) -> Phrase {
    Phrase(
      vi: "ký tự ngắt dòng \(name) không được dùng trong tệp quy tắc",
      en: "the line separator \(name) is not allowed in rule files"
    )
  }

  static let removeSeparator = Phrase(
    vi: "xoá ký tự vô hình này hoặc thay bằng xuống dòng thường",
    en: "delete the invisible character or replace it with an ordinary line end"
  )

  static let tooDeep = Phrase(
    vi: "lồng nhau quá \(YAMLDocument.Limits.depth) tầng",
    en: "nested more than \(YAMLDocument.Limits.depth) levels deep"
  )

  static let tooManyAliases = Phrase(
    vi: "quá \(YAMLDocument.Limits.aliasExpansions) lần mở rộng bí danh '*'",
    en: "more than \(YAMLDocument.Limits.aliasExpansions) alias expansions"
  )

  static let tooManyNodes = Phrase(
    vi: "tệp có hơn \(YAMLDocument.Limits.nodes) giá trị sau khi mở rộng bí danh",
    en: "the file has more than \(YAMLDocument.Limits.nodes) values once aliases are expanded"
  )

  static func duplicateKey(_ name: String) -> Phrase {
    Phrase(vi: "khoá '\(name)' bị lặp lại", en: "duplicate key '\(name)'")
  }

  static func firstKey(line: Int) -> Phrase {
    Phrase(vi: "khoá này đã có ở dòng \(line)", en: "it is already on line \(line)")
  }

  static let mergeKey = Phrase(
    vi: "khoá gộp '<<' không được dùng",
    en: "merge keys '<<' are not supported"
  )

  static let writeOut = Phrase(
    vi: "viết đầy đủ các khoá ra",
    en: "write the keys out"
  )

  static let severalDocuments = Phrase(
    vi: "một tệp chỉ được có một tài liệu YAML",
    en: "a file may hold only one YAML document"
  )

  static let splitFile = Phrase(
    vi: "bỏ dòng '---' này hoặc tách ra tệp khác",
    en: "remove this '---' or move what follows to another file"
  )

  static let keyNotScalar = Phrase(
    vi: "khoá phải là một từ, không phải danh sách hay bảng khoá",
    en: "a key must be a word, not a list or a mapping"
  )

  static let keyEmpty = Phrase(
    vi: "thiếu tên khoá trước dấu ':'",
    en: "a key is missing before ':'"
  )

  static func customTag(_ tag: String) -> Phrase {
    Phrase(
      vi: "nhãn kiểu '\(tag)' không được dùng",
      en: "the tag '\(tag)' is not supported"
    )
  }

  static let keyDecidesType = Phrase(
    vi: "bỏ nhãn đi: kiểu của giá trị do khoá quyết định",
    en: "remove it: the key decides what the value means"
  )

  static func unknownAlias(_ name: String) -> Phrase {
    Phrase(
      vi: "bí danh '*\(name)' không có điểm neo '&\(name)' ở phía trước",
      en: "alias '*\(name)' has no anchor '&\(name)' before it"
    )
  }

  static func selfAlias(_ name: String) -> Phrase {
    Phrase(
      vi: "bí danh '*\(name)' nằm bên trong chính điểm neo của nó",
      en: "alias '*\(name)' refers to itself"
    )
  }

  /// Says what libyaml says; the most frequent texts in Vietnamese too.
  static func syntax(_ problem: String) -> Phrase {
    Phrase(vi: vietnamese[problem] ?? "sai cú pháp YAML: \(problem)", en: problem)
  }

  static func syntaxHelp(_ problem: String) -> Phrase? {
    switch problem {
    case "mapping values are not allowed in this context":
      Phrase(
        vi: "đặt đoạn chữ có ': ' trong dấu nháy, hoặc xem lại mức thụt dòng",
        en: "put text that contains ': ' in quotes, or check the indentation"
      )
    case "did not find expected key", "did not find expected '-' indicator":
      Phrase(
        vi: "xem lại mức thụt dòng và các dấu nháy ở đây và ở dòng trên",
        en: "check the indentation and the quotes here and on the line above"
      )
    case "could not find expected ':'":
      Phrase(
        vi: "mỗi khoá cần dấu ':' và một dấu cách theo sau",
        en: "each key needs ':' and a space after it"
      )
    case "found character that cannot start any token", "found undefined tag handle":
      Phrase(
        vi: "đặt đoạn chữ này trong dấu nháy",
        en: "put the text in quotes"
      )
    default: nil
    }
  }

  static func context(_ context: String, line: Int, column: Int) -> Phrase {
    Phrase(
      vi: "\(contexts[context] ?? context), bắt đầu ở dòng \(line) cột \(column)",
      en: "\(context) that starts at line \(line), column \(column)"
    )
  }

  private static let vietnamese = [
    "mapping values are not allowed in this context": "không được có 'khoá: giá trị' ở chỗ này",
    "did not find expected key": "không thấy khoá ở chỗ cần có khoá",
    "did not find expected '-' indicator": "không thấy dấu '-' của mục tiếp theo trong danh sách",
    "could not find expected ':'": "không thấy dấu ':' sau khoá",
    "did not find expected ',' or ']'": "không thấy ',' hoặc ']'",
    "did not find expected ',' or '}'": "không thấy ',' hoặc '}'",
    "did not find expected node content": "thiếu giá trị ở chỗ này",
    "did not find expected <document start>": "thừa nội dung sau giá trị đã hết",
    "found character that cannot start any token": "ký tự này không thể đứng đầu một giá trị",
    "found unexpected end of stream": "tệp kết thúc khi dấu nháy chưa đóng",
    "found unexpected document indicator": "gặp '---' hoặc '...' khi dấu nháy chưa đóng",
    "found unexpected ':'": "dấu ':' đặt sai chỗ",
    "found unknown escape character": "không có ký tự thoát '\\' nào như vậy",
    "found undefined tag handle": "nhãn '!' không được định nghĩa",
    "block sequence entries are not allowed in this context":
      "không được có mục '-' của danh sách ở chỗ này",
    "block mapping entries are not allowed in this context": "không được có khoá ở chỗ này",
    "block collections are not allowed in this context":
      "không được có danh sách hay bảng khoá ở chỗ này",
    "control characters are not allowed": "tệp có ký tự điều khiển",
    "did not find expected alphabetic or numeric character":
      "thiếu tên sau dấu '&' hoặc '*'",
    "did not find expected comment or line break": "cần xuống dòng hoặc chú thích ở chỗ này",
    "did not find expected whitespace or line break": "cần dấu cách hoặc xuống dòng ở chỗ này",
    "did not find expected digit or '.' character": "số phiên bản YAML viết sai",
    "found duplicate %YAML directive": "dòng %YAML bị lặp lại",
    "found incompatible YAML document": "phiên bản YAML này không đọc được",
  ]

  private static let contexts = [
    "while parsing a block mapping": "đang đọc bảng khoá",
    "while parsing a block collection": "đang đọc danh sách",
    "while parsing a flow sequence": "đang đọc danh sách [ ]",
    "while parsing a flow mapping": "đang đọc bảng khoá { }",
    "while parsing a block node": "đang đọc giá trị",
    "while parsing a flow node": "đang đọc giá trị",
    "while parsing a node": "đang đọc giá trị",
    "while scanning a simple key": "đang đọc khoá",
    "while scanning a plain scalar": "đang đọc chữ không có nháy",
    "while scanning a quoted scalar": "đang đọc chữ trong nháy",
    "while scanning a block scalar": "đang đọc khối chữ",
    "while scanning for the next token": "đang đọc ký tự tiếp theo",
    "while scanning an anchor": "đang đọc điểm neo",
    "while scanning an alias": "đang đọc bí danh",
    "while scanning a tag": "đang đọc nhãn",
    "while parsing a tag": "đang đọc nhãn",
    "while scanning a directive": "đang đọc dòng chỉ thị '%'",
    "while scanning a %YAML directive": "đang đọc dòng %YAML",
    "while parsing a quoted scalar": "đang đọc chữ trong nháy",
  ]
}

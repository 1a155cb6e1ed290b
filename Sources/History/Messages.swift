internal import Diagnostics
internal import Glibc

/// Every text of this target, in both languages.
enum Messages {
  /// What keeps a history from being read or written, and the cure.
  static func error(_ kind: HistoryError.Kind, _ path: String) -> Phrase {
    let (problem, cure) = parts(kind)
    return Phrase(
      vi: "lịch sử '\(path)': \(problem.vi); \(cure.vi)",
      en: "history '\(path)': \(problem.en); \(cure.en)"
    )
  }

  private static func parts(_ kind: HistoryError.Kind) -> (problem: Phrase, cure: Phrase) {
    switch kind {
    case .missing, .folderMissing, .notAFile: missing(kind)
    case .notADatabase, .otherApplication, .newer, .damaged: wrong(kind)
    case .readOnly, .unreadable, .full, .busy, .interrupted, .other: refused(kind)
    }
  }

  private static func missing(_ kind: HistoryError.Kind) -> (problem: Phrase, cure: Phrase) {
    switch kind {
    case .missing:
      (
        Phrase(vi: "không có tệp này", en: "there is no such file"),
        Phrase(
          vi: "hãy ghi một lần xét bằng: check --rules THƯ-MỤC --history TỆP",
          en: "record a run with: check --rules FOLDER --history FILE"
        )
      )
    case .folderMissing:
      (
        Phrase(vi: "không có thư mục chứa tệp", en: "the folder of the file does not exist"),
        Phrase(vi: "hãy tạo thư mục trước", en: "make the folder first")
      )
    default:
      (
        Phrase(vi: "không phải tệp thường", en: "it is no plain file"),
        Phrase(vi: "hãy nêu tên một tệp", en: "name a file")
      )
    }
  }

  private static func wrong(_ kind: HistoryError.Kind) -> (problem: Phrase, cure: Phrase) {
    switch kind {
    case .notADatabase:
      (
        Phrase(vi: "không phải cơ sở dữ liệu SQLite", en: "it is no SQLite database"),
        Phrase(
          vi: "tệp được giữ nguyên; hãy nêu tên tệp khác",
          en: "the file was left as it is; name another one"
        )
      )
    case .otherApplication:
      (
        Phrase(
          vi: "là cơ sở dữ liệu SQLite của chương trình khác",
          en: "it is the SQLite database of another program"
        ),
        Phrase(
          vi: "tệp được giữ nguyên; hãy nêu tên tệp khác",
          en: "the file was left as it is; name another one"
        )
      )
    case .newer:
      (
        Phrase(
          vi: "do phiên bản check mới hơn ghi",
          en: "a newer version of check wrote it"
        ),
        Phrase(
          vi: "tệp được giữ nguyên; hãy dùng phiên bản check ấy",
          en: "the file was left as it is; use that version of check"
        )
      )
    default:
      (
        Phrase(vi: "tệp bị hỏng", en: "the file is damaged"),
        Phrase(
          vi: "hãy khôi phục từ bản sao lưu; giữ lại tệp hỏng và xem sqlite3 TỆP .recover",
          en: "restore it from a backup; keep the damaged file and see sqlite3 FILE .recover"
        )
      )
    }
  }

  private static func refused(_ kind: HistoryError.Kind) -> (problem: Phrase, cure: Phrase) {
    switch kind {
    case .readOnly:
      (
        Phrase(
          vi: "không ghi được tệp hoặc thư mục chứa tệp",
          en: "the file or its folder cannot be written"
        ),
        Phrase(
          vi: "hãy xin quyền ghi cả tệp và thư mục, hoặc nêu nơi khác",
          en: "ask for the right to write both, or name another place"
        )
      )
    case .unreadable:
      (
        Phrase(vi: "không đọc được tệp", en: "the file cannot be read"),
        Phrase(vi: "hãy xin quyền đọc", en: "ask for the right to read it")
      )
    case .full:
      (
        Phrase(
          vi: "đĩa đầy hoặc tệp vượt giới hạn cho phép",
          en: "the disk is full, or the file would pass its limit"
        ),
        Phrase(vi: "hãy giải phóng chỗ rồi chạy lại", en: "make room and run again")
      )
    case .busy:
      (
        Phrase(
          vi: "tiến trình khác giữ tệp quá 30 giây",
          en: "another process held the file for more than 30 seconds"
        ),
        Phrase(vi: "hãy chạy lại sau", en: "run again later")
      )
    case .interrupted:
      (
        Phrase(
          vi: "lần ghi trước bị ngắt giữa chừng, phải hoàn lại trước khi đọc",
          en: "a write was cut off and has to be taken back before reading"
        ),
        Phrase(
          vi: "hãy đọc ở nơi có quyền ghi, chép theo cả tệp có đuôi -journal",
          en: "read it where it may be written, with the file that ends in -journal beside it"
        )
      )
    case .other(let code, let message):
      (
        Phrase(verbatim: "SQLite \(code): \(message)"),
        Phrase(vi: "hãy kiểm tra tệp và ổ đĩa", en: "check the file and the disk")
      )
    default:
      (Phrase(verbatim: "SQLite"), Phrase(vi: "hãy chạy lại", en: "run again"))
    }
  }

  /// What keeps messages from being sent, and what to do.
  static func lock(_ kind: SendingLockError.Kind, _ path: String) -> Phrase {
    switch kind {
    case .held(let process):
      Phrase(
        vi: "tiến trình \(process.map { "\($0) " } ?? "khác ")đang gửi thư (khoá '\(path)'); "
          + "thư trong hộp chờ vẫn còn đó, tiến trình ấy hoặc 'check mail send' lần sau sẽ gửi",
        en: "\(process.map { "process \($0)" } ?? "another process") is sending messages "
          + "(lock '\(path)'); what waits is kept, that process or the next 'check mail send' "
          + "sends it"
      )
    case .unavailable(let code):
      unavailable(path, code)
    }
  }

  private static func unavailable(_ path: String, _ code: Int32) -> Phrase {
    let english = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "errno \(code)"
    let vietnamese =
      switch code {
      case EACCES, EPERM: "không có quyền ghi"
      case EROFS: "ổ đĩa chỉ đọc"
      case ENOSPC, EDQUOT: "đĩa đầy"
      case EISDIR: "là thư mục"
      case ELOOP: "là liên kết"
      default: "lỗi hệ thống \(code): \(english)"
      }
    return Phrase(
      vi: "không tạo được khoá gửi thư '\(path)' (\(vietnamese)); chưa gửi thư nào; "
        + "hãy sửa quyền, chỗ trống hoặc tệp ấy rồi chạy lại",
      en: "the lock for sending messages '\(path)' cannot be made (\(english)); nothing was sent; "
        + "mend rights, room or that file, and run again"
    )
  }
}

internal import Glibc

extension Phrase {
  /// Says in words why a call of the system failed.
  ///
  /// What rarely happens to a user keeps the system's English words in both languages.
  ///
  /// - Parameter code: The system's error number.
  public init(systemError code: Int32) {
    let english = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "errno \(code)"
    let vietnamese: String =
      switch code {
      case ENOENT: "không có tệp hoặc thư mục này"
      case EACCES, EPERM: "không có quyền"
      case ENOTDIR: "không phải thư mục"
      case EISDIR: "là thư mục, không phải tệp"
      case ENOSPC, EDQUOT: "đĩa đầy"
      case EROFS: "ổ đĩa chỉ đọc"
      case ELOOP: "liên kết vòng quanh"
      case EMFILE, ENFILE: "mở quá nhiều tệp"
      case EIO: "lỗi đọc, ghi đĩa"
      default: english
      }
    self.init(vi: vietnamese, en: english)
  }
}

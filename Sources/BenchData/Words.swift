/// The words of the dumps.
enum Words {
  static let fields = [
    "Đất đai", "Hộ tịch", "Xây dựng", "Chứng thực", "Lao động - Thương binh", "Giáo dục và Đào tạo",
    "Y tế", "Đăng ký kinh doanh", "Giao thông vận tải", "Tư pháp", "Môi trường",
    "Văn hóa, Thể thao",
  ]
  static let unknownField = "Lĩnh vực chưa có tên"
  static let forms = ["Trực tuyến toàn trình", "Trực tuyến một phần", "Trực tiếp"]
  static let unknownForm = "Qua Zalo"
  static let secret = "mật"
  static let ordinary = "thường"
  static let notes = [
    "Đã gửi thư xin lỗi", "Chờ bổ sung giấy tờ", "Chuyển bộ phận Một cửa",
    "Công dân đã nộp phí trực tuyến", "Hồ sơ liên thông cấp tỉnh", "Đã ký số",
    "Trả qua bưu chính công ích", "Yêu cầu xác minh thực địa",
  ]
  /// Notes with commas, quotes and line feeds inside.
  static let quotedNotes = [
    "\"Thiếu giấy tờ: CCCD, sổ hộ khẩu, giấy xác nhận\"",
    "\"Ghi chú của cán bộ: \"\"đã gọi điện\"\", hẹn lại\"",
    "\"Thư xin lỗi lần 1\nLý do: quá tải, thiếu nhân sự\"",
    "\"Chuyển sở, ngành\nchờ ý kiến \"\"khẩn\"\"\nđã nhắc 2 lần\"",
    "\"Trả kết quả tại nhà, thôn 3\"",
    "\"Dòng một\r\nDòng hai, ba\"",
  ]
  static let familyNames = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Võ", "Đặng", "Bùi"]
  static let givenNames = [
    "Văn An", "Thị Bình", "Minh Châu", "Quốc Dũng", "Thu Hà", "Đức Long", "Ngọc Mai", "Hữu Phước",
  ]
}

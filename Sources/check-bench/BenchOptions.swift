import BenchData

/// What the command line asks for.
struct BenchOptions {
  var rows = 1_000_000
  var units: Int?
  var seed = BenchData.defaultSeed
  var runs = 5
  var jobs: Int?
  var out: String?
  var checker: String?
  var samples: String?
  var keeps = false

  /// Reads the arguments.
  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let option = rest.popFirst() {
      if option == "--keep" {
        keeps = true
        continue
      }
      guard let value = rest.popFirst() else { throw UsageError(argument: option) }
      switch option {
      case "--rows": rows = try Self.number(value, option, upTo: BenchData.mostRows)
      case "--units": units = try Self.number(value, option, upTo: BenchData.mostUnits)
      case "--runs": runs = try Self.number(value, option, upTo: 1000)
      case "--jobs": jobs = try Self.number(value, option, upTo: 1024)
      case "--seed":
        guard let number = UInt64(value) else { throw UsageError(argument: "\(option) \(value)") }
        seed = number
      case "--out" where !value.isEmpty: out = value
      case "--check" where !value.isEmpty: checker = value
      case "--samples" where !value.isEmpty: samples = value
      default: throw UsageError(argument: option)
      }
    }
  }

  private static func number(_ text: String, _ option: String, upTo most: Int) throws -> Int {
    guard let number = Int(text), (1...most).contains(number) else {
      throw UsageError(argument: "\(option) \(text)")
    }
    return number
  }

  static let help = """
    Đo tốc độ: tạo số liệu từ một hạt giống, chạy bộ kiểm tra và so số vi phạm với số đã gài.
    Measures speed: makes data from a seed, runs the checker, compares what it finds with what was
    planted.

      --rows N        số hồ sơ, mặc định 1000000 / dossiers, default 1000000
      --units N       số đơn vị, mặc định một cho 2500 hồ sơ / units, default one for 2500 dossiers
      --seed N        hạt giống, mặc định \(BenchData.defaultSeed) / seed
      --runs N        số lần chạy được tính, mặc định 5 / counted runs, default 5
      --jobs N        số luồng, mặc định theo số bộ xử lý / workers, default one a processor
      --out DIR       nơi ghi số liệu, mặc định thư mục tạm sẽ bị xoá / where the data go, default: a
                      temporary folder that is removed
      --keep          giữ lại thư mục tạm / keep the temporary folder
      --samples DIR   đo thêm bộ quy tắc này trên số liệu mẫu của nó / also measure this pack
      --check FILE    đo chương trình này thay cho chính nó / measure this program instead of itself

    Ví dụ / examples:
      swift run -c release check-bench
      swift run -c release check-bench --rows 10000000 --units 2000 --runs 3
      swift run -c release check-bench --rows 50000 --samples rules/
    """
}

/// An argument that cannot be understood.
struct UsageError: Error, CustomStringConvertible {
  let argument: String

  var description: String { "không hiểu / not understood: \(argument)" }
}

import Glibc
import SampleData

/// What the command line asks for.
private struct Options {
  var folder = "samples"
  var seed = SampleData.defaultSeed

  static let usage = """
    Cách dùng: make-samples [--out THƯ_MỤC] [--seed SỐ]
    Usage: make-samples [--out DIR] [--seed N]

      --out    nơi ghi các tệp mẫu, mặc định là samples / where the samples go, default: samples
      --seed   hạt giống, mặc định \(SampleData.defaultSeed) / seed, default: \(SampleData.defaultSeed)
    """

  /// Reads the arguments; nil if one of them is not understood.
  init?(_ arguments: [String]) {
    var rest = arguments[...]
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else { return nil }
      switch option {
      case "--out" where !value.isEmpty: folder = value
      case "--seed":
        guard let number = UInt64(value) else { return nil }
        seed = number
      default: return nil
      }
    }
  }
}

private func complain(_ text: String) {
  let line = Array((text + "\n").utf8)
  // Nothing is left to be done where even this cannot be written.
  _ = unsafe line.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

private let arguments = Array(CommandLine.arguments.dropFirst())
if arguments.contains("--help") || arguments.contains("-h") {
  print(Options.usage)
  exit(EXIT_SUCCESS)
}
guard let options = Options(arguments) else {
  complain(Options.usage)
  exit(64)
}
do {
  let files = SampleData.files(seed: options.seed)
  let folder = try SampleFolder(path: options.folder)
  for file in files { try folder.write(file) }
  print("\(options.folder): \(files.count) tệp / files")
} catch {
  complain("make-samples: \(error)")
  exit(74)
}

import BenchData
import CheckCLI
import Glibc

// The program measures itself under another name: started as `check` it is the checker, so that one
// product is enough and what is measured is what was just built.
if CommandLine.arguments.first?.split(separator: "/").last == "check" { await CheckTool.main() }

let arguments = Array(CommandLine.arguments.dropFirst())
if arguments.contains("--help") || arguments.contains("-h") {
  print(BenchOptions.help)
  exit(EXIT_SUCCESS)
}
do {
  exit(try Bench(options: try BenchOptions(arguments)).run() ? EXIT_SUCCESS : EXIT_FAILURE)
} catch let error as UsageError {
  Progress.say("\(error)\n\(BenchOptions.help)")
  exit(64)
} catch {
  Progress.say("check-bench: \(error)")
  exit(74)
}

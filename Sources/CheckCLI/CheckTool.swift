internal import ArgumentParser
internal import Glibc

/// The program: reads the command line, runs a command, ends with the right exit code.
///
/// This target alone knows the clock, the environment, the terminal and the working directory;
/// everything below it gets what it needs as arguments. It holds no judgement of its own.
public enum CheckTool {
  /// Runs the program with the arguments of its process, and ends the process.
  public static func main() async -> Never {
    StandardStreams.prepare()
    exit(await run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Runs the program.
  ///
  /// - Parameter arguments: The command line without the program's name.
  /// - Returns: The exit code.
  static func run(_ arguments: [String]) async -> Int32 {
    let called = CalledCommand(arguments)
    do {
      var command = try called.parse()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return 0
    } catch {
      return end(with: error, of: called)
    }
  }

  /// Says why the program stops, and returns the exit code for it.
  private static func end(with error: any Error, of called: CalledCommand) -> Int32 {
    if let failure = error as? Failure {
      StandardStreams.writeMessage(failure.text)
      return failure.status.rawValue
    }
    if let code = error as? ExitCode { return code.rawValue }
    let code = CheckCommand.exitCode(for: error)
    let text = CheckCommand.fullMessage(for: error)
    // ArgumentParser knows two failures: a wrong command line, and anything else.
    if code == .validationFailure {
      let message = CheckCommand.message(for: error)
      StandardStreams.writeMessage(UsageMessage(called).text(message, in: text))
      return ExitStatus.usage.rawValue
    }
    guard code.isSuccess else {
      StandardStreams.writeMessage(text + "\n")
      return ExitStatus.internalError.rawValue
    }
    do {
      try StandardStreams.writeOutput(Array((text + "\n").utf8))
      return code.rawValue
    } catch {
      return ExitStatus.outputFailed.rawValue
    }
  }
}

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
    do {
      var command = try command(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return 0
    } catch {
      return end(with: error)
    }
  }

  /// Reads the command line: a subcommand's if it begins with its name, or its names.
  ///
  /// ArgumentParser would give an option that both have, such as `--rules`, to the outer command.
  /// What a user types to be completed still goes to the main command, which knows them all.
  private static func command(_ arguments: [String]) throws -> any ParsableCommand {
    var command: any ParsableCommand.Type = CheckCommand.self
    var rest = arguments[...]
    while let name = rest.first,
      let inner = command.configuration.subcommands.first(where: {
        $0.configuration.commandName == name
      })
    {
      command = inner
      rest = rest.dropFirst()
    }
    return try command.parseAsRoot(Array(rest))
  }

  /// Says why the program stops, and returns the exit code for it.
  private static func end(with error: any Error) -> Int32 {
    if let failure = error as? Failure {
      StandardStreams.writeMessage(failure.text)
      return failure.status.rawValue
    }
    if let code = error as? ExitCode { return code.rawValue }
    let code = CheckCommand.exitCode(for: error)
    let text = CheckCommand.fullMessage(for: error) + "\n"
    guard code.isSuccess else {
      StandardStreams.writeMessage(text)
      // ArgumentParser knows two failures: a wrong command line, and anything else.
      return code == .validationFailure ? code.rawValue : ExitStatus.internalError.rawValue
    }
    do {
      try StandardStreams.writeOutput(Array(text.utf8))
      return code.rawValue
    } catch {
      return ExitStatus.outputFailed.rawValue
    }
  }
}

internal import ArgumentParser
internal import Findings

/// The command that a command line calls: the main one, or a subcommand that it begins with.
///
/// ArgumentParser would give an option that both have, such as `--rules`, to the outer command.
/// What a user types to be completed still goes to the main command, which knows them all.
struct CalledCommand {
  /// The command line without the program's name.
  let arguments: [String]
  /// The command.
  private(set) var type: any ParsableCommand.Type = CheckCommand.self
  /// The words that call it, the program's name first.
  private(set) var names = [Tool.name]

  /// Finds the command.
  ///
  /// - Parameter arguments: The command line without the program's name.
  init(_ arguments: [String]) {
    self.arguments = arguments
    while let name = rest.first, let inner = subcommands.first(where: { $0.name == name }) {
      type = inner.type
      names.append(name)
    }
  }

  /// What the command line says behind the command's name.
  var rest: ArraySlice<String> { arguments.dropFirst(names.count - 1) }

  /// The command as it is typed.
  var path: String { names.joined(separator: " ") }

  /// The subcommands of the command that are not kept from users, with those that are.
  private var subcommands: [(name: String, type: any ParsableCommand.Type)] {
    type.configuration.subcommands.map { ($0.configuration.commandName ?? "", $0) }
  }

  /// The names of the subcommands that the help lists.
  var subcommandNames: [String] {
    subcommands.filter { $0.type.configuration.shouldDisplay }.map(\.name)
  }

  /// Whether the command has an option.
  func takes(_ option: String) -> Bool { type.helpMessage().contains("\(option) <") }

  /// Reads what the command line says to the command.
  func parse() throws -> any ParsableCommand { try type.parseAsRoot(Array(rest)) }
}

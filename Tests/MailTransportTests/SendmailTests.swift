import Diagnostics
import Foundation
import MailTransport
import TestSupport
import Testing

@Suite("delivery by a local program")
struct SendmailTests {
  private func deliver(
    through script: String,
    in folder: TemporaryFolder,
    to recipients: [String] = ["a@xa.example.org"],
    message: [UInt8] = Sample.message,
    timeoutSeconds: Double = 30
  ) throws -> [DeliveryOutcome] {
    let path = try folder.script("sendmail", script.replacing("FOLDER", with: folder.path))
    return SendmailTransport(path: path, timeoutSeconds: timeoutSeconds, language: .en)
      .deliver(message, sender: Sample.sender, recipients: recipients)
  }

  @Test("the program gets the addresses as arguments and the message with plain line ends")
  func arrives() throws {
    let folder = try TemporaryFolder()
    let outcomes = try deliver(
      through: #"cat > FOLDER/got; printf '%s\n' "$@" > FOLDER/words; echo queued as 7"#,
      in: folder,
      to: ["a@xa.example.org", "a b@x.org", "c$(id)@x.org", "`id`@x.org"]
    )
    #expect(outcomes.map(\.result) == [.accepted, .refused, .refused, .accepted])
    #expect(outcomes[0].reply.hasSuffix("/sendmail has taken the message: queued as 7"))
    #expect(
      folder.text("words").split(separator: "\n")
        == ["-i", "-f", "check@xa.example.org", "--", "a@xa.example.org", "`id`@x.org"]
    )
    let expected = String(decoding: Sample.message, as: UTF8.self).replacing("\r\n", with: "\n")
    #expect(folder.text("got") == expected)
  }

  @Test("the program gets no other files, no environment and no ignored signals")
  func inheritance() throws {
    let folder = try TemporaryFolder()
    let other = unsafe open("/dev/null", O_RDONLY)
    defer { close(other) }
    let probe = """
      cat > /dev/null
      for file in /proc/$$/fd/*; do readlink "$file"; done > FOLDER/files
      env > FOLDER/env
      grep -E '^Sig(Ign|Blk)' /proc/self/status > FOLDER/signals
      """
    #expect(try deliver(through: probe, in: folder).map(\.result) == [.accepted])
    let files = folder.text("files").split(separator: "\n")
    #expect(files.contains { $0.hasPrefix("pipe:") })
    #expect(!files.contains("/dev/null"))
    let names = folder.text("env").split(separator: "\n").map { $0.prefix { $0 != "=" } }
    #expect(Set(names).isSubset(of: ["PATH", "LC_ALL", "PWD", "OLDPWD", "SHLVL", "_"]))
    // Two signals of the C library's own may be ignored.
    let signals = folder.text("signals").replacing("180000000", with: "000000000")
    #expect(signals == "SigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\n")
  }

  struct Exit: CustomTestStringConvertible {
    let code: Int
    let result: DeliveryOutcome.Result
    let words: String

    var testDescription: String { "exit code \(code)" }

    static let cases: [Exit] = [
      .init(code: 0, result: .accepted, words: "has taken the message"),
      .init(code: 1, result: .deferred, words: "could not send"),
      .init(code: 64, result: .deferred, words: "does not understand how it was called"),
      .init(code: 65, result: .refused, words: "does not take this message"),
      .init(code: 66, result: .deferred, words: "could not send"),
      .init(code: 67, result: .refused, words: "no such recipient"),
      .init(code: 68, result: .deferred, words: "a host was not found"),
      .init(code: 69, result: .deferred, words: "cannot send at present"),
      .init(code: 70, result: .deferred, words: "could not send"),
      .init(code: 71, result: .deferred, words: "could not send"),
      .init(code: 72, result: .deferred, words: "could not send"),
      .init(code: 73, result: .deferred, words: "could not send"),
      .init(code: 74, result: .deferred, words: "could not send"),
      .init(code: 75, result: .deferred, words: "cannot send at present"),
      .init(code: 76, result: .deferred, words: "could not send"),
      .init(code: 77, result: .deferred, words: "is not permitted to send"),
      .init(code: 78, result: .deferred, words: "its configuration is wrong"),
      .init(code: 126, result: .deferred, words: "could not send"),
    ]
  }

  @Test("every exit code has its meaning, and the program is quoted", arguments: Exit.cases)
  func exits(_ exit: Exit) throws {
    let folder = try TemporaryFolder()
    let script = #"cat >/dev/null; echo out; printf '\n  lý do\033[1m \n more\n' >&2; exit "#
    let outcomes = try deliver(through: script + "\(exit.code)", in: folder)
    #expect(outcomes.map(\.result) == [exit.result])
    let reply = outcomes.first?.reply ?? ""
    #expect(reply.contains(exit.words))
    #expect(reply.hasSuffix(": lý do [1m"))
  }

  @Test("a refusal of several recipients is sorted out one by one")
  func severalRefused() throws {
    let folder = try TemporaryFolder()
    let script = """
      cat > /dev/null
      case "$*" in *nobody*) echo "no $*" >&2; exit 67 ;; esac
      echo "$*" >> FOLDER/served
      """
    let outcomes = try deliver(through: script, in: folder, to: Sample.recipients)
    #expect(outcomes.map(\.result) == [.accepted, .refused, .accepted])
    #expect(
      folder.text("served") == """
        -i -f check@xa.example.org -- a@xa.example.org
        -i -f check@xa.example.org -- c@xa.example.org

        """
    )
  }

  /// Whether a process is there, and not only waits for its parent to take note of its end.
  private func isRunning(_ process: pid_t) -> Bool {
    let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return state.map { !$0.contains(") Z") } ?? false
  }

  @Test("a program that hangs is ended with all that it started", .timeLimit(.minutes(1)))
  func hangs() throws {
    let folder = try TemporaryFolder()
    let outcomes = try deliver(
      through: "sleep 600 & echo $! > FOLDER/child; echo started; wait",
      in: folder,
      timeoutSeconds: 0.5
    )
    #expect(outcomes.map(\.result) == [.deferred])
    #expect(outcomes.first?.reply.hasSuffix("not finish in time and was ended: started") == true)
    let child = try #require(pid_t(folder.text("child").dropLast()))
    while isRunning(child) { sched_yield() }
  }

  @Test("a program that leaves something running in the background is not waited for")
  func background() throws {
    let folder = try TemporaryFolder()
    let outcomes = try deliver(
      through: "cat >/dev/null; sleep 600 & echo $! > FOLDER/child; exit 0",
      in: folder
    )
    #expect(outcomes.map(\.result) == [.accepted])
    let child = try #require(pid_t(folder.text("child").dropLast()))
    #expect(kill(child, SIGKILL) == 0)
  }

  @Test("after a signal, or without a program, the message is to be sent again")
  func notRun() throws {
    let folder = try TemporaryFolder()
    let killed = try deliver(through: "kill -9 $$", in: folder)
    #expect(killed.map(\.result) == [.deferred])
    #expect(killed.first?.reply.hasSuffix("was ended by signal 9") == true)
    let missing = SendmailTransport(path: "/missing/sendmail", language: .vi)
      .deliver(Sample.message, sender: Sample.sender, recipients: ["a@xa.example.org"])
    #expect(missing.map(\.result) == [.deferred])
    #expect(
      missing.first?.reply == "không chạy được /missing/sendmail: No such file or directory"
    )
  }

  @Test("a program that does not read the message has not taken it, and ends nobody else")
  func closedInput() async {
    await #expect(processExitsWith: .success) {
      signal(SIGPIPE, SIG_DFL)
      let folder = try TemporaryFolder()
      let path = try folder.script("sendmail", "exec <&-; echo too early; exit 0")
      let outcomes = SendmailTransport(path: path, language: .en).deliver(
        Sample.message(attached: 1_000_000),
        sender: Sample.sender,
        recipients: ["a@xa.example.org"]
      )
      #expect(outcomes.map(\.result) == [.deferred])
      #expect(outcomes.first?.reply.contains("without reading the whole message") == true)
    }
  }

  @Test("a program that never stops talking fills no memory and no pipe")
  func talkative() throws {
    let folder = try TemporaryFolder()
    let outcomes = try deliver(
      through: "cat >/dev/null; head -c 3000000 /dev/zero | tr '\\0' x",
      in: folder
    )
    #expect(outcomes.map(\.result) == [.accepted])
    #expect((outcomes.first?.reply.count ?? 0) <= 400)
  }
}

import ArgumentParser
import Foundation
import Model
import Planner
import Reporting

/// What is said besides a result: to standard error.
enum Console {
  /// Makes output that cannot be written an error like any other: no signal ends the process, and no
  /// file that is opened later takes the place of a standard stream that was closed.
  static func prepare() {
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      // Opened for reading alone, so that whoever writes to it hears of it.
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// Says something to the person at the terminal.
  /// - Throws: `ExitCode` where nobody can be told.
  static func say(_ line: String) throws {
    guard write(line.visible + "\n", to: STDERR_FILENO) else {
      throw ExitCode(ExitStatus.inputOutput.rawValue)
    }
  }

  /// Says what went wrong, why it is wrong and what to do.
  /// - Throws: `ExitCode` where nobody can be told.
  static func report(_ error: any ExplainedError, in language: Language) throws {
    try say((language == .zh ? "错误：" : "error: ") + error.message(in: language, Step.typed))
  }

  /// Writes a text whole.
  /// - Returns: whether it could be written.
  static func write(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      }
      return true
    }
  }
}

/// A change that was not kept, because nobody read what came of it.
private struct UntoldChange: ExplainedError {
  let explanation = ErrorExplanation(
    "change_untold", .inputOutput, "没有人再读输出，所以没有任何改动",
    "Nobody reads the output any more, so nothing was changed",
    why: "结果没有人看到的改动不保留。", "A change is not kept where nobody sees what came of it.",
    toDo: "请再执行一次，把输出读完或存入文件。", "Do it again, and read the output to its end or keep it in a file.")
}

extension OutputOptions {
  /// The words of the language that was asked for.
  var wording: Wording { Wording(language, steps: Step.typed) }

  /// Says what came of a change before it is kept: nothing is kept that nobody could be told.
  func tell(_ answer: some Answer) throws {
    do {
      try write(answer)
    } catch let error as any ExplainedError where error.code == "output_closed" {
      throw UntoldChange()
    }
  }

  /// Says what a use case says.
  private func write(_ answer: some Answer) throws {
    let say = wording
    try answer.write(asJSON: json, say, to: "-")
    if !quiet {
      for note in answer.notes(say) { try Console.say(note) }
      if let word = RemovedDrafts.takeWord() { try Console.say(word[language]) }
    }
    for failure in answer.failures { try Console.report(failure, in: language) }
  }

  /// Shows what a use case says, and ends the command with its status.
  func show(_ answer: some Answer) throws {
    try write(answer)
    try end(answer.status)
  }

  /// Ends the command with a status.
  func end(_ status: ExitStatus) throws {
    if status != .done { throw ExitCode(status.rawValue) }
  }
}

extension GlobalOptions {
  /// Shows what a use case says, and ends the command with its status.
  func show(_ answer: some Answer) throws { try output.show(answer) }

  var wording: Wording { output.wording }
}

extension Language {
  /// The language of some arguments, read before they are parsed: an error needs it too.
  static func ofArguments(_ arguments: [String]) -> Language {
    for (index, argument) in arguments.enumerated() {
      if argument.hasPrefix("--lang=") {
        return Language(rawValue: String(argument.dropFirst(7))) ?? ofLocale
      }
      if argument == "--lang", index + 1 < arguments.count {
        return Language(rawValue: arguments[index + 1]) ?? ofLocale
      }
    }
    return ofLocale
  }

  /// The language of the environment's locale.
  static var ofLocale: Language { ofLocale(ProcessInfo.processInfo.environment) }

  /// Chinese where no locale is set, or `C` or `POSIX`, which say nothing of people, or a Chinese one;
  /// English under any other.
  static func ofLocale(_ environment: [String: String]) -> Language {
    let locale =
      ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
      ?? ""
    let isUnset = ["", "C", "POSIX"].contains(locale.prefix { $0 != "." })
    return isUnset || locale.hasPrefix("zh") ? .zh : .en
  }
}

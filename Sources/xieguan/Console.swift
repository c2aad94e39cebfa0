import ArgumentParser
import Foundation
import Model
import Reporting

/// What is said besides a result: to standard error.
enum Console {
  /// Says something to the person at the terminal.
  static func say(_ line: String) {
    FileHandle.standardError.write(Data((line.visible + "\n").utf8))
  }

  /// Says what went wrong, why it is wrong and what to do.
  static func report(_ error: any ExplainedError, in language: Language) {
    say((language == .zh ? "错误：" : "error: ") + error.message(in: language, Step.typed))
  }
}

extension OutputOptions {
  /// The words of the language that was asked for.
  var wording: Wording { Wording(language, steps: Step.typed) }

  /// Shows what a use case says, and ends the command with its status.
  func show(_ answer: some Answer) throws {
    let say = wording
    try answer.write(asJSON: json, say, to: "-")
    if !quiet {
      for note in answer.notes(say) { Console.say(note) }
    }
    for failure in answer.failures { Console.report(failure, in: language) }
    if answer.status != .done { throw ExitCode(answer.status.rawValue) }
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

  /// The language of the environment's `LANG`; Chinese unless it is English.
  static var ofLocale: Language {
    let locale = ProcessInfo.processInfo.environment["LANG"] ?? ""
    return locale.hasPrefix("en") ? .en : .zh
  }
}

import Foundation
import Model
import Synchronization

/// A long piece of work as a person at the terminal sees it: a line that says how far it has come,
/// and a first Ctrl-C that ends it cleanly.
final class TerminalProgress: Sendable {
  private let signals = StopSignals()
  private let start = ContinuousClock.now
  /// `nil` where no terminal shows it.
  private let line: Mutex<ProgressLine>?

  /// - Parameter files: the sheets that will be read, for the time that is left.
  init(_ options: OutputOptions, reading files: [String] = []) {
    let isShown =
      isatty(STDERR_FILENO) != 0 && !options.quiet
      && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    let bytes = files.reduce(0) { sum, path in
      var status = stat()
      return stat(path, &status) == 0 ? sum + Int(status.st_size) : sum
    }
    line = isShown ? Mutex(ProgressLine(options.language, totalBytes: bytes)) : nil
  }

  /// Hears how far the work has come.
  /// - Throws: `Interruption` where it is to end.
  func hear(_ step: WorkStep) throws {
    try signals.check()
    write(line?.withLock { $0.text(hearing: step, at: .now - start) })
  }

  /// Does the work, and leaves no trace of the line.
  func showing<Result>(_ work: () throws -> Result) throws -> Result {
    defer { erase() }
    return try work()
  }

  /// Takes the line away, so that something else can be shown.
  func erase() {
    write(line?.withLock { $0.erased() })
  }

  private func write(_ text: String?) {
    // A line that cannot be shown stops no work; what came of the work will have to be told.
    if let text { _ = Console.write(text, to: STDERR_FILENO) }
  }
}

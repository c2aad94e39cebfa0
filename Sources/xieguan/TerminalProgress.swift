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
    defer { write(line?.withLock { $0.erased() }) }
    return try work()
  }

  private func write(_ text: String?) {
    if let text { FileHandle.standardError.write(Data(text.utf8)) }
  }
}

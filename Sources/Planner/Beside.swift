import Foundation

/// Work on a thread of its own, while the caller goes on with something else.
final class Beside<Outcome: Sendable>: @unchecked Sendable {
  private let ended = DispatchSemaphore(value: 0)
  private var outcome: Result<Outcome, any Error>?

  /// Begins the work.
  init(_ work: @escaping @Sendable () throws -> Outcome) {
    let thread = Thread { [self] in
      outcome = Result { try work() }
      ended.signal()
    }
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// Waits for the work to end; to be called once.
  /// - Throws: what the work threw.
  func wait() throws -> Outcome {
    ended.wait()
    guard let outcome else { throw CancellationError() }
    return try outcome.get()
  }
}

import Foundation

/// A value that is worked out on a thread of its own, while the caller goes on with something else.
final class Later<Value: Sendable>: @unchecked Sendable {
  private let ended = DispatchSemaphore(value: 0)
  private var outcome: Value?

  /// Begins the work.
  init(_ work: @escaping @Sendable () -> Value) {
    let thread = Thread { [self] in
      outcome = work()
      ended.signal()
    }
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// The value, once it is there.
  var value: Value {
    ended.wait()
    // Whoever comes next does not wait.
    defer { ended.signal() }
    guard let outcome else { preconditionFailure("the thread ends with a value") }
    return outcome
  }
}

/// Work that may fail, on a thread of its own.
struct Beside<Outcome: Sendable> {
  private let outcome: Later<Result<Outcome, any Error>>

  /// Begins the work.
  init(_ work: @escaping @Sendable () throws -> Outcome) {
    outcome = Later { Result { try work() } }
  }

  /// Waits for the work to end.
  /// - Throws: what the work threw.
  func wait() throws -> Outcome { try outcome.value.get() }
}

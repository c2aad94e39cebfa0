import Foundation

/// A value that is worked out on a thread of its own, while the caller goes on with something else.
final class Future<Value: Sendable, Failure: Error>: @unchecked Sendable {
  private let ended = DispatchSemaphore(value: 0)
  private var result: Result<Value, Failure>?

  /// Begins the work.
  init(_ work: @escaping @Sendable () throws(Failure) -> Value) {
    let thread = Thread { [self] in
      result = Result(catching: work)
      ended.signal()
    }
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// The value, once it is there.
  /// - Throws: what the work threw.
  func get() throws(Failure) -> Value {
    ended.wait()
    // Whoever comes next does not wait.
    defer { ended.signal() }
    guard let result else { preconditionFailure("the thread ends with a result") }
    return try result.get()
  }
}

import Foundation

/// Hands values from one thread to another and lets neither run far ahead of the other.
final class Handoff<Value>: @unchecked Sendable {
  /// The taking side has stopped.
  struct Stopped: Error {}

  private let condition = NSCondition()
  private let limit: Int
  private var waiting: [Value] = []
  private var isEnded = false
  private var failure: (any Error)?

  /// Holds up to so many values.
  init(limit: Int) {
    self.limit = limit
  }

  /// Puts a value in, waiting for room.
  /// - Throws: `Stopped` where nobody takes any more.
  func put(_ value: Value) throws {
    condition.lock()
    defer { condition.unlock() }
    while waiting.count >= limit, !isEnded { condition.wait() }
    if isEnded { throw Stopped() }
    waiting.append(value)
    condition.signal()
  }

  /// Takes the next value, waiting for it; nothing at the end.
  /// - Throws: what the putting side ended with.
  func take() throws -> Value? {
    condition.lock()
    defer { condition.unlock() }
    while waiting.isEmpty, !isEnded { condition.wait() }
    if !waiting.isEmpty {
      condition.signal()
      return waiting.removeFirst()
    }
    if let failure { throw failure }
    return nil
  }

  /// Takes a value if one waits.
  func takeWaiting() -> Value? {
    condition.lock()
    defer { condition.unlock() }
    return waiting.isEmpty ? nil : waiting.removeFirst()
  }

  /// Ends the handing over; both sides may say so, the first one's word counts.
  func end(_ failure: (any Error)? = nil) {
    condition.lock()
    defer { condition.unlock() }
    guard !isEnded else { return }
    isEnded = true
    self.failure = failure
    condition.broadcast()
  }
}

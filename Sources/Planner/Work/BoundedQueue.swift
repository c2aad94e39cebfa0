import Foundation

/// A queue between two threads that lets neither run far ahead of the other.
final class BoundedQueue<Element>: @unchecked Sendable {
  /// Nobody takes any more.
  struct Closed: Error {}

  private let condition = NSCondition()
  private let limit: Int
  private var waiting: [Element] = []
  private var isClosed = false
  private var failure: (any Error)?

  /// Holds up to so many elements.
  init(limit: Int) {
    self.limit = limit
  }

  /// Puts an element in, waiting for room.
  /// - Throws: `Closed` where nobody takes any more.
  func put(_ element: Element) throws {
    condition.lock()
    defer { condition.unlock() }
    while waiting.count >= limit, !isClosed { condition.wait() }
    if isClosed { throw Closed() }
    waiting.append(element)
    condition.signal()
  }

  /// Takes the next element, waiting for it; `nil` at the end.
  /// - Throws: what the queue was closed with.
  func take() throws -> Element? {
    condition.lock()
    defer { condition.unlock() }
    while waiting.isEmpty, !isClosed { condition.wait() }
    if !waiting.isEmpty {
      condition.signal()
      return waiting.removeFirst()
    }
    if let failure { throw failure }
    return nil
  }

  /// Takes an element if one waits.
  func takeIfAny() -> Element? {
    condition.lock()
    defer { condition.unlock() }
    return waiting.isEmpty ? nil : waiting.removeFirst()
  }

  /// Ends the passing on; both sides may say so, the first one's word counts.
  func close(_ failure: (any Error)? = nil) {
    condition.lock()
    defer { condition.unlock() }
    guard !isClosed else { return }
    isClosed = true
    self.failure = failure
    condition.broadcast()
  }
}

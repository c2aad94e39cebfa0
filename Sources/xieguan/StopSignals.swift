import Dispatch
import Foundation
import Model
import Synchronization

/// Remembers the first Ctrl-C, or the first request to end; a second one ends the process at once.
final class StopSignals: Sendable {
  /// The signal that came; 0 before.
  private let received = Atomic<Int32>(0)
  nonisolated(unsafe) private var sources: [any DispatchSourceSignal] = []

  init() {
    let queue = DispatchQueue(label: "signals", qos: .userInteractive)
    sources = [SIGINT, SIGTERM].map { number in
      #if canImport(Darwin)
        signal(number, SIG_IGN)
      #endif
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { [weak self] in self?.take(number) }
      source.activate()
      return source
    }
  }

  /// - Throws: `Interruption` once a signal has come.
  func check() throws(Interruption) {
    switch received.load(ordering: .relaxed) {
    case 0: return
    case SIGINT: throw .interrupted
    default: throw .terminated
    }
  }

  private func take(_ number: Int32) {
    let (isFirst, _) = received.compareExchange(expected: 0, desired: number, ordering: .relaxed)
    if !isFirst { _exit(128 + number) }
  }
}

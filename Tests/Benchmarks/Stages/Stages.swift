import Foundation
import Model

/// Runs one stage of the bulk path and times it alone, on one thread; what it needs is made before.
///
/// usage: Stages STAGE FILE — prints `stage rows bytes seconds MiB`, tab-separated. The stages are
/// those of `Stage`; `Tests/Benchmarks/README.md` says what each one is.
@main
enum Stages {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let stage = Stage(rawValue: arguments[1]) else {
      let names = Stage.allCases.map(\.rawValue).joined(separator: "|")
      FileHandle.standardError.write(Data("usage: Stages \(names) FILE\n".utf8))
      exit(64)
    }
    let work = try BulkWork(path: arguments[2])
    let rows = try work.run(stage)
    let bytes = try FileManager.default.attributesOfItem(atPath: arguments[2])[.size] as? Int ?? 0
    let seconds = (work.stopwatch.elapsed / .microseconds(1)).rounded() / 1e6
    print(stage.rawValue, rows, bytes, seconds, peakMemory() / 1024, separator: "\t")
  }

  /// The most memory that the process has held, in KiB.
  private static func peakMemory() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }
}

/// A stage of the bulk path, in the order in which they follow each other.
enum Stage: String, CaseIterable {
  case inspect, parse, check, store, settle, index, evaluate, rank, digest, keep, list
}

/// Adds up the time of what is measured.
final class Stopwatch {
  private(set) var elapsed = Duration.zero

  /// Runs a piece of the stage; `counts.sh` counts instructions within this function only.
  @inline(never)
  func measure(_ body: () throws -> Void) rethrows {
    let start = ContinuousClock.now
    try body()
    elapsed += ContinuousClock.now - start
  }
}

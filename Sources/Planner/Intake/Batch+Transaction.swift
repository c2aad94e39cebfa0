import Register
import Tabular

extension Batch {
  /// Does everything, or nothing: the register changes in one transaction, and the folder of the
  /// results comes to its place as a whole once it is kept.
  ///
  /// What stood in the place, register included, is kept beside it under a dated name. Where no sheet
  /// could be taken, nothing changes but the copies to mend.
  /// - Parameter show: shows what came of it before anything is kept, so that nothing is kept that
  ///   nobody could be told.
  /// - Throws: the errors of the rooms, and what `show` throws.
  @discardableResult
  public func run(
    _ paths: [String], showing show: (Report) throws -> Void = { _ in }
  ) throws -> Report {
    let place = try OutputPlace(options.output, beside: options.database.map { [$0] } ?? [])
    let draft = try DraftFolder(for: place.path)
    var work = self
    work.folder = draft.path
    work.returnWay = options.returnFolder.flatMap { place.way(to: $0) }
    let kept = place.kept(at: options.takenAt)
    work.kept = kept.map(place.named)
    let report = try Register.changing(
      path: options.database ?? work.place(Self.registerName), at: options.takenAt,
      keeping: \.intake.isTaken,
      checking: goesOn
    ) { register in
      let report = try work.run(paths, in: register)
      try show(report)
      return report
    }
    guard report.intake.isTaken else { return report }
    let name = kept ?? place.kept(at: options.takenAt) ?? place.path
    // Nobody may be writing to the register that moves with what stood there.
    try Register.holding(place.path + "/" + Self.registerName) {
      _ = try draft.publish(replacing: place.path, kept: name)
    }
    return report
  }

  private static let registerName = "xieguan.sqlite"

  /// Where a file is written until the batch is done.
  func place(_ name: String) -> String { folder + "/" + name }
}

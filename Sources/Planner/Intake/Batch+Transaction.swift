import Register

extension Batch {
  /// Does everything, or nothing: the register changes in one transaction, and the files come to
  /// their places together once it is kept.
  /// - Throws: the errors of the rooms; nothing is scored where no file could be taken.
  public func run(_ paths: [String]) throws -> Report {
    let draft = try OutputDraft(of: options.output)
    do {
      let report = try Register.changing(
        path: options.database ?? place(Self.registerName),
        checking: goesOn
      ) { register in try run(paths, in: register) }
      try draft.settle(keeping: Self.registerName, as: "xieguan.previous.sqlite")
      return report
    } catch {
      draft.discard()
      throw error
    }
  }

  private static let registerName = "xieguan.sqlite"

  /// Where a file is written until the batch is done.
  func place(_ name: String) -> String { OutputDraft.folder(in: options.output) + "/" + name }
}

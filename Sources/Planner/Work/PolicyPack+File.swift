public import Policy
import Tabular

extension PolicyPack {
  /// The built-in policy of a name, or the one in a file.
  /// - Throws: `PolicyError`; `TabularError` where a file is there and cannot be read.
  public static func opened(_ nameOrFile: String) throws -> PolicyPack {
    var failure: TabularError?
    let pack = Result {
      try named(nameOrFile) { path in
        do throws(TabularError) {
          return try InputFile.bytes(ifAny: path)
        } catch {
          failure = error
          return nil
        }
      }
    }
    if let failure { throw failure }
    return try pack.get()
  }
}

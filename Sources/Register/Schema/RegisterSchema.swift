import GRDB

/// What lies in a register's file, and how a file comes from one version to the next.
///
/// The file's `user_version` is that of the baseline and one more for each migration done. A migration is literal SQL and never
/// asks our types, which go on changing; one that has been shipped stays as it is. Views hold no data:
/// they are made anew whenever they differ from `RegisterView.all`.
enum RegisterSchema {
  /// `XIEG`, the `application_id` by which a file is known as a register.
  static let applicationID = 0x5849_4547

  /// The version of `baseline`; there is no way from an earlier one.
  static let firstVersion = 3
  /// The first makes everything that `baseline` says.
  ///
  /// One that writes rows into a register which has a
  /// chain must be made a part of that by `Register.seal`, or a check takes them for strange.
  static let migrations = [baseline, trust, unsignedReplies, searchKeys, retention]
  /// Today's version.
  static var version: Int { firstVersion + migrations.count - 1 }

  /// Brings a register that is empty or from an earlier version up to now, in one transaction.
  /// - Throws: `RegisterError.newer`; `DatabaseError`.
  static func migrate(_ database: Database, views: [RegisterView], path: String) throws {
    guard try !isCurrent(database, views, path: path) else { return }
    try database.inTransaction(.immediate) {
      // Another process may have been faster.
      let version = try self.version(of: database)
      for view in views.reversed() {
        try database.execute(sql: "DROP VIEW IF EXISTS \(view.name)")
      }
      for migration in migrations.dropFirst(max(0, version - firstVersion + 1)) {
        try database.execute(sql: migration)
      }
      for view in views { try database.execute(sql: view.sql) }
      try database.execute(
        sql: """
          PRAGMA application_id = \(applicationID);
          PRAGMA user_version = \(Self.version);
          """)
      return .commit
    }
  }

  private static func version(of database: Database) throws -> Int {
    try database.value("PRAGMA user_version") ?? 0
  }

  private static func isCurrent(_ database: Database, _ views: [RegisterView], path: String) throws
    -> Bool
  {
    let version = try version(of: database)
    guard version <= Self.version else { throw RegisterError.newer(path: path) }
    let stored: [String] = try database.values("SELECT sql FROM sqlite_schema WHERE type = 'view'")
    return version == Self.version && Set(stored).isSuperset(of: views.map(\.sql))
  }
}

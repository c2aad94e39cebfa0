/// An engine that can run the rules as one query (数据库方言).
///
/// The query is the same text for all; only the table's definition differs.
public enum SQLDialect: String, Sendable, CaseIterable {
  /// SQLite from 3.37 on, which has STRICT tables.
  case sqlite
  /// PostgreSQL.
  case postgresql
  /// DuckDB.
  case duckdb
  /// Spark SQL, with `spark.sql.ansi.enabled=true`.
  case spark

  var integer: String { self == .sqlite ? "INTEGER" : "BIGINT" }

  /// Text that is compared by its bytes.
  var text: String {
    switch self {
    case .sqlite: "TEXT"
    case .postgresql: "TEXT COLLATE \"C\""
    case .duckdb: "VARCHAR"
    case .spark: "STRING"
    }
  }

  var tableEnd: String { self == .sqlite ? ") STRICT" : ")" }
}

import Model
import Policy

/// An engine that takes over the scoring of a register.
public enum ScaleEngine: String, Sendable, CaseIterable, Codable {
  /// Apache Spark 4 (`spark-sql -f job.sql`).
  case spark
  /// PostgreSQL 15 (`psql -f job.sql`).
  case postgresql

  /// What runs the job, inside its folder.
  var command: String {
    self == .spark ? "spark-sql --master … -f job.sql" : "psql -X -f job.sql"
  }

  private var dialect: SQLDialect { self == .spark ? .spark : .postgresql }

  /// The job for a folder with the parts of facts in `facts`; it leaves its answers in `results`.
  ///
  /// Paths are relative, so that the folder can be moved: the job is run inside it. The last thing
  /// that it leaves is `results/_SUCCESS`.
  /// - Throws: `PolicySQLError` where the rules cannot be said in SQL.
  func script(for rules: RuleSet, parts: [String]) throws -> String {
    let query = try rules.sql(for: dialect).split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0.hasPrefix("-- ") }.joined(separator: "\n")
    let table = rules.sqlTable(for: dialect)
    let columns = table.drop { $0 != "(" }.trimmingSuffix(while: { $0 == ";" || $0.isWhitespace })
    switch self {
    case .spark:
      return """
        -- \(rules.policyID), \(rules.date.iso)
        -- In this folder, on storage that every worker sees: spark-sql --master … -f job.sql
        SET spark.sql.ansi.enabled=true;
        CREATE TEMPORARY VIEW facts \(columns)
        USING csv OPTIONS (path 'facts', header 'true', multiLine 'true', mode 'FAILFAST',
          quote '"', escape '"', nullValue '');
        INSERT OVERWRITE DIRECTORY 'results'
        USING csv OPTIONS (sep '\\t', nullValue '\\\\N', emptyValue '', quote '\\u0000',
          escapeQuotes 'false', ignoreLeadingWhiteSpace 'false', ignoreTrailingWhiteSpace 'false')
        \(query);

        """
    case .postgresql:
      let copies = parts.map { part in
        "\\copy facts FROM '\(part)' WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')"
      }
      return """
        -- \(rules.policyID), \(rules.date.iso)
        -- In this folder: psql -X -f job.sql
        \\set ON_ERROR_STOP on
        \\set QUIET on
        \\encoding UTF8
        CREATE TEMPORARY TABLE facts \(columns);
        \(copies.joined(separator: "\n"))
        ANALYZE facts;
        \\set FETCH_COUNT 10000
        \\pset format unaligned
        \\pset tuples_only on
        \\pset fieldsep '\\t'
        \\pset null '\\\\N'
        \\o results/part-00001.tsv
        \(query);
        \\o results/_SUCCESS
        \\o

        """
    }
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
    var text = self
    while let last = text.last, isTrimmed(last) { text.removeLast() }
    return text
  }
}

import GRDB
import Model

/// The register's tables.
///
/// A migration that has been shipped never changes.
enum RegisterSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 intake and runs") { database in
      try database.execute(sql: intake)
      try database.execute(sql: runs)
    }
    migrator.registerMigration("2 more sheets") { database in
      try database.execute(sql: moreSheets)
    }
    migrator.registerMigration("3 plans") { database in
      try database.execute(sql: plans)
    }
    migrator.registerMigration("4 consultation and audit") { database in
      try database.execute(sql: consultation)
    }
    migrator.registerMigration("5 packed cells") { database in
      try database.execute(sql: packing)
    }
    migrator.registerMigration("6 keys and people") { database in
      try database.execute(sql: keys)
      try KeyBlocks.add(ApplicantKey.keys(in: database), to: database)
      try database.execute(sql: people)
      try Register.copyPeople(in: database)
    }
    return migrator
  }

  /// The keys by which applicants are found; see `KeyBlocks`.
  private static let keys = """
    DROP INDEX IF EXISTS applicant_by_number;
    CREATE TABLE applicant_keys (first INTEGER PRIMARY KEY, keys BLOB NOT NULL) STRICT;
    """

  /// What people of an office's part of a list are called, so that a list is read without seeking
  /// each person's row: a JSON array of each line's application number and name.
  private static let people = """
    CREATE TABLE run_people (first_result INTEGER PRIMARY KEY, people TEXT NOT NULL) STRICT;
    """

  /// Batches, files, rows, findings and decisions.
  private static var intake: String {
    let fields = ApplicantField.allCases.map { "\($0.id) TEXT" }.joined(separator: ",\n  ")
    return """
      CREATE TABLE batch (
        id INTEGER PRIMARY KEY,
        command TEXT NOT NULL,
        taken_at TEXT NOT NULL,
        withdrawn_at TEXT,
        withdrawn_by TEXT
      ) STRICT;
      CREATE TABLE file (
        id INTEGER PRIMARY KEY,
        batch_id INTEGER NOT NULL REFERENCES batch,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        file_sha256 TEXT NOT NULL,
        facts_sha256 TEXT,
        encoding TEXT NOT NULL,
        separator TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('taken', 'refused', 'withdrawn')),
        read INTEGER NOT NULL DEFAULT 0,
        accepted INTEGER NOT NULL DEFAULT 0,
        rejected INTEGER NOT NULL DEFAULT 0,
        duplicate INTEGER NOT NULL DEFAULT 0,
        CHECK (read = accepted + rejected + duplicate)
      ) STRICT;
      CREATE INDEX file_by_digest ON file (file_sha256);
      CREATE TABLE file_column (
        file_id INTEGER NOT NULL REFERENCES file,
        place INTEGER NOT NULL,
        title TEXT NOT NULL,
        field TEXT,
        PRIMARY KEY (file_id, place)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE applicant (
        id INTEGER PRIMARY KEY,
        file_id INTEGER NOT NULL REFERENCES file,
        row INTEGER NOT NULL,
        line INTEGER NOT NULL,
        outcome INTEGER NOT NULL,
        broken INTEGER NOT NULL,
        \(fields)
      ) STRICT;
      CREATE TABLE finding (
        id INTEGER PRIMARY KEY,
        file_id INTEGER NOT NULL REFERENCES file,
        row INTEGER NOT NULL,
        line INTEGER NOT NULL,
        place INTEGER NOT NULL,
        code TEXT NOT NULL,
        value TEXT NOT NULL,
        other_file_id INTEGER REFERENCES file,
        other_row INTEGER
      ) STRICT;
      CREATE INDEX finding_by_file ON finding (file_id, row);
      CREATE TABLE office (
        office_code TEXT PRIMARY KEY,
        office_name TEXT NOT NULL,
        district_code TEXT NOT NULL,
        district_name TEXT NOT NULL,
        bureau TEXT,
        file_id INTEGER NOT NULL REFERENCES file
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE post (
        file_id INTEGER NOT NULL REFERENCES file,
        office_code TEXT NOT NULL,
        places INTEGER NOT NULL,
        PRIMARY KEY (file_id, office_code)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE caseload (
        file_id INTEGER NOT NULL REFERENCES file,
        office_code TEXT NOT NULL,
        as_of INTEGER NOT NULL,
        officers INTEGER,
        assistants INTEGER,
        subjects INTEGER,
        subjects_strict INTEGER,
        subjects_general INTEGER,
        subjects_lenient INTEGER,
        intakes INTEGER,
        releases INTEGER,
        investigations INTEGER,
        PRIMARY KEY (file_id, office_code, as_of)
      ) STRICT, WITHOUT ROWID;
      """
  }

  /// Runs and their results; results of a run lie together, in the order of its ranking.
  private static let runs = """
    CREATE TABLE run (
      id TEXT PRIMARY KEY,
      digest TEXT NOT NULL,
      policy TEXT NOT NULL,
      policy_source BLOB NOT NULL,
      as_of INTEGER NOT NULL,
      seed TEXT,
      office_code TEXT,
      eligible INTEGER NOT NULL,
      pending INTEGER NOT NULL,
      ineligible INTEGER NOT NULL,
      first_result INTEGER NOT NULL,
      result_count INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE run_batch (
      run_id TEXT NOT NULL REFERENCES run,
      batch_id INTEGER NOT NULL REFERENCES batch,
      PRIMARY KEY (run_id, batch_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE run_office (
      run_id TEXT NOT NULL REFERENCES run,
      office_code TEXT NOT NULL,
      first_result INTEGER NOT NULL,
      result_count INTEGER NOT NULL,
      PRIMARY KEY (run_id, office_code)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE run_reasons (
      run_id TEXT NOT NULL REFERENCES run,
      outcomes INTEGER NOT NULL,
      reasons TEXT NOT NULL,
      working TEXT NOT NULL,
      PRIMARY KEY (run_id, outcomes)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE result (
      id INTEGER PRIMARY KEY,
      applicant_id INTEGER NOT NULL,
      outcomes INTEGER NOT NULL,
      verdict INTEGER NOT NULL,
      tier INTEGER,
      points INTEGER NOT NULL,
      rank INTEGER,
      tied INTEGER NOT NULL,
      decided_by TEXT
    ) STRICT;
    \(results)
    """

  /// A run's lines as people ask for them.
  static let results = """
    CREATE VIEW results AS
    SELECT run.id AS run, applicant.office_code, result.rank, applicant.application_no,
      applicant.name,
      CASE result.verdict WHEN 0 THEN 'eligible' WHEN 1 THEN 'pending' ELSE 'ineligible' END
        AS verdict,
      result.tier, result.points, result.tied, result.decided_by, run_reasons.reasons
    FROM run
    JOIN result ON result.id >= run.first_result
      AND result.id < run.first_result + run.result_count
    JOIN applicant ON applicant.id = result.applicant_id
    JOIN run_reasons ON run_reasons.run_id = run.id AND run_reasons.outcomes = result.outcomes;
    """
}

import Model

extension RegisterSchema {
  /// Rows of few columns, shown by views as before.
  ///
  /// Most cells of applicants go into one column, a result into three numbers. Collisions know
  /// the rows they name.
  static var packing: String {
    let keys = PackedCells.keys.map(\.id).joined(separator: ", ")
    let packed = PackedCells.fields.map { "COALESCE(\($0.id), '')" }.joined(separator: ", ")
    let shown = PackedCells.fields.enumerated()
      .map { "NULLIF(cells ->> \($0.offset), '') AS \($0.element.id)" }.joined(separator: ", ")
    let deciders = Decider.allCases.dropFirst()
    let codes = deciders.map { "WHEN '\($0.id)' THEN \($0.rawValue)" }.joined(separator: " ")
    let names = deciders.map { "WHEN \($0.rawValue) THEN '\($0.id)'" }.joined(separator: " ")
    return """
      DROP VIEW results;
      CREATE TABLE applicant_row (
        id INTEGER PRIMARY KEY,
        file_id INTEGER NOT NULL REFERENCES file,
        row INTEGER NOT NULL,
        line INTEGER NOT NULL,
        outcome INTEGER NOT NULL,
        broken INTEGER NOT NULL,
        application_no TEXT,
        name TEXT,
        resident_id TEXT,
        office_code TEXT,
        cells TEXT NOT NULL
      ) STRICT;
      INSERT INTO applicant_row
      SELECT id, file_id, row, line, outcome, broken, \(keys), json_array(\(packed)) FROM applicant;
      CREATE TABLE decision_on_row (
        id INTEGER PRIMARY KEY,
        applicant_id INTEGER NOT NULL REFERENCES applicant_row,
        outcome INTEGER NOT NULL,
        because_of INTEGER REFERENCES applicant_row,
        decided_by TEXT NOT NULL,
        reason TEXT NOT NULL,
        decided_at TEXT NOT NULL,
        undone_at TEXT
      ) STRICT;
      INSERT INTO decision_on_row SELECT * FROM decision;
      DROP TABLE decision;
      ALTER TABLE decision_on_row RENAME TO decision;
      CREATE INDEX decision_by_row ON decision (applicant_id);
      ALTER TABLE finding ADD COLUMN applicant_id INTEGER;
      ALTER TABLE finding ADD COLUMN other_applicant_id INTEGER;
      UPDATE finding SET
        applicant_id = (SELECT id FROM applicant a
          WHERE a.file_id = finding.file_id AND a.row = finding.row),
        other_applicant_id = (SELECT id FROM applicant a
          WHERE a.file_id = finding.other_file_id AND a.row = finding.other_row)
      WHERE other_file_id IS NOT NULL;
      DROP TABLE applicant;
      CREATE INDEX applicant_waiting ON applicant_row (outcome) WHERE outcome >= 2;
      CREATE VIEW applicant AS
      SELECT id, file_id, row, line, outcome, broken, \(keys), \(shown), cells FROM applicant_row;
      CREATE TABLE result_row (
        id INTEGER PRIMARY KEY,
        applicant_id INTEGER NOT NULL,
        outcomes INTEGER NOT NULL,
        assessment INTEGER NOT NULL,
        placement INTEGER NOT NULL
      ) STRICT;
      INSERT INTO result_row
      SELECT id, applicant_id, outcomes,
        verdict | COALESCE(tier, 0) << 2 | points << 7,
        COALESCE(rank, 0) << 4 | tied << 3 | CASE decided_by \(codes) ELSE 0 END
      FROM result;
      DROP TABLE result;
      CREATE VIEW result AS
      SELECT id, applicant_id, outcomes, assessment & 3 AS verdict,
        NULLIF(assessment >> 2 & 31, 0) AS tier, assessment >> 7 AS points,
        NULLIF(placement >> 4, 0) AS rank, placement >> 3 & 1 AS tied,
        CASE placement & 7 \(names) END AS decided_by
      FROM result_row;
      \(results)
      """
  }
}

extension RegisterSchema {
  /// The table and the columns in which the rows of each small sheet are kept.
  static let tables: [String: (table: String, columns: [String])] = [
    "offices": (
      "office", ["office_code", "office_name", "district_code", "district_name", "bureau"]
    ),
    "posts": ("post", ["office_code", "places"]),
    "caseload": (
      "caseload",
      [
        "office_code", "as_of", "officers", "assistants", "subjects", "subjects_strict",
        "subjects_general", "subjects_lenient", "intakes", "releases", "investigations",
      ]
    ),
    "history": ("history", ["office_code", "month", "subjects", "intakes", "releases"]),
    "assistants": (
      "assistant",
      ["assistant_no", "name", "resident_id", "office_code", "on_duty_from", "on_duty_until"]
    ),
    "training": ("training", ["assistant_no", "held_on", "hours", "kind", "topic"]),
    "findings": (
      "supervision",
      ["assistant_no", "found_on", "found_by", "kind", "duty", "severity", "note"]
    ),
    "relations": ("relation", ["assistant_no", "case_no", "relation", "declared_on"]),
  ]

  /// The sheets after the first four, decisions about held rows, and offices kept file by file, so
  /// that a withdrawn file gives back what it replaced.
  ///
  /// Days are `yyyymmdd`, months `yyyymm`, hours hundredths.
  static let moreSheets = """
    ALTER TABLE file ADD COLUMN worksheet TEXT;
    ALTER TABLE batch ADD COLUMN withdrawn_reason TEXT;
    ALTER TABLE post ADD COLUMN row INTEGER;
    ALTER TABLE caseload ADD COLUMN row INTEGER;
    CREATE TABLE office_of_file (
      file_id INTEGER NOT NULL REFERENCES file,
      row INTEGER,
      office_code TEXT NOT NULL,
      office_name TEXT NOT NULL,
      district_code TEXT NOT NULL,
      district_name TEXT NOT NULL,
      bureau TEXT,
      PRIMARY KEY (file_id, office_code)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO office_of_file
    SELECT file_id, NULL, office_code, office_name, district_code, district_name, bureau FROM office;
    DROP TABLE office;
    ALTER TABLE office_of_file RENAME TO office;
    CREATE TABLE history (
      file_id INTEGER NOT NULL REFERENCES file,
      row INTEGER NOT NULL,
      office_code TEXT NOT NULL,
      month INTEGER NOT NULL,
      subjects INTEGER,
      intakes INTEGER,
      releases INTEGER,
      PRIMARY KEY (file_id, office_code, month)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE assistant (
      file_id INTEGER NOT NULL REFERENCES file,
      row INTEGER NOT NULL,
      assistant_no TEXT NOT NULL,
      name TEXT NOT NULL,
      resident_id TEXT NOT NULL,
      office_code TEXT NOT NULL,
      on_duty_from INTEGER NOT NULL,
      on_duty_until INTEGER,
      PRIMARY KEY (file_id, assistant_no)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE training (
      file_id INTEGER NOT NULL REFERENCES file,
      row INTEGER NOT NULL,
      assistant_no TEXT NOT NULL,
      held_on INTEGER NOT NULL,
      hours INTEGER NOT NULL,
      kind TEXT NOT NULL,
      topic TEXT,
      PRIMARY KEY (file_id, row)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE supervision (
      file_id INTEGER NOT NULL REFERENCES file,
      row INTEGER NOT NULL,
      assistant_no TEXT NOT NULL,
      found_on INTEGER NOT NULL,
      found_by TEXT,
      kind TEXT NOT NULL,
      duty TEXT,
      severity TEXT NOT NULL,
      note TEXT,
      PRIMARY KEY (file_id, row)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE relation (
      file_id INTEGER NOT NULL REFERENCES file,
      row INTEGER NOT NULL,
      assistant_no TEXT NOT NULL,
      case_no TEXT NOT NULL,
      relation TEXT NOT NULL,
      declared_on INTEGER NOT NULL,
      PRIMARY KEY (file_id, row)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX applicant_waiting ON applicant (outcome) WHERE outcome >= 2;
    CREATE TABLE decision (
      id INTEGER PRIMARY KEY,
      applicant_id INTEGER NOT NULL REFERENCES applicant,
      outcome INTEGER NOT NULL,
      because_of INTEGER REFERENCES applicant,
      decided_by TEXT NOT NULL,
      reason TEXT NOT NULL,
      decided_at TEXT NOT NULL,
      undone_at TEXT
    ) STRICT;
    CREATE INDEX decision_by_row ON decision (applicant_id);
    """
}

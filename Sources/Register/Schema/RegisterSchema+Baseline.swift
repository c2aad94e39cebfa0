extension RegisterSchema {
  /// The tables of the first version that is read.
  ///
  /// Days are `yyyymmdd`, months `yyyymm`, moments ISO 8601, hours and scores hundredths.
  static let baseline = #"""
    -- What came in: a batch for each command, and its files with how their rows add up.
    CREATE TABLE batch (
      id INTEGER PRIMARY KEY, command TEXT NOT NULL, taken_at TEXT NOT NULL,
      -- Who lets its changes count and why, and what that rests on.
      changed_by TEXT, change_reason TEXT, evidence_name TEXT, evidence_sha256 TEXT,
      withdrawn_at TEXT, withdrawn_by TEXT, withdrawn_reason TEXT
    ) STRICT;
    CREATE TABLE file (
      id INTEGER PRIMARY KEY,
      batch_id INTEGER NOT NULL REFERENCES batch,
      -- A file has an entry for each of its sheets; the further ones name the first.
      part_of INTEGER REFERENCES file,
      kind TEXT NOT NULL, name TEXT NOT NULL, bytes INTEGER NOT NULL,
      file_sha256 TEXT NOT NULL, facts_sha256 TEXT,
      encoding TEXT NOT NULL, separator TEXT NOT NULL, worksheet TEXT,
      state TEXT NOT NULL CHECK (state IN ('taken', 'refused', 'withdrawn')),
      read INTEGER NOT NULL DEFAULT 0, accepted INTEGER NOT NULL DEFAULT 0,
      rejected INTEGER NOT NULL DEFAULT 0, duplicate INTEGER NOT NULL DEFAULT 0,
      -- Filled rows beside those, as a JSON array of worksheet, reason and rows.
      left_out TEXT NOT NULL DEFAULT '[]',
      CHECK (read = accepted + rejected + duplicate)
    ) STRICT;
    CREATE INDEX file_by_digest ON file (file_sha256);
    CREATE TABLE file_column (
      file_id INTEGER NOT NULL REFERENCES file, place INTEGER NOT NULL,
      title TEXT NOT NULL, field TEXT,
      PRIMARY KEY (file_id, place)
    ) STRICT, WITHOUT ROWID;

    -- Applicants in blocks, each of one file: a JSON array with a line for each row, which is an array
    -- of row, line, outcome, broken rules and all fields. Ids count up from `first`. What a row came to
    -- later lies over it.
    CREATE TABLE applicant_block (
      first INTEGER PRIMARY KEY, count INTEGER NOT NULL,
      file_id INTEGER NOT NULL REFERENCES file, cells TEXT NOT NULL
    ) STRICT;
    CREATE INDEX applicant_block_by_file ON applicant_block (file_id, count);
    CREATE TABLE applicant_change (id INTEGER PRIMARY KEY, outcome INTEGER NOT NULL) STRICT;
    -- A row that counts instead of an earlier one of the same person.
    CREATE TABLE applicant_replacement (
      batch_id INTEGER NOT NULL REFERENCES batch,
      id INTEGER NOT NULL, replaced_id INTEGER NOT NULL,
      PRIMARY KEY (batch_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX applicant_replacement_by_row ON applicant_replacement (id);
    CREATE INDEX applicant_replacement_by_replaced ON applicant_replacement (replaced_id);
    CREATE TABLE applicant_keys (first INTEGER PRIMARY KEY, keys BLOB NOT NULL) STRICT;

    -- Rows of all other sheets: a JSON object by field.
    CREATE TABLE sheet_row (
      kind TEXT NOT NULL, file_id INTEGER NOT NULL REFERENCES file, row INTEGER NOT NULL,
      cells TEXT NOT NULL,
      PRIMARY KEY (kind, file_id, row)
    ) STRICT, WITHOUT ROWID;

    -- A row of a small sheet that does not count any more because another one corrects it.
    CREATE TABLE sheet_replacement (
      kind TEXT NOT NULL, file_id INTEGER NOT NULL REFERENCES file, row INTEGER NOT NULL,
      by_file_id INTEGER NOT NULL REFERENCES file, by_row INTEGER NOT NULL,
      PRIMARY KEY (kind, file_id, row, by_file_id)
    ) STRICT, WITHOUT ROWID;

    -- What was found, and what people decided about rows that wait.
    CREATE TABLE finding (
      id INTEGER PRIMARY KEY,
      file_id INTEGER NOT NULL REFERENCES file, row INTEGER NOT NULL, line INTEGER NOT NULL,
      place INTEGER NOT NULL, code TEXT NOT NULL, value TEXT NOT NULL,
      other_file_id INTEGER REFERENCES file, other_row INTEGER,
      applicant_id INTEGER, other_applicant_id INTEGER
    ) STRICT;
    CREATE INDEX finding_by_file ON finding (file_id, row);
    CREATE TABLE decision (
      id INTEGER PRIMARY KEY,
      applicant_id INTEGER NOT NULL, outcome INTEGER NOT NULL, because_of INTEGER,
      decided_by TEXT NOT NULL, reason TEXT NOT NULL, decided_at TEXT NOT NULL,
      undone_at TEXT, undone_by TEXT, undone_reason TEXT
    ) STRICT;
    CREATE INDEX decision_by_row ON decision (applicant_id);

    -- Scoring runs; the lines of a run lie together, in the order of its list and in blocks of one
    -- office each: applicant, outcomes, assessment, placement, application number and name.
    CREATE TABLE run (
      id TEXT PRIMARY KEY, digest TEXT NOT NULL,
      policy TEXT NOT NULL, policy_source BLOB NOT NULL,
      as_of INTEGER NOT NULL, seed TEXT, office_code TEXT,
      eligible INTEGER NOT NULL, pending INTEGER NOT NULL, ineligible INTEGER NOT NULL,
      first_result INTEGER NOT NULL, result_count INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE run_batch (
      run_id TEXT NOT NULL REFERENCES run, batch_id INTEGER NOT NULL REFERENCES batch,
      PRIMARY KEY (run_id, batch_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE run_reasons (
      run_id TEXT NOT NULL REFERENCES run, outcomes INTEGER NOT NULL,
      reasons TEXT NOT NULL, working TEXT NOT NULL,
      PRIMARY KEY (run_id, outcomes)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE result_block (
      first INTEGER PRIMARY KEY, count INTEGER NOT NULL,
      -- The name is that of the day of the list, whatever the office is called later.
      office_code TEXT NOT NULL, office_name TEXT NOT NULL, lines TEXT NOT NULL
    ) STRICT;

    -- Headcount plans with the figures that they rest on; `required` is `numerator/denominator`.
    CREATE TABLE plan (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, digest TEXT NOT NULL,
      method TEXT NOT NULL, policy TEXT NOT NULL, policy_source BLOB NOT NULL,
      as_of INTEGER NOT NULL, office_code TEXT, made_at TEXT NOT NULL
    ) STRICT;
    CREATE TABLE plan_office (
      plan_id TEXT NOT NULL REFERENCES plan (id),
      office_code TEXT NOT NULL, as_of INTEGER NOT NULL,
      officers INTEGER, assistants INTEGER, subjects INTEGER,
      subjects_strict INTEGER, subjects_general INTEGER, subjects_lenient INTEGER,
      intakes INTEGER, releases INTEGER, investigations INTEGER,
      required TEXT, proposed INTEGER, officers_needed INTEGER, officer_shortfall INTEGER,
      obstacle TEXT,
      PRIMARY KEY (plan_id, office_code)
    ) STRICT, WITHOUT ROWID;

    -- Packages between bureaus: what was asked, and what was answered.
    CREATE TABLE consultation (
      id INTEGER PRIMARY KEY,
      direction TEXT NOT NULL CHECK (direction IN ('sent', 'received')),
      manifest_sha256 TEXT NOT NULL, manifest BLOB NOT NULL,
      kind TEXT NOT NULL, matter TEXT NOT NULL, serial INTEGER NOT NULL,
      from_bureau TEXT NOT NULL, to_bureau TEXT NOT NULL,
      number TEXT NOT NULL, title TEXT NOT NULL, sent_on INTEGER NOT NULL, due_on INTEGER,
      request_sha256 TEXT, run_id TEXT,
      UNIQUE (direction, manifest_sha256)
    ) STRICT;
    CREATE INDEX consultation_by_request ON consultation (request_sha256);
    -- What has left the house; what has not is resumed.
    CREATE TABLE departure (
      consultation_id INTEGER PRIMARY KEY REFERENCES consultation
    ) STRICT;
    CREATE TABLE withdrawal (
      consultation_id INTEGER PRIMARY KEY REFERENCES consultation,
      at TEXT NOT NULL, by TEXT NOT NULL, reason TEXT NOT NULL
    ) STRICT;
    CREATE TABLE consultation_subject (
      consultation_id INTEGER NOT NULL REFERENCES consultation,
      subject TEXT NOT NULL, place INTEGER NOT NULL,
      PRIMARY KEY (consultation_id, subject)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX consultation_by_subject ON consultation_subject (subject);
    CREATE TABLE opinion (
      reply_id INTEGER NOT NULL REFERENCES consultation, subject TEXT NOT NULL,
      opinion TEXT NOT NULL CHECK (opinion IN ('agree', 'disagree', 'remark')),
      remark TEXT NOT NULL, given_by TEXT NOT NULL, given_on INTEGER NOT NULL,
      conflict TEXT, state TEXT NOT NULL CHECK (state IN ('stands', 'held', 'replaced')),
      PRIMARY KEY (reply_id, subject)
    ) STRICT, WITHOUT ROWID;

    -- The chain of entries that shows whether anybody has changed the past.
    CREATE TABLE audit (
      id INTEGER PRIMARY KEY,
      at TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL,
      detail TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL UNIQUE
    ) STRICT;
    """#
}

extension RegisterSchema {
  /// Confirmations, and the digests of all rows, by which the chain knows what it holds.
  static let trust = #"""
    CREATE TABLE confirmation (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL, subject TEXT NOT NULL, digest TEXT NOT NULL,
      confirmed_by TEXT NOT NULL, role TEXT NOT NULL, confirmed_at TEXT NOT NULL,
      -- The warnings that stood, as a JSON array of texts.
      warnings TEXT NOT NULL
    ) STRICT;
    CREATE INDEX confirmation_by_subject ON confirmation (kind, subject);

    -- For each row of a table its key, a salt, and the beginning of its digest; see `RowDigests`.
    CREATE TABLE row_digest (
      table_name TEXT PRIMARY KEY, digests BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    -- What the tables that an act changed come to; see `ChainedContents`.
    ALTER TABLE audit ADD COLUMN contents TEXT NOT NULL DEFAULT '';
    """#
}

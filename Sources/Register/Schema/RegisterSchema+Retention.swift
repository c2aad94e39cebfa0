extension RegisterSchema {
  /// What must not be erased, and what was.
  static let retention = #"""
    -- A person by application or staff number of whom nothing is erased until somebody releases it.
    CREATE TABLE retention_hold (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL,
      held_by TEXT NOT NULL, reason TEXT NOT NULL, held_at TEXT NOT NULL,
      released_by TEXT, release_reason TEXT, released_at TEXT
    ) STRICT;
    -- The applicants' rows from which something was erased: 1 only what no run reads, 2 more.
    CREATE TABLE erasure (
      applicant_id INTEGER PRIMARY KEY,
      level INTEGER NOT NULL, rule TEXT NOT NULL, erased_at TEXT NOT NULL, erased_by TEXT NOT NULL
    ) STRICT;
    """#
}

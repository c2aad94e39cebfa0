extension RegisterSchema {
  /// Packages sent and received, what was asked and answered, and the chain of entries that shows
  /// whether anybody has changed the past.
  static let consultation = """
    CREATE TABLE consultation (
      id INTEGER PRIMARY KEY,
      direction TEXT NOT NULL CHECK (direction IN ('sent', 'received')),
      manifest_sha256 TEXT NOT NULL,
      manifest BLOB NOT NULL,
      kind TEXT NOT NULL,
      matter TEXT NOT NULL,
      serial INTEGER NOT NULL,
      from_bureau TEXT NOT NULL,
      to_bureau TEXT NOT NULL,
      number TEXT NOT NULL,
      title TEXT NOT NULL,
      sent_on INTEGER NOT NULL,
      due_on INTEGER,
      request_sha256 TEXT,
      run_id TEXT,
      UNIQUE (direction, manifest_sha256)
    ) STRICT;
    CREATE INDEX consultation_by_request ON consultation (request_sha256);
    CREATE TABLE consultation_subject (
      consultation_id INTEGER NOT NULL REFERENCES consultation,
      subject TEXT NOT NULL,
      place INTEGER NOT NULL,
      PRIMARY KEY (consultation_id, subject)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX consultation_by_subject ON consultation_subject (subject);
    CREATE TABLE opinion (
      reply_id INTEGER NOT NULL REFERENCES consultation,
      subject TEXT NOT NULL,
      opinion TEXT NOT NULL CHECK (opinion IN ('agree', 'disagree', 'remark')),
      remark TEXT NOT NULL,
      given_by TEXT NOT NULL,
      given_on INTEGER NOT NULL,
      conflict TEXT,
      state TEXT NOT NULL CHECK (state IN ('stands', 'held', 'replaced')),
      PRIMARY KEY (reply_id, subject)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE audit (
      id INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      actor TEXT NOT NULL,
      action TEXT NOT NULL,
      subject TEXT NOT NULL,
      detail TEXT NOT NULL,
      previous TEXT NOT NULL,
      hash TEXT NOT NULL UNIQUE
    ) STRICT;
    """
}

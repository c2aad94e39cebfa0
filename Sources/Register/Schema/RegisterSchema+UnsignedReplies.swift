extension RegisterSchema {
  /// Opinion sheets that came back without a package, and the stamped scans that vouch for them.
  static let unsignedReplies = #"""
    CREATE TABLE unsigned_reply (
      consultation_id INTEGER PRIMARY KEY REFERENCES consultation,
      taken_by TEXT NOT NULL,
      scan_sha256 TEXT, scan_by TEXT, scan_at TEXT,
      CHECK ((scan_sha256 IS NULL) = (scan_by IS NULL) AND (scan_by IS NULL) = (scan_at IS NULL))
    ) STRICT;
    """#
}

extension RegisterSchema {
  /// Plans with the figures and the policy that they rest on, so that they can be made again.
  ///
  /// `required` is exact: `numerator/denominator`.
  static let plans = """
    CREATE TABLE plan (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      digest TEXT NOT NULL,
      method TEXT NOT NULL,
      policy TEXT NOT NULL,
      policy_source BLOB NOT NULL,
      as_of INTEGER NOT NULL,
      office_code TEXT,
      made_at TEXT NOT NULL
    ) STRICT;
    CREATE TABLE plan_office (
      plan_id TEXT NOT NULL REFERENCES plan (id),
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
      required TEXT,
      proposed INTEGER,
      officers_needed INTEGER,
      officer_shortfall INTEGER,
      obstacle TEXT,
      PRIMARY KEY (plan_id, office_code)
    ) STRICT, WITHOUT ROWID;
    """
}

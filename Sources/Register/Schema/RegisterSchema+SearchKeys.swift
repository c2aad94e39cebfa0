extension RegisterSchema {
  /// Keys by which a row is found by name, telephone number or the end of its identity number.
  static let searchKeys = #"""
    CREATE TABLE applicant_search_keys (first INTEGER PRIMARY KEY, keys BLOB NOT NULL) STRICT;
    -- The last row that came before there were such keys: up to it rows are searched one by one.
    CREATE TABLE applicant_unsearched (through INTEGER NOT NULL) STRICT;
    INSERT INTO applicant_unsearched
      SELECT COALESCE(MAX(first + count - 1), 0) FROM applicant_block;
    """#
}

import GRDB
public import Model

extension Register {
  /// How a reply came without a signature; nil where it was signed.
  public func unsignedReply(_ entry: ConsultationEntry) throws -> UnsignedReply? {
    try read {
      try $0.rows("SELECT * FROM unsigned_reply WHERE consultation_id = \(Self.id(of: entry))")
    }.first.flatMap(UnsignedReply.init)
  }

  /// Adds the stamped scan of a sheet that came without a signature, and notes it in the chain.
  public func addScan(_ scan: UnsignedReply.Scan, to entry: ConsultationEntry) throws {
    try write { database in
      try database.execute(
        literal: """
          UPDATE unsigned_reply
          SET scan_sha256 = \(scan.sha256), scan_by = \(scan.by), scan_at = \(scan.at)
          WHERE consultation_id = \(Self.id(of: entry))
          """)
      try Self.append(
        AuditNote(
          at: scan.at, actor: scan.by, action: "consult_scan_added", subject: entry.id,
          detail: scan.sha256), in: database)
    }
  }

  /// Lets opinions of unsigned sheets that another reply to the same request repeats give way to it.
  static func replaceUnsignedOpinions(repeatedBy reply: Int64, in database: Database) throws {
    try database.execute(
      literal: """
        UPDATE opinion SET state = 'replaced'
        WHERE state = 'stands' AND reply_id <> \(reply)
          AND reply_id IN (
            SELECT older.id FROM consultation AS older
            JOIN unsigned_reply ON consultation_id = older.id AND scan_sha256 IS NULL
            JOIN consultation AS newer ON newer.request_sha256 = older.request_sha256
              AND newer.direction = older.direction
            WHERE newer.id = \(reply))
          AND EXISTS (
            SELECT 1 FROM opinion AS given
            WHERE given.reply_id = \(reply) AND given.state = 'stands'
              AND given.subject = opinion.subject AND given.opinion = opinion.opinion
              AND given.remark = opinion.remark)
        """)
  }
}

extension UnsignedReply {
  /// Reads the columns of `unsigned_reply`; nil where a left join found none.
  init?(_ row: Row) {
    guard let by: String = row["taken_by"] else { return nil }
    self.init(by: by)
    if let digest: String = row["scan_sha256"] {
      scan = Scan(sha256: digest, by: row["scan_by"], at: row["scan_at"])
    }
  }
}

import Foundation
import GRDB
public import Model

extension Register {
  /// The serial number of the next package to an addressee.
  public func nextSerial(from: String, to: String) throws -> Int {
    try read {
      try $0.value(
        """
        SELECT COALESCE(MAX(serial), 0) + 1 FROM consultation
        WHERE direction = 'sent' AND from_bureau = \(from) AND to_bureau = \(to)
        """) ?? 1
    }
  }

  /// Keeps a package with what opinions are asked on, or with the opinions that it brings, and notes
  /// it in the chain; all of it or nothing.
  ///
  /// An opinion of an unsigned sheet that a later reply repeats gives way to it.
  /// - Parameter unsigned: who took it in, where it is a sheet without a signature.
  public func store(
    _ entry: ConsultationEntry, subjects: [String] = [], opinions: [OpinionEntry] = [],
    unsigned: UnsignedReply? = nil, note: AuditNote
  ) throws {
    try write { database in
      try database.execute(
        literal: """
          INSERT INTO consultation VALUES (NULL, \(entry.direction.rawValue), \(entry.manifestSHA256),
            \(Data(entry.manifest)), \(entry.kind.rawValue), \(entry.matter.rawValue),
            \(entry.serial), \(entry.from),
            \(entry.to), \(entry.number), \(entry.title), \(entry.sentOn.number),
            \(entry.dueOn?.number), \(entry.requestSHA256), \(entry.runID))
          """)
      let id = database.lastInsertedRowID
      for (place, subject) in subjects.enumerated() {
        try database.execute(
          literal: "INSERT INTO consultation_subject VALUES (\(id), \(subject), \(place))")
      }
      for opinion in opinions {
        try database.execute(
          literal: """
            INSERT INTO opinion VALUES (\(id), \(opinion.subject), \(opinion.opinion.rawValue),
              \(opinion.remark), \(opinion.by), \(opinion.on.number), \(opinion.conflict?.rawValue),
              \(opinion.state.rawValue))
            """)
      }
      try Self.replaceUnsignedOpinions(repeatedBy: id, in: database)
      if let unsigned {
        try database.execute(
          literal: """
            INSERT INTO unsigned_reply VALUES (\(id), \(unsigned.by), \(unsigned.scan?.sha256),
              \(unsigned.scan?.by), \(unsigned.scan?.at))
            """)
      }
      try Self.append(note, in: database)
    }
  }

  /// Every package, in the order in which it was stored.
  public func consultations() throws -> [ConsultationEntry] {
    try read { try $0.rows("SELECT * FROM consultation ORDER BY id") }
      .compactMap(ConsultationEntry.init)
  }

  /// The package that a reference names, if there is one; see `Reference`.
  /// - Parameter direction: which way it went, where that matters.
  /// - Throws: `RegisterError.ambiguous`.
  public func consultation(
    _ reference: String, _ direction: ConsultationEntry.Direction? = nil
  ) throws -> ConsultationEntry? {
    try read { try Reference(reference, to: .package(direction)).row(in: $0) }
      .flatMap(ConsultationEntry.init)
  }

  /// The id of a stored package, within a statement.
  static func id(of entry: ConsultationEntry) -> SQL {
    """
    (SELECT id FROM consultation WHERE direction = \(entry.direction.rawValue)
      AND manifest_sha256 = \(entry.manifestSHA256))
    """
  }

  /// Whether a package that was kept has left the house.
  public func hasDeparted(_ entry: ConsultationEntry) throws -> Bool {
    try read {
      try $0.value(
        "SELECT count(*) FROM departure WHERE consultation_id = \(Self.id(of: entry))") == 1
    }
  }

  /// Takes note that a package that was kept has left the house.
  public func setDeparted(_ entry: ConsultationEntry) throws {
    try write { database in
      try database.execute(
        literal: "INSERT OR IGNORE INTO departure VALUES (\(Self.id(of: entry)))")
    }
  }

  /// Who took a request back, when and why; nil where it stands.
  public func withdrawal(of entry: ConsultationEntry) throws -> Withdrawal? {
    try read {
      try $0.rows(
        "SELECT at, by, reason FROM withdrawal WHERE consultation_id = \(Self.id(of: entry))")
    }.first.map { Withdrawal(at: $0["at"], by: $0["by"], reason: $0["reason"]) }
  }

  /// Takes a request back, and notes it in the chain.
  public func withdraw(_ entry: ConsultationEntry, _ withdrawal: Withdrawal) throws {
    try write { database in
      try database.execute(
        literal: """
          INSERT INTO withdrawal VALUES (\(Self.id(of: entry)), \(withdrawal.at), \(withdrawal.by),
            \(withdrawal.reason))
          """)
      try Self.append(
        AuditNote(
          at: withdrawal.at, actor: withdrawal.by, action: "consult_request_withdrawn",
          subject: entry.id, detail: "\(entry.number) | \(withdrawal.reason)"), in: database)
    }
  }

  /// What a package asks opinions on, in the order of its list.
  public func subjects(of entry: ConsultationEntry) throws -> [String] {
    try read {
      try $0.values(
        """
        SELECT subject FROM consultation_subject
        WHERE consultation_id = \(Self.id(of: entry)) ORDER BY place
        """)
    }
  }

  /// The objections that count, by application number: of replies to requests on applicants that
  /// were not withdrawn.
  public func standingObjections() throws -> [String: [Objection]] {
    let rows = try read {
      try $0.rows(
        """
        SELECT opinion.subject, reply.from_bureau, reply.number, opinion.given_on, opinion.remark,
          unsigned_reply.*
        FROM opinion
        JOIN consultation AS reply ON reply.id = opinion.reply_id
        JOIN consultation AS request
          ON request.manifest_sha256 = reply.request_sha256 AND request.direction = 'sent'
        LEFT JOIN unsigned_reply ON unsigned_reply.consultation_id = reply.id
        WHERE reply.direction = 'received' AND reply.matter = 'ranking'
          AND opinion.state = 'stands' AND opinion.opinion = 'disagree'
          AND request.id NOT IN (SELECT consultation_id FROM withdrawal)
        ORDER BY opinion.subject, opinion.given_on, reply.id
        """)
    }
    var objections: [String: [Objection]] = [:]
    for row in rows {
      guard let on = CivilDate(number: row["given_on"]) else { continue }
      objections[row["subject"], default: []].append(
        Objection(
          bureau: row["from_bureau"], number: row["number"], on: on, remark: row["remark"],
          unsigned: UnsignedReply(row)))
    }
    return objections
  }

  /// The opinions that a reply brought, by subject.
  public func opinions(of reply: ConsultationEntry) throws -> [OpinionEntry] {
    try read {
      try $0.rows("SELECT * FROM opinion WHERE reply_id = \(Self.id(of: reply)) ORDER BY subject")
    }.compactMap(OpinionEntry.init)
  }

  /// Subjects that a later request between the same bureaus asks about again.
  public func subjectsAskedAgain(after request: ConsultationEntry) throws -> Set<String> {
    try read {
      let subjects: [String] = try $0.values(
        """
        SELECT subject FROM consultation_subject JOIN consultation ON id = consultation_id
        WHERE direction = \(request.direction.rawValue) AND from_bureau = \(request.from)
          AND to_bureau = \(request.to) AND matter = \(request.matter.rawValue) AND serial > \(request.serial)
        """)
      return Set(subjects)
    }
  }

  /// Lets the opinions of a reply that wait count, in place of those of other replies to the same
  /// request, and notes who decided so.
  public func preferOpinions(of reply: ConsultationEntry, note: AuditNote) throws {
    let held: SQL = "reply_id = \(Self.id(of: reply)) AND state = 'held'"
    try write { database in
      try database.execute(
        literal: """
          UPDATE opinion SET state = 'replaced'
          WHERE state = 'stands' AND subject IN (SELECT subject FROM opinion WHERE \(held))
            AND reply_id IN (SELECT id FROM consultation
              WHERE direction = 'received' AND request_sha256 = \(reply.requestSHA256)
                AND manifest_sha256 <> \(reply.manifestSHA256))
          """)
      try database.execute(literal: "UPDATE opinion SET state = 'stands' WHERE \(held)")
      try Self.append(note, in: database)
    }
  }
}

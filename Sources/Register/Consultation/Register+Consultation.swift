import Foundation
import GRDB
public import Model

extension Register {
  /// The serial number of the next package to an addressee.
  public func nextSerial(from: String, to: String) throws -> Int {
    try lastSerial(.sent, from: from, to: to) + 1
  }

  /// The highest serial number of the packages that went one way between two bureaus; 0 for none.
  public func lastSerial(_ direction: ConsultationEntry.Direction, from: String, to: String) throws
    -> Int
  {
    try read {
      try Int.fetchOne(
        $0,
        sql: """
          SELECT COALESCE(MAX(serial), 0) FROM consultation
          WHERE direction = ? AND from_bureau = ? AND to_bureau = ?
          """,
        arguments: [direction.rawValue, from, to]) ?? 0
    }
  }

  /// Keeps a package with what opinions are asked on, or with the opinions that it brings, and notes
  /// it in the chain; all of it or nothing.
  public func store(
    _ entry: ConsultationEntry, subjects: [String] = [], opinions: [OpinionEntry] = [],
    note: AuditNote
  ) throws {
    try write { database in
      try database.execute(
        sql: "INSERT INTO consultation VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          entry.direction.rawValue, entry.manifestSHA256, Data(entry.manifest), entry.kind.rawValue,
          entry.matter.rawValue, entry.serial, entry.from, entry.to, entry.number, entry.title,
          Int64(entry.sentOn.number), entry.dueOn.map { Int64($0.number) }, entry.requestSHA256,
          entry.runID,
        ])
      let id = database.lastInsertedRowID
      for (place, subject) in subjects.enumerated() {
        try database.execute(
          sql: "INSERT INTO consultation_subject VALUES (?, ?, ?)",
          arguments: [id, subject, place])
      }
      for opinion in opinions {
        try database.execute(
          sql: "INSERT INTO opinion VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          arguments: [
            id, opinion.subject, opinion.opinion.rawValue, opinion.remark, opinion.by,
            Int64(opinion.on.number), opinion.conflict?.rawValue, opinion.state.rawValue,
          ])
      }
      try Self.append(note, in: database)
    }
  }

  /// Every package, in the order in which it was stored.
  public func consultations() throws -> [ConsultationEntry] {
    try read { try Row.fetchAll($0, sql: "SELECT * FROM consultation ORDER BY id") }
      .compactMap(Self.consultation)
  }

  private static func consultation(_ row: Row) -> ConsultationEntry? {
    guard let direction = ConsultationEntry.Direction(rawValue: row["direction"]),
      let kind = ConsultationEntry.Kind(rawValue: row["kind"]),
      let matter = ConsultationEntry.Matter(rawValue: row["matter"]),
      let sentOn = CivilDate(number: row["sent_on"])
    else { return nil }
    let dueOn: Int? = row["due_on"]
    return ConsultationEntry(
      direction: direction, manifestSHA256: row["manifest_sha256"],
      manifest: [UInt8](row["manifest"] as Data), kind: kind, matter: matter,
      serial: row["serial"], from: row["from_bureau"], to: row["to_bureau"],
      number: row["number"], title: row["title"], sentOn: sentOn,
      dueOn: dueOn.flatMap { CivilDate(number: $0) }, requestSHA256: row["request_sha256"],
      runID: row["run_id"])
  }

  /// What a package asks opinions on, in the order of its list.
  public func subjects(of entry: ConsultationEntry) throws -> [String] {
    try read {
      try String.fetchAll(
        $0,
        sql: """
          SELECT subject FROM consultation_subject JOIN consultation
            ON consultation.id = consultation_id
          WHERE direction = ? AND manifest_sha256 = ? ORDER BY place
          """,
        arguments: [entry.direction.rawValue, entry.manifestSHA256])
    }
  }

  /// The opinions that a reply brought, by subject.
  public func opinions(of reply: ConsultationEntry) throws -> [OpinionEntry] {
    try read {
      try Row.fetchAll(
        $0,
        sql: """
          SELECT opinion.* FROM opinion JOIN consultation ON consultation.id = reply_id
          WHERE direction = ? AND manifest_sha256 = ? ORDER BY subject
          """,
        arguments: [reply.direction.rawValue, reply.manifestSHA256])
    }.compactMap { row in
      guard let opinion = Opinion(rawValue: row["opinion"]),
        let on = CivilDate(number: row["given_on"]),
        let state = OpinionEntry.State(rawValue: row["state"])
      else { return nil }
      let conflict: String? = row["conflict"]
      return OpinionEntry(
        subject: row["subject"], opinion: opinion, remark: row["remark"], by: row["given_by"],
        on: on, conflict: conflict.flatMap(OpinionEntry.Conflict.init), state: state)
    }
  }

  /// Subjects that a later request between the same bureaus asks about again.
  public func subjectsAskedAgain(after request: ConsultationEntry) throws -> Set<String> {
    try read {
      try String.fetchSet(
        $0,
        sql: """
          SELECT subject FROM consultation_subject JOIN consultation
            ON consultation.id = consultation_id
          WHERE direction = ? AND from_bureau = ? AND to_bureau = ? AND matter = ? AND serial > ?
          """,
        arguments: [
          request.direction.rawValue, request.from, request.to, request.matter.rawValue,
          request.serial,
        ])
    }
  }

  /// The runs in the order in which they were stored.
  public func runs() throws -> [RunEntry] {
    try read { try String.fetchAll($0, sql: "SELECT id FROM run ORDER BY first_result, id") }
      .map { try run($0) }
  }

  /// The application numbers that are accepted now.
  public func acceptedNumbers() throws -> Set<String> {
    try read {
      try String.fetchSet(
        $0,
        sql: """
          SELECT application_no FROM applicant
          WHERE outcome = \(RowOutcome.accepted.rawValue)
            AND file_id IN (SELECT id FROM file WHERE state = 'taken')
          """)
    }
  }

  /// Lets the opinions of a reply that wait count, in place of those of other replies to the same
  /// request, and notes who decided so.
  public func preferOpinions(of reply: ConsultationEntry, note: AuditNote) throws {
    try write { database in
      try database.execute(
        sql: """
          UPDATE opinion SET state = 'replaced'
          WHERE state = 'stands'
            AND subject IN (SELECT subject FROM opinion JOIN consultation
              ON consultation.id = reply_id
              WHERE direction = 'received' AND manifest_sha256 = :reply AND state = 'held')
            AND reply_id IN (SELECT id FROM consultation
              WHERE direction = 'received' AND request_sha256 = :request
                AND manifest_sha256 <> :reply)
          """,
        arguments: ["reply": reply.manifestSHA256, "request": reply.requestSHA256])
      try database.execute(
        sql: """
          UPDATE opinion SET state = 'stands'
          WHERE state = 'held' AND reply_id IN (SELECT id FROM consultation
            WHERE direction = 'received' AND manifest_sha256 = ?)
          """,
        arguments: [reply.manifestSHA256])
      try Self.append(note, in: database)
    }
  }
}

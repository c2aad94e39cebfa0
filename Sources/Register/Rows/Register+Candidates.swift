import GRDB
public import Model

/// What came of a part of the examination for an applicant (成绩).
public struct MarkEntry: Sendable {
  /// The applicant's application number.
  public let applicationNo: String
  /// The part: 笔试, 面试, 加试.
  public let part: String
  /// The mark in hundredths, where there is one.
  public let hundredths: Int?
  /// 有效, 缺考, 违纪 or 免考.
  public let status: String
  /// The panel of the interview.
  public let panel: String
  /// The file and the row that say so; the file's id is 0 where the register does not hold it.
  public let source: (fileID: Int64, file: String, row: Int)

  /// - Parameters:
  ///   - hundredths: the mark, where there is one.
  ///   - source: the file and the row that say so; the file's id is 0 where the register does not
  ///     hold it.
  public init(
    applicationNo: String, part: String, hundredths: Int?, status: String, panel: String = "",
    source: (fileID: Int64, file: String, row: Int)
  ) {
    (self.applicationNo, self.part, self.hundredths) = (applicationNo, part, hundredths)
    (self.status, self.panel, self.source) = (status, panel, source)
  }

  fileprivate init(_ row: Row) {
    self.init(
      applicationNo: row["application_no"], part: row["part"], hundredths: row["score"],
      status: row["status"], panel: row["panel"] ?? "",
      source: (row["file_id"], row["file"], row["row"]))
  }
}

extension Register {
  /// The marks by number and part; where several files give one, the one that came last counts.
  public func marks() throws -> [MarkEntry] {
    try read { database in
      try database.rows(
        """
        SELECT application_no, part, score, marks.status, panel, file.name AS file, marks.row,
          MAX(file_id) AS file_id
        FROM marks \(Self.taken) GROUP BY application_no, part ORDER BY application_no, part
        """
      ).map(MarkEntry.init)
    }
  }

  /// The marks that counted when a run was stored, whatever has become of their sheets since.
  public func marks(ofRun id: String) throws -> [MarkEntry] {
    try read { database in
      try database.rows(
        """
        SELECT cells ->> 'application_no' AS application_no, cells ->> 'part' AS part,
          cells ->> 'score' AS score, cells ->> 'status' AS status, cells ->> 'panel' AS panel,
          file.name AS file, sheet_row.row, MAX(file_id) AS file_id
        FROM sheet_row JOIN file ON file.id = file_id
        JOIN run_batch ON run_batch.batch_id = file.batch_id AND run_id = \(id)
        WHERE sheet_row.kind = \(SheetKind.marks.rawValue)
        GROUP BY application_no, part ORDER BY application_no, part
        """
      ).map(MarkEntry.init)
    }
  }

  /// Where a file has a field's column: its place from 0 and its header.
  public func column(_ field: String, ofFile id: Int64) throws -> (place: Int, title: String)? {
    try read {
      try $0.rows(
        "SELECT place, title FROM file_column WHERE file_id = \(id) AND field = \(field)")
    }.first.map { ($0[0], $0[1]) }
  }

  /// The outcomes of checks in the order in which they came; one that corrects another is told with
  /// it, so that a contradiction can be seen.
  public func checks() throws -> [CheckEntry] {
    try read { database in
      try database.rows("SELECT checks.* FROM checks \(Self.taken) ORDER BY file_id, checks.row")
        .compactMap { row in
          guard let day = CivilDate(number: row["done_on"]) else { return nil }
          return CheckEntry(
            applicationNo: row["application_no"], check: row["check"], outcome: row["outcome"],
            day: day, decidedBy: row["by"] ?? "", clause: row["clause"])
        }
    }
  }

  /// What people said, by number and stage; the answer that came last counts.
  public func responses(upTo date: CivilDate) throws -> [ResponseEntry] {
    try read { database in
      try database.rows(
        """
        SELECT responses.*, MAX("on" * 1000000000 + file_id) FROM responses \(Self.taken)
        WHERE "on" <= \(date.number)
        GROUP BY application_no, stage ORDER BY application_no, stage
        """
      ).compactMap { row in
        guard let day = CivilDate(number: row["on"]) else { return nil }
        return ResponseEntry(
          applicationNo: row["application_no"], stage: row["stage"], answer: row["answer"],
          day: day)
      }
    }
  }

  /// The posts, each by the sheet that came last.
  public func posts() throws -> [PostEntry] {
    try read { database in
      try database.rows(
        """
        SELECT post.*, MAX(file_id) FROM post \(Self.taken)
        GROUP BY office_code, IFNULL(post_code, '')
        ORDER BY office_code, IFNULL(post_code, '')
        """
      ).map { row in
        PostEntry(
          officeCode: row["office_code"], code: row["post_code"] ?? "",
          name: row["post_name"] ?? "", places: row["places"] ?? 0,
          reserved: row["places_assistance"] ?? 0, ratioHundredths: row["interview_ratio"],
          writtenMinimum: row["written_minimum"], interviewMinimum: row["interview_minimum"],
          plan: row["plan_id"])
      }
    }
  }
}

/// The outcome of a check of an applicant (体检考察).
public struct CheckEntry: Sendable {
  /// The applicant's application number.
  public let applicationNo: String
  /// The check: 资格复审, 体检, 复检, 考察.
  public let check: String
  /// 合格, 不合格, 暂缓, 放弃 or 未参加.
  public let outcome: String
  /// The day.
  public let day: CivilDate
  /// Who decided.
  public let decidedBy: String
  /// The announced clause by number.
  public let clause: String?
}

/// What an applicant said to an invitation or an offer (应答).
public struct ResponseEntry: Sendable {
  /// The applicant's application number.
  public let applicationNo: String
  /// The stage: 面试, 体检, 聘用.
  public let stage: String
  /// 接受, 放弃 or 无答复.
  public let answer: String
  /// The day.
  public let day: CivilDate
}

/// A post of an office (岗位).
public struct PostEntry: Sendable {
  /// The office's code.
  public let officeCode: String
  /// The post's code; empty where the office has one post without a code.
  public let code: String
  /// The post's name; may be empty.
  public let name: String
  /// How many are to be hired.
  public let places: Int
  /// Places that go first to people with employment hardship.
  public let reserved: Int
  /// People invited a place, in hundredths, where the post says it.
  public let ratioHundredths: Int?
  /// The least written mark in hundredths, where the post says it.
  public let writtenMinimum: Int?
  /// The least interview mark in hundredths, where the post says it.
  public let interviewMinimum: Int?
  /// The plan that the places come from.
  public let plan: String?
}

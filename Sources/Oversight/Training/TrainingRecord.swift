public import Model

/// A kind of training (培训类别).
public enum TrainingKind: String, Hashable, Sendable, CaseIterable {
  /// Before the first day on duty (岗前).
  case preService = "岗前"
  /// In service (岗中).
  case inService = "岗中"
  /// In the post, its rules and its ethics (综合), the duty of the second paragraph.
  case general = "综合"
  /// An exchange of experience (交流).
  case exchange = "交流"
}

/// Who holds a training (组织单位).
public enum TrainingOrganiser: String, Hashable, Sendable, CaseIterable {
  /// The district's justice bureau, whom the clause obliges.
  case bureau = "区司法局"
  /// The street office.
  case street = "街道"
  /// Anybody else.
  case other = "其他"
}

/// Whom a training is for (参训对象).
public enum TrainingAudience: String, Hashable, Sendable, CaseIterable {
  /// Everybody in post.
  case everybody = "全体"
  /// Those who are new.
  case entrants = "新入职"
  /// The people of one street office.
  case street = "街道"
}

/// Whether somebody came (参加情况).
public enum Attendance: String, Hashable, Sendable, CaseIterable {
  /// Came.
  case present = "参加"
  /// Did not come.
  case absent = "缺席"
  /// Made up for it later, on the day that the record names.
  case madeUp = "补课"
}

/// What an assistant attended on a day (培训记录).
public struct TrainingRecord: Hashable, Sendable {
  /// The assistant's number.
  public let assistant: String
  /// The day.
  public let day: CivilDate
  /// How long the person took part.
  public let hours: Hours
  /// The kind.
  public let kind: TrainingKind
  /// The topic, which tells trainings of one day apart.
  public let topic: String
  /// The number of the session, where there is one.
  public let session: String?
  /// Who held it; nil where nobody says.
  public let organiser: TrainingOrganiser?
  /// Whether the person came.
  public let attendance: Attendance

  /// Takes a record down.
  public init(
    assistant: String, day: CivilDate, hours: Hours, kind: TrainingKind, topic: String = "",
    session: String? = nil, organiser: TrainingOrganiser? = nil, attendance: Attendance = .present
  ) {
    self.assistant = assistant
    self.day = day
    self.hours = hours
    self.kind = kind
    self.topic = topic
    self.session = session
    self.organiser = organiser
    self.attendance = attendance
  }

  /// Whether the hours count for the person.
  public var counts: Bool { attendance != .absent }
}

/// A training that was held (培训班次).
public struct TrainingSession: Hashable, Sendable {
  /// Its number; nil where only records of attendance tell of it.
  public let number: String?
  /// The day.
  public let day: CivilDate
  /// How long it was.
  public let hours: Hours
  /// The kind.
  public let kind: TrainingKind
  /// Who held it; nil where nobody says.
  public let organiser: TrainingOrganiser?
  /// Whom it was for.
  public let audience: TrainingAudience
  /// The office, where it was for one.
  public let office: String?

  /// Takes a session down; a training before service is for those who are new unless somebody says
  /// otherwise.
  public init(
    number: String?, day: CivilDate, hours: Hours, kind: TrainingKind,
    organiser: TrainingOrganiser?, audience: TrainingAudience? = nil, office: String? = nil
  ) {
    self.number = number
    self.day = day
    self.hours = hours
    self.kind = kind
    self.organiser = organiser
    self.audience = audience ?? (kind == .preService ? .entrants : .everybody)
    self.office = office
  }
}

/// A report of training that went to a street office (培训情况反馈).
public struct TrainingFeedback: Hashable, Sendable {
  /// The office.
  public let office: String
  /// The first day that it covers.
  public let from: CivilDate
  /// The last day that it covers.
  public let until: CivilDate
  /// The day on which it was sent.
  public let sent: CivilDate

  /// Takes a report down.
  public init(office: String, from: CivilDate, until: CivilDate, sent: CivilDate) {
    self.office = office
    self.from = from
    self.until = until
    self.sent = sent
  }

  /// Whether it tells of a day, up to a date.
  func covers(_ day: CivilDate, asOf date: CivilDate) -> Bool {
    from <= day && day <= until && day <= sent && sent <= date
  }
}

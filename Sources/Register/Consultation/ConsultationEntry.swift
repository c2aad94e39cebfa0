import Foundation
import GRDB
public import Model

/// A package that was sent or received, as the register keeps it.
public struct ConsultationEntry: Sendable {
  /// Which way it went.
  public enum Direction: String, Sendable {
    /// From us.
    case sent
    /// To us.
    case received
  }

  /// Which way it went.
  public let direction: Direction
  /// SHA-256 of the manifest.
  public let manifestSHA256: String
  /// The manifest's bytes.
  public let manifest: [UInt8]
  /// `request`, `reply` or `report`.
  public let kind: String
  /// `ranking`, `plan` or `month`.
  public let matter: String
  /// Counts the packages from this sender to this addressee.
  public let serial: Int
  /// The sender.
  public let from: String
  /// The addressee.
  public let to: String
  /// The letter's number.
  public let number: String
  /// The letter's title.
  public let title: String
  /// The day of the letter.
  public let sentOn: CivilDate
  /// The day until which an answer is hoped for.
  public let dueOn: CivilDate?
  /// The manifest of the request, where it is a reply.
  public let requestSHA256: String?
  /// The run in the sender's register, where it is about one.
  public let runID: String?

  /// The short name: the first twelve digits of the manifest's digest.
  public var id: String { String(manifestSHA256.prefix(12)) }

  /// A package that is to be stored.
  public init(
    direction: Direction, manifestSHA256: String, manifest: [UInt8], kind: String, matter: String,
    serial: Int, from: String, to: String, number: String, title: String, sentOn: CivilDate,
    dueOn: CivilDate?, requestSHA256: String?, runID: String?
  ) {
    self.direction = direction
    self.manifestSHA256 = manifestSHA256
    self.manifest = manifest
    self.kind = kind
    self.matter = matter
    self.serial = serial
    self.from = from
    self.to = to
    self.number = number
    self.title = title
    self.sentOn = sentOn
    self.dueOn = dueOn
    self.requestSHA256 = requestSHA256
    self.runID = runID
  }

  init?(_ row: Row) {
    guard let direction = Direction(rawValue: row["direction"]),
      let sentOn = CivilDate(number: row["sent_on"])
    else { return nil }
    let dueOn: Int? = row["due_on"]
    self.init(
      direction: direction, manifestSHA256: row["manifest_sha256"],
      manifest: [UInt8](row["manifest"] as Data), kind: row["kind"], matter: row["matter"],
      serial: row["serial"], from: row["from_bureau"], to: row["to_bureau"],
      number: row["number"], title: row["title"], sentOn: sentOn,
      dueOn: dueOn.flatMap { CivilDate(number: $0) }, requestSHA256: row["request_sha256"],
      runID: row["run_id"])
  }
}

/// One opinion of a reply.
public struct OpinionEntry: Sendable, Hashable {
  /// Why an opinion waits for a person.
  public enum Conflict: String, Sendable {
    /// Another reply to the same request says something else.
    case twoAnswers = "two_answers"
    /// A later request asks about the same subject.
    case olderRequest = "older_request"
    /// The applicant is no longer in the register.
    case gone
  }

  /// Whether an opinion counts.
  public enum State: String, Sendable {
    /// It counts.
    case stands
    /// It waits for a person.
    case held
    /// A person has preferred another one.
    case replaced
  }

  /// The application number, or the office's code.
  public let subject: String
  /// What is said.
  public let opinion: Opinion
  /// In words.
  public let remark: String
  /// Who says it.
  public let by: String
  /// The day.
  public let on: CivilDate
  /// Why it waits or had to wait.
  public var conflict: Conflict?
  /// Whether it counts.
  public var state: State

  /// An opinion that is to be stored.
  public init(
    subject: String, opinion: Opinion, remark: String, by: String, on: CivilDate,
    conflict: Conflict? = nil, state: State = .stands
  ) {
    self.subject = subject
    self.opinion = opinion
    self.remark = remark
    self.by = by
    self.on = on
    self.conflict = conflict
    self.state = state
  }

  init?(_ row: Row) {
    guard let opinion = Opinion(rawValue: row["opinion"]),
      let on = CivilDate(number: row["given_on"]), let state = State(rawValue: row["state"])
    else { return nil }
    let conflict: String? = row["conflict"]
    self.init(
      subject: row["subject"], opinion: opinion, remark: row["remark"], by: row["given_by"], on: on,
      conflict: conflict.flatMap(Conflict.init), state: state)
  }
}

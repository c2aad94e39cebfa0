public import Model
public import Register
import Tabular

/// What was sent to whom, when, and what became of it.
public struct ConsultOverview: Sendable {
  /// One package with the replies to it.
  public struct Line: Sendable {
    /// What became of a request.
    public enum State: String, Sendable {
      /// A reply is there.
      case answered
      /// The day has passed without a reply; hiring goes on all the same.
      case overdue
      /// No reply yet.
      case open
      /// No reply is expected.
      case none
    }

    /// The package.
    public let entry: ConsultationEntry
    /// The replies, in the order in which they came or went.
    public let replies: [ConsultationEntry]
    /// What became of it.
    public let state: State
  }

  /// The packages that are no replies, in the order in which they were stored.
  public let lines: [Line]

  /// Reads the register.
  /// - Parameter today: the day on which a date counts as passed.
  public init(of register: Register, asOf today: CivilDate) throws {
    let all = try register.consultations()
    lines = all.filter { $0.kind != "reply" }.map { entry in
      let replies = all.filter {
        $0.requestSHA256 == entry.manifestSHA256 && $0.direction != entry.direction
      }
      let state: Line.State =
        entry.kind != "request"
        ? .none
        : !replies.isEmpty
          ? .answered : entry.dueOn.map { $0 < today } == true ? .overdue : .open
      return Line(entry: entry, replies: replies, state: state)
    }
  }

  /// Writes what was answered to a request, as a sheet.
  /// - Throws: `ConsultError.unknown`, `TabularError`, `RegisterError`.
  public static func writeOpinions(on prefix: String, of register: Register, to path: String?)
    throws
  {
    guard let request = try register.consultation(prefix), request.kind == "request" else {
      throw ConsultError.unknown(prefix)
    }
    let replies = try register.consultations().filter {
      $0.requestSHA256 == request.manifestSHA256 && $0.direction != request.direction
    }
    let file = try OutputFile(path: path ?? "-")
    var sheet = CSVWriter { try file.write($0) }
    try sheet.row([
      "subject", "opinion", "remark", "by", "on", "reply", "number", "state", "conflict",
    ])
    for reply in replies {
      for opinion in try register.opinions(of: reply) {
        try sheet.row([
          opinion.subject, opinion.opinion.rawValue, opinion.remark, opinion.by, opinion.on.iso,
          reply.id, reply.number, opinion.state.rawValue, opinion.conflict?.rawValue ?? "",
        ])
      }
    }
    try sheet.finish()
    try file.finish()
  }
}

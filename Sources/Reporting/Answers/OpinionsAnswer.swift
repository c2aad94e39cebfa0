public import Model
import Tabular

/// What was answered to a request, reply by reply.
public struct OpinionsAnswer: Answer {
  /// One opinion.
  public struct Item: Encodable, Sendable {
    let opinion: OpinionEntry
    let reply: ConsultationEntry
    let unsigned: UnsignedReply?

    /// - Parameters:
    ///   - reply: the package that brought it.
    ///   - unsigned: how it came without a signature, where it did.
    public init(
      _ opinion: OpinionEntry, reply: ConsultationEntry, unsigned: UnsignedReply? = nil
    ) {
      self.opinion = opinion
      self.reply = reply
      self.unsigned = unsigned
    }

    fileprivate var texts: [String] {
      [
        opinion.subject, opinion.opinion.rawValue, opinion.remark, opinion.by, opinion.on.iso,
        reply.id, reply.number, opinion.state.rawValue, opinion.conflict?.rawValue ?? "",
        unsigned?.wording.zh ?? "",
      ]
    }

    private enum CodingKeys: CodingKey { case reply, number, unsigned }

    /// Encodes the opinion and the reply that brought it.
    public func encode(to encoder: any Encoder) throws {
      try opinion.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(reply.id, forKey: .reply)
      try container.encode(reply.number, forKey: .number)
      try container.encodeIfPresent(unsigned, forKey: .unsigned)
    }
  }

  let request: String
  let opinions: [Item]

  /// - Parameter request: what was asked.
  public init(_ request: ConsultationEntry, _ opinions: [Item]) {
    self.request = request.id
    self.opinions = opinions
  }

  /// None: people read the sheet.
  public func lines(_ say: Wording) -> [String] { [] }

  /// Writes the opinions as a sheet, to a file or `-`, the standard output.
  /// - Throws: `TabularError`.
  public func writeSheet(to path: String) throws {
    let file = try OutputFile(path: path)
    var sheet = CSVWriter { try file.write($0) }
    let header = [
      "subject", "opinion", "remark", "by", "on", "reply", "number", "state", "conflict",
      "unsigned",
    ]
    for row in [header] + opinions.map(\.texts) {
      for text in row { sheet.field(text) }
      try sheet.endRow()
    }
    try sheet.finish()
    try file.finish()
  }
}

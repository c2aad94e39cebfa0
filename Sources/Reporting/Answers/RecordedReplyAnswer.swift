public import Model

/// A reply as the register of the bureau that had asked holds it.
public struct RecordedReplyAnswer: Answer {
  /// The reply.
  public let entry: ConsultationEntry
  private let answered: ConsultationEntry
  let reply: String
  let request: String
  /// Whether it was in the register already.
  public let known: Bool
  /// The opinions as the register holds them now.
  public let opinions: [OpinionEntry]
  /// How it came without a signature; nil where it was signed.
  public let unsigned: UnsignedReply?

  /// - Parameters:
  ///   - wasKnown: whether it was in the register already.
  ///   - unsigned: how it came without a signature, where it did.
  public init(
    _ entry: ConsultationEntry, to request: ConsultationEntry, wasKnown: Bool,
    _ opinions: [OpinionEntry], unsigned: UnsignedReply? = nil
  ) {
    self.unsigned = unsigned
    self.entry = entry
    answered = request
    (reply, self.request) = (entry.id, request.id)
    known = wasKnown
    self.opinions = opinions
  }

  private enum CodingKeys: CodingKey { case reply, request, known, opinions, unsigned }

  /// The opinions that wait for a person.
  public var held: [OpinionEntry] { opinions.filter { $0.state == .held } }

  /// Opinions may wait for a person.
  public var status: ExitStatus { held.isEmpty ? .done : .waiting }

  /// How many opinions are of each kind, and those that wait.
  public func lines(_ say: Wording) -> [String] {
    let counts = Opinion.allCases.map { opinion in
      "\(say(opinion.wording)) \(opinions.count { $0.opinion == opinion })"
    }.joined(separator: say("，", ", "))
    // A scan may have come since.
    let known =
      !known
      ? ""
      : unsigned?.scan == nil
        ? say("（早已登记，没有改动）", " (recorded before, nothing changed)")
        : say("（早已登记）", " (recorded before)")
    let source = unsigned.map { say("［", " [") + say($0.wording) + say("］", "]") } ?? ""
    return [
      say(
        "\(entry.number)《\(entry.title)》\(source)答复 \(answered.number)：\(counts)\(known)",
        "\(entry.number) “\(entry.title)”\(source) answers \(answered.number): \(counts)\(known)")
    ]
      + held.map {
        "  · \($0.subject) \(say($0.opinion.wording)) \($0.remark)" + say("——待定：", " — waits: ")
          + ($0.conflict.map { say($0.wording) } ?? "")
      }
  }

  /// What to do about the opinions that wait.
  public func notes(_ say: Wording) -> [String] {
    let scan = say.step(.addScan)
    let unsigned =
      self.unsigned.map { $0.scan == nil } == true
      ? [
        say(
          "意见表没有签名，凡显示处都注明；收到盖章件后用 \(scan) 补登扫描件的校验值。",
          "The sheet is unsigned and marked so wherever it is shown; add the stamped scan with \(scan)."
        )
      ] : []
    guard !held.isEmpty else { return unsigned }
    let keep = say.step(.keepOpinions)
    return unsigned + [
      say(
        "\(held.count) 条意见需要由人决定：核实后用 \(keep) 采用，否则保持待定。征询意见不影响招聘继续进行。",
        "\(held.count) opinions wait for a person: accept them with \(keep), or leave them. Hiring may go on."
      )
    ]
  }
}

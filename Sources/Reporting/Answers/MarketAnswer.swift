public import Model
public import Placement

/// Who gets a place of a market of two sheets.
public struct MarketAnswer: Answer {
  struct Place: Encodable {
    let applicant: String
    /// The office; nil for somebody without a place.
    let office: String?

    enum CodingKeys: CodingKey { case applicant, office }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(applicant, forKey: .applicant)
      try container.encode(office, forKey: .office)
    }
  }

  struct Tie: Encodable {
    let office: String
    let applicants: [String]
    let places: Int
  }

  struct Free: Encodable {
    let office: String
    let places: Int
  }

  let places: [Place]
  let free: [Free]
  let ties: [Tie]
  private let leftOut: [Bilingual]

  private enum CodingKeys: CodingKey { case places, free, ties }

  /// What came of a market.
  public init(_ offers: Offers) {
    places =
      (offers.offers.map { Place(applicant: $0.number, office: $0.office) }
      + offers.unplaced.map { Place(applicant: $0.number, office: nil) })
      .sorted { $0.applicant.utf8.lexicographicallyPrecedes($1.applicant.utf8) }
    free = offers.freePlaces.map { Free(office: $0.office, places: $0.places) }
    ties = offers.ties.map { Tie(office: $0.office, applicants: $0.numbers, places: $0.places) }
    leftOut = offers.notices.compactMap { notice in
      guard case .wishLeftOut(let number, let outcome) = notice else { return nil }
      return Bilingual(
        zh: "\(number) 的志愿 \(outcome.office) 未计入：\(outcome.wording.zh)",
        en: "\(number)'s wish \(outcome.office) does not count: \(outcome.wording.en)")
    }
  }

  /// Ties wait for a person or a lot.
  public var status: ExitStatus { ties.isEmpty ? .done : .waiting }

  /// `applicant,office`, a line an applicant, blank for nobody's; nothing while a tie matters.
  public func lines(_ say: Wording) -> [String] {
    guard ties.isEmpty else { return [] }
    return ["applicant,office"]
      + places.map { "\($0.applicant.csvField),\(($0.office ?? "").csvField)" }
  }

  /// The ties that matter, the wishes that do not count, and what is left.
  public func notes(_ say: Wording) -> [String] {
    let lot = say.step(.drawLot)
    let open = ties.map { tie in
      let names = tie.applicants.prefix(10).joined(separator: say("、", ", "))
      return say(
        "\(tie.office)：\(tie.applicants.count) 人并列争 \(tie.places) 个名额，未安排任何人；请由人决定，或用 \(lot) 抽签：\(names)",
        "\(tie.office): \(tie.applicants.count) equals for \(tie.places) place(s), so nobody is "
          + "placed; let a person decide, or use \(lot): \(names)")
    }
    let hidden = leftOut.count - 10
    return open + leftOut.prefix(10).map { say($0) }
      + (hidden > 0 ? [say("另有 \(hidden) 个志愿未计入", "\(hidden) more wishes do not count")] : [])
      + (free.isEmpty
        ? []
        : [
          say("空余名额 ", "places left ")
            + "\(free.reduce(0) { $0 + $1.places }): "
            + free.prefix(10).map { "\($0.office) \($0.places)" }.joined(separator: say("、", ", "))
            + (free.count > 10
              ? say(" 等 \(free.count) 个", " and others, \(free.count) in all") : "")
        ])
  }
}

extension String {
  /// The text as a field of separated values, quoted where it has to be.
  fileprivate var csvField: String {
    contains(where: { ",\"\r\n".contains($0) })
      ? "\"\(replacing("\"", with: "\"\""))\"" : self
  }
}

public import Model

extension Allocation {
  /// Who got the last place, who was next, and by how much, as lines for people.
  public var explanation: [Bilingual] {
    guard let winner = lastPlace.first else {
      return [
        method == .hamilton
          ? Bilingual(zh: "份额都是整数，没有余数可比。", en: "Quotas are whole; no remainder decided.")
          : Bilingual(zh: "名额全部由最少数占用。", en: "The minimums took every place.")
      ]
    }
    var lines: [Bilingual] = []
    let names = lastPlace.map(\.name)
    if ties.isEmpty && settled.isEmpty {
      lines.append(
        Bilingual(
          zh: "最后名额给了\(names.joined(separator: "、"))：\(written(winner))",
          en: "The last place went to \(names.joined(separator: ", ")): \(written(winner))"))
    }
    for tie in ties {
      lines.append(
        Bilingual(
          zh: "\(tie.names.joined(separator: "、"))并列，争 \(tie.seats) 个名额：\(written(winner))",
          en: "\(tie.names.joined(separator: ", ")) tie for \(tie.seats) place(s): "
            + written(winner)))
    }
    for tie in settled {
      lines.append(
        Bilingual(
          zh: "并列由抽签决定，顺序：\(tie.names.joined(separator: "、"))；前 \(tie.seats) 名得名额",
          en: "A lot settled the tie, in the order \(tie.names.joined(separator: ", ")); "
            + "the first \(tie.seats) got a place"))
    }
    if let next = nextInLine.first {
      let names = nextInLine.map(\.name)
      lines.append(
        Bilingual(
          zh: "下一个是\(names.joined(separator: "、"))：\(written(next))",
          en: "Next was \(names.joined(separator: ", ")): \(written(next))"))
    }
    return lines
  }

  /// A claim as a person would key it in.
  private func written(_ claim: PlaceClaim) -> String {
    let (weight, places) = (claim.weight, claim.places)
    let value = claim.strength?.decimal(places: 6) ?? "…"
    return switch method {
    case .hamilton: "\(places) + \(value)"
    case .jefferson: "\(weight) ÷ \(places + 1) = \(value)"
    case .webster: "\(weight) ÷ \(2 * places + 1) = \(value)"
    case .huntingtonHill: "\(weight)² ÷ (\(places) × \(places + 1)) = \(value)"
    case .adams: "\(weight) ÷ \(places) = \(value)"
    case .dean: "\(weight) × \(2 * places + 1) ÷ (\(places) × \(places + 1)) = \(value)"
    }
  }
}

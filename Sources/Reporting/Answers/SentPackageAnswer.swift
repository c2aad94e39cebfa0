public import Model

/// A package that was made, signed and kept in the register.
public struct SentPackageAnswer: Answer {
  /// The package.
  public let entry: ConsultationEntry
  let output: String
  let opinions: [String: Int]?

  /// - Parameters:
  ///   - output: where it is.
  ///   - opinions: how many opinions of each kind a reply gives.
  ///   - openCount: how many rows a reply leaves open.
  public init(
    _ entry: ConsultationEntry, output: String, opinions: [Opinion: Int]? = nil, openCount: Int = 0
  ) {
    self.entry = entry
    self.output = output
    self.opinions = opinions.map { counts in
      Dictionary(
        uniqueKeysWithValues: Opinion.allCases.map { ($0.rawValue, counts[$0] ?? 0) }
          + [("open", openCount)])
    }
  }

  private enum CodingKeys: CodingKey { case output, opinions }

  /// Encodes what the package is, where it is, and what it says.
  public func encode(to encoder: any Encoder) throws {
    try entry.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(output, forKey: .output)
    try container.encodeIfPresent(opinions, forKey: .opinions)
  }

  /// The package in one line.
  public func lines(_ say: Wording) -> [String] {
    [
      say(
        "已生成 \(output)：\(entry.number)《\(entry.title)》，致\(entry.to)；编号 \(entry.id)",
        "made \(output): \(entry.number) “\(entry.title)” to \(entry.to); id \(entry.id)")
    ]
  }

  /// What to look at, and how many opinions were given.
  public func notes(_ say: Wording) -> [String] {
    let counts = opinions.map { counts in
      Opinion.allCases.map { "\(say($0.wording)) \(counts[$0.rawValue] ?? 0)" }
        + [say("未提出", "open") + " \(counts["open"] ?? 0)"]
    }
    return [
      say(
        "请先看 letter.html；letter.docx 可以另存修改后用印，但包内文件改动后签名即失效。",
        "Read letter.html first; edit a copy of letter.docx, because a change inside the package breaks its signature."
      )
    ] + (counts.map { [$0.joined(separator: say("，", ", "))] } ?? [])
  }
}

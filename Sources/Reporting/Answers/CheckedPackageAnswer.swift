public import Model

/// A package that came in and was found to be as it was signed.
public struct CheckedPackageAnswer: Answer {
  /// The package.
  public let entry: ConsultationEntry
  let subjects: Int
  let unmasked: [String]
  let signer: String
  let isTrusted: Bool
  let digest: String?
  private let ignored: [String]
  private let confirmation: Bilingual?

  /// - Parameters:
  ///   - subjects: how many rows opinions are asked on, or given on.
  ///   - unmasked: the personal fields that it shows in full.
  ///   - signer: the fingerprint of the key that signed it.
  ///   - isTrusted: whether the key is known to be the sender's.
  ///   - ignored: files beside it that programs left there.
  ///   - digest: what its result came to when it was worked out again, where it has one.
  ///   - confirmation: of a request, who confirmed what it is about, or that nobody has.
  public init(
    _ entry: ConsultationEntry, subjects: Int, unmasked: [String], signer: String, isTrusted: Bool,
    ignored: [String] = [], digest: String?, confirmation: Bilingual? = nil
  ) {
    self.confirmation = confirmation
    self.entry = entry
    self.subjects = subjects
    self.unmasked = unmasked
    self.signer = signer
    self.isTrusted = isTrusted
    self.digest = digest
    self.ignored = ignored
  }

  private enum CodingKeys: CodingKey {
    case subjects, unmasked, signer, digest, agrees, confirmation
  }

  /// Encodes what the package is, and what was found.
  public func encode(to encoder: any Encoder) throws {
    try entry.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(subjects, forKey: .subjects)
    try container.encode(unmasked, forKey: .unmasked)
    try container.encode(signer, forKey: .signer)
    try container.encodeIfPresent(confirmation, forKey: .confirmation)
    try container.encodeIfPresent(digest, forKey: .digest)
    if digest != nil { try container.encode(true, forKey: .agrees) }
  }

  /// Somebody has yet to find out whose key it is.
  public var status: ExitStatus { isTrusted ? .done : .waiting }

  /// What it is about, and what was found.
  public func lines(_ say: Wording) -> [String] {
    var lines = [
      "\(entry.number)《\(entry.title)》",
      "  \(entry.from) → \(entry.to)" + say("，", ", ") + entry.sentOn.iso,
    ]
    if entry.kind == .request {
      let until = entry.dueOn.map { say("，请于 \($0.iso) 前答复", ", hoped for until \($0.iso)") } ?? ""
      lines.append(say("  征询 \(subjects) 项意见\(until)", "  asks for \(subjects) opinions\(until)"))
    }
    if let confirmation { lines.append("  " + say(confirmation)) }
    if !unmasked.isEmpty {
      let fields = unmasked.joined(separator: say("、", ", "))
      lines.append(say("  显示了个人信息：\(fields)", "  shows personal data: \(fields)"))
    }
    lines.append(
      say(
        "  签名有效，内容与签名时一致（\(signer)）",
        "  soundly signed, every file as it was signed (\(signer))"))
    if let digest {
      lines.append(
        say(
          "  凭包内数据重算，校验值一致：\(digest.prefix(12))",
          "  worked out again from the package alone, the same digest: \(digest.prefix(12))"))
    }
    return lines + [say("  编号 \(entry.id)", "  id \(entry.id)")]
  }

  /// Whose key it is, where that is open.
  public func notes(_ say: Wording) -> [String] {
    let names = ignored.joined(separator: say("、", ", "))
    let besides =
      ignored.isEmpty
      ? []
      : [
        say(
          "不属于往来包、已忽略的文件（其他程序留下的）：\(names)",
          "no part of the package and ignored, left by other programs: \(names)")
      ]
    guard !isTrusted else { return besides }
    let option = say.step(.signers)
    return besides + [
      say(
        "没有给 \(option)：内容完整，但还不能说明是谁签的。请打电话核对指纹 \(signer)",
        "No \(option): the content is whole, but not whose it is. Compare the fingerprint \(signer) by telephone"
      )
    ]
  }
}

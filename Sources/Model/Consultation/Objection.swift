/// That a bureau does not agree to an applicant (不同意), which bars nobody and must not be missed.
public struct Objection: Sendable, Hashable, Encodable {
  /// The bureau that was asked.
  public let bureau: String
  /// Its letter's number.
  public let number: String
  /// The day.
  public let on: CivilDate
  /// The ground that it gives.
  public let remark: String
  /// How it came without a signature; nil where it was signed.
  public let unsigned: UnsignedReply?

  /// - Parameters:
  ///   - number: the letter's number.
  ///   - unsigned: how it came without a signature, where it did.
  public init(
    bureau: String, number: String, on: CivilDate, remark: String, unsigned: UnsignedReply? = nil
  ) {
    (self.bureau, self.number, self.on, self.remark) = (bureau, number, on, remark)
    self.unsigned = unsigned
  }

  /// The objection in a sentence.
  public var wording: Bilingual {
    let ground =
      remark.isEmpty
      ? Bilingual(zh: "未写理由", en: "no ground given") : Bilingual(zh: remark, en: remark)
    let source = unsigned?.wording ?? Bilingual(zh: number, en: number)
    return Bilingual(
      zh: "\(bureau)不同意（\(on.iso)，\(source.zh)）：\(ground.zh)",
      en: "\(bureau) does not agree (\(on.iso), \(source.en)): \(ground.en)")
  }
}

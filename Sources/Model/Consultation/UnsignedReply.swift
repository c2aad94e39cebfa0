/// That an opinion sheet came back without a package and so without a signature (未签名意见表).
public struct UnsignedReply: Sendable, Hashable {
  /// A scan of the stamped letter (盖章扫描件), which stands in for the signature.
  public struct Scan: Sendable, Hashable {
    /// SHA-256 of the scan's bytes.
    public let sha256: String
    /// Who added it.
    public let by: String
    /// The moment, ISO 8601.
    public let at: String

    /// - Parameter at: the moment, ISO 8601.
    public init(sha256: String, by: String, at: String) {
      (self.sha256, self.by, self.at) = (sha256, by, at)
    }
  }

  /// Stands in the place of the letter's number, which a sheet does not have.
  public static let number = "无字号"

  /// Who took the sheet in.
  public let by: String
  /// The stamped scan; nil as long as nobody has added it.
  public var scan: Scan?

  /// - Parameter by: who took the sheet in.
  public init(by: String, scan: Scan? = nil) {
    (self.by, self.scan) = (by, scan)
  }

  /// What vouches for the sheet.
  public var wording: Bilingual {
    guard let scan else {
      return Bilingual(zh: "未签名，待盖章扫描件", en: "unsigned, stamped scan awaited")
    }
    let digest = scan.sha256.prefix(12)
    return Bilingual(zh: "未签名，有盖章扫描件 \(digest)", en: "unsigned, stamped scan \(digest)")
  }
}

extension UnsignedReply: Encodable {
  private enum CodingKeys: String, CodingKey {
    case by
    case scanSHA256, scanBy, scanAt
  }

  /// Encodes who took the sheet in, and the scan where there is one.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(by, forKey: .by)
    try container.encodeIfPresent(scan?.sha256, forKey: .scanSHA256)
    try container.encodeIfPresent(scan?.by, forKey: .scanBy)
    try container.encodeIfPresent(scan?.at, forKey: .scanAt)
  }
}

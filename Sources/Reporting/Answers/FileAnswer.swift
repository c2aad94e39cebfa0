public import Model

/// A sheet that came in, and how its rows add up.
public struct FileAnswer: Encodable, Sendable {
  let file: String
  let kind: String
  let encoding: String
  /// What stands between its fields; empty for a workbook.
  let separator: String
  let worksheet: String?
  let state: String
  let read: Int
  let accepted: Int
  let rejected: Int
  let duplicate: Int
  /// SHA-256 of its facts, once they have come in.
  let digest: String?
  let fileSHA256: String

  /// - Parameters:
  ///   - state: `taken`, `refused` or `withdrawn`.
  ///   - digest: SHA-256 of its facts.
  ///   - fileSHA256: SHA-256 of its bytes.
  public init(
    file: String, kind: String, encoding: String, separator: String, worksheet: String?,
    state: String, sums: Reconciliation, digest: String?, fileSHA256: String
  ) {
    self.file = file
    self.kind = kind
    self.encoding = encoding
    self.separator = separator
    self.worksheet = worksheet
    self.state = state
    (read, accepted, rejected, duplicate) = (
      sums.read, sums.accepted, sums.rejected, sums.duplicate
    )
    self.digest = digest
    self.fileSHA256 = fileSHA256
  }

  /// How its rows add up.
  public func line(in language: Language) -> String {
    let form = [encoding, worksheet ?? separatorName?[language] ?? ""]
      .filter { !$0.isEmpty }.joined(separator: language == .zh ? "，" : ", ")
    return language == .zh
      ? "\(file)（\(form)）：读入 \(read) = 接收 \(accepted) + 退回 \(rejected) + 重复 \(duplicate)"
      : "\(file) (\(form)): read \(read) = accepted \(accepted) + rejected \(rejected) + duplicate \(duplicate)"
  }

  /// What stands between the fields, where it is not the comma that everybody expects.
  private var separatorName: Bilingual? {
    switch separator {
    case "\t": Bilingual(zh: "制表符分隔", en: "separated by tabs")
    case ";": Bilingual(zh: "分号分隔", en: "separated by semicolons")
    default: nil
    }
  }
}

/// A key that was made.
public struct SigningKeyAnswer: Answer {
  let bureau: String
  let key: String
  let fingerprint: String
  let output: String

  /// - Parameters:
  ///   - bureau: whose it is.
  ///   - key: its public half, as a line of a `.pub` file.
  ///   - output: the file of its private half.
  public init(bureau: String, key: String, fingerprint: String, output: String) {
    self.bureau = bureau
    self.key = key
    self.fingerprint = fingerprint
    self.output = output
  }

  /// A line for the other bureau's list of trusted signers.
  public func lines(_ say: Wording) -> [String] { ["\(bureau) \(key)"] }

  /// What to do with the two halves.
  public func notes(_ say: Wording) -> [String] {
    [
      say(
        "指纹 \(fingerprint)。把上面一行发给对方，放进其可信签名人名单；私钥 \(output) 不要外传。",
        "Fingerprint \(fingerprint). Give the line above to the other bureau for its trusted signers; keep \(output) to yourself."
      )
    ]
  }
}

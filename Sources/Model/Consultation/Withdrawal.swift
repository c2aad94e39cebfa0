/// That a request was taken back (撤回).
public struct Withdrawal: Sendable, Hashable, Encodable {
  /// The moment, ISO 8601.
  public let at: String
  /// Who took it back.
  public let by: String
  /// Why.
  public let reason: String

  /// - Parameter at: the moment, ISO 8601.
  public init(at: String, by: String, reason: String) {
    (self.at, self.by, self.reason) = (at, by, reason)
  }
}

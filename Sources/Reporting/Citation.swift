public import Model
public import Policy

/// What a line of a report rests on.
public enum Citation: Hashable, Sendable {
  /// A clause of the Opinion, such as 四（二）.
  case clause(String)
  /// A local setting (本地设定), with the reason for it.
  case local(reason: Bilingual)
}

extension Citation {
  /// What a rule of the policy rests on.
  public init(_ basis: Policy.Basis) {
    switch basis {
    case .clause(let number): self = .clause(number)
    case .local(let reason): self = .local(reason: reason)
    }
  }
}

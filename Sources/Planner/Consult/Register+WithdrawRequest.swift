public import Model
public import Register
public import Reporting

extension Register {
  /// Takes back a request that was sent (撤回): no answer to it is expected or taken any more.
  ///
  /// The other bureau learns of it by a letter of its own; nothing that was sent can be unsent.
  /// - Throws: `ConsultError.unknown`, `.notARequest` or `.withdrawn`, `RegisterError`.
  public func withdrawRequest(_ reference: String, _ withdrawal: Withdrawal) throws
    -> WithdrawnRequestAnswer
  {
    let request = try package(reference, .sent)
    guard request.kind == .request else { throw ConsultError.notARequest(request.id) }
    try refuseWithdrawn(request)
    try withdraw(request, withdrawal)
    return WithdrawnRequestAnswer(request, withdrawal)
  }
}

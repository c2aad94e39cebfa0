public import Model
public import Policy
public import Register
public import Reporting

extension Register {
  /// Lists what was confirmed, and whether each confirmation stands.
  ///
  /// - Parameter policy: where settings are looked up, on a day.
  /// - Throws: `RegisterError`, `PolicyError`, `StaffingError`, `ConfirmationError`.
  public func listConfirmations(
    policy: PolicyPack, asOf day: CivilDate
  ) throws -> ConfirmationsAnswer {
    ConfirmationsAnswer(
      try confirmations().map { entry in
        let now = try confirmable(entry.kind, entry.subject, policy: policy, asOf: day)
        return ConfirmationsAnswer.Confirmation(entry, stands: now.digest == entry.digest)
      })
  }

  /// Confirms something under a person's name as it is now, with the warnings that stand.
  ///
  /// - Parameters:
  ///   - reference: an id, its first digits or `latest`; a setting's name.
  ///   - policy: where settings are looked up, on a day.
  ///   - by: the person, and the person's role; only the state is told where nobody is named.
  ///   - moment: the moment in ISO 8601.
  ///   - language: of the warnings that are kept.
  /// - Throws: `RegisterError`, `PolicyError`, `StaffingError`, `ConfirmationError`.
  public func confirm(
    _ kind: ConfirmableKind, _ reference: String, policy: PolicyPack, asOf day: CivilDate,
    by person: (name: String, role: String)?, moment: String, language: Language
  ) throws -> ConfirmationAnswer {
    let found = try confirmable(kind, reference, policy: policy, asOf: day)
    var last = try lastConfirmation(of: kind, found.subject)
    if let person {
      let entry = ConfirmationEntry(
        kind, found.subject, digest: found.digest, by: person.name, role: person.role, at: moment,
        warnings: found.warnings.map { $0[language] })
      try store(entry)
      last = entry
    }
    return ConfirmationAnswer(
      kind, found.subject, digest: found.digest,
      ConfirmationState(last: last, digest: found.digest), warnings: found.warnings)
  }
}

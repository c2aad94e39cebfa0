import Cryptography
import Model
import Policy
import Register
import Scoring
import Staffing

/// Something that a person may confirm, as it is now.
struct Confirmable {
  let kind: ConfirmableKind
  /// Its id.
  let subject: String
  /// The digest of all that is confirmed.
  let digest: String
  /// What a person has to know before confirming.
  let warnings: [Bilingual]
}

extension Register {
  /// What a reference of a kind means, as it is now.
  /// - Parameters:
  ///   - reference: an id, its first digits or `latest`; a setting's name.
  ///   - policy: where settings are looked up, on a day.
  /// - Throws: `RegisterError`, `PolicyError`, `StaffingError`; `ConfirmationError`.
  func confirmable(
    _ kind: ConfirmableKind, _ reference: String, policy: PolicyPack, asOf day: CivilDate
  ) throws -> Confirmable {
    switch kind {
    case .run: try confirmable(run(reference))
    case .plan: try confirmable(plan(reference))
    case .package:
      if let package = try consultation(reference) {
        try confirmable(package)
      } else {
        throw ConfirmationError.packageUnknown(reference)
      }
    case .setting: try Confirmable(setting: reference, of: policy.rules(on: day))
    }
  }

  /// The state of a run's confirmation; nobody has confirmed a run that is not kept.
  func confirmationState(ofRun id: String) throws -> ConfirmationState {
    // Without a confirmation there is nothing to compare the list with.
    guard let last = try lastConfirmation(of: .run, id) else { return .none }
    return ConfirmationState(last: last, digest: try storedDigest(of: run(id)))
  }

  /// The state of a plan's confirmation; nobody has confirmed a plan that is not kept.
  func confirmationState(ofPlan id: String) throws -> ConfirmationState {
    guard let last = try lastConfirmation(of: .plan, id) else { return .none }
    return ConfirmationState(last: last, digest: try plan(id).replayed().digest)
  }

  private func confirmable(_ run: RunEntry) throws -> Confirmable {
    var warnings: [Bilingual] = []
    let pending = run.totals[.pending] ?? 0
    if pending > 0 {
      warnings.append(
        Bilingual(zh: "\(pending) 人的结论待核实", en: "the verdict of \(pending) is pending"))
    }
    var ties: [String: Int] = [:]
    try forEachResult(ofRun: run.id) { line in
      if line.result.placement.isTied, line.result.placement.decider != .lot {
        ties[line.officeCode, default: 0] += 1
      }
    }
    warnings += ties.sorted { $0.key < $1.key }.map { code, count in
      Bilingual(zh: "\(code)：\(count) 人并列", en: "\(code): \(count) are tied")
    }
    let rules = try PolicyPack(canonicalBytes: run.policySource).rules(on: run.asOf)
    warnings += rules.parameters.values.filter(\.isExample).sorted { $0.id < $1.id }
      .map(\.exampleWarning)
    return Confirmable(
      kind: .run, subject: run.id, digest: try storedDigest(of: run), warnings: warnings)
  }

  private func confirmable(_ stored: StoredPlan) throws -> Confirmable {
    let plan = try stored.remade()
    let rules = try stored.rules
    let warned = plan.warned(
      on: stored.asOf,
      validMonths: Int(rules.parameters["caseload_valid_months"]?.value.integer ?? 3),
      history: try history())
    let names = try officeTable()
    let doubts = warned.offices.flatMap { office in
      office.warnings.map { warning in
        let name = "\(office.officeCode) \(names.name(of: office.officeCode))"
        return Bilingual(
          zh: "\(name)：\(warning.wording.zh)", en: "\(name): \(warning.wording.en)")
      }
    }
    let examples = plan.norm.method.policyParameters.compactMap { rules.parameters[$0] }
      .filter(\.isExample).map(\.exampleWarning)
    return Confirmable(
      kind: .plan, subject: stored.id, digest: try stored.replayed().digest,
      warnings: doubts + examples)
  }

  private func confirmable(_ package: ConsultationEntry) throws -> Confirmable {
    let isWithdrawn = try withdrawal(of: package) != nil
    return Confirmable(
      kind: .package, subject: package.id, digest: SHA256.hash(package.manifest).hex,
      warnings: isWithdrawn ? [Bilingual(zh: "这封函已撤回", en: "it was taken back")] : [])
  }
}

extension Confirmable {
  /// A parameter of the policy: its digest is SHA-256 over policy, name, first day and value, each as
  /// UTF-8 after its length in decimal and a colon.
  fileprivate init(setting name: String, of rules: RuleSet) throws {
    guard let parameter = rules.parameters[name] else {
      throw ConfirmationError.settingUnknown(name, Array(rules.parameters.keys).sorted())
    }
    let fields = [
      "xieguan setting 1", rules.policyID, name, parameter.days.from.iso,
      parameter.value.written,
    ]
    kind = .setting
    subject = name
    digest = SHA256.hash(Array(fields.map { "\($0.utf8.count):\($0)" }.joined().utf8)).hex
    warnings = parameter.isExample ? [parameter.exampleWarning] : []
  }
}

extension Parameter {
  fileprivate var exampleWarning: Bilingual {
    Bilingual(
      zh: "设定“\(title.zh)”（\(id)）只是示例值 \(value.written)",
      en: "setting “\(title.en)” (\(id)) is an example only: \(value.written)")
  }
}

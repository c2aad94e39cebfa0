public import Model

/// Several changes with a name, to be compared with others (情景).
public struct Scenario: Sendable {
  /// The name.
  public let name: String
  /// The method with the settings that this scenario supposes.
  public let method: any StaffingMethod
  /// What it supposes of the offices; later changes go over earlier ones.
  public let changes: [OfficeChange]

  /// A change to one office or to all.
  public struct OfficeChange: Hashable, Sendable {
    /// The office; every office where nil.
    public let officeCode: String?
    /// The change.
    public let change: CaseloadChange

    /// Describes a change.
    public init(officeCode: String? = nil, _ change: CaseloadChange) {
      self.officeCode = officeCode
      self.change = change
    }
  }

  /// Describes a scenario; one without changes shows how things stand.
  public init(name: String, method: any StaffingMethod, changes: [OfficeChange] = []) {
    self.name = name
    self.method = method
    self.changes = changes
  }

  /// The plan that would be.
  ///
  /// - Throws: `StaffingError.change` where a change cannot be applied or names an office that is
  ///   not among the caseloads.
  public func plan(for caseloads: [Caseload]) throws(StaffingError) -> StaffingPlan {
    let codes = Set(caseloads.map(\.officeCode))
    if let code = changes.compactMap(\.officeCode).first(where: { !codes.contains($0) }) {
      throw .change(.officeUnknown(code))
    }
    var changed: [Caseload] = []
    for caseload in caseloads {
      let own = changes.filter { $0.officeCode ?? caseload.officeCode == caseload.officeCode }
      changed.append(try caseload.applying(own.map(\.change)))
    }
    return StaffingPlan(changed, by: method)
  }
}

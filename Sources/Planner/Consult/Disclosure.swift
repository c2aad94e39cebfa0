import Consultation
import Model

/// What a package shows of persons: masked names, unless something else was asked for and why.
public struct Disclosure: Sendable {
  /// The personal fields that are shown in full.
  let fields: [ApplicantField]
  private let reason: String
  private let pseudonyms: Pseudonym?

  /// The personal fields that can be shown.
  static let personal: [ApplicantField] = [.name, .residentID, .phone]

  /// Settles what is shown.
  /// - Parameters:
  ///   - unmasked: the ids of the fields that are shown in full.
  ///   - reason: why they are shown.
  ///   - pseudonymKey: the file of the key that gives pseudonyms, if they are wanted.
  /// - Throws: `ConsultError.unmaskUnknown` or `.unmaskWithoutReason`, `KeyError`.
  public init(
    unmasking unmasked: [String] = [], reason: String? = nil, pseudonymKey: String? = nil
  ) throws {
    for id in unmasked where !Self.personal.contains(where: { $0.id == id }) {
      throw ConsultError.unmaskUnknown(id)
    }
    fields = Self.personal.filter { unmasked.contains($0.id) }
    self.reason = reason ?? ""
    guard fields.isEmpty || !self.reason.isEmpty else {
      throw ConsultError.unmaskWithoutReason(fields.map(\.id))
    }
    pseudonyms = try pseudonymKey.map { try Pseudonym(keyFile: $0) }
  }

  /// What the manifest says about it.
  var terms: PackageTerms.Unmasked? {
    fields.isEmpty ? nil : PackageTerms.Unmasked(fields: fields.map(\.id), reason: reason)
  }

  /// What the letter says about it.
  var wording: String {
    let names = fields.map { $0 == .name ? "姓名" : $0 == .phone ? "联系电话" : "身份证号" }
    return fields.isEmpty
      ? "姓名已作遮盖" : "因\(reason)列明\(names.joined(separator: "、"))，请严格控制知悉范围"
  }

  /// The columns on persons: headers, and what a row shows.
  var columns: [TableSchema.Field] {
    (pseudonyms == nil ? [] : [TableSchema.Field("pseudonym", "化名")])
      + [TableSchema.Field("name", "姓名")]
      + (fields.contains(.residentID) ? [TableSchema.Field("resident_id", "身份证号")] : [])
      + (fields.contains(.phone) ? [TableSchema.Field("phone", "联系电话")] : [])
  }

  /// What a package shows of one person, by the columns' names.
  func shown(_ texts: [ApplicantField: String]) -> [String: String] {
    let name = texts[.name] ?? ""
    let id = texts[.residentID] ?? ""
    return [
      "pseudonym": pseudonyms?.name(of: id) ?? "",
      "name": fields.contains(.name) ? name : PersonName.masked(name),
      "resident_id": fields.contains(.residentID) ? id : "",
      "phone": fields.contains(.phone) ? texts[.phone] ?? "" : "",
    ]
  }
}

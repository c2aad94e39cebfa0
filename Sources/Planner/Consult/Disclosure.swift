public import Consultation
public import Model

/// What a package shows of persons: masked names, unless something else was asked for and why.
public struct Disclosure: Sendable {
  /// The sheet that persons stand in.
  private let sheet: SheetDescription
  /// The columns that are shown in full though they tell who somebody is.
  private let unmasked: [SheetField]
  private let reason: String
  private let pseudonyms: Pseudonym?

  /// Settles what is shown.
  /// - Parameter unmasked: the ids of the columns that are shown in full.
  /// - Throws: `ConsultError.unmaskUnknown` or `.unmaskWithoutReason`.
  public init(
    unmasking unmasked: [String] = [], reason: String? = nil, pseudonyms: Pseudonym? = nil,
    of sheet: SheetDescription = .applicants
  ) throws(ConsultError) {
    let closed = sheet.kept.filter { $0.privacy != .open }
    for id in unmasked where !closed.contains(where: { $0.id == id }) {
      throw .unmaskUnknown(id)
    }
    self.sheet = sheet
    self.unmasked = closed.filter { unmasked.contains($0.id) }
    self.reason = reason ?? ""
    self.pseudonyms = pseudonyms
    guard self.unmasked.isEmpty || !self.reason.isEmpty else {
      throw .unmaskWithoutReason(self.unmasked.map(\.id))
    }
  }

  /// What the manifest says about it.
  var terms: PackageTerms.Unmasked? {
    unmasked.isEmpty ? nil : PackageTerms.Unmasked(fields: unmasked.map(\.id), reason: reason)
  }

  /// What the letter says about it.
  var wording: String {
    unmasked.isEmpty
      ? "姓名已作遮盖"
      : "因\(reason)列明\(unmasked.map(\.header.zh).joined(separator: "、"))，请严格控制知悉范围"
  }

  /// The columns on persons: what is personal, and of what is sensitive only what was asked for.
  var columns: [SheetField] {
    (pseudonyms == nil ? [] : [Self.pseudonym])
      + sheet.kept.filter { $0.privacy == .personal || isUnmasked($0) }
  }

  /// What a package shows of one person, by the columns' names.
  func shown(_ text: (SheetField) -> String) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: columns.map { field in
        if field.id == Self.pseudonym.id {
          return (field.id, pseudonyms?.name(of: text(sheet["resident_id"])) ?? "")
        }
        return (field.id, isUnmasked(field) ? text(field) : field.shown(text(field)))
      })
  }

  private func isUnmasked(_ field: SheetField) -> Bool {
    unmasked.contains { $0.id == field.id }
  }

  private static let pseudonym = SheetField("pseudonym", "化名", "Pseudonym", .text, example: "P-17")
}

import Consultation
public import Model

/// What a package shows of persons: their names, by which the bureau that is asked can tell whether
/// it knows them (recusal, 二（二）), and nothing else that is personal unless it was asked for and why.
public struct Disclosure: Sendable {
  /// The sheet that persons stand in.
  private let sheet: SheetDescription
  /// The columns that are shown in full though they tell who somebody is.
  private let unmasked: [SheetField]
  private let reason: String
  /// Whether names are masked too, so that nobody can be told.
  private let masksNames: Bool
  private let pseudonyms: Pseudonym?

  /// Settles what is shown.
  /// - Parameters:
  ///   - unmasked: the ids of the columns that are shown in full besides the name.
  ///   - reason: why they are shown.
  ///   - masksNames: whether the name is masked as well.
  ///   - pseudonymKey: the file of the key that gives pseudonyms, if they are wanted.
  ///   - sheet: the sheet that persons stand in.
  /// - Throws: `ConsultError.unmaskUnknown` or `.unmaskWithoutReason`, `KeyError`.
  public init(
    unmasking unmasked: [String] = [], reason: String? = nil, masksNames: Bool = false,
    pseudonymKey: String? = nil,
    of sheet: SheetDescription = .applicants
  ) throws {
    let closed = sheet.kept.filter { $0.privacy != .open }
    for id in unmasked where !closed.contains(where: { $0.id == id }) {
      throw ConsultError.unmaskUnknown(id)
    }
    self.sheet = sheet
    self.masksNames = masksNames && !unmasked.contains(Self.name)
    let shown = unmasked + (masksNames ? [] : [Self.name])
    self.unmasked = closed.filter { shown.contains($0.id) }
    let isAskedFor = unmasked.contains { $0 != Self.name }
    self.reason = reason ?? (isAskedFor ? "" : Self.judging)
    pseudonyms = try pseudonymKey.map { try Pseudonym(keyFile: $0) }
    guard self.unmasked.isEmpty || !self.reason.isEmpty else {
      throw ConsultError.unmaskWithoutReason(self.unmasked.map(\.id))
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
      : "因\(reason)需要，列明\(unmasked.map(\.header.zh).joined(separator: "、"))，请严格控制知悉范围"
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

  /// Whether people can be told by the package, and so nothing sensitive may stand beside them.
  var showsNames: Bool { isUnmasked(sheet[Self.name]) }

  private static let name = "name"
  /// Why the name is shown where nobody gave a reason.
  private static let judging = "辨认本人、判断是否应当回避"

  private static let pseudonym = SheetField("pseudonym", "化名", "Pseudonym", .text, example: "P-17")
}

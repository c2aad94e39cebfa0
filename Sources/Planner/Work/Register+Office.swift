import Model
public import Register

extension Register {
  /// The code of the office that a person means by its code or its name; nil where none is named.
  /// - Throws: `OfficeReferenceError`, `RegisterError`.
  public func officeCode(meantBy text: String?) throws -> String? {
    guard let text else { return nil }
    return try officeTable().office(meantBy: text).code
  }
}

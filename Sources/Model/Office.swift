/// A street-level office (街道、乡、镇、地区) that recruits assistants.
public struct Office: Hashable, Sendable {
  /// The nine-digit code; the key, because names repeat.
  public let code: String
  /// The name, unambiguous only within a district.
  public let name: String
  /// The six-digit code of the district (GB/T 2260).
  public let districtCode: String
  /// The name of the district.
  public let districtName: String
  /// The bureau that it answers to where that is not the district's, such as 经开区.
  public let bureau: String?

  /// Describes an office.
  public init(
    code: String, name: String, districtCode: String, districtName: String, bureau: String? = nil
  ) {
    self.code = code
    self.name = name
    self.districtCode = districtCode
    self.districtName = districtName
    self.bureau = bureau
  }

  /// Beijing's 349 offices, by code.
  public static let beijing: [Office] = beijingOfficeTable.split(separator: "\n").map { line in
    let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return Office(
      code: fields[0], name: fields[1], districtCode: fields[2], districtName: fields[3])
  }
}

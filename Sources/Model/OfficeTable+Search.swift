extension OfficeTable {
  /// The office that a person means by its code or its name.
  ///
  /// The name may stand after its district's and without 街道, 地区, 镇 or 乡 at its end.
  /// - Throws: `OfficeReferenceError` where no office is meant, or several are.
  public func office(meantBy text: String) throws(OfficeReferenceError) -> Office {
    let text = text.filter { !$0.isWhitespace }
    if let index = index(ofCode: text) { return offices[index] }
    for spelling in [\Office.spelledOut, \Office.shortened] {
      let found = offices.filter { $0[keyPath: spelling].contains(text) }
      if found.count > 1 { throw .ambiguous(text, found) }
      if let office = found.first { return office }
    }
    let candidates = offices.flatMap(\.spelledOut) + offices.map(\.code)
    throw .unknown(text, nearest: Spelling.nearest(to: text, among: candidates))
  }
}

extension Office {
  /// The name with its district before it, which no other office has.
  public var fullName: String { districtName + name }

  /// The name, alone and with the district in its usual forms.
  fileprivate var spelledOut: [String] { Self.districts(districtName).map { $0 + name } }

  /// The same without the kind of office at the end.
  fileprivate var shortened: [String] {
    guard let kind = ["街道", "地区", "镇", "乡"].first(where: name.hasSuffix),
      name.count > kind.count
    else { return [] }
    return Self.districts(districtName).map { $0 + name.dropLast(kind.count) }
  }

  private static func districts(_ name: String) -> [String] {
    let short = name.hasSuffix("区") ? String(name.dropLast()) : name
    return Set(["", name, short, "北京市" + name]).sorted()
  }
}

/// Why an office that somebody names cannot be found.
public enum OfficeReferenceError: ExplainedError, Hashable {
  /// No office has the code or name; the nearest that exists.
  case unknown(String, nearest: String?)
  /// Offices of several districts have the name.
  case ambiguous(String, [Office])

  /// What the error says.
  public var explanation: ErrorExplanation {
    switch self {
    case .unknown(let text, let nearest):
      return .init(
        "office_not_known", .usage, "没有街道“\(text)”。", "There is no office “\(text)”.",
        why: "街道按九位代码或名称找，名称前可加区名。",
        "An office is found by its nine-digit code or its name, perhaps after its district's.",
        toDo: .meant(nearest)
          ?? Guidance("请检查代码或名称。", "Check the code or the name."))
    case .ambiguous(let text, let offices):
      let codes = offices.map { "\($0.fullName) \($0.code)" }
      return .init(
        "office_name_ambiguous", .usage, "有 \(offices.count) 个街道叫“\(text)”。",
        "\(offices.count) offices are called “\(text)”.",
        toDo: "请写代码或区名：\(codes.joined(separator: "、"))。",
        "Write the code or the district: \(codes.joined(separator: ", ")).")
    }
  }
}

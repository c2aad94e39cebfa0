extension OfficeTable {
  /// What a name of an office, with or without that of its district, turned out to mean.
  public struct NameMeaning: Sendable, Equatable {
    /// The places of all offices that it may be.
    public var places: [Int]
    /// Whether the name stands so in the table, and the district too if one is named.
    public var isExact: Bool
    /// Whether there is such an office, but not in the district that is named.
    public var isElsewhere: Bool
  }

  /// Finds the offices that a name may mean, within a district where one is named.
  ///
  /// The name may have its city and district before it, may end in 办事处, and may lack 街道, 地区, 镇 or
  /// 乡. The district may have its city before it, may lack 区, and may be its code.
  public func meaning(ofName name: String, district: String) -> NameMeaning {
    let (named, isExact) = places(ofName: name)
    let inDistrict = district.isEmpty ? named : named.filter { isDistrict(district, of: $0) }
    return NameMeaning(
      places: inDistrict,
      isExact: isExact
        && inDistrict.allSatisfy { place in
          let office = offices[place]
          return ["", office.districtName, office.districtCode].contains(district)
            || district + "区" == office.districtName
        }, isElsewhere: inDistrict.isEmpty && !named.isEmpty)
  }

  /// Whether a text names the district of the office at a place.
  public func isDistrict(_ text: String, of place: Int) -> Bool {
    let office = offices[place]
    let short = Self.withoutCity(text)
    return short == office.districtName || short + "区" == office.districtName
      || Self.isCounty(short, of: office.districtName) || text == office.districtCode
  }

  /// 密云 and 延庆 were counties until 2015, and sheets still say so.
  private static func isCounty(_ text: String, of district: String) -> Bool {
    text.hasSuffix("县") && text.dropLast() + "区" == district
  }

  private func places(ofName name: String) -> (places: [Int], isExact: Bool) {
    let exact = indexes(ofName: name)
    if !exact.isEmpty { return (exact, true) }
    var short = Self.withoutCity(name)
    for ending in ["街道办事处", "街道办", "办事处"] where short.hasSuffix(ending) {
      short = String(short.dropLast(ending.count)) + (ending.hasPrefix("街道") ? "街道" : "")
      break
    }
    var candidates: [(rest: String, district: String?)] = [(short, nil)]
    for (full, brief) in districts {
      guard let named = [full, brief].first(where: short.hasPrefix) else { continue }
      candidates.append((String(short.dropFirst(named.count)), full))
    }
    for (rest, district) in candidates where !rest.isEmpty {
      for ending in [[""], ["街道", "地区", "镇", "乡"]] {
        let found = ending.flatMap { indexes(ofName: rest + $0) }
          .filter { district == nil || offices[$0].districtName == district }
        if !found.isEmpty { return (found.sorted(), false) }
      }
    }
    return ([], false)
  }

  /// The districts, each with its name without 区.
  private var districts: [(full: String, brief: String)] {
    Set(offices.map(\.districtName)).sorted().map { name in
      (name, name.hasSuffix("区") && name.count > 2 ? String(name.dropLast()) : name)
    }
  }

  private static func withoutCity(_ text: String) -> String {
    for city in ["北京市", "北京"] where text.hasPrefix(city) && text.count > city.count {
      return String(text.dropFirst(city.count))
    }
    return text
  }
}

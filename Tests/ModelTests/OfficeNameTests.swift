import Testing

@testable import Model

@Suite("The name of an office")
struct OfficeNameTests {
  private let table = OfficeTable()

  private func codes(_ name: String, _ district: String = "") -> [String] {
    table.meaning(ofName: name, district: district).places.map { table.offices[$0].code }
  }

  @Test(
    "is understood with its city and district, its ending, or without them",
    arguments: [
      ("德胜街道", ""), ("德胜街道", "西城区"), ("德胜街道", "北京市西城区"), ("德胜街道", "西城"), ("德胜街道", "110102"),
      ("德胜街道办事处", ""), ("德胜街道办", "西城区"), ("德胜", "西城"), ("西城区德胜街道", "西城区"), ("北京市西城区德胜街道办事处", ""),
      ("西城德胜", ""), ("西城区德胜街道", "北京西城"),
    ])
  func understood(name: String, district: String) {
    #expect(codes(name, district) == ["110102010"])
  }

  @Test("keeps the name of a place that is also that of its district")
  func ownName() {
    for name in ["延庆镇", "延庆区延庆镇", "北京市延庆区延庆镇"] {
      let places = table.meaning(ofName: name, district: "延庆县").places
      #expect(places.map { table.offices[$0].name } == ["延庆镇"], "\(name)")
    }
  }

  @Test("is ambiguous where several offices have it, and elsewhere in another district")
  func ambiguous() {
    #expect(codes("八里庄街道").count > 1)
    #expect(codes("八里庄", "朝阳区").count == 1)
    #expect(codes("海淀区八里庄街道").count == 1)
    #expect(table.meaning(ofName: "德胜街道", district: "东城区").isElsewhere)
    #expect(!table.meaning(ofName: "得胜街道", district: "西城区").isElsewhere)
  }

  @Test("finds every office by its full name in any of the usual forms")
  func everyOffice() {
    for (place, office) in table.offices.enumerated() {
      for name in [
        office.name, office.districtName + office.name,
        "北京市" + office.districtName + office.name + "办事处",
      ] {
        let places = table.meaning(ofName: name, district: office.districtName).places
        #expect(places.contains(place), "\(name)")
        #expect(places.allSatisfy { table.offices[$0].districtName == office.districtName })
      }
    }
  }
}

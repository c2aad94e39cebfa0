import Foundation
import Model
import Placement
import Testing

/// Two published markets of residents and programs, which are not ours to keep here.
///
/// They are in the repository laurenhendley/CSI2120_ResMatchService at commit 71bb051, in `tests`;
/// a folder that holds them is given as XIEGUAN_RESMATCH. `residents4000.csv` has the SHA-256
/// 1aa55b35687564f75a762a2734d0da597591f3884b222d378cb4e2b60d789f00, `programs4000.csv`
/// 4ac055c25be015007f19024d90c7fadd876788708960a8979c4ef4d0324a099f.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["XIEGUAN_RESMATCH"] != nil))
struct ForeignMarketTests {
  struct Row {
    let id: String
    let places: Int
    let list: [Substring]
  }

  /// Reads `id,…,"[A,B]"`, or `id,name,places,"[1,2]"`.
  static func rows(_ name: String) throws -> [Row] {
    let folder = try #require(ProcessInfo.processInfo.environment["XIEGUAN_RESMATCH"])
    let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    return try text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      let start = try #require(line.firstIndex(of: "["))
      let head = line[..<start].split(separator: ",")
      let list = line[start...].dropFirst().prefix { $0 != "]" }
      return Row(
        id: String(head[0]), places: head.count > 2 ? Int(head[2]) ?? 0 : 0,
        list: list.split(separator: ","))
    }
  }

  static func offers(_ residents: String, _ programs: String) throws -> Offers {
    try Offers(
      try rows(residents).map { row in
        OfferCandidate(number: row.id, standing: 0, wishes: row.list.map(String.init))
      },
      offices: try rows(programs).map { row in
        let order = zip(row.list.map(String.init), 0...)
        return OfferOffice(
          code: row.id, places: row.places, order: .own(Dictionary(order) { first, _ in first }))
      }, settings: OfferSettings(wishesUsed: .max))
  }

  @Test("4,000 residents and 35 programs")
  func fourThousand() throws {
    let offers = try Self.offers("residents4000.csv", "programs4000.csv")
    #expect(offers.ties.isEmpty && offers.faults.isEmpty)
    #expect(offers.offers.count == 3_666 && offers.unplaced.count == 334)
    #expect(offers.countsByWish == [3_106, 192, 167, 103, 47, 21, 16, 9, 5])
    let free = offers.freePlaces.map { ($0.office, $0.places) }
    #expect(
      Dictionary(uniqueKeysWithValues: free)
        == ["DCP": 7, "MMI": 1, "HEP": 4, "PHP": 9, "DMP": 2, "NRO": 16])
    if let path = ProcessInfo.processInfo.environment["XIEGUAN_RESMATCH_RESULT"] {
      // Its SHA-256 is c046607ca336988360ceea951feba236d1e114acc54262356129fed905bdd74f.
      let placed = offers.offers.map { "\($0.number),\($0.office)" }
      let lines = (placed + offers.unplaced.map { "\($0.number)," }).sorted()
      try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
    }
  }

  @Test("49,983 residents and 35 programs")
  func fiftyThousand() throws {
    let offers = try Self.offers("residentsLarge.csv", "programsLarge.csv")
    #expect(offers.ties.isEmpty && offers.faults.isEmpty)
    #expect(offers.offers.count == 36_956 && offers.unplaced.count == 13_027)
    let free = offers.freePlaces.map { ($0.office, $0.places) }
    #expect(Dictionary(uniqueKeysWithValues: free) == ["MMI": 5, "PHP": 62, "HEP": 27])
  }
}

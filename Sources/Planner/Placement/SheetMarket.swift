import Model
import Placement
public import Reporting
import Scoring

/// Places given out over any two sheets of wishes and places, by the code that gives out offers, so
/// that published instances and other programs' answers can be held against it.
public struct SheetMarket: Sendable {
  /// The sheet `applicant,choice1,choice2,…`; the order of its rows is the common order, or a column
  /// `rank` tells it, equals sharing a number.
  public var wishes: String
  /// The sheet `office,places`.
  public var capacities: String
  /// The sheet `office,rank1,rank2,…` where offices differ in their order; names joined by `|` are
  /// equals, and who is not named is not accepted.
  public var orders: String?
  /// The seed of the lot that settles ties; nil leaves them to a person.
  public var lot: String?

  /// A market of two sheets.
  public init(wishes: String, capacities: String, orders: String? = nil, lot: String? = nil) {
    (self.wishes, self.capacities, self.orders, self.lot) = (wishes, capacities, orders, lot)
  }

  /// Gives the places out.
  /// - Throws: `TabularError`, `MarketSheetError`, `PlacementError`.
  public func place() throws -> MarketAnswer {
    let applicants = try MarketSheet(path: wishes, first: ["applicant", "报名序号", "姓名"])
    let rank = applicants.place(of: ["rank", "名次"])
    let first = rank == 1 ? 2 : 1
    let candidates = try applicants.rows.enumerated().map { index, row in
      OfferCandidate(
        number: row.cells[0],
        standing: try rank.map { try applicants.number(row, $0) } ?? index,
        wishes: applicants.list(row.cells, from: first))
    }
    let lot = lot.map { seed in
      candidates.map { ($0.number, Lot.digest(seed: seed, applicationNumber: $0.number)) }
        .sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
    }
    let widest = candidates.map(\.wishes.count).max() ?? 1
    return MarketAnswer(
      try Offers(
        candidates, offices: try offices(), settings: OfferSettings(wishesUsed: max(1, widest)),
        lot: lot))
  }

  private func offices() throws -> [OfferOffice] {
    let sheet = try MarketSheet(path: capacities, first: ["office", "街道", "街道代码"])
    let column = sheet.place(of: ["places", "招聘人数", "名额"])
    guard let column else {
      throw MarketSheetError.columnMissing(path: capacities, ["places", "招聘人数", "名额"])
    }
    var orders: [String: [String: Int]]?
    if let path = self.orders {
      let sheet = try MarketSheet(path: path, first: ["office", "街道", "街道代码"])
      orders = Dictionary(
        uniqueKeysWithValues: sheet.rows.map { row in
          let ranks = sheet.list(row.cells, from: 1).enumerated().flatMap { rank, cell in
            cell.split(separator: "|").map { (String($0), rank) }
          }
          return (row.cells[0], Dictionary(ranks) { first, _ in first })
        })
    }
    return try sheet.rows.map { row in
      OfferOffice(
        code: row.cells[0], places: try sheet.number(row, column),
        order: orders.map { .own($0[row.cells[0]] ?? [:]) } ?? .common)
    }
  }
}

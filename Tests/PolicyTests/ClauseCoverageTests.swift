import Model
import Testing

@testable import Policy

@Suite("The Opinion's clauses")
struct ClauseCoverageTests {
  /// The clauses as the text of 25 December 2023 numbers them; paragraphs (款) where it does not.
  private static let numbers =
    ["一（一）"] + (1...9).map { "一（二）\($0)" } + (1...6).map { "二（一）\($0)" }
    + (1...3).map { "二（二）\($0)" } + ["三第一款", "三第二款", "四（一）", "四（二）", "四（三）"]
    + ["五第一款", "五第二款", "五第三款"]

  @Test("are all in the default pack, in order, each carried or with the reason why it is not")
  func coverage() throws {
    let pack = try PolicyPack.named("beijing-2023")
    #expect(pack.clauses.map(\.number) == Self.numbers)
    for clause in pack.clauses {
      #expect(!clause.carriers.isEmpty || clause.notComputable != nil)
      for text in [clause.text, clause.notComputable].compactMap(\.self) {
        #expect(!text.zh.isEmpty && !text.en.isEmpty)
      }
    }
  }

  @Test("name every requirement, tier, preference, check and local setting of the default pack")
  func nothingIsLeftOver() throws {
    let pack = try PolicyPack.named("beijing-2023")
    let rules = try rules()
    let carriers = Set(pack.clauses.flatMap(\.carriers))
    let items =
      (rules.requirements + rules.tiers + rules.preferences).map(\.id) + pack.checks.map(\.id)
      + rules.localSettings.map(\.id) + rules.parameters.keys.sorted()
    for item in items { #expect(carriers.contains(item), "\(item)") }
  }

  @Test("are the ones that rules and checks cite")
  func citations() throws {
    let pack = try PolicyPack.named("beijing-2023")
    let items: [any Declared] = try pack.checks + rules().criteria
    var cited = 0
    for item in items {
      guard case .clause(let number) = item.basis else { continue }
      cited += 1
      #expect(pack.clause(number)?.carriers.contains(item.id) == true, "\(item.id)")
    }
    #expect(cited >= pack.checks.count)
  }

  @Test("end the policy of 2006, of which only the name and the days are known")
  func repealed() throws {
    let pack = try PolicyPack.named("beijing-2023")
    #expect(pack.repeals.map(\.number) == ["京司发〔2006〕76号"])
    #expect(pack.repeals.first?.until.iso == "2023-12-24")
    #expect(pack.inForce.from.iso == "2023-12-25")
  }
}

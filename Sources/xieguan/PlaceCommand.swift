import ArgumentParser
import Planner

/// `xieguan place`: gives places out over wishes.
struct PlaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "place",
    abstract: "Give out places over wishes, by deferred acceptance 按志愿安排",
    discussion: """
      Reads any two sheets and prints applicant,office; an office is blank where nobody gives one.
      While a tie matters nobody is placed (exit code 1): let a person decide, or draw a lot.
      Example: xieguan place --wishes wishes.csv --capacities places.csv --lot 2024
      """)

  @Option(
    help:
      "applicant,choice1,choice2,… 志愿表; a column rank after applicant, else the order of the rows, is the common order."
  )
  var wishes: String

  @Option(help: "office,places 名额表.")
  var capacities: String

  @Option(
    help:
      "office,rank1,rank2,… 各单位的次序, where offices differ; equals are joined by |, others are not accepted."
  )
  var orders: String?

  @Option(help: "Settle ties by the lot of this seed 抽签种子.")
  var lot: String?

  @OptionGroup var global: OutputOptions

  func run() throws {
    try global.show(
      SheetMarket(wishes: wishes, capacities: capacities, orders: orders, lot: lot).place())
  }
}

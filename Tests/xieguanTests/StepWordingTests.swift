import Foundation
import Model
import Testing

@testable import xieguan

@Suite("Steps")
struct StepWordingTests {
  /// The names of all commands and of their options, from the command itself.
  private struct Names {
    let commands: Set<Substring>
    let options: Set<Substring>

    init() throws {
      let dump = try Command("xieguan --experimental-dump-help", in: Command.root).output
      commands = Set(dump.matches(of: /"commandName" : "([a-z-]+)"/).map(\.output.1))
      options = Set(
        dump.matches(of: /"kind" : "long",\s*"name" : "([a-z-]+)"/).map(\.output.1))
      #expect(commands.count > 30 && options.count > 50)
    }
  }

  private static let steps: [Step] = [
    .importSheet(kind: "caseload"), .importPosts, .takeGoodRows, .template(),
    .template(kind: "posts"), .listBatches, .listHeldRows, .decide, .score, .scoreWithLot,
    .ranking(run: "4f2a"), .replay(run: "4f2a"), .makePlan, .listPlans, .checkPolicy, .exportJob,
    .makeKey, .oversee("supervision"), .listRetention, .ended, .ofBatch,
    .listConsultations, .receivePackage, .recordReply, .keepOpinions, .verifyPackage, .register,
    .asOf,
    .office, .officeAndWorkbook, .first, .set("officers=3"), .lot, .drawLot, .output, .format,
    .publicList, .unmask, .reason, .letterTemplate, .passwordFile, .signers,
  ]

  @Test("are typed as commands and options that there are, in both languages")
  func typed() throws {
    let names = try Names()
    for step in Self.steps {
      for language in Language.allCases {
        let text = Step.typed(step, language)
        let commands = text.matches(of: /xieguan ([a-z-]+)/).map(\.output.1)
        let options = text.matches(of: /--([a-z-]+)/).map(\.output.1)
        #expect(!commands.isEmpty || !options.isEmpty, "\(step)")
        #expect(names.commands.isSuperset(of: commands), "\(text)")
        #expect(names.options.isSuperset(of: options), "\(text)")
        #expect(!Step.named(step, language).contains("--"))
      }
    }
    #expect(Step.typed(.listHeldRows, .zh) == "xieguan decide（不带行号）")
    #expect(Step.typed(.makeKey, .en) == "`xieguan consult key --output FILE`")
    #expect(Step.typed(.set("officers=3"), .en) == "--set officers=3")
  }

  @Test("are all that the rooms below the command line say: no command and no option stands there")
  func roomsBelow() throws {
    let names = try Names()
    let sources = Command.root.appendingPathComponent("Sources")
    let files = try #require(FileManager.default.enumerator(atPath: sources.path))
    for case let file as String in files
    where file.hasSuffix(".swift") && !file.hasPrefix("xieguan/") {
      let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
      for line in text.split(separator: "\n")
      where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        // A number after the name makes a digest's domain of it: “xieguan run 1”.
        for match in line.matches(of: /xieguan ([a-z-]+)(?! 1")/) {
          #expect(!names.commands.contains(match.output.1), "\(file): \(line)")
        }
        for match in line.matches(of: /--([a-z-]+)/) {
          #expect(!names.options.contains(match.output.1), "\(file): \(line)")
        }
      }
    }
  }
}

import Foundation
import Testing

@Suite("JSON")
struct JSONTests {
  /// What is run one after the other in one folder, each by the section of `JSON.md` that tells its
  /// form; without a section it only prepares what follows.
  private static let story: [(section: String?, line: String)] = [
    (
      "batch",
      "xieguan batch Samples/xicheng-2024/*.csv --output r --rejects back --as-of 2024-06-01"
    ),
    (nil, "mv r/xieguan.sqlite ."),
    ("decide", "xieguan decide"),
    ("decide, with rows", "xieguan decide 16 --keep --by 王主任 --reason 已核实"),
    ("import", "xieguan import applicants Samples/xicheng-2024/应聘-德胜*.csv nowhere.csv --partial"),
    ("template", "xieguan template applicants"),
    ("template", "xieguan template caseload --format csv"),
    ("score", "xieguan score --as-of 2024-06-01 --lot 7"),
    ("score", "xieguan score --as-of 2024-06-01"),
    ("ranking", "xieguan ranking latest --public"),
    ("explain", "xieguan explain latest XC20241018"),
    ("explain", "xieguan explain latest XC20243028 --lang en"),
    (nil, "xieguan score --as-of 2024-06-01 --json | \(id) >first"),
    (
      nil,
      "xieguan score --as-of 2024-06-01 --policy Samples/policies/points-and-marks.yaml --json "
        + "| \(id) >other"
    ),
    ("compare", "xieguan compare $(cat first) $(cat other)"),
    ("confirm", "xieguan confirm run latest"),
    ("confirm", "xieguan confirm run latest --by 张局 --role 副局长"),
    ("confirm, without arguments", "xieguan confirm"),
    ("replay", "xieguan replay latest"),
    ("verify-first", "xieguan verify-first latest"),
    ("sensitivity", "xieguan sensitivity latest"),
    ("monitor", "xieguan monitor latest"),
    ("policy show", "xieguan policy show"),
    ("policy check", "xieguan policy check"),
    ("policy eval", "xieguan policy eval '1 + 1'"),
    ("policy sql", "xieguan policy sql --with-table"),
    ("policy sql, of a run", "xieguan policy sql --run $(cat first) --output portable"),
    (
      "policy diff",
      "xieguan policy diff beijing-2023 Samples/policies/tiers-then-order.yaml --as-of 2024-06-01"
    ),
    (
      "compare",
      "xieguan policy diff beijing-2023 Samples/policies/points-and-marks.yaml --run $(cat first)"
    ),
    ("scale export", "xieguan scale export --engine postgresql --output job --as-of 2024-06-01"),
    (
      nil,
      "xieguan policy sql --run $(cat first) --output local; cp local/results.tsv job/results/; "
        + "touch job/results/_SUCCESS"
    ),
    ("scale collect", "xieguan scale collect job"),
    ("audit verify", "xieguan audit verify"), ("backup", "xieguan backup b.sqlite"),
    ("restore", "xieguan restore b.sqlite"),
    ("batches", "xieguan batches"),
    ("plan", "xieguan plan --scenarios Samples/xicheng-2024/情景.yaml --as-of 2024-06-01"),
    ("plan", "xieguan plan --method workload --set officers=unknown --as-of 2024-06-01"),
    (nil, "xieguan plan --method points --as-of 2024-06-01"),
    ("plans", "xieguan plans"),
    ("replay, a plan", "xieguan replay plan-latest"),
    (
      "compare, two plans", "xieguan compare $(xieguan plans | head -1 | cut -d' ' -f1) plan-latest"
    ),
    ("forecast", "xieguan forecast --months 2 --as-of 2024-06-01"),
    ("allocate", "xieguan allocate --total 25 --lot 7 --as-of 2024-06-01"),
    (
      nil,
      "printf 'applicant,choice1,choice2\\na,X\\nb,X,Y\\n' > w.csv; printf 'office,places\\nX,1\\nY,2\\n' > c.csv"
    ),
    ("place, a market", "xieguan place --wishes w.csv --capacities c.csv"),
    (nil, "printf 'applicant,rank,choice1\\na,1,X\\nb,1,X\\n' > t.csv"),
    ("place, a market", "xieguan place --wishes t.csv --capacities c.csv"),
    ("consult key", "xieguan consult key --bureau a --output a.key"),
    (nil, "xieguan consult key --bureau b --output b.key > b.line"),
    (nil, "echo a $(cat a.key.pub) > signers; cat b.line >> signers"),
    (
      "consult request",
      "xieguan consult request latest --from a --to b --number 1 --key a.key --output request "
        + "--office 110102010 --due 2024-06-09 --as-of 2024-06-03 --unmask name --reason 面谈"
    ),
    ("consult verify", "xieguan consult verify request"),
    (
      "consult receive",
      "xieguan consult receive request --signers signers --database b.sqlite --output in"
    ),
    (nil, #"sed 's/"","","",""/"同意","","",""/' in/opinions.csv > answers.csv"#),
    (
      "consult reply",
      "xieguan consult reply latest --opinions answers.csv --by 王 --number 2 --key b.key "
        + "--output reply --database b.sqlite --as-of 2024-06-10"
    ),
    ("consult record", "xieguan consult record reply --signers signers"),
    (
      "consult record",
      "xieguan consult record answers.csv --by 李 --as-of 2024-06-11 --scan Samples/bad/README.md"
    ),
    ("consult opinions", "xieguan consult opinions latest"),
    (
      "consult report",
      "xieguan consult report --month 2024-06 --from a --to b --number 3 --key a.key "
        + "--output report --as-of 2024-07-01"
    ),
    ("consult withdraw", "xieguan consult withdraw latest --by 王 --reason 另行征询"),
    ("consult list", "xieguan consult list"),
    (
      nil,
      "for sheet in assistants:协管员 training:培训记录 training_sessions:培训班次 feedback:培训反馈 "
        + "duties:职责分工 case_assignments:个案分派 relations:回避申报 findings:督导问题 "
        + "follow_up:督导后续 acknowledgements:纪律告知 contacts:工作联系; do xieguan import ${sheet%%:*} "
        + "Samples/xicheng-service-2024/${sheet##*:}.csv --database s.sqlite || exit 1; done"
    ),
    (
      "oversee training",
      "xieguan oversee training --year 2024 --as-of 2025-01-10 --database s.sqlite --output facts"
    ),
    ("oversee duties", "xieguan oversee duties --as-of 2025-01-10 --database s.sqlite"),
    ("oversee recusal", "xieguan oversee recusal --as-of 2025-01-10 --database s.sqlite"),
    (
      "oversee recusal, tried",
      "xieguan oversee recusal --try XF005 C-1009 --as-of 2025-01-10 --database s.sqlite"
    ),
    ("oversee discipline", "xieguan oversee discipline --as-of 2025-01-10 --database s.sqlite"),
    ("oversee supervision", "xieguan oversee supervision --as-of 2025-01-10 --database s.sqlite"),
    ("oversee contact", "xieguan oversee contact --as-of 2025-01-10 --database s.sqlite"),
    (
      nil,
      "printf '工号,姓名,身份证号,街道代码,到岗日期\\nXG001,王建国,11010519491231002X,110102001,2024-01-01\\n"
        + "XG002,王建国,11010519491231002X,110102003,2024-02-01\\n' > g.csv; "
        + "printf '街道代码,统计日期,专门国家工作人员数,在岗协管员数,社区矫正对象数\\n110102003,2024-12-31,2,9,30\\n' > l.csv; "
        + "printf '工号,培训日期,学时,培训类别\\nXF999,2024-03-01,4,岗中\\n' > u.csv; cp s.sqlite k.sqlite; "
        + "xieguan import assistants g.csv --database k.sqlite && xieguan import caseload l.csv "
        + "--database k.sqlite && xieguan import training u.csv --database k.sqlite"
    ),
    ("oversee checks", "xieguan oversee checks --as-of 2025-01-10 --database k.sqlite"),
    (
      "oversee letter",
      "xieguan oversee letter DD2024-06 --from 西城区司法局 --to 牛街街道办事处 --number 西司函〔2025〕4号 "
        + "--by 王科长 --output letter --as-of 2025-01-10 --database s.sqlite"
    ),
    (
      "appraise",
      "xieguan appraise XF010 --year 2024 --as-of 2025-01-10 --database s.sqlite --output page"
    ),
    (
      "appraise, an office",
      "xieguan appraise --office 德胜 --year 2024 --as-of 2025-01-10 --database s.sqlite --output p"
    ),
    (
      "roster due",
      "xieguan roster due --within 60 --as-of 2025-01-10 --database s.sqlite --output due"
    ),
    ("retention hold", "xieguan retention hold XF010 --by 王科长 --reason 复核 --database s.sqlite"),
    ("retention list", "xieguan retention list --as-of 2027-01-10 --database s.sqlite"),
    (
      "retention apply",
      "xieguan retention apply --rule roster --by 王科长 --reason 到期 --as-of 2027-01-10 "
        + "--database s.sqlite"
    ),
    (
      "retention release",
      "xieguan retention release XF010 --by 王科长 --reason 已答复 --database s.sqlite"
    ),
    (
      "retention apply",
      "xieguan retention apply --rule applications --ended 2024-06-30 --batch 1 --dry-run --by 王科长 "
        + "--reason 到期 --as-of 2025-01-10"
    ),
    (
      "retention redact",
      "xieguan retention redact u.csv 2 工号 --by 王科长 --reason 误写 --database k.sqlite"
    ),
    ("find", "xieguan find XC20241003"),
    ("status", "xieguan status --as-of 2024-07-01"),
    ("update", "xieguan update applicants Samples/xicheng-2024/更正-核验回函.csv"),
    ("undo", "xieguan undo 1"),
  ]

  /// Takes a run's id out of what `score` prints.
  private static let id = #"sed 's/.*"run":"//; s/".*//'"#

  private static func forms() throws -> [String: JSONForm] {
    JSONForm.read(
      try String(
        contentsOf: Command.root.appendingPathComponent("Sources/Reporting/Answers/JSON.md"),
        encoding: .utf8))
  }

  @Test("of every command is as JSON.md says", .timeLimit(.minutes(5)))
  func everyCommand() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("Samples"),
      withDestinationURL: Command.root.appendingPathComponent("Samples"))
    let forms = try Self.forms()
    for (section, line) in Self.story {
      guard let section else {
        let command = try Command(line, in: folder)
        #expect(command.status <= 1, "\(line)\n\(command.errors)")
        continue
      }
      let command = try Command(line + " --json", in: folder)
      #expect(command.status <= 1, "\(line)\n\(command.errors)")
      let form = try #require(forms[section], "JSON.md has no section \(section)")
      let value = try JSONDecoder().decode(JSONValue.self, from: Data(command.output.utf8))
      #expect(command.output.count { $0.isNewline } == 1, "\(line): one line")
      #expect(form.faults(of: value, at: section, shapes: forms) == [], "\(line)")
    }
    for section in Set(Self.story.compactMap(\.section)) {
      #expect(forms[section]?.unseen(at: section) == [])
    }
  }

  @Test("is documented and tried for every command that takes --json")
  func coverage() throws {
    struct Tree: Decodable {
      struct Command: Decodable {
        struct Argument: Decodable {
          struct Name: Decodable { let name: String }
          let names: [Name]?
        }
        let commandName: String
        let arguments: [Argument]?
        let subcommands: [Command]?

        /// The names of all commands below that take `--json`.
        func names(after path: [String] = []) -> [String] {
          if let subcommands {
            return subcommands.flatMap { $0.names(after: path + [$0.commandName]) }
          }
          let options = (arguments ?? []).flatMap { $0.names ?? [] }.map(\.name)
          return options.contains("json") ? [path.joined(separator: " ")] : []
        }
      }
      let command: Command
    }
    let dump = try Command("xieguan --experimental-dump-help", in: Command.root)
    let commands = try JSONDecoder().decode(Tree.self, from: Data(dump.output.utf8)).command.names()
    #expect(commands.count > 30)
    // A command that says several things has a section for each: “compare, plans”.
    func command(_ section: String) -> String { String(section.prefix { $0 != "," }) }
    let documented = Set(try Self.forms().keys.map(command))
    let tried = Set(Self.story.compactMap(\.section).map(command))
    for name in commands {
      #expect(documented.contains(name), "JSON.md has no section \(name)")
      #expect(tried.contains(name), "no line of the story runs \(name)")
    }
  }
}

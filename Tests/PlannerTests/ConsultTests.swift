import Consultation
import Foundation
import Model
import Oversight
import Policy
import GRDB
import Testing

@testable import Planner
@testable import Register
@testable import Reporting

@Suite("A consultation")
struct ConsultTests {
  @Test("goes from a request to a recorded answer between two registers")
  func roundTrip() throws {
    let story = try ConsultStory()
    let request = try story.request()
    let receipt = try story.receive()
    #expect(receipt.entry.manifestSHA256 == request.manifestSHA256)
    #expect(receipt.digest != nil)
    let subjects = try story.asked.subjects(of: receipt.entry)
    #expect(subjects.count == receipt.subjects)
    #expect(try story.asker.subjects(of: request) == subjects)
    let sheet = try story.fill { number in
      switch number {
      case subjects[0]: ("同意", "")
      case subjects[1]: ("不同意", "与对象有近亲属关系")
      case subjects[2]: ("", "请核实学历")
      default: ("", "")
      }
    }
    try story.reply(to: request, opinions: sheet)
    let answer = try story.record()
    #expect(!answer.known)
    #expect(answer.held.isEmpty)
    let expected = zip(subjects, [Opinion.agree, .disagree, .remark]).sorted { $0.0 < $1.0 }
    #expect(answer.opinions.map(\.subject) == expected.map(\.0))
    #expect(answer.opinions.map(\.opinion) == expected.map(\.1))
    #expect(answer.opinions.allSatisfy { $0.by == "王科长" && $0.on.iso == "2024-06-10" })
    #expect(Set(answer.opinions.map(\.remark)) == ["", "与对象有近亲属关系", "请核实学历"])
    // The workbook of the answer says what its table says.
    let shown = try OpinionSheet.opinions(
      in: story.path("ans/opinions.xlsx"), about: .ranking, subjects: subjects, by: "",
      on: ConsultStory.day("2000-01-01"))
    #expect(shown.sorted { $0.subject < $1.subject } == answer.opinions)
    // Once more changes nothing, and both chains are sound.
    let again = try story.record()
    #expect(again.known && again.opinions == answer.opinions)
    #expect(try story.asker.checkAudit().isSound)
    let (asking, asked) = try (story.asker.checkAudit(), story.asked.checkAudit())
    #expect(asking.count == 5 && asked.count == 3 && asked.isSound)
    let list = try story.asker.listConsultations(asOf: ConsultStory.day("2024-07-01"))
    #expect(list.consultations.map(\.state) == [.answered])
  }

  @Test("that was cut short after its package stood at its place ends as if it had run once")
  func cutShort() throws {
    let story = try ConsultStory()
    let sent = try story.request()
    #expect(throws: PackageError.self) { try story.request() }
    try story.asker.write { try $0.execute(sql: "DELETE FROM departure") }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: story.path("req/signature")))
    #expect(throws: PackageError.self) { try story.request("req", office: "110102007") }
    #expect(try story.request().manifestSHA256 == sent.manifestSHA256)
    #expect(try story.asker.hasDeparted(sent))
    #expect(try Data(contentsOf: URL(fileURLWithPath: story.path("req/signature"))) == bytes)
    #expect(try story.asker.consultations().count == 1)
    #expect(throws: PackageError.self) { try story.request() }
  }

  @Test("asks about a whole run under the run's own digest, and about a part under the part's")
  func digests() throws {
    let story = try ConsultStory()
    try story.request("whole", office: nil, disclosure: Disclosure(masksNames: true))
    let whole = try #require(try story.open("whole").terms.run)
    #expect(whole.digest == story.run.digest)
    #expect(whole.ofRun == story.run.id)
    try story.request("part")
    let part = try #require(try story.open("part").terms.run)
    #expect(part.digest != whole.digest)
    for name in ["whole", "part"] {
      try #expect(Recomputation(story.open(name)).map { $0.stated == $0.found } == true)
    }
  }

  @Test("asks about the first ranks only, and carries nobody else's facts")
  func firstRanks() throws {
    let story = try ConsultStory()
    try story.request("three", first: 3, office: nil)
    let package = try story.open("three")
    let ranking = try story.rows("ranking", of: "three")
    #expect(ranking.allSatisfy { (1...3).contains(Int($0["rank"] ?? "") ?? 0) })
    let people = try story.rows("applicants", of: "three")
    #expect(people.count == ranking.count)
    try #expect(Recomputation(package).map { $0.stated == $0.found } == true)
  }

  @Test("carries text that looks like a formula there and back unharmed and unrun")
  func formulas() throws {
    let story = try ConsultStory()
    let numbers = ["=1+2", "@SUM(A1)", "+86", "-1"]
    let people = [
      "11010519491231002X", "110105199001013000", "110105199001015006", "11010519900102300X",
    ]
    let sheet = zip(numbers, people).map { "\($0),=甲,\($1),110101001\n" }
    let register = try Register()
    var options = ImportOptions(takenAt: SampleStory.moment)
    options.badRows = .takeGoodRows
    let text = "报名序号,姓名,身份证号,应聘街道代码\n" + sheet.joined()
    let report = try Import(into: register, options: options)
      .run([story.sample.file("a.csv", Array(text.utf8))])
    #expect(report.total.accepted > 0)
    let run = try ScoringRun(
      over: register, policy: PolicyPack.named("beijing-2023"), asOf: story.run.asOf)
    try run.store(in: register)
    let request = try story.fromHR("req").request(
      .ranking(run: run.id, first: nil), office: nil, disclosure: Disclosure(), from: register
    ).entry
    let table = try story.text("req/opinions.csv")
    #expect(table.firstMatch(of: /"[=+@-]/) == nil)
    let receipt = try story.receive()
    #expect(receipt.digest != nil)
    let subjects = try story.asked.subjects(of: receipt.entry)
    #expect(Set(subjects).isSubset(of: numbers))
    try story.reply(to: request, opinions: story.fill { _ in ("说明", "=HYPERLINK(1)") })
    let answer = try story.record(into: register)
    #expect(answer.opinions.map(\.subject) == subjects.sorted())
    #expect(Set(answer.opinions.map(\.remark)) == ["=HYPERLINK(1)"])
  }

  @Test(
    "shows names to judge by, and no identity or telephone number unless asked to, with a reason")
  func masking() throws {
    let story = try ConsultStory()
    try story.request(office: nil)
    for name in try FileManager.default.contentsOfDirectory(atPath: story.path("req"))
    where ["csv", "json", "html"].contains(name.split(separator: ".").last ?? "") {
      let text = try story.text("req/" + name)
      #expect(text.firstMatch(of: /[^0-9a-f][1-9][0-9]{16}[0-9X][^0-9a-f]/) == nil, "\(name)")
      #expect(text.firstMatch(of: /[^0-9a-f]1[3-9][0-9]{9}[^0-9a-f]/) == nil, "\(name)")
    }
    let shown = try story.rows("applicants", of: "req")
    #expect(shown.allSatisfy { $0["name"]?.contains("*") == false })
    let masked = try Disclosure(masksNames: true)
    try story.request("masked", disclosure: masked)
    #expect(
      try story.rows("applicants", of: "masked").allSatisfy { $0["name"]?.contains("*") == true })
    #expect(try story.open("masked").terms.unmasked == nil)
    let disclosure = try Disclosure(unmasking: ["name", "phone"], reason: "面谈联系")
    try story.request("open", disclosure: disclosure)
    let package = try story.open("open")
    #expect(package.terms.unmasked == .init(fields: ["name", "phone"], reason: "面谈联系"))
    let noted = try story.asker.read {
      try String.fetchAll(
        $0, sql: "SELECT detail FROM audit WHERE action LIKE 'consult%' ORDER BY id")
    }
    #expect(
      noted.map { String($0.split(separator: "|").last ?? "") } == [
        " unmasked name: 辨认本人、判断是否应当回避",
        " \(try story.open("masked").signed.sha256)", " unmasked name,phone: 面谈联系",
      ])
    #expect(try story.rows("applicants", of: "open").allSatisfy { $0["phone"] != nil })
    try #expect(Recomputation(package).map { $0.stated == $0.found } == true)
    #expect(throws: ConsultError.unmaskWithoutReason(["name", "phone"])) {
      try Disclosure(unmasking: ["phone"])
    }
    #expect(throws: ConsultError.unmaskUnknown("major")) {
      try Disclosure(unmasking: ["major"], reason: "x")
    }
  }

  @Test("leaves the kind of hardship out where names are shown, and gives the same list")
  func kindsLeftOut() throws {
    let story = try ConsultStory()
    try story.request(office: nil)
    try story.request("masked", office: nil, disclosure: Disclosure(masksNames: true))
    let kinds = try ["req", "masked"].map { name in
      Set(try story.rows("applicants", of: name).compactMap { $0["hardship_category"] })
    }
    #expect(kinds[0] == ["", "无", "其他"])
    #expect(kinds[1].count > 3)
    let lists = try ["req", "masked"].map { name in
      try story.rows("ranking", of: name).map { [$0["application_no"], $0["rank"], $0["tier"]] }
    }
    #expect(lists[0] == lists[1])
    for name in ["req", "masked"] {
      try #expect(Recomputation(story.open(name)).map { $0.stated == $0.found } == true)
    }
    #expect(try story.text("req/letter.html").contains("未列就业困难类别"))
  }

  @Test("says for which street office the bureau writes, unless the office writes itself")
  func onBehalf() throws {
    let story = try ConsultStory()
    try story.request()
    #expect(try story.text("req/letter.html").contains("受德胜街道委托"))
    var own = try story.fromHR("own")
    own.from = "德胜街道办事处"
    _ = try own.request(
      .ranking(run: story.run.id), office: ConsultStory.office, disclosure: Disclosure(),
      from: story.asker)
    #expect(try !story.text("own/letter.html").contains("委托"))
  }

  @Test("is not taken for an answer once it was withdrawn, and is listed so")
  func withdrawal() throws {
    let story = try ConsultStory()
    let request = try story.request()
    try story.receive()
    try story.reply(to: request, opinions: story.fill { _ in ("同意", "") })
    let withdrawal = Withdrawal(at: "2024-06-05T09:00:00Z", by: "李科长", reason: "另行征询")
    _ = try story.asker.withdrawRequest(request.id, withdrawal)
    let refusal = ConsultError.withdrawn(number: request.number, by: "李科长", on: "2024-06-05")
    #expect(throws: refusal) { try story.record() }
    #expect(throws: refusal) { _ = try story.asker.withdrawRequest(request.id, withdrawal) }
    let list = try story.asker.listConsultations(asOf: ConsultStory.day("2024-07-01"))
    #expect(list.lines(Wording(.zh)).first?.contains("已撤回（李科长）") == true)
    #expect(try story.asker.verifyAudit(anchor: nil).status == .done)
  }

  @Test("is refused where its letter contradicts itself or an earlier one")
  func contradictions() throws {
    let story = try ConsultStory()
    let request = try story.request()
    func ask(
      _ name: String, _ change: (inout OutgoingPackage) -> Void = { _ in }, number: String = "1"
    )
      throws
    {
      var package = try story.fromHR(name, number: number)
      change(&package)
      defer { #expect(!FileManager.default.fileExists(atPath: story.path(name))) }
      _ = try package.request(
        .ranking(run: story.run.id), office: ConsultStory.office, disclosure: Disclosure(),
        from: story.asker)
    }
    let sender = Bilingual(zh: "发函单位", en: "its sender")
    #expect(throws: ConsultError.letterIncomplete(sender)) { try ask("a") { $0.from = " " } }
    #expect(throws: ConsultError.sameBureau(ConsultStory.hr)) { try ask("b") { $0.to = $0.from } }
    #expect(
      throws: ConsultError.letterIncomplete(Bilingual(zh: "发文字号", en: "its number"))
    ) { try ask("c", number: "") }
    #expect(
      throws: ConsultError.numberUsed(request.number, title: request.title, on: request.sentOn)
    ) { try ask("d", number: request.number) }
    let early = try OutgoingPackage(
      number: "1", date: ConsultStory.day("2024-06-03"), due: ConsultStory.day("2024-06-02"),
      keyFile: story.path("hr.key"), output: story.path("e"), moment: "2024-06-03T09:00:00Z")
    #expect(throws: ConsultError.self) {
      try ask("e") { package in
        package = early
        (package.from, package.to) = (ConsultStory.hr, ConsultStory.justice)
      }
    }
    try story.receive()
    let answer = try OutgoingPackage(
      number: "9", date: ConsultStory.day("2024-06-02"), keyFile: story.path("justice.key"),
      output: story.path("f"), moment: "2024-06-02T09:00:00Z")
    #expect(throws: ConsultError.self) {
      _ = try answer.reply(
        to: request.id, opinions: story.fill { _ in ("同意", "") }, by: "王科长", from: story.asked)
    }
    #expect(!FileManager.default.fileExists(atPath: story.path("f")))
  }

  @Test(
    "that brings an objection shows it in explain, in the list, on the page and in the workbook")
  func objections() throws {
    let story = try ConsultStory()
    let request = try story.request()
    try story.receive()
    let first = try #require(try story.asked.subjects(of: request.received).first)
    try story.reply(
      to: request, opinions: story.fill { $0 == first ? ("不同意", "有应当回避的情形") : ("同意", "") })
    let before = try story.asker.explain(first, inRun: "latest").opinions
    #expect(before.isEmpty)
    try story.record()
    let objection = Objection(
      bureau: ConsultStory.justice, number: "西司函〔2024〕7号",
      on: try ConsultStory.day("2024-06-10"), remark: "有应当回避的情形")
    #expect(try story.asker.explain(first, inRun: "latest").opinions == [objection])
    func ranking(_ format: RankingFormat, masked: Bool = false) throws -> String {
      let name = "list-\(UUID().uuidString)"
      try story.asker.writeRanking(
        "latest", office: ConsultStory.office, as: format, to: story.path(name),
        masksNames: masked, language: .zh)
      return try String(contentsOfFile: story.path(name), encoding: .utf8)
    }
    let sentence = objection.wording.zh
    #expect(try ranking(.csv).components(separatedBy: sentence).count == 2)
    #expect(try ranking(.html).contains(sentence))
    #expect(try ranking(.json).contains("有应当回避的情形"))
    #expect(try !ranking(.csv, masked: true).contains("不同意"))
    _ = try story.asker.withdrawRequest(
      request.id, Withdrawal(at: "2024-06-11T09:00:00Z", by: "李科长", reason: "另行征询"))
    #expect(try story.asker.explain(first, inRun: "latest").opinions.isEmpty)
  }

  @Test("is opened as if what programs leave beside it were not there, and says so")
  func leftByPrograms() throws {
    let story = try ConsultStory()
    try story.request()
    for name in [
      "~$letter.docx", ".DS_Store", "Thumbs.db", "._letter.html", ".~lock.opinions.xlsx#",
    ] {
      try Data("x".utf8).write(to: URL(fileURLWithPath: story.path("req/" + name)))
    }
    let receipt = try story.receive()
    #expect(receipt.notes(Wording(.zh)).contains { $0.contains("~$letter.docx") })
    try Data("x".utf8).write(to: URL(fileURLWithPath: story.path("req/more.csv")))
    #expect(throws: PackageError.fileExtra("more.csv")) { _ = try story.open("req") }
  }

  @Test("recognises a person in two packages by a pseudonym that only the sender's key gives")
  func pseudonyms() throws {
    let story = try ConsultStory()
    let names = try [0, 0, 1].enumerated().map { index, byte in
      let key = try story.sample.file("key\(index)", Array(repeating: UInt8(byte), count: 32))
      try story.request(
        "p\(index)", disclosure: Disclosure(pseudonymKey: key))
      return try story.rows("applicants", of: "p\(index)").map { $0["pseudonym"] }
    }
    #expect(names[0] == names[1])
    #expect(Set(names[0]).isDisjoint(with: names[2]))
    #expect(Set(names[0]).count == names[0].count)
    let short = try story.sample.file("short", Array(repeating: 0, count: 31))
    #expect(throws: KeyError.pseudonymKeyShort(path: short, bytes: 31)) {
      try Disclosure(pseudonymKey: short)
    }
  }

  @Test("carries a policy with all that it extends")
  func overlays() throws {
    let story = try ConsultStory()
    let pack = SampleStory.root.appendingPathComponent("Samples/policies/points-and-marks.yaml")
    let run = try ScoringRun(
      over: story.asker, policy: PolicyPack.opened(pack.path), asOf: ConsultStory.day("2024-06-01"),
      seed: "种子")
    try run.store(in: story.asker)
    _ = try story.fromHR("req").request(
      .ranking(run: run.id, first: nil), office: nil, disclosure: Disclosure(), from: story.asker
    )
    let package = try story.open("req")
    #expect(package.terms.run?.policyFiles == ["policy-base-1.yaml", "policy.yaml"])
    #expect(package.terms.run?.ofRun == run.id)
    try #expect(Recomputation(package).map { $0.stated == $0.found } == true)
  }

  @Test("asks about a plan, which comes out again from the figures in the package")
  func plan() throws {
    let story = try ConsultStory()
    let policy = try PolicyPack.named("beijing-2023")
    let request = try story.fromHR("req").request(
      .plan(policy, asOf: ConsultStory.day("2024-06-03")), office: nil, disclosure: Disclosure(),
      from: story.asker
    ).entry
    let receipt = try story.receive()
    #expect(receipt.digest != nil)
    #expect(try story.asked.subjects(of: request.received).count == 15)
    let sheet = try story.fill { $0 == "110102010" ? ("同意", "") : ("", "") }
    try story.reply(to: request, opinions: sheet)
    let answer = try story.record()
    #expect(answer.opinions.map(\.subject) == ["110102010"])
    #expect(answer.held.isEmpty)
  }

  @Test(
    "names the months of a report",
    arguments: [
      ("2024-06", "2024年6月", "2024-06-01", "2024-06-30"),
      ("2024-Q1", "2024年第一季度", "2024-01-01", "2024-03-31"),
      ("2024-q4", "2024年第四季度", "2024-10-01", "2024-12-31"),
      ("2024", "2024年度", "2024-01-01", "2024-12-31"),
    ])
  func period(text: String, chinese: String, first: String, last: String) throws {
    let period = try #require(ReportPeriod(text))
    #expect(period.chinese == chinese)
    #expect(period.firstDay.iso == first)
    #expect(period.lastDay.iso == last)
    for wrong in ["2024-Q5", "24", "2024-13", "2024-06-01", ""] {
      #expect(ReportPeriod(wrong) == nil)
    }
  }

  @Test("names by itself the last whole period before a day, as long as the district sets")
  func lastPeriod() throws {
    let days = ["2024-01-01", "2024-03-31", "2024-04-01", "2024-12-31"].compactMap(
      CivilDate.init(iso:))
    func labels(_ months: Int) -> [String] {
      days.map { ReportPeriod(before: $0, months: months).label }
    }
    #expect(labels(1) == ["2023-12", "2024-02", "2024-03", "2024-11"])
    #expect(labels(3) == ["2023-Q4", "2023-Q4", "2024-Q1", "2024-Q3"])
    #expect(labels(12) == ["2023", "2023", "2023", "2023"])
    let story = try ConsultStory()
    func overlay(_ months: Int) throws -> PolicyPack {
      let text = """
        policy: x
        extends: beijing-2023
        title: { zh: 本区办法, en: ours }
        in_force: { from: 2024-03-01 }
        parameters:
          - name: report_interval
            title: {zh: 报送间隔, en: interval of reports}
            unit: {zh: 月, en: months}
            local: {zh: 本区设定, en: ours}
            value: \(months)
        """
      return try PolicyPack.opened(story.sample.file("p\(months).yaml", Array(text.utf8)))
    }
    _ = try story.fromHR("y").report(ReportPeriod("2024"), policy: overlay(3), from: story.asker)
    // The sample's sheets are of June, and the quarter before has none.
    #expect(throws: ConsultError.emptyMonth("2024-Q1")) {
      _ = try story.fromHR("q").report(nil, policy: overlay(3), from: story.asker)
    }
    #expect(throws: OversightError.badSetting("report_interval", value: "2")) {
      _ = try story.fromHR("r").report(nil, policy: overlay(2), from: story.asker)
    }
  }

  @Test("reports trainings without a caseload sheet, and no group of fewer than ten people")
  func withheld() throws {
    let story = try ConsultStory()
    let scratch = try SampleStory()
    let register = try Register()
    for (kind, name) in [
      (SheetKind.assistants, "协管员"), (.training, "培训记录"), (.findings, "督导问题"),
    ] {
      let path = SampleStory.root.appendingPathComponent("Samples/xicheng-service-2024/\(name).csv")
      _ = try scratch.take([path.path], into: register) { $0.kind = kind }
    }
    let stranger = "工号,培训日期,学时,培训类别\nX999,2024-05-20,4,岗中\n"
    _ = try scratch.take([scratch.file("u.csv", Array(stranger.utf8))], into: register)
    _ = try story.fromHR("quarter").report(
      ReportPeriod("2024-Q2"), policy: PolicyPack.named("beijing-2023"), from: register)
    _ = try story.receive("quarter")
    let rows = try story.rows("oversight", of: "quarter")
    let training = try #require(rows.first { $0["kind"] == "岗中" })
    #expect(training["assistants"] == "28")
    // Two people in general training, three in findings.
    #expect(rows.first { $0["kind"] == "综合" }?["assistants"]?.isEmpty ?? true)
    for row in rows where row["item"] == "findings" {
      #expect(row["count"]?.isEmpty ?? true)
      #expect(row["assistants"]?.isEmpty ?? true)
    }
    #expect(rows.contains { $0["item"] == "findings" })
  }

  @Test("reports a month in counts")
  func report() throws {
    let story = try ConsultStory()
    let month = try #require(CivilMonth(iso: "2024-06"))
    _ = try story.fromHR("month")
      .report(ReportPeriod(month), policy: PolicyPack.named("beijing-2023"), from: story.asker)
    let receipt = try story.receive("month")
    #expect(receipt.digest == nil)
    #expect(try story.rows("headcount", of: "month").count == 15)
    let runs = try story.rows("runs", of: "month")
    #expect(runs.map { $0["run"] } == [story.run.id])
    for iso in ["2024-07", "2030-01"] {
      let empty = try #require(CivilMonth(iso: iso))
      #expect(throws: ConsultError.emptyMonth(iso)) {
        try story.fromHR("none")
          .report(ReportPeriod(empty), policy: PolicyPack.named("beijing-2023"), from: story.asker)
      }
    }
    let list = try story.asked.listConsultations(asOf: ConsultStory.day("2024-07-01"))
    #expect(list.consultations.map(\.state) == [.none])
  }
}

extension ConsultationEntry {
  /// The same package on the side of its addressee.
  var received: ConsultationEntry {
    ConsultationEntry(
      direction: .received, manifestSHA256: manifestSHA256, manifest: manifest, kind: kind,
      matter: matter, serial: serial, from: from, to: to, number: number, title: title,
      sentOn: sentOn, dueOn: dueOn, requestSHA256: requestSHA256, runID: runID)
  }
}

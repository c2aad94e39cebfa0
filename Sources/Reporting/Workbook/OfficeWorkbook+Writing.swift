public import Model
import Policy
import Scoring
import Staffing
public import Tabular

extension OfficeWorkbook {
  /// Writes the workbook; the same values give the same bytes.
  ///
  /// - Throws: `TabularError` where the file cannot be made or written.
  public func write(to path: String, language: Language = .zh) throws(TabularError) {
    let say = Wording(language)
    let title = officeName + say(" 应聘人员名次", ": ranked list of applicants")
    let workbook = try WorkbookWriter(path: path, title: title, created: report.scored.rules.date)
    writeList(title, into: workbook, say)
    writeUnranked(into: workbook, say)
    writeGrounds(into: workbook, say)
    try workbook.close()
  }

  /// The line under each title that tells whose result this is.
  private func origin(_ say: Wording) -> String {
    var parts = [
      say(
        "评定日期 \(report.scored.rules.date.iso)", "date of evaluation \(report.scored.rules.date.iso)"
      ),
      say("规则包 \(report.scored.rules.policyID)", "policy pack \(report.scored.rules.policyID)"),
      say("运行编号 \(report.id)", "run \(report.id)"),
    ]
    if let seed = report.scored.seed {
      parts.append(say("抽签种子 \(seed)", "seed of the lot \(seed)"))
    }
    if let places { parts.append(say("招聘人数 \(places)", "places \(places)")) }
    return parts.joined(separator: say("；", "; "))
  }

  private func writeList(_ title: String, into workbook: WorkbookWriter, _ say: Wording) {
    let list = PrintedTable(
      workbook.addSheet(say("名次", "Ranked list")), title: title, origin: origin(say),
      columns: [
        (say("名次", "Rank"), 6), (say("报名序号", "Application"), 16), (say("姓名", "Name"), 14),
        (say("资格结论", "Verdict"), 10), (say("顺位", "Tier"), 9), (say("分数", "Points"), 6),
        (say("并列", "Tied"), 6), (say("决定因素", "Decided by"), 10),
        (say("符合的优先条件", "Preferences met"), 34), (say("计算过程", "Working"), 42),
      ], footer: officeName)
    for (index, applicant) in ranked.enumerated() {
      list.write(
        [
          .number(applicant.placement.rank), .text(say.shown(applicant.applicationNo)),
          .text(say.shown(applicant.name)), .text(say(applicant.assessment.verdict.wording)),
          .text(say.tier(applicant.assessment.tier)), .number(applicant.assessment.points),
          .text(applicant.placement.isTied ? say("并列", "tied") : ""),
          .text(say(applicant.placement.decider.wording)), .text(say.list(applicant.reasons)),
          .text(
            say(applicant.working)
              + (applicant.mark.map { say("；成绩：", "; mark: ") + say($0.wording) } ?? "")
              + applicant.objections.map { "；" + say($0.wording) }.joined()),
        ], row: index)
    }
    if ranked.isEmpty {
      list.write(note: say("没有符合条件的应聘人员。", "No applicant is eligible."), row: 0)
    }
  }

  private func writeUnranked(into workbook: WorkbookWriter, _ say: Wording) {
    let list = PrintedTable(
      workbook.addSheet(say("未列入名次", "Not ranked")),
      title: officeName + say(" 未列入名次的人员和原因", ": who is not ranked, and why"),
      origin: origin(say),
      columns: [
        (say("报名序号", "Application"), 16), (say("姓名", "Name"), 14), (say("资格结论", "Verdict"), 12),
        (say("原因", "Why"), 48), (say("符合的优先条件", "Preferences met"), 34),
        (say("所在文件", "File"), 28), (say("行", "Row"), 7),
      ], footer: officeName)
    for (index, applicant) in unranked.enumerated() {
      let why =
        applicant.assessment.verdict == .pending
        ? say("缺少：", "missing: ") : say("不符合：", "not met: ")
      list.write(
        [
          .text(say.shown(applicant.applicationNo)), .text(say.shown(applicant.name)),
          .text(say(applicant.assessment.verdict.wording)),
          .text(why + say.list(applicant.obstacles)),
          .text(say.list(applicant.reasons)), .text(applicant.source?.file ?? ""),
          .number(applicant.source?.row),
        ], row: index)
    }
    if unranked.isEmpty {
      list.write(note: say("没有。", "None."), row: 0)
    }
  }

  private func writeGrounds(into workbook: WorkbookWriter, _ say: Wording) {
    let list = PrintedTable(
      workbook.addSheet(say("配备和依据", "Headcount and rules")),
      title: officeName + say(" 配备测算和标准依据", ": headcount, and the rules"), origin: origin(say),
      columns: [
        (say("项目", "Item"), 34), (say("内容", "What it comes to"), 58),
        (say("依据", "Rests on"), 16), (say("说明", "Remark"), 46),
      ], footer: officeName)
    var row = 0
    func add(_ item: String, _ content: String, _ bases: [Basis], _ note: Bilingual? = nil) {
      var remarks = note.map { [say($0)] } ?? []
      for case .local(let reason) in bases { remarks.append(say(reason)) }
      list.write(
        [
          .text(item), .text(content),
          .text(bases.map(say.mark).joined(separator: say("、", ", "))),
          .text(remarks.joined(separator: say("；", "; "))),
        ], row: row)
      row += 1
    }
    if let headcount {
      for (index, line) in headcount.working.enumerated() {
        add(say("配备测算第 \(index + 1) 步", "Headcount, step \(index + 1)"), say(line), [])
      }
      if let obstacle = headcount.obstacle {
        add(say("配备不能计算", "Headcount cannot be computed"), say(obstacle.wording), [])
      } else {
        let (proposed, inPost) = (say.count(headcount.proposed), say.count(headcount.inPost))
        add(
          say("建议配备协管员", "Assistants proposed"),
          say(
            "\(proposed) 人；在岗 \(inPost) 人，相差 \(say.difference(headcount.difference))",
            "\(proposed); in post \(inPost), difference \(say.difference(headcount.difference))"),
          [.clause("四（一）")])
        add(
          say("专门国家工作人员缺额", "Officers short"), say.count(headcount.officerShortfall),
          [.clause("一（二）8")],
          Bilingual(zh: "缺额不以协管员补足", en: "never made up for with assistants"))
      }
    }
    add(say("确认", "Confirmation"), say(report.confirmation.wording), [])
    if let headcount {
      add(say("统计日期", "Figures of"), headcount.asOf.iso, [])
    }
    for note in headcount?.notes ?? [] { add(say("提示", "Note"), say(note), []) }
    for rule in report.rules { add(say(rule.title), say(rule.effect), rule.bases, rule.note) }
    list.write(
      note: say(
        "本表由程序依规则计算，由具名人员确认。标“本地设定”之处不是《意见》原文要求。",
        "Computed by rule; a named person confirms. Local settings are not the Opinion's."),
      row: row)
  }
}

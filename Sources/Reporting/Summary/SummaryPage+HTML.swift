import Model
import Policy
import Scoring
import Staffing

extension SummaryPage {
  /// The page as HTML; the same run gives the same bytes.
  public var html: String {
    document(say(title)) {
      header
      figures
      toDo
      officesSection
      listsSection
      verificationSection
      unrankedSection
      headcountSection
      rulesSection
      filesSection
      footer
    }
  }

  var offices: [OfficeResult] { districts.flatMap(\.offices) }
  var rules: RuleSet { report.scored.rules }

  private var title: Bilingual {
    let scored = report.scored
    let names = Set(scored.list.offices.map { scored.offices.offices[$0.office].districtName })
    let place = names.count == 1 ? names.first ?? "" : "北京市"
    return Bilingual(
      zh: "\(place)社区矫正协管员招聘：评分与排名", en: "\(place): recruitment of assistants, scores and ranks")
  }

  private var header: Markup {
    tag("header") {
      tag("h1") { say(title) }
      tag("p", ["class": "note"]) {
        say(
          "依据《\(rules.title.zh)》（\(report.scored.policy.inForce.from.iso) 起施行，下称《意见》）",
          "Under the \(rules.title.en), in force from \(report.scored.policy.inForce.from.iso) (the Opinion)"
        )
      }
      tag("dl", ["class": "facts"]) {
        fact(say("评定日期", "Date of evaluation"), rules.date.iso)
        fact(say("规则包", "Policy pack"), rules.policyID)
        fact(say("运行编号", "Run"), report.id)
        fact(say("确认", "Confirmation"), say(report.confirmation.wording))
        if let seed = report.scored.seed {
          fact(say("抽签种子", "Seed of the lot"), seed)
        }
      }
    }
  }

  /// The run at a glance: what became of everyone who applied.
  private var figures: Markup {
    let eligible = offices.map(\.eligible).reduce(0, +)
    let pending = offices.map(\.pending).reduce(0, +)
    let ineligible = offices.map(\.ineligible).reduce(0, +)
    let first = offices.map { $0.eligibleByTier.first ?? 0 }.reduce(0, +)
    let verdicts = [
      ("a", say("符合条件，\(tierName(1))", "eligible, \(tierName(1))"), first),
      ("b", say("符合条件，其后顺位", "eligible, later tiers"), eligible - first),
      ("c", say("待核实", "pending"), pending), ("d", say("不符合条件", "ineligible"), ineligible),
    ]
    return tag("section", ["aria-label": say("总览", "At a glance")]) {
      tag("ul", ["class": "figures"]) {
        figure(say.count(eligible + pending + ineligible), say("应聘人员", "applicants"))
        figure(say.count(eligible), say("符合条件", "eligible"))
        for index in rules.tiers.indices {
          figure(
            say.count(offices.map { $0.eligibleByTier[index] }.reduce(0, +)),
            say("其中第 \(index + 1) 顺位", "of them tier \(index + 1)"))
        }
        figure(say.count(pending), say("待核实", "pending"))
        figure(say.count(ineligible), say("不符合条件", "ineligible"))
      }
      tag("div", ["class": "bar", "aria-hidden": "true"]) {
        for (kind, _, count) in verdicts where count > 0 {
          tag("span", ["class": kind, "style": "flex:\(count)"])
        }
      }
      tag("ul", ["class": "key"]) {
        for (kind, name, count) in verdicts {
          tag("li") {
            tag("span", ["class": "bar", "aria-hidden": "true"]) { tag("span", ["class": kind]) }
            "\(name) \(say.count(count))"
          }
        }
      }
    }
  }

  /// What the program leaves to people.
  private var toDo: Markup {
    let rejected = files.map(\.rejected).reduce(0, +)
    let tied = offices.map(\.tied).reduce(0, +)
    let short = offices.count { ($0.headcount?.officerShortfall ?? 0) > 0 }
    let lines: [(Int, String, String)] = [
      (
        collisions.total, "#collisions",
        say(
          "组相互重复的申请，须由人决定保留哪一份", "groups of colliding applications: a person decides which stands")
      ),
      (
        pending.total, "#pending",
        say("人资格待核实，补齐事实后才能排名", "people pending: they are ranked once their facts are known")
      ),
      (
        report.margins.reduce(0) { $0 + $1.verifyFirst.count }, "#verify",
        say(
          "人的未定事项可能改变谁被录用，请先核实",
          "people whose open facts could change who is chosen: verify them first")
      ),
      (rejected, "#rejected", say("行有误被退回，改正后可重新导入", "rows rejected: mend them and import again")),
      (
        files.count { $0.failure != nil }, "#files",
        say("个文件没有收，原因见来源文件", "files not taken: see why among the sheets")
      ),
      (tied, "#lists", say("人并列，规则分不出先后", "people tied: the rules do not tell them apart")),
      (
        short, "#headcount",
        say(
          "个街道专门国家工作人员不足，不能以协管员代替", "offices short of officers: assistants cannot take their place")
      ),
    ]
    return tag("section", ["class": "todo", "aria-labelledby": "todo"]) {
      tag("strong", ["id": "todo"]) { say("待人工处理事项", "What waits for a person") }
      tag("ul") {
        for (count, anchor, text) in lines where count > 0 {
          tag("li") { tag("a", ["href": anchor]) { "\(say.count(count)) \(text)" } }
        }
        if lines.allSatisfy({ $0.0 == 0 }) {
          tag("li") { say("没有。", "Nothing.") }
        }
      }
    }
  }

  private var footer: Markup {
    tag("footer") {
      tag("p") {
        say(
          "本页由程序依规则计算，只供参考：由人决定，由具名人员确认，程序不单独拒绝任何人。",
          "The program proposes by rule; a named person decides and confirms. It refuses nobody alone."
        )
      }
      tag("p") {
        say(
          "《意见》没有规定分值、三项优先之间的次序和人员配备比例。凡标“本地设定”之处，均为各区自定，不是《意见》原文要求。",
          "The Opinion gives no weights, no order among its three preferences and no staffing ratio. "
            + "What is marked as a local setting is the district's own, not the Opinion's.")
      }
    }
  }

  /// A tier's number and name.
  func tierName(_ number: Int) -> String {
    say(
      "第 \(number) 顺位（\(rules.tiers[number - 1].title.zh)）",
      "tier \(number) (\(rules.tiers[number - 1].title.en))")
  }
}

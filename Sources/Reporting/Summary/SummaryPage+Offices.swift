import Model
import Policy
import Scoring
import Staffing

extension SummaryPage {
  /// One line an office: who applied, who qualifies, how many are needed.
  var officesSection: Markup {
    section("offices", say("各街道（乡镇）一览", "Offices at a glance")) {
      let tierHeads = rules.tiers.indices.map { say("第 \($0 + 1) 顺位", "Tier \($0 + 1)") }
      let columns =
        [say("街道（乡镇）", "Office"), say("应聘", "Applicants"), say("符合", "Eligible")] + tierHeads
        + [
          say("待核实", "Pending"), say("不符合", "Ineligible"), say("并列", "Tied"),
          say("招聘人数", "Places"), say("建议配备", "Proposed"), say("与在岗相差", "Difference"),
          say("专门人员缺额", "Officers short"),
        ]
      table(
        say(
          "人数。建议配备为协管员人数，比例为本地设定；专门人员缺额不以协管员补足（《意见》一（二）8）。",
          "Numbers of people. Proposed: assistants, by a locally set ratio. A shortage of officers is "
            + "never made up for with assistants (Opinion 一（二）8)."),
        columns, numbers: 1..<columns.count
      ) {
        for district in districts {
          tag("tbody") {
            tag("tr") {
              tag("th", ["scope": "rowgroup", "colspan": "\(columns.count)"]) { district.name }
            }
            for result in district.offices { row(of: result) }
          }
        }
        tag("tfoot") { total }
      }
    }
  }

  private func row(of result: OfficeResult) -> Markup {
    tag("tr") {
      tag("th", ["scope": "row"]) {
        if result.ranked.total > 0 {
          tag("a", ["href": "#office-\(result.office.code)"]) { result.office.name }
        } else {
          result.office.name
        }
      }
      number(say.count(result.applicants))
      number(say.count(result.eligible))
      for count in result.eligibleByTier { number(say.count(count)) }
      number(say.count(result.pending))
      number(say.count(result.ineligible))
      number(say.count(result.tied))
      number(say.count(result.places))
      number(say.count(result.headcount?.proposed))
      number(say.difference(result.headcount?.difference))
      shortfall(result.headcount)
    }
  }

  private var total: Markup {
    tag("tr") {
      tag("th", ["scope": "row"]) { say("合计", "Total") }
      number(sum(\.applicants))
      number(sum(\.eligible))
      for index in rules.tiers.indices { number(sum { $0.eligibleByTier[index] }) }
      number(sum(\.pending))
      number(sum(\.ineligible))
      number(sum(\.tied))
      number(sum(\.places))
      number(sum(\.headcount?.proposed))
      number(sum({ $0.headcount?.difference }, signed: true))
      number(sum(\.headcount?.officerShortfall))
    }
  }

  /// The sum of what is known; a dash where nothing is.
  private func sum(_ value: (OfficeResult) -> Int?, signed: Bool = false) -> String {
    let known = offices.compactMap(value)
    let sum = known.isEmpty ? nil : known.reduce(0, +)
    return signed ? say.difference(sum) : say.count(sum)
  }

  /// The head of every office's list.
  var listsSection: Markup {
    section("lists", say("各街道（乡镇）名次", "Ranked lists")) {
      tag("p") {
        say(
          "名次按“标准和依据”所列的次序排定；",
          "Ranked in the order that “The rules and what they rest on” gives; ")
        if let seed = report.scored.seed {
          say(
            "排不出先后的由抽签决定，种子为“\(seed)”，任何人都可以复算。",
            "equals are settled by a lot with the seed “\(seed)”, which anyone can recompute.")
        } else {
          say("排不出先后的并列。", "equals are tied.")
        }
      }
      for district in districts {
        for result in district.offices where result.ranked.total > 0 {
          list(of: result, in: district.name)
        }
      }
    }
  }

  private func list(of result: OfficeResult, in district: String) -> Markup {
    tag("article", ["id": "office-\(result.office.code)"]) {
      tag("h3") { "\(district) \(result.office.name)" }
      table(
        caption: { head(of: result.ranked) },
        [
          say("名次", "Rank"), say("姓名", "Name"), say("报名序号", "Application"), say("顺位", "Tier"),
          say("分数", "Points"), say("符合的优先条件", "Preferences met"), say("决定因素", "Decided by"),
        ], numbers: 0..<1
      ) {
        tag("tbody") {
          for applicant in result.ranked.shown { row(of: applicant) }
        }
      }
    }
  }

  @MarkupBuilder
  private func head(of ranked: Excerpt<RankedApplicant>) -> Markup {
    say(
      "前 \(ranked.shown.count) 名，共 \(say.count(ranked.total)) 名。",
      "The first \(ranked.shown.count) of \(say.count(ranked.total)).")
    if let file = ranked.file {
      say("完整名单：", " Full list: ")
      tag("a", ["href": file]) { file }
    }
  }

  private func row(of applicant: RankedApplicant) -> Markup {
    tag("tr") {
      number(say.count(applicant.placement.rank))
      tag("th", ["scope": "row", "class": "nb"]) {
        say.shown(applicant.name)
        if applicant.placement.isTied {
          " "
          tag("span", ["class": "mark tie"]) { say("并列", "tied") }
        }
      }
      tag("td", ["class": "nb"]) { say.shown(applicant.applicationNo) }
      tag("td", ["class": "nb"]) { say.tier(applicant.assessment.tier) }
      let points = applicant.assessment.points
      tag("td", ["class": "nb"]) { say("\(points) 分", "\(points)") }
      tag("td") {
        applicant.reasons.isEmpty ? "—" : say.list(applicant.reasons)
        if let mark = applicant.mark { tag("p", ["class": "note"]) { say(mark.wording) } }
      }
      tag("td", ["class": "nb"]) {
        applicant.placement.decider == .nothing ? "—" : say(applicant.placement.decider.wording)
      }
    }
  }
}

import Model
import Staffing

extension PageView {
  /// The headcount of some offices, with the arithmetic under each line.
  func headcountTable(_ offices: [(name: String, headcount: OfficePlan)]) -> Markup {
    let columns = [
      say("街道（乡镇）", "Office"), say("专门人员", "Officers"), say("矫正对象", "Subjects"),
      say("在岗协管员", "In post"), say("测算需要", "Required"), say("建议配备", "Proposed"),
      say("相差", "Difference"), say("专门人员缺额", "Officers short"),
    ]
    return table(
      say("单位：人。对象只计人数。", "People. Subjects are counts, never persons."), columns,
      numbers: 1..<columns.count
    ) {
      for (name, headcount) in offices {
        tag("tbody", ["class": "pair"]) { rows(of: headcount, at: name, columns: columns.count) }
      }
    }
  }

  @MarkupBuilder
  private func rows(of headcount: OfficePlan, at name: String, columns: Int) -> Markup {
    tag("tr") {
      tag("th", ["scope": "row"]) { name }
      number(say.count(headcount.officers))
      number(say.count(headcount.subjects))
      number(say.count(headcount.inPost))
      number(say.hundredths(headcount.required?.hundredths))
      number(say.count(headcount.proposed))
      number(say.difference(headcount.difference))
      shortfall(headcount)
    }
    tag("tr") {
      tag("td", ["colspan": "\(columns)"]) {
        if let obstacle = headcount.obstacle {
          tag("strong") { say(obstacle.wording) }
        }
        tag("p", ["class": "note"]) {
          say("统计日期 \(headcount.asOf.iso)", "Figures of \(headcount.asOf.iso)")
        }
        for note in headcount.notes { tag("p", ["class": "note"]) { say(note) } }
        if !headcount.working.isEmpty {
          tag("details") { tag("summary") { say("计算过程", "Working") } }
          tag("ol", ["class": "working"]) {
            for line in headcount.working { tag("li") { say(line) + " " } }
          }
        }
      }
    }
  }

  /// The officers that an office lacks; marked by words and not by colour alone.
  func shortfall(_ headcount: OfficePlan?) -> Markup {
    guard let short = headcount?.officerShortfall, short > 0 else {
      return number(say.count(headcount?.officerShortfall))
    }
    return tag("td", ["class": "n short"]) {
      say("缺 \(say.count(short))", "short \(say.count(short))")
    }
  }

  /// Rules or settings, each with what it rests on.
  func ruleTable(_ rules: [RuleLine]) -> Markup {
    table(
      say(
        "凡《意见》未作规定的，标为“本地设定”。", "What the Opinion does not say is marked as a local setting."),
      [say("标准", "Rule"), say("作用", "What it does"), say("依据", "Rests on")]
    ) {
      tag("tbody", ["class": "rules"]) {
        for rule in rules {
          tag("tr") {
            tag("th", ["scope": "row"]) { say(rule.title) }
            tag("td") { say(rule.effect) }
            tag("td") {
              marks(rule.bases)
              if let note = rule.note {
                tag("span", ["class": "note"]) { say(note) }
              }
            }
          }
        }
      }
    }
  }
}

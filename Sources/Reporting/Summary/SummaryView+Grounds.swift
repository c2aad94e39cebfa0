import Model

extension SummaryView {
  /// The headcount of every office, with its arithmetic under each line.
  @MarkupBuilder
  var headcountSection: Markup {
    let known = offices.filter { $0.headcount != nil }
    if !known.isEmpty {
      section("headcount", say("配备测算", "Headcount")) {
        tag("p") {
          say(
            "按专门国家工作人员现有力量和社区矫正对象数量测算（《意见》四（一））；比例、上下限和取整均为本区设定。",
            "From the officers in post and the number of subjects (Opinion 四（一）); ratios, limits and "
              + "rounding are local settings.")
        }
        let columns = [
          say("街道（乡镇）", "Office"), say("专门人员", "Officers"), say("矫正对象", "Subjects"),
          say("在岗协管员", "In post"), say("测算需要", "Required"), say("建议配备", "Proposed"),
          say("相差", "Difference"), say("专门人员缺额", "Officers short"),
        ]
        table(
          say("单位：人。对象只计人数。", "People. Subjects are counts, never persons."), columns,
          numbers: 1..<columns.count
        ) {
          for office in known {
            if let headcount = office.headcount {
              tag("tbody", ["class": "pair"]) {
                rows(of: headcount, at: office, columns: columns.count)
              }
            }
          }
        }
      }
    }
  }

  @MarkupBuilder
  private func rows(
    of headcount: Headcount, at office: SummaryPage.Office, columns: Int
  ) -> Markup {
    tag("tr") {
      tag("th", ["scope": "row"]) { office.name }
      number(say.count(headcount.officers))
      number(say.count(headcount.subjects))
      number(say.count(headcount.inPost))
      number(say.hundredths(headcount.requiredHundredths))
      number(say.count(headcount.proposed))
      number(say.difference(headcount.difference))
      shortfall(headcount)
    }
    tag("tr") {
      tag("td", ["colspan": "\(columns)"]) {
        if let obstacle = headcount.obstacle {
          tag("strong") { say("不能计算：", "Cannot be computed: ") + say(obstacle) }
        }
        if !headcount.working.isEmpty {
          tag("details") { tag("summary") { say("计算过程", "Working") } }
          tag("ol", ["class": "working"]) {
            for step in headcount.working {
              tag("li") {
                say(step.text) + " "
                marks(step.citation.map { [$0] } ?? [])
              }
            }
          }
        }
      }
    }
  }

  /// The rules that decided, each with what it rests on.
  var rulesSection: Markup {
    section("rules", say("标准和依据", "The rules and what they rest on")) {
      table(
        say(
          "凡《意见》未作规定的，标为“本区设定”。", "What the Opinion does not say is marked as a local setting."),
        [say("标准", "Rule"), say("作用", "What it does"), say("依据", "Rests on")]
      ) {
        tag("tbody") {
          for rule in page.rules {
            tag("tr") {
              tag("th", ["scope": "row"]) { say(rule.title) }
              tag("td") { say(rule.effect) }
              tag("td") {
                marks(rule.citations)
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

  /// The sheets, each shown to add up.
  var filesSection: Markup {
    section("files", say("来源文件和核对", "The sheets, accounted for")) {
      table(
        say(
          "每一行都有着落：读入 = 接收 + 退回 + 重复。",
          "Every row is accounted for: read = accepted + rejected + duplicate."),
        [
          say("文件", "File"), say("内容", "Holds"), say("编码", "Encoding"), say("读入", "Read"),
          say("接收", "Accepted"), say("退回", "Rejected"), say("重复", "Duplicate"), say("核对", "Check"),
        ], numbers: 3..<7
      ) {
        tag("tbody") {
          for file in page.files {
            tag("tr") {
              tag("th", ["scope": "row"]) { file.name }
              tag("td") { say(file.kind) }
              tag("td") { file.encoding }
              cells(of: file.rows)
            }
          }
        }
        tag("tfoot") {
          tag("tr") {
            tag("th", ["scope": "row", "colspan": "3"]) { say("应聘表合计", "Applicants sheets") }
            cells(of: scored)
          }
        }
      }
      let applicants = offices.map(\.applicants).reduce(0, +)
      if scored.accepted == applicants {
        tag("p") {
          say(
            "接收的 \(say.count(applicants)) 行全部得出结论："
              + "符合 \(sum(\.eligible)) + 待核实 \(sum(\.pending)) + 不符合 \(sum(\.ineligible)) = \(say.count(applicants))。",
            "All \(say.count(applicants)) accepted rows have a verdict: eligible \(sum(\.eligible)) "
              + "+ pending \(sum(\.pending)) + ineligible \(sum(\.ineligible)) = \(say.count(applicants))."
          )
        }
      }
    }
  }

  private var scored: Reconciliation {
    page.files.filter(\.isScored).reduce(into: Reconciliation()) { $0 += $1.rows }
  }

  private func sum(_ value: (SummaryPage.Office) -> Int) -> String {
    say.count(offices.map(value).reduce(0, +))
  }

  @MarkupBuilder
  private func cells(of rows: Reconciliation) -> Markup {
    number(say.count(rows.read))
    number(say.count(rows.accepted))
    number(say.count(rows.rejected))
    number(say.count(rows.duplicate))
    tag("td", ["class": rows.addsUp ? "nb" : "nb short"]) {
      "\(rows.read) \(rows.addsUp ? "=" : "≠") \(rows.accepted) + \(rows.rejected) + \(rows.duplicate)"
    }
  }
}

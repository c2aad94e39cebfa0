import Model
import Policy
import Scoring
import Staffing

extension SummaryPage {
  /// The headcount of every office, with its arithmetic under each line.
  @MarkupBuilder
  var headcountSection: Markup {
    let known = offices.filter { $0.headcount != nil }
    if !known.isEmpty {
      section("headcount", say("配备测算", "Headcount")) {
        tag("p") {
          say(
            "按专门国家工作人员现有力量和社区矫正对象数量测算（《意见》四（一））；比例、上下限和取整均为本地设定。",
            "From the officers in post and the number of subjects (Opinion 四（一）); ratios, limits and "
              + "rounding are local settings.")
        }
        headcountTable(
          known.compactMap { office in office.headcount.map { (office.office.name, $0) } })
      }
    }
  }

  /// The rules that decided, each with what it rests on.
  var rulesSection: Markup {
    section("rules", say("标准和依据", "The rules and what they rest on")) {
      ruleTable(report.rules)
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
          for file in files {
            tag("tr") {
              tag("th", ["scope": "row"]) { file.file }
              if let failure = file.failure {
                tag("td", ["colspan": "7", "class": "short"]) {
                  say("未收：", "Not taken: ") + say(failure.message)
                }
              } else {
                tag("td") { file.kind.flatMap(SheetKind.init).map { say($0.title) } ?? "" }
                tag("td") { file.encoding ?? "" }
                cells(of: file.rows)
              }
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
      for file in files {
        if let line = file.leftOutLine(say) { tag("p") { "\(file.file)：\(line)" } }
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
    files.filter { $0.kind == SheetKind.applicants.rawValue }
      .reduce(into: Reconciliation()) { $0 += $1.rows }
  }

  private func sum(_ value: (OfficeResult) -> Int) -> String {
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

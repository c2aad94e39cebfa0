import Model
import Policy
import Scoring

extension SummaryPage {
  /// What to verify first: a few claims decide who is chosen, most do not.
  @MarkupBuilder
  var verificationSection: Markup {
    let offices = report.margins.filter { !$0.verifyFirst.isEmpty }
    if !offices.isEmpty {
      section("verify", say("先核实什么", "What to verify first")) {
        tag("p") {
          say(
            "这些事项一旦核实为真，会改变谁在录用线以上；效果大的在前。"
              + "每一项都单独看，其他人不变。未列出的未定事项不影响谁被录用。",
            "Once these are confirmed, other people are above the line; the most effective first. "
              + "Each is looked at alone, all others staying as they are. Open facts that are not "
              + "listed do not change who is chosen.")
        }
        for office in offices { table(of: office) }
      }
    }
  }

  @MarkupBuilder
  private func table(of margin: OfficeMargin) -> Markup {
    let people = Excerpt(
      Array(margin.verifyFirst.prefix(Self.head)), total: margin.verifyFirst.count,
      file: "verify-first.csv")
    tag("h3") { margin.office.districtName + margin.office.name }
    table(
      say(
        "招 \(say.count(margin.places)) 人；\(say.count(margin.openApplicants)) 人有未定事项，"
          + "先核实 \(say.count(people.total)) 人。",
        "\(say.count(margin.places)) to hire; \(say.count(margin.openApplicants)) with open facts, "
          + "\(say.count(people.total)) to verify first."),
      [
        say("姓名", "Name"), say("报名序号", "Application"), say("现在", "Now"),
        say("核实", "Verify"), say("核实为真后", "If confirmed"),
      ]
    ) {
      tag("tbody") {
        for person in people.shown {
          let first = person.confirmations[0]
          tag("tr") {
            tag("th", ["scope": "row", "class": "nb"]) { say.shown(person.name) }
            tag("td", ["class": "nb"]) { say.shown(person.applicationNo) }
            tag("td", ["class": "nb"]) { say(person.place) }
            tag("td") { say(first.change.wording(rules)) }
            tag("td", ["class": "nb"]) { say(first.place) }
          }
        }
      }
    }
    rest(of: people)
  }
}

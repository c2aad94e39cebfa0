import Model

extension SummaryView {
  /// What to verify first: a few claims decide who is chosen, most do not.
  @MarkupBuilder
  var verificationSection: Markup {
    let offices = page.verifications.filter { $0.people.total > 0 }
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
  private func table(of office: SummaryPage.Verification) -> Markup {
    tag("h3") { office.office }
    table(
      say(
        "招 \(say.count(office.places)) 人；\(say.count(office.openApplicants)) 人有未定事项，"
          + "先核实 \(say.count(office.people.total)) 人。",
        "\(say.count(office.places)) to hire; \(say.count(office.openApplicants)) with open facts, "
          + "\(say.count(office.people.total)) to verify first."),
      [
        say("姓名", "Name"), say("报名序号", "Application"), say("现在", "Now"),
        say("核实", "Verify"), say("核实为真后", "If confirmed"),
      ]
    ) {
      tag("tbody") {
        for line in office.people.shown {
          tag("tr") {
            tag("th", ["scope": "row", "class": "nb"]) { say.shown(line.name) }
            tag("td", ["class": "nb"]) { say.shown(line.applicationNo) }
            tag("td", ["class": "nb"]) { say(line.now) }
            tag("td") { say(line.facts) }
            tag("td", ["class": "nb"]) { say(line.then) }
          }
        }
      }
    }
    rest(of: office.people)
  }
}

import Model
import Policy
import Scoring

extension SummaryPage {
  /// Who could not be ranked, and why.
  var unrankedSection: Markup {
    section("unranked", say("未能排名的人员和原因", "Who could not be ranked, and why")) {
      tag("h3", ["id": "pending"]) { say("待核实：缺少事实", "Pending: facts are missing") }
      if pending.shown.isEmpty {
        tag("p") { say("没有。", "None.") }
      } else {
        table(
          say("空白不等于“否”：核实后即可排名。", "A blank is not a no: once known, they are ranked."),
          [
            say("姓名", "Name"), say("报名序号", "Application"), say("应聘街道", "Office"),
            say("缺少的事实", "Missing facts"), say("所在文件和行", "File and row"),
          ]
        ) {
          tag("tbody") {
            for applicant in pending.shown {
              tag("tr") {
                tag("th", ["scope": "row", "class": "nb"]) { say.shown(applicant.name) }
                tag("td", ["class": "nb"]) { say.shown(applicant.applicationNo) }
                tag("td") { applicant.office }
                tag("td") {
                  say.list(applicant.obstacles)
                  if let mark = applicant.mark { tag("p", ["class": "note"]) { say(mark.wording) } }
                }
                tag("td") { place(applicant.source) }
              }
            }
          }
        }
        rest(of: pending)
      }
      collisionTable
      rejectionTable
    }
  }

  @MarkupBuilder
  private var collisionTable: Markup {
    tag("h3", ["id": "collisions"]) { say("重复：等人决定", "Collisions: a person decides") }
    if collisions.shown.isEmpty {
      tag("p") { say("没有。", "None.") }
    } else {
      let columns = [
        say("姓名", "Name"), say("报名序号", "Application"), say("应聘街道", "Office"),
        say("所在文件和行", "File and row"),
      ]
      table(
        say("同组各行都暂不接收，也都不拒绝。", "No row of a group is taken, and none is refused."), columns
      ) {
        for (index, collision) in collisions.shown.enumerated() {
          tag("tbody") {
            tag("tr") {
              tag("th", ["scope": "rowgroup", "colspan": "\(columns.count)"]) {
                say("第 \(index + 1) 组：", "Group \(index + 1): ") + cause(of: collision)
              }
            }
            for row in collision.rows {
              tag("tr") {
                tag("th", ["scope": "row", "class": "nb"]) { say.shown(row.name) }
                tag("td", ["class": "nb"]) { say.shown(row.applicationNo) }
                tag("td") { officeName(row.officeCode) }
                tag("td") { place(row) }
              }
            }
          }
        }
      }
      rest(of: collisions)
    }
  }

  @MarkupBuilder
  private var rejectionTable: Markup {
    tag("h3", ["id": "rejected"]) { say("退回：有误的行", "Rejected: rows with mistakes") }
    if rejections.isEmpty {
      tag("p") { say("没有。", "None.") }
    } else {
      table(
        say("一行可能有几处错误，因此各项行数之和可以大于退回行数。", "One row may have several mistakes."),
        [
          say("行数", "Rows"), say("错在哪里", "What is wrong"), say("怎么办", "What to do"),
          say("所在文件和行", "File and row"),
        ], numbers: 0..<1
      ) {
        tag("tbody") {
          for rejection in rejections {
            tag("tr") {
              number(say.count(rejection.rows.total))
              tag("th", ["scope": "row"]) {
                say(rejection.wrong)
                tag("br")
                tag("code", ["class": "note"]) { rejection.code.rawValue }
              }
              tag("td") { say(rejection.remedy) }
              tag("td") {
                places(rejection.rows.shown)
                if rejection.rows.shown.count < rejection.rows.total {
                  say("……全部见 ", " … all in ")
                  if let file = rejection.rows.file {
                    tag("a", ["href": file]) { file }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  private func cause(of collision: Collision) -> String {
    collision.code == .residentIDRepeated
      ? say("同一个人（身份证号相同）", "the same person (identity number)")
      : say("报名序号相同", "the same application number")
  }

  private func officeName(_ code: String) -> String {
    let offices = report.scored.offices
    return offices.index(ofCode: code).map { offices.offices[$0].name } ?? code
  }

  private func place(_ source: RowSource?) -> String {
    source.map { say("\($0.file) 第 \($0.row) 行", "\($0.file), row \($0.row)") } ?? ""
  }

  /// Rows by file: the file once, then its rows.
  private func places(_ rows: [(file: String, row: Int)]) -> String {
    var parts: [(file: String, rows: [String])] = []
    for row in rows {
      if parts.last?.file != row.file { parts.append((row.file, [])) }
      parts[parts.count - 1].rows.append(String(row.row))
    }
    return parts.map { file, rows in
      say(
        "\(file) 第 \(rows.joined(separator: "、")) 行",
        "\(file), row \(rows.joined(separator: ", "))")
    }.joined(separator: say("；", "; "))
  }
}

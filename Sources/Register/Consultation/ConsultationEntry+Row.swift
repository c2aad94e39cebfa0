import Foundation
import GRDB
import Model

extension ConsultationEntry {
  init?(_ row: Row) {
    guard let direction = Direction(rawValue: row["direction"]),
      let kind = Kind(rawValue: row["kind"]), let matter = Matter(rawValue: row["matter"]),
      let sentOn = CivilDate(number: row["sent_on"])
    else { return nil }
    let dueOn: Int? = row["due_on"]
    self.init(
      direction: direction, manifestSHA256: row["manifest_sha256"],
      manifest: [UInt8](row["manifest"] as Data), kind: kind, matter: matter,
      serial: row["serial"], from: row["from_bureau"], to: row["to_bureau"],
      number: row["number"], title: row["title"], sentOn: sentOn,
      dueOn: dueOn.flatMap { CivilDate(number: $0) }, requestSHA256: row["request_sha256"],
      runID: row["run_id"])
  }
}

extension OpinionEntry {
  init?(_ row: Row) {
    guard let opinion = Opinion(rawValue: row["opinion"]),
      let on = CivilDate(number: row["given_on"]), let state = State(rawValue: row["state"])
    else { return nil }
    let conflict: String? = row["conflict"]
    self.init(
      subject: row["subject"], opinion: opinion, remark: row["remark"], by: row["given_by"], on: on,
      conflict: conflict.flatMap(Conflict.init), state: state)
  }
}

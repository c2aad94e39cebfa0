import Foundation
import Intake
import Model
import Register
import Reporting
import Scoring
import Tabular

extension Batch {
  /// Writes everything for people, and returns the files in the order in which to open them.
  func write(
    _ run: ScoringRun, _ intake: ImportReport, _ register: Register, language: Language
  ) throws -> [String] {
    let report = try RunReport(run, of: register)
    let page = try report.summary(ofBatches: [intake.batch], of: register, language: language)
    try OutputFile.write(Array(page.html.utf8), to: place("summary.html"))
    var written = ["summary.html", "ranking.csv"]
    if report.hasWorkbooks {
      try OutputFolder.make(place("offices"))
      let sources = try register.sources(of: run.columns.ids)
      for range in run.list.offices {
        try goesOn()
        let name = "offices/" + report.workbookName(run.offices.offices[range.office])
        try OfficeWorkbook(report, range, sources: { _ in sources })
          .write(to: place(name), language: language)
        written.append(name)
      }
    }
    if !report.margins.isEmpty {
      try report.margins.writeVerifyFirst(
        to: place("verify-first.csv"), run.rules, Wording(language))
      written.append("verify-first.csv")
    }
    if let plan = report.plan {
      try register.store(
        StoredPlan(plan, policy: run.policy, asOf: options.asOf, madeAt: options.takenAt))
      try PlanTable(plan, offices: run.offices).write(to: place("plan.csv"), language: language)
      written.append("plan.csv")
    }
    try FindingSheet.write(
      batch: intake.batch, of: register, language, to: place("findings.csv"))
    try OutputFile.write(
      try RunRecord(
        run, register.files(ofBatch: intake.batch), parameters: report.parameters,
        margins: report.margins
      ).json,
      to: place("run.json"))
    try OutputFile.write(try BatchCounts(intake).json, to: place("counts.json"))
    written += ["findings.csv", "run.json", "counts.json"]
    return written
  }
}

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
    let page = try report.summary(
      ofBatches: intake.batches, files: intake.fileIDs, failures: intake.failures, of: register,
      language: language)
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
      let kept = StoredPlan(
        plan, policy: run.policy, asOf: options.asOf, madeAt: options.takenAt)
      try register.store(kept)
      let confirmation = try register.confirmationState(ofPlan: kept.id)
      try PlanTable(plan, offices: run.offices, confirmation: confirmation)
        .write(to: place("plan.csv"), language: language)
      written.append("plan.csv")
    }
    try OutputFile.write(
      try RunRecord(
        run, intake.files.compactMap(\.entry), failures: intake.failures,
        parameters: report.parameters, margins: report.margins
      ).json,
      to: place("run.json"))
    return written + ["run.json"] + (try writeIntake(intake, register))
  }

  /// Writes what was found in the sheets and how their rows add up.
  func writeIntake(_ intake: ImportReport, _ register: Register) throws -> [String] {
    try FindingSheet.write(intake, of: register, options.language, to: place("findings.csv"))
    try OutputFile.write(try BatchCounts(intake).json, to: place("counts.json"))
    return ["findings.csv", "counts.json"]
  }
}

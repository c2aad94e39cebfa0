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
    let reports = try Reports(run: run, batches: [intake.batch], register: register)
    try OutputFile.write(
      Array(SummaryView(try reports.summary(), language: language).html.utf8),
      to: place("summary.html"))
    var written = ["summary.html", "ranking.csv"]
    if reports.hasWorkbooks {
      try OutputFolder.make(place("offices"))
      for range in run.list.offices {
        try goesOn()
        let name = "offices/" + reports.workbookName(run.offices.offices[range.office])
        try reports.workbook(range).write(to: place(name), language: language)
        written.append(name)
      }
    }
    if !reports.margins.isEmpty {
      try reports.margins.writeVerifyFirst(
        to: place("verify-first.csv"), run.rules, Wording(language))
      written.append("verify-first.csv")
    }
    if let headcounts = reports.headcounts {
      try PlanRecord(headcounts, policy: run.policy, asOf: options.asOf)
        .store(in: register, madeAt: options.takenAt)
      try HeadcountSheet.write(headcounts, language, to: place("plan.csv"))
      written.append("plan.csv")
    }
    try FindingSheet.write(
      batch: intake.batch, of: register, language, to: place("findings.csv"))
    try OutputFile.write(
      try RunRecord(
        run, reports.files, parameters: reports.headcounts?.parameters ?? [],
        margins: reports.margins
      ).json,
      to: place("run.json"))
    try OutputFile.write(try BatchCounts(intake).json, to: place("counts.json"))
    written += ["findings.csv", "run.json", "counts.json"]
    return written
  }
}

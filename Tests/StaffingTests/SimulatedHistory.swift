import Model
import Staffing
import Testing

/// Invented months of a process with known rates, drawn apart from the code under test.
struct SimulatedHistory {
  var months: [MonthlyFigures] = []

  /// Draws offices of one district.
  ///
  /// Each subject leaves with the chance `leaving`, and someone comes to each of a hundred doors
  /// with a hundredth of the office's rate. New offices begin empty, others near the number at which
  /// both flows balance.
  init(
    offices: Int, months count: Int, coming: ClosedRange<Double>, leaving: Double, seed: UInt64,
    isNew: Bool = false
  ) throws {
    var random = SeededGenerator(seed: seed)
    let start = try #require(CivilMonth(iso: "2021-01"))
    for office in 0..<offices {
      let code = "110102\(String(1_000 + office).suffix(3))"
      let rate = Double.random(in: coming, using: &random)
      var subjects = isNew ? 0 : Int(rate / leaving)
      for month in 0..<count {
        let releases = (0..<subjects).count { _ in
          Double.random(in: 0..<1, using: &random) < leaving
        }
        let intakes = (0..<100).count { _ in
          Double.random(in: 0..<1, using: &random) < rate / 100
        }
        subjects += intakes - releases
        months.append(
          MonthlyFigures(
            officeCode: code, month: start.advanced(by: month), subjects: subjects,
            intakes: intakes, releases: releases))
      }
    }
  }

  /// The same count of subjects, intakes and releases in every month of one office.
  static func steady(
    _ code: String, months: Int, subjects: Int, flow: Int
  ) throws -> [MonthlyFigures] {
    let start = try #require(CivilMonth(iso: "2022-01"))
    return (0..<months).map {
      MonthlyFigures(
        officeCode: code, month: start.advanced(by: $0), subjects: subjects, intakes: flow,
        releases: flow)
    }
  }
}

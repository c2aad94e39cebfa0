import Model
import Staffing
import Testing

/// The formulas that stand in a plan's workbook; LibreOffice recomputes them in `Tests/Acceptance`.
@Suite struct SheetReferencesTests {
  static let figures: [Figure: String] = [
    .officers: "D4", .subjects: "E4", .subjectsStrict: "F4", .subjectsGeneral: "G4",
    .subjectsLenient: "H4", .assistants: "I4", .intakes: "N(J4)", .releases: "N(K4)",
    .investigations: "N(L4)",
  ]

  static func formula(_ quantity: Quantity, _ norm: StaffingNorm, _ cells: SheetReferences) throws
    -> String
  {
    cells.formula(try #require(norm.definition(of: quantity)))
  }

  @Test("The ratio method's expressions are formulas where their names have cells")
  func ratio() throws {
    let norm = try RatioMethodTests.norm()
    var cells = SheetReferences(norm)
    cells.figures = Self.figures
    cells.settings = [
      .subjectsPerAssistant: "B4", .subjectsPerOfficer: "B5", .reliefPerOfficer: "B6",
      .minimum: "B12", .maximum: "B13",
    ]
    cells.rounding = "B14"
    for (unit, cell) in zip(WorkUnit.classes + [.unclassified], ["B7", "B8", "B9", "B11"]) {
      cells.quantities[.weight(unit, .assistant)] = cell
    }
    func formula(_ quantity: Quantity) throws -> String {
      try Self.formula(quantity, norm, cells)
    }
    #expect(try formula(.officersNeeded) == "ROUNDUP(ROUND(E4/B5,8),0)")
    #expect(try formula(.weightedSubjects) == "IF(COUNT(F4:H4)=3,F4*B7+G4*B8+H4*B9,E4*B11)")
    // Quantities without a cell of their own are worked out where they are needed.
    cells.quantities[.officersNeeded] = "K4"
    cells.quantities[.weightedSubjects] = "L4"
    #expect(try formula(.officersShort) == "MAX(0,K4-D4)")
    #expect(try formula(.required) == "MAX(0,L4/B4-B6*MAX(0,D4-K4))")
    cells.quantities[.required] = "M4"
    let wisn =
      "IF(M4>=6,ROUND(M4,0),IF(M4<1,ROUNDUP(M4,0),"
      + "IF(ROUND(M4*10,6)<=11*INT(M4),INT(M4),INT(M4)+1)))"
    #expect(
      try formula(.proposed)
        == "MAX(B12,MIN(IF(B14=\"up\",ROUNDUP(M4,0),IF(B14=\"half-up\",ROUND(M4,0),"
        + "IF(B14=\"wisn\",\(wisn),M4))),IF(COUNT(B13)=1,B13,1E9)))")
    cells.settings[.weight(.unclassified)] = "B10"
    for (unit, cell) in zip(WorkUnit.classes, ["B7", "B8", "B9"]) {
      cells.settings[.weight(unit)] = cell
    }
    #expect(
      try formula(.weight(.unclassified, .assistant))
        == "IF(COUNT(B10)=1,B10,IF(AND(B7=B8,B8=B9),B7,\"—\"))")
  }

  @Test("The workload method's weights are sums over the table of activities")
  func workload() throws {
    let norm = try WorkloadMethodTests.norm()
    var cells = SheetReferences(norm)
    cells.figures = Self.figures
    cells.columns = [
      .doneBy: "C4:C8", .driver: "D4:D8", .minutes(.assistant): "E4:E8",
      .minutes(.officer): "I4:I8", .times(.intake): "F4:F8",
      .times(.strict): "G4:G8",
    ]
    cells.settings = [.periodsPerYear: "B17", .sharedHoursPerOfficer: "B14"]
    func formula(_ quantity: Quantity) throws -> String {
      try Self.formula(quantity, norm, cells)
    }
    #expect(
      try formula(.weight(.strict, .either))
        == "SUMPRODUCT((C4:C8=\"either\")*(D4:D8=\"subject\")*12*G4:G8*E4:E8/60)")
    #expect(
      try formula(.weight(.intake, .officer))
        == "SUMPRODUCT((D4:D8=\"intake\")*B17*F4:F8*I4:I8/60)")
    for (index, unit) in WorkUnit.allCases.enumerated() {
      cells.quantities[.weight(unit, .either)] = "D\(index + 4)"
    }
    #expect(
      try formula(.work(.either))
        == "IF(COUNT(F4:H4)=3,F4*D4+G4*D5+H4*D6,E4*D7)+N(J4)*D8+N(K4)*D9+N(L4)*D10+D11")
    cells.quantities[.away(.officer)] = "M4"
    cells.quantities[.work(.either)] = "Q4"
    cells.quantities[.work(.assistant)] = "O4"
    cells.quantities[.capacity(.assistant)] = "B12"
    cells.quantities[.setApart(.assistant)] = "B13"
    #expect(try formula(.taken) == "MIN(Q4,MAX(0,D4-M4)*B14)")
    #expect(try formula(.required) == "(O4+Q4-MIN(Q4,MAX(0,D4-M4)*B14))/B12+B13")
  }
}

/// The workload and points methods as spreadsheet formulas, for one row of figures.
struct WorkFormulas {
  /// The row's number in the sheet.
  let row: Int
  /// How a cell of the settings is addressed, up to its column and row.
  let settings: String
  let say: PageText

  /// Who does work, by the column of its weights.
  enum Doer: String { case assistant = "B", officer = "C", either = "D" }

  /// The rows of the settings' sheet.
  enum Line {
    static let strict = 4, general = 5, lenient = 6, unclassified = 7, intake = 8, release = 9
    static let investigation = 10, office = 11, capacity = 12, apart = 13, shared = 14
    static let minimum = 15, maximum = 16, rounding = 17
  }

  private func cell(_ column: String, _ line: Int) -> String { "\(settings)$\(column)$\(line)" }
  private var unknown: String { "\"" + say.notComputed + "\"" }
  private func known(_ formula: String) -> String { "IF(N\(row)=\"\",\(formula),\(unknown))" }
  private var present: String { "MAX(0,D\(row)-M\(row))" }

  /// Why nothing can be computed in this row; an empty text where it can.
  var obstacle: String {
    let missing = "\"" + say("缺少数字", "figures missing") + "\""
    let differs = "\"" + say("分类合计不符", "classes do not sum") + "\""
    let unweighted = "\"" + say("未分类", "no classes") + "\""
    let positive = "\"" + say("参数须大于 0", "settings must be above 0") + "\""
    let events = [("J", Line.intake), ("K", Line.release), ("L", Line.investigation)]
      .map { "AND(\(cell("E", $0.1))>0,COUNT(\($0.0)\(row))=0)" }.joined(separator: ",")
    let capacity =
      "\(cell("B", Line.capacity)):\(cell("C", Line.capacity).split(separator: "!").last ?? "")"
    let pooled =
      "\(cell("B", Line.unclassified)):\(cell("D", Line.unclassified).split(separator: "!").last ?? "")"
    return "IF(OR(COUNT(\(capacity))<2,MIN(\(capacity))<=0),\(positive),"
      + "IF(OR(COUNT(D\(row):E\(row))<2,\(events)),\(missing),"
      + "IF(COUNT(F\(row):H\(row))=3,IF(SUM(F\(row):H\(row))=E\(row),\"\",\(differs)),"
      + "IF(COUNT(\(pooled))=3,\"\",\(unweighted)))))"
  }

  /// The work of one kind of people.
  func work(_ doer: Doer) -> String {
    func weight(_ line: Int) -> String { cell(doer.rawValue, line) }
    return known(
      "IF(COUNT(F\(row):H\(row))=3,F\(row)*\(weight(Line.strict))+G\(row)*\(weight(Line.general))"
        + "+H\(row)*\(weight(Line.lenient)),E\(row)*\(weight(Line.unclassified)))"
        + "+N(J\(row))*\(weight(Line.intake))+N(K\(row))*\(weight(Line.release))"
        + "+N(L\(row))*\(weight(Line.investigation))+\(weight(Line.office))")
  }

  /// Officers needed, with decimals.
  var officersNeeded: String {
    known("P\(row)/\(cell("C", Line.capacity))+\(cell("C", Line.apart))")
  }

  /// Work open to both that the officers present take.
  var taken: String { known("MIN(Q\(row),\(present)*\(cell("B", Line.shared)))") }

  /// Assistants needed.
  var required: String {
    known(
      "ROUND((O\(row)+Q\(row)-S\(row))/\(cell("B", Line.capacity))+\(cell("B", Line.apart)),8)")
  }

  private var people: PeopleFormula {
    PeopleFormula(
      need: "T\(row)", minimum: cell("B", Line.minimum), maximum: cell("B", Line.maximum),
      rounding: cell("B", Line.rounding), say: say)
  }

  /// The need in whole people, within the limits.
  var proposed: String { people.proposed }

  /// Proposed less in post.
  var difference: String { people.difference(proposed: "U\(row)", inPost: "I\(row)") }

  /// Officers short, in whole people.
  var shortfall: String { known("ROUNDUP(ROUND(MAX(0,R\(row)-\(present)),8),0)") }
}

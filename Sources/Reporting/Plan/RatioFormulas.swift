/// The ratio method as spreadsheet formulas, for one row of figures.
///
/// Spreadsheets count in binary fractions: each quotient is rounded to 8 decimals before it is
/// rounded to whole people, so that 2.4999999999 for 2.5 does no harm.
struct RatioFormulas {
  /// The row's number in the sheet.
  let row: Int
  /// How a cell of the settings is addressed, up to its row number.
  let settings: String
  let say: PageText

  private var subjectsPerAssistant: String { settings + "4" }
  private var subjectsPerOfficer: String { settings + "5" }
  private var relief: String { settings + "6" }
  private var strict: String { settings + "7" }
  private var general: String { settings + "8" }
  private var lenient: String { settings + "9" }
  private var unclassified: String { settings + "10" }
  private var minimum: String { settings + "11" }
  private var maximum: String { settings + "12" }
  private var rounding: String { settings + "13" }

  private var unknown: String { "\"" + say.notComputed + "\"" }

  /// Weighted subjects, or why nothing can be computed in this row.
  var weighted: String {
    let positive = say("参数须大于 0", "settings must be above 0")
    let missing = say("缺少数字", "figures missing")
    let differs = say("分类合计不符", "classes do not sum")
    let unweighted = say("未分类", "no classes")
    let divisors = "\(subjectsPerAssistant),\(subjectsPerOfficer)"
    return "IF(OR(COUNT(\(divisors))<2,MIN(\(divisors))<=0),\"\(positive)\","
      + "IF(COUNT(D\(row):E\(row))<2,\"\(missing)\","
      + "IF(COUNT(F\(row):H\(row))=3,IF(SUM(F\(row):H\(row))=E\(row),"
      + "F\(row)*\(strict)+G\(row)*\(general)+H\(row)*\(lenient),\"\(differs)\"),"
      + "IF(COUNT(\(unclassified))=1,E\(row)*\(unclassified),"
      + "IF(AND(\(strict)=\(general),\(general)=\(lenient)),E\(row)*\(general),"
      + "\"\(unweighted)\")))))"
  }

  /// ⌈S ÷ k⌉.
  var officersNeeded: String {
    "IF(ISNUMBER(K\(row)),ROUNDUP(ROUND(E\(row)/\(subjectsPerOfficer),8),0),\(unknown))"
  }

  /// Σ w·S ÷ r − c · max(0, O − N), not below 0.
  var required: String {
    "IF(ISNUMBER(K\(row)),MAX(0,ROUND(K\(row)/\(subjectsPerAssistant)"
      + "-\(relief)*MAX(0,D\(row)-J\(row)),8)),\(unknown))"
  }

  private var people: PeopleFormula {
    PeopleFormula(
      need: "L\(row)", minimum: minimum, maximum: maximum, rounding: rounding, say: say)
  }

  /// The need in whole people, within the limits.
  var proposed: String { people.proposed }

  /// Proposed less in post.
  var difference: String { people.difference(proposed: "M\(row)", inPost: "I\(row)") }

  /// Officers needed beyond those there.
  var shortfall: String {
    "IF(ISNUMBER(J\(row)),MAX(0,J\(row)-D\(row)),\(unknown))"
  }
}

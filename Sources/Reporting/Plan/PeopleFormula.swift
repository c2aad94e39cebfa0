/// The step from a need to whole people within the limits, as spreadsheet formulas that every
/// method's workbook shares.
struct PeopleFormula {
  /// The cell of the need.
  let need: String
  /// The cell of the least number.
  let minimum: String
  /// The cell of the greatest number; blank means none.
  let maximum: String
  /// The cell of the rule.
  let rounding: String
  let say: PageText

  private var unknown: String { "\"" + say.notComputed + "\"" }

  /// The need in whole people, within the limits.
  var proposed: String {
    let wisn =
      "IF(\(need)>=6,ROUND(\(need),0),IF(\(need)<1,ROUNDUP(\(need),0),"
      + "IF(ROUND(\(need)*10,6)<=11*INT(\(need)),INT(\(need)),INT(\(need))+1)))"
    let people =
      "IF(\(rounding)=\"up\",ROUNDUP(\(need),0),IF(\(rounding)=\"half-up\",ROUND(\(need),0),"
      + "IF(\(rounding)=\"wisn\",\(wisn),\(need))))"
    return "IF(NOT(ISNUMBER(\(need))),\(unknown),"
      + "IF(AND(COUNT(\(maximum))=1,\(maximum)<\(minimum)),\(unknown),"
      + "IF(AND(\(rounding)=\"none\",INT(\(need))<>\(need)),\(unknown),"
      + "MAX(\(minimum),MIN(\(people),IF(COUNT(\(maximum))=1,\(maximum),1E9))))))"
  }

  /// Proposed less in post.
  func difference(proposed: String, inPost: String) -> String {
    "IF(AND(ISNUMBER(\(proposed)),COUNT(\(inPost))=1),\(proposed)-\(inPost),\(unknown))"
  }
}

import Model

/// What one policy file says, before days and overlays are worked out.
///
/// Several items with the same id must not share a day.
struct PackDocument {
  var id: String
  var extends: String?
  var title: Bilingual
  var issuers: [Bilingual]
  var span: Span
  var repeals: [RepealedPolicy]
  var clauses: [Clause]
  var facts: [FactDeclaration]
  var tables: [CodeTable]
  var derivedFacts: [DerivedFact]
  var requirements: [Criterion]
  var tiers: [Criterion]
  var preferences: [Criterion]
  var groups: [PointGroup]
  var marks: [WeightedMark]
  var rankings: [Ranking]
  var settings: [LocalSetting]
  var parameters: [Parameter]
  var checks: [PolicyCheck]
  var claims: [Claim]
  var changes: [PackChange]
}

extension PackDocument {
  /// Every dated item, in the order in which a reader looks for them.
  var items: [any PackItem] {
    let rules: [[any PackItem]] = [requirements, preferences, tiers, groups, checks]
    let others: [[any PackItem]] = [derivedFacts, tables, parameters, marks, rankings, settings]
    return Array((rules + others).joined())
  }
}

/// What an overlay changes of an item that its base has.
struct PackChange {
  enum Subject {
    case points(preference: String, Int)
    case parameter(String, ParameterValue)
    case table(String, [CodeTable.Entry])
    case ranking(Ranking)
    /// The channels of which the Opinion's requirements are asked.
    case gatedChannels([String])
    /// Anything else that the overlay names, which no overlay may change.
    case forbidden(id: String)
  }

  let subject: Subject
  let reason: Bilingual
  /// Who confirmed the value of a parameter, where the overlay says so.
  let confirmation: Confirmation?
  let span: Span
  let place: SourcePlace
}

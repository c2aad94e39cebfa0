import Model

/// What one policy file says, before days and overlays are worked out.
///
/// Items that may change over time are `Dated`; several with the same id must not share a day.
struct PackDocument {
  var id: String
  var extends: String?
  var title: Bilingual
  var issuers: [Bilingual]
  var span: Span
  var repeals: [RepealedPolicy]
  var clauses: [Clause]
  var facts: [FactDeclaration]
  var tables: [Dated<CodeTable>]
  var derivedFacts: [Dated<DerivedFact>]
  var requirements: [Dated<Criterion>]
  var tiers: [Dated<Criterion>]
  var preferences: [Dated<Criterion>]
  var groups: [Dated<PointGroup>]
  var marks: [Dated<WeightedMark>]
  var rankings: [Dated<Ranking>]
  var settings: [Dated<LocalSetting>]
  var parameters: [Dated<Parameter>]
  var checks: [PolicyCheck]
  var claims: [Claim]
  var changes: [PackChange]
}

/// What an overlay changes of an item that its base has.
struct PackChange {
  enum Subject {
    case points(preference: String, Int)
    case parameter(String, ParameterValue)
    case table(String, [CodeTable.Entry])
    case ranking(Ranking)
    /// Anything else that the overlay names, which no overlay may change.
    case forbidden(id: String)
  }

  let subject: Subject
  let reason: Bilingual
  let span: Span
  let place: SourcePlace
}

import Model

extension PolicyPack {
  /// Makes a pack from a file that extends nothing.
  init(_ source: PackSource) throws(PolicyError) {
    let document = try PackReader.document(source)
    try document.validate()
    self.init(document: document, lineage: [document.id], sources: [source])
  }

  /// The pack as an overlay adapts it.
  ///
  /// An overlay adds local items and changes local settings. What a clause says stays as it is.
  func extended(by overlay: PackDocument, _ source: PackSource) throws(PolicyError) -> PolicyPack {
    guard !lineage.contains(overlay.id) else {
      throw .nameTaken(overlay.id, file: source.name)
    }
    var merged = document
    merged.id = overlay.id
    merged.title = overlay.title
    merged.issuers += overlay.issuers
    merged.span = overlay.span
    merged.extends = nil
    merged.facts += overlay.facts
    merged.tables += overlay.tables
    merged.derivedFacts += overlay.derivedFacts
    merged.requirements += overlay.requirements
    // Added tiers come after the clause's own and before the last, which takes all others.
    merged.tiers.insert(contentsOf: overlay.tiers, at: max(0, merged.tiers.count - 1))
    merged.preferences += overlay.preferences
    merged.groups += overlay.groups
    merged.marks += overlay.marks
    merged.rankings += overlay.rankings
    merged.settings += overlay.settings
    merged.parameters += overlay.parameters
    merged.checks += overlay.checks
    merged.claims += overlay.claims
    try overlay.requireLocalAdditions()
    try overlay.requireDistinctChanges()
    try overlay.requireDaysWithin(document.span)
    try merged.requireClausesApart(in: overlay.groups)
    for change in overlay.changes { try merged.apply(change) }
    try merged.validate()
    return PolicyPack(
      document: merged, lineage: lineage + [overlay.id], sources: sources + [source])
  }
}

public import Model

/// A policy as data: what it is, its clauses, and its rules by date.
public struct PolicyPack: Sendable {
  /// The id, such as `beijing-2023`.
  public var id: String { document.id }
  /// The title.
  public var title: Bilingual { document.title }
  /// Who issued it.
  public var issuers: [Bilingual] { document.issuers }
  /// The days on which it is in force.
  public var inForce: Span { document.span }
  /// The policies that it repeals.
  public var repeals: [RepealedPolicy] { document.repeals }
  /// The clauses, in the order of the text.
  public var clauses: [Clause] { document.clauses }
  /// What other rooms check by clause.
  public var checks: [PolicyCheck] { document.checks }
  /// The ids of the packs it rests on, the base first, itself last.
  public let lineage: [String]
  /// What the policy's digest covers: the files' bytes, base first, each after its length in
  /// eight bytes, most significant first.
  public let canonicalBytes: [UInt8]

  let document: PackDocument
  let sources: [PackSource]

  init(document: PackDocument, lineage: [String], sources: [PackSource]) {
    self.document = document
    self.lineage = lineage
    self.sources = sources
    canonicalBytes = sources.flatMap { source in
      withUnsafeBytes(of: UInt64(source.bytes.count).bigEndian, Array.init) + source.bytes
    }
  }

  /// The clause that is cited by a number.
  public func clause(_ number: String) -> Clause? {
    clauses.first { $0.number == number }
  }
}

/// A policy that another one ended; only its name and days are known.
public struct RepealedPolicy: Sendable, Hashable {
  /// The document number, such as 京司发〔2006〕76号.
  public let number: String
  /// The title.
  public let title: Bilingual
  /// The last day on which it was in force.
  public let until: CivilDate
}

/// Something that another room checks, by clause.
public struct PolicyCheck: Declared, Hashable {
  /// What it is called, what it rests on, and when.
  public internal(set) var declaration: Declaration
  /// The parameters that it uses.
  public let parameters: [String]
}

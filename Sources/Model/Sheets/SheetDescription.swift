/// What a sheet of a kind looks like: its columns, and what is true of its rows.
///
/// Everything that reads, stores, shows or passes on a sheet follows from this one description.
public struct SheetDescription: Sendable {
  /// The kind of sheet.
  public let kind: SheetKind
  /// The name for people.
  public let title: Bilingual
  /// The columns in their usual order.
  public let fields: [SheetField]
  /// The columns whose values are kept; the others only say an office by name.
  ///
  /// Wherever a column of a sheet has a number, it is its place among these.
  public let kept: [SheetField]
  /// The columns by which a row is known; no two rows have the same values there.
  public let key: [String]
  /// Whether the columns may stand in their usual order without a header.
  public let mayLackHeader: Bool
  /// Whether each row says all that is known of it, and does not only correct one that came before.
  public private(set) var isWhole = true
  /// Whether the sheet speaks of subjects, who must not appear in it as persons.
  public let isAboutSubjects: Bool

  /// Describes a sheet by its columns.
  public init(
    _ kind: SheetKind, _ title: Bilingual, key: [String], isAboutSubjects: Bool = false,
    mayLackHeader: Bool = false, _ fields: [SheetField]
  ) {
    self.kind = kind
    self.title = title
    self.key = key
    self.isAboutSubjects = isAboutSubjects
    self.mayLackHeader = mayLackHeader
    self.fields = fields
    kept = fields.filter(\.kind.isKept)
    precondition(Set(fields.map(\.id)).count == fields.count, "two columns have one name")
    key.forEach { _ = place(of: $0) }
  }

  /// What the worksheet is called that says how a sheet of ours is filled in.
  public static let instructionsName = Bilingual(zh: "填写说明", en: "How to fill in")

  /// The place among `kept` of a column that the sheet must have; stops where it has none.
  public func place(of id: String) -> Int {
    guard let place = kept.firstIndex(where: { $0.id == id }) else {
      preconditionFailure("the \(kind.rawValue) sheet has no column \(id)")
    }
    return place
  }

  /// The column of a name, which the sheet must have; stops where it has none.
  public subscript(id: String) -> SheetField { kept[place(of: id)] }

  /// The sheet as it corrects rows that came before: all it needs are the columns by which a row is
  /// known, and those that change.
  public var correcting: SheetDescription {
    var description = SheetDescription(
      kind, title, key: key, isAboutSubjects: isAboutSubjects,
      fields.map { field in
        var field = field
        // A column of the key that may be blank is as blank there as it was.
        field.need = key.contains(field.id) && field.need != .optional ? .cell : .optional
        return field
      })
    description.isWhole = false
    return description
  }

  /// The sheet as another program passes it on: any column but those of the key may be absent or
  /// blank, and texts are taken as they stand.
  public var passedOn: SheetDescription {
    SheetDescription(
      kind, title, key: key,
      kept.map { field in
        SheetField(
          field.id, field.header.zh, field.header.en, .text,
          key.contains(field.id) ? .cell : .optional, example: field.example)
      })
  }
}

/// The descriptions of all kinds of sheets (数据字典).
public struct SheetCatalog: Sendable {
  private var descriptions: [SheetKind: SheetDescription]

  /// The descriptions that come with the program.
  public static let standard = SheetCatalog(descriptions: [
    .applicants: .applicants, .offices: .offices, .posts: .posts, .caseload: .caseload,
    .history: .history, .assistants: .assistants, .training: .training, .findings: .findings,
    .relations: .relations, .marks: .marks, .checks: .checks,
    .responses: .responses,
    .trainingSessions: .trainingSessions, .duties: .duties, .caseAssignments: .caseAssignments,
    .followUp: .followUp, .feedback: .feedback, .acknowledgements: .acknowledgements,
    .contacts: .contacts, .weights: .weights, .opinions: .opinions,
  ])

  /// The description of a kind.
  public subscript(kind: SheetKind) -> SheetDescription {
    guard let description = descriptions[kind] else {
      preconditionFailure("the \(kind.rawValue) sheet is not described")
    }
    return description
  }

  /// The kinds as they correct rows that came before.
  public var correcting: SheetCatalog {
    SheetCatalog(descriptions: descriptions.mapValues(\.correcting))
  }

  /// The catalog with another description of one kind.
  public func replacing(_ description: SheetDescription) -> SheetCatalog {
    var catalog = self
    catalog.descriptions[description.kind] = description
    return catalog
  }
}

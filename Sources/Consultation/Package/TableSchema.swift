public import Model

/// The columns of a table (Table Schema), so that any validator can check it.
public struct TableSchema: Codable, Sendable {
  /// One column.
  public struct Field: Codable, Sendable {
    /// What a value may be.
    public struct Constraints: Codable, Sendable {
      /// Whether a value must stand there.
      public var required: Bool?
      /// The values that may stand there.
      public var `enum`: [String]?
    }

    /// Its header.
    public var name: String
    /// `string`, `integer`, `number`, `boolean` or `date`.
    public var type: String
    /// What people call it.
    public var title: String
    /// What a value may be.
    public var constraints: Constraints?

    /// Describes a column.
    public init(
      _ name: String, _ title: String, type: String = "string", isRequired: Bool = false,
      values: [String]? = nil
    ) {
      self.name = name
      self.type = type
      self.title = title
      if isRequired || values != nil {
        constraints = Constraints(required: isRequired ? true : nil, enum: values)
      }
    }

    /// A column of a sheet.
    public init(_ field: SheetField, isRequired: Bool = false) {
      self.init(
        field.id, field.header.zh, type: field.kind.tableType, isRequired: isRequired,
        values: field.kind.list?.values)
    }
  }

  /// Columns whose values stand in another table too.
  public struct ForeignKey: Codable, Sendable {
    /// The other table.
    public struct Reference: Codable, Sendable {
      /// Its name.
      public var resource: String
      /// Its column.
      public var fields: String
    }

    /// The column.
    public var fields: String
    /// Where its values stand too.
    public var reference: Reference
  }

  /// The columns in their order.
  public var fields: [Field]
  /// The column whose values are unique.
  public var primaryKey: String?
  /// Columns whose values stand in another table too.
  public var foreignKeys: [ForeignKey]?

  /// Describes a table of some columns of a sheet; only its key must have a value.
  /// - Parameter reference: a table whose column of the same name as the key's first holds every key.
  public init(_ sheet: SheetDescription, _ fields: [SheetField], reference: String? = nil) {
    self.init(
      fields.map { Field($0, isRequired: sheet.key.contains($0.id)) }, key: sheet.key.first,
      reference: reference)
  }

  /// Describes a table.
  /// - Parameter reference: a table whose column of the same name as the key holds every key.
  public init(_ fields: [Field], key: String?, reference: String? = nil) {
    self.fields = fields
    primaryKey = key
    if let key, let reference {
      foreignKeys = [
        ForeignKey(fields: key, reference: .init(resource: reference, fields: key))
      ]
    }
  }
}

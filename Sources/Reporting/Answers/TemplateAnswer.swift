public import Model

/// What a kind of sheet looks like, and where an empty one was written.
public struct TemplateAnswer: Answer {
  struct Column: Encodable {
    let field: String
    let header: Bilingual
    let note: Bilingual
    let required: Bool
    let values: [String]
    let example: String
  }

  let kind: String
  let title: Bilingual
  let written: String?
  let columns: [Column]

  /// - Parameter path: the file that was written, if one was.
  public init(_ kind: SheetKind, writtenTo path: String?) {
    self.kind = kind.rawValue
    title = kind.title
    written = path
    columns = kind.description.fields.map {
      Column(
        field: $0.id, header: $0.header, note: $0.note, required: $0.need != .optional,
        values: $0.kind.choices, example: $0.example)
    }
  }

  /// None: people open the sheet.
  public func lines(_ say: Wording) -> [String] { [] }

  /// Where the sheet is.
  public func notes(_ say: Wording) -> [String] {
    written.map { [say("已写入 \($0)", "Wrote \($0)")] } ?? []
  }
}

/// How far a value may be seen.
public enum Privacy: String, Sendable, CaseIterable {
  /// Whoever may see the row may see it.
  case open
  /// It tells who somebody is: findings, logs and lists for others show it masked.
  case personal
  /// It can be abused by itself, as an identity number can: masked, and it leaves the bureau only
  /// where the rules read it, or somebody asked for it by name and gave a reason.
  case sensitive
}

/// One column of a sheet.
public struct SheetField: Sendable {
  /// What a sheet needs of a column.
  public enum Need: Sendable {
    /// The column may be absent.
    case optional
    /// The column must be there; a blank cell is a figure that nobody knows.
    case column
    /// Every row must have a value.
    case cell
    /// Every row has a value, which another column may tell.
    case derived
  }

  /// Whether the column itself must be there.
  public var needsColumn: Bool { need == .column || need == .cell }

  /// The name in programs, tables and rules.
  public let id: String
  /// The header as clerks see it, and its English.
  public let header: Bilingual
  /// Other headers under which clerks write it.
  public let aliases: [String]
  /// Headers that count for it, with a word, where no column has one of the others.
  public let standIns: [String]
  /// What the cells hold.
  public let kind: ValueKind
  /// What the sheet needs of it.
  public internal(set) var need: Need
  /// What a number counts, where that is not plain.
  public let unit: Bilingual?
  /// A value as a clerk would write it.
  public let example: String
  /// How far its values may be seen.
  public let privacy: Privacy
  /// The finding for a cell that must not be blank.
  public let blank: FindingCode
  /// The finding for a value that no reading accepts.
  public let wrong: FindingCode
  /// The finding for a value that a program has damaged.
  public let damaged: FindingCode

  /// Describes a column; findings are those of the kind of value unless others are named.
  public init(
    _ id: String, _ zh: String, _ en: String, aliases: [String] = [], standIns: [String] = [],
    _ kind: ValueKind,
    _ need: Need = .optional, unit: Bilingual? = nil, example: String, privacy: Privacy = .open,
    blank: FindingCode? = nil, wrong: FindingCode? = nil, damaged: FindingCode? = nil
  ) {
    self.id = id
    header = Bilingual(zh: zh, en: en)
    self.aliases = aliases
    self.standIns = standIns
    self.kind = kind
    self.need = need
    self.unit = unit
    self.example = example
    self.privacy = privacy
    self.blank = blank ?? kind.blank
    self.wrong = wrong ?? kind.wrong
    self.damaged = damaged ?? kind.damaged
  }

  /// All headers by which the column is known.
  public var names: [String] { [header.zh, id, header.en] + aliases }

  /// What to write there.
  public var note: Bilingual {
    switch kind {
    case .text where need == .cell, .code where need == .cell:
      return Bilingual(zh: "文字，不可空", en: "Text, never blank")
    default: break
    }
    guard let unit else { return kind.note }
    return Bilingual(zh: "\(kind.note.zh)（单位：\(unit.zh)）", en: "\(kind.note.en) (\(unit.en))")
  }

  /// A value as it is shown where it may not be read in full: whole where it is open.
  public func shown(_ text: String) -> String {
    privacy == .open ? text : kind.masked(text)
  }
}

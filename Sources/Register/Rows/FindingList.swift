public import Model

/// Findings one after another, each a few whole numbers: of a large sheet there are millions.
public struct FindingList: RandomAccessCollection, Sendable {
  /// What many findings have alike.
  private struct Kind: Hashable {
    let fileID: Int64
    let code: FindingCode
    let column: Int
    let otherFile: String?
  }

  private struct Place {
    let kind: UInt32
    let row: UInt32
    let line: UInt32
    let value: UInt32
    let otherRow: UInt32
  }

  private var places: [Place] = []
  private var values = ByteInterner()
  private var kinds: [Kind: UInt32] = [:]
  /// The first finding of each kind.
  private var firsts: [FindingEntry] = []

  /// Holds none yet.
  public init() {}

  /// The place of the first.
  public var startIndex: Int { 0 }
  /// The place after the last.
  public var endIndex: Int { places.count }

  /// The finding at a place.
  public subscript(position: Int) -> FindingEntry {
    let place = places[position]
    let first = firsts[Int(place.kind)]
    return FindingEntry(
      fileID: first.fileID, file: first.file, worksheet: first.worksheet,
      finding: Finding(
        code: first.finding.code, row: place.row, line: place.line, column: first.finding.column,
        value: String(decoding: values.bytes(of: Int(place.value)), as: UTF8.self)),
      columnTitle: first.columnTitle, other: first.other.map { ($0.file, Int(place.otherRow)) })
  }

  /// What was found at a place.
  public func code(at position: Int) -> FindingCode {
    firsts[Int(places[position].kind)].finding.code
  }

  /// Adds a finding at the end.
  mutating public func append(_ entry: FindingEntry) {
    let finding = entry.finding
    let kind = Kind(
      fileID: entry.fileID, code: finding.code, column: finding.column,
      otherFile: entry.other?.file)
    if kinds[kind] == nil {
      kinds[kind] = UInt32(firsts.count)
      firsts.append(entry)
    }
    var text = finding.value
    let value = text.withUTF8 { values.code(of: $0) }
    places.append(
      Place(
        kind: kinds[kind] ?? 0, row: finding.row, line: finding.line, value: UInt32(value),
        otherRow: UInt32(entry.other?.row ?? 0)))
  }
}

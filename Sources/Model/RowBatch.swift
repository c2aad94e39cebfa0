/// Some rows of a sheet as bytes: one arena of UTF-8 text and, for each cell, where it lies.
///
/// This is the value in which rows cross the rooms. One thread owns a batch at a time; whoever
/// hands it on lets go of it, so exclusive access need not be checked at each cell. Rows all have `columns` cells: fields past that are counted and
/// dropped, absent fields are empty.
public final class RowBatch: @unchecked Sendable {
  /// Where a cell's bytes lie in the arena.
  @usableFromInline
  struct Cell {
    @usableFromInline var offset: UInt32
    @usableFromInline var length: UInt32

    @inlinable
    init(offset: UInt32, length: UInt32) {
      self.offset = offset
      self.length = length
    }
  }

  /// Why the text of a row is not to be trusted.
  public enum Damage: UInt8, Sendable {
    /// Bytes that fit no encoding; U+FFFD stands for each of them, or will.
    case bytes
    /// The row is written in another encoding than its file. It is read in its own.
    case otherEncoding
  }

  /// Where a row stood in its file.
  public struct Place: Sendable {
    /// The row's number, counted from 1 for the first row of the file, title and header included.
    public var row: UInt32
    /// The physical line on which the row begins, counted from 1.
    public var line: UInt32
    /// How many fields the row really had.
    public var fields: UInt32
    /// Why the row's text is not to be trusted, where that is so.
    public var damage: Damage?
    /// Whether the row's text is not to be trusted.
    public var isDamaged: Bool { damage != nil }
    /// Whether a quotation mark of the row neither closes its field nor stands doubled, so that cells
    /// or rows have run together.
    public var isMisquoted: Bool
    /// Whether a field that is not quoted holds a quotation mark.
    public var hasInnerQuote: Bool
    /// Whether any of the fields past the batch's columns is filled.
    public var isFilledBeyond: Bool

    @inlinable
    init(
      row: UInt32, line: UInt32, fields: UInt32, damage: Damage?, isMisquoted: Bool,
      hasInnerQuote: Bool, isFilledBeyond: Bool
    ) {
      self.row = row
      self.line = line
      self.fields = fields
      self.damage = damage
      self.isMisquoted = isMisquoted
      self.hasInnerQuote = hasInnerQuote
      self.isFilledBeyond = isFilledBeyond
    }
  }

  /// How many bytes after a cell may be read, so that it is copied in whole words.
  private static let padding = 8

  /// How many cells each row has.
  public let columns: Int
  /// How many rows the batch can hold.
  public let capacity: Int
  /// How many rows the batch holds.
  @inlinable public var count: Int { places.count }
  /// Where each row stood in its file.
  @exclusivity(unchecked) public var places: [Place]
  /// About how many bytes of the file the rows so far take; 0 where that is not known.
  @exclusivity(unchecked) public var sourceEnd = 0

  @exclusivity(unchecked) private var shownTexts: [(row: Int, column: Int, text: ShownText)] = []
  @exclusivity(unchecked) @usableFromInline var arena: UnsafeMutablePointer<UInt8>
  @exclusivity(unchecked) @usableFromInline var arenaCapacity: Int
  @exclusivity(unchecked) @usableFromInline var arenaUsed = 0
  @exclusivity(unchecked) @usableFromInline var textBytes = 0
  @usableFromInline let cells: UnsafeMutablePointer<Cell>
  /// Fields of the row that is being written.
  @exclusivity(unchecked) @usableFromInline var fieldsOfRow = 0
  @exclusivity(unchecked) @usableFromInline var isFilledBeyond = false

  /// Makes an empty batch.
  public init(columns: Int, capacity: Int = 2048) {
    self.columns = columns
    self.capacity = capacity
    places = []
    places.reserveCapacity(capacity)
    arenaCapacity = max(columns * capacity * 8, 4096)
    arena = .allocate(capacity: arenaCapacity + Self.padding)
    cells = .allocate(capacity: max(columns * capacity, 1))
  }

  deinit {
    arena.deallocate()
    cells.deallocate()
  }

  /// How many bytes its rows take in a text, separators and line ends included.
  @inlinable public var byteCount: Int { textBytes }

  /// Whether no further row fits.
  @inlinable public var isFull: Bool { places.count == capacity }

  /// Adds a field to the row that is being written.
  @inlinable @inline(__always)
  public func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    if fieldsOfRow < columns {
      cells[places.count &* columns &+ fieldsOfRow] = store(bytes)
    } else if !bytes.isEmpty {
      isFilledBeyond = true
    }
    fieldsOfRow &+= 1
    textBytes &+= bytes.count &+ 1
  }

  /// Adds a row whose fields stand in one text with a byte between each two: the text is copied as a
  /// whole, and the cells are slices of it.
  ///
  /// - Parameter ends: Where each field ends in the text, ascending; the last one ends with it.
  @inlinable @inline(__always)
  public func appendRow(
    _ text: UnsafeBufferPointer<UInt8>, fieldsEndingAt ends: UnsafeBufferPointer<UInt32>,
    row: UInt32, line: UInt32
  ) {
    let whole = store(text)
    let target = cells + places.count &* columns
    let kept = min(ends.count, columns)
    var start: UInt32 = 0
    for field in 0..<kept {
      target[field] = Cell(offset: whole.offset &+ start, length: ends[field] &- start)
      start = ends[field] &+ 1
    }
    if kept < ends.count {
      isFilledBeyond = Int(ends[ends.count &- 1]) > Int(start) &+ (ends.count &- kept &- 1)
    }
    textBytes &+= text.count &+ 1
    fieldsOfRow = ends.count
    endRow(row: row, line: line)
  }

  /// Notes what the field that was added last shows in its workbook.
  public func show(_ text: ShownText) {
    guard (1...columns).contains(fieldsOfRow) else { return }
    shownTexts.append((count, fieldsOfRow - 1, text))
  }

  /// Whether any cell shows something else than its bytes.
  public var hasShownTexts: Bool { !shownTexts.isEmpty }

  /// What a cell shows, where that is something else than its bytes.
  /// - Complexity: O(log n) in the number of such cells.
  public func shown(row: Int, column: Int) -> ShownText? {
    var range = shownTexts[...]
    while let middle = range.indices.dropFirst(range.count / 2).first {
      let found = shownTexts[middle]
      if (found.row, found.column) == (row, column) { return found.text }
      range =
        (found.row, found.column) < (row, column) ? range[(middle + 1)...] : range[..<middle]
    }
    return nil
  }

  /// Ends the row that is being written.
  @inlinable
  public func endRow(
    row: UInt32, line: UInt32, damage: Damage? = nil, isMisquoted: Bool = false,
    hasInnerQuote: Bool = false
  ) {
    let base = places.count &* columns
    var index = fieldsOfRow
    while index < columns {
      cells[base &+ index] = Cell(offset: 0, length: 0)
      index &+= 1
    }
    places.append(
      Place(
        row: row, line: line, fields: UInt32(fieldsOfRow), damage: damage,
        isMisquoted: isMisquoted, hasInnerQuote: hasInnerQuote, isFilledBeyond: isFilledBeyond))
    fieldsOfRow = 0
    isFilledBeyond = false
  }

  /// The bytes of a cell, valid until the batch changes; `padding` bytes after it may be read.
  @inlinable
  public func bytes(row: Int, column: Int) -> UnsafeBufferPointer<UInt8> {
    let cell = cells[row &* columns &+ column]
    return UnsafeBufferPointer(start: arena + Int(cell.offset), count: Int(cell.length))
  }

  /// Whether anything stands in a row.
  @inlinable
  public func isFilled(_ row: Int) -> Bool {
    for column in 0..<columns where cells[row &* columns &+ column].length > 0 { return true }
    return places[row].isFilledBeyond
  }

  /// The text of a cell; not for the bulk path.
  public func text(row: Int, column: Int) -> String {
    String(decoding: bytes(row: row, column: column), as: UTF8.self)
  }

  /// Gives a cell other bytes, which must not lie in this batch.
  @inlinable
  public func replace(row: Int, column: Int, with bytes: UnsafeBufferPointer<UInt8>) {
    cells[row &* columns &+ column] = store(bytes)
  }

  /// Empties the batch for use again.
  public func removeAll() {
    places.removeAll(keepingCapacity: true)
    arenaUsed = 0
    textBytes = 0
    shownTexts.removeAll(keepingCapacity: true)
    fieldsOfRow = 0
    isFilledBeyond = false
  }

  @inlinable @inline(__always)
  func store(_ bytes: UnsafeBufferPointer<UInt8>) -> Cell {
    if arenaUsed &+ bytes.count > arenaCapacity { growArena(for: bytes.count) }
    if let source = bytes.baseAddress {
      Self.copy(source, to: arena + arenaUsed, bytes.count)
    }
    let cell = Cell(offset: UInt32(truncatingIfNeeded: arenaUsed), length: UInt32(bytes.count))
    arenaUsed &+= bytes.count
    return cell
  }

  /// Copies bytes; cells are short, so most need no call.
  @inlinable @inline(__always)
  static func copy(
    _ source: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>, _ count: Int
  ) {
    let from = UnsafeRawPointer(source)
    let to = UnsafeMutableRawPointer(target)
    switch count {
    case 17...: to.copyMemory(from: from, byteCount: count)
    case 8...16:
      // The two halves may overlap.
      let (first, last) = (
        from.loadUnaligned(as: UInt64.self),
        from.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      )
      to.storeBytes(of: first, as: UInt64.self)
      to.storeBytes(of: last, toByteOffset: count &- 8, as: UInt64.self)
    case 4...7:
      let (first, last) = (
        from.loadUnaligned(as: UInt32.self),
        from.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      )
      to.storeBytes(of: first, as: UInt32.self)
      to.storeBytes(of: last, toByteOffset: count &- 4, as: UInt32.self)
    case 1...3:
      target[0] = source[0]
      target[count &>> 1] = source[count &>> 1]
      target[count &- 1] = source[count &- 1]
    default: break
    }
  }

  @usableFromInline
  func growArena(for needed: Int) {
    let capacity = max(arenaCapacity * 2, arenaUsed + needed)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + Self.padding)
    larger.update(from: arena, count: arenaUsed)
    arena.deallocate()
    arena = larger
    arenaCapacity = capacity
  }
}

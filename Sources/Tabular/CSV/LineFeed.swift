import CLibCSV
import Foundation
import Model

/// Feeds text to libcsv one physical line at a time and keeps count of rows and lines; lines that
/// libcsv would not change are cut without it.
struct LineFeed: ~Copyable {
  /// What libcsv's callbacks write to; they see it through a raw pointer.
  private struct Target {
    var batch: Unmanaged<RowBatch>
    var row: UInt32 = 1
    var rowLine: UInt32 = 1
    var sawField = false
    var rowEnded = false
    var damage: RowBatch.Damage?
    var isMisquoted = false
    var hasInnerQuote = false
  }

  /// What `take` threw, if anything; typed throws cannot carry it through the pieces.
  private(set) var consumerError: (any Error)?

  private var batch: RowBatch
  private var target: Target
  private var line: UInt32 = 1
  private var inRow = false
  private var rowBytes = 0
  private var endedWithCR = false
  /// What is damaged of the piece that is fed, as far as it was not met.
  private var damage: ArraySlice<TextPiece.Damage> = []
  private var quotes: QuoteScan
  private let scanner: LineScanner

  init(batch: RowBatch, separator: UInt8) {
    self.batch = batch
    quotes = QuoteScan(separator: separator)
    scanner = LineScanner(separator: separator)
    target = Target(batch: Unmanaged.passUnretained(batch))
  }

  /// Feeds one piece of text, line by line.
  mutating func feed(
    _ piece: TextPiece, to parser: inout csv_parser, path: String,
    take: (RowBatch) throws -> RowBatch
  ) throws(TabularError) {
    let offset = piece.sourceOffset
    damage = piece.damage[...]
    let piece = piece.bytes
    guard let base = piece.baseAddress else { return }
    var start = 0
    if endedWithCR, piece[0] == 0x0A { start = 1 }
    endedWithCR = false
    while start < piece.count {
      let rest = UnsafeBufferPointer(start: base + start, count: piece.count - start)
      if !inRow, let length = appendPlainLine(of: rest, at: start) {
        start += length
      } else {
        start += try parseLine(of: rest, at: start, with: &parser, path: path)
      }
      if batch.isFull {
        batch.sourceEnd = offset
        try handOver(take, path: path)
      }
    }
    endedWithCR = piece[piece.count - 1] == 0x0D
  }

  /// Adds a line to the batch without libcsv, where it is plain, and returns its length with its end.
  @inline(__always)
  private mutating func appendPlainLine(of rest: UnsafeBufferPointer<UInt8>, at start: Int) -> Int?
  {
    guard let plain = scanner.cut(rest),
      damage.isEmpty || damage[damage.startIndex].offset >= start + plain.next
    else { return nil }
    batch.appendRow(
      UnsafeBufferPointer(rebasing: rest[..<plain.length]),
      fieldsEndingAt: UnsafeBufferPointer(start: scanner.ends, count: plain.fields),
      row: target.row, line: line)
    target.row += 1
    line += 1
    rowBytes = 0
    return plain.next
  }

  /// Feeds a line, or what the piece holds of it, to libcsv, and returns its length with its end.
  private mutating func parseLine(
    of rest: UnsafeBufferPointer<UInt8>, at start: Int, with parser: inout csv_parser, path: String
  ) throws(TabularError) -> Int {
    let (length, hasEnd) = Self.line(rest)
    let bytes = UnsafeBufferPointer(rebasing: rest[..<length])
    while let next = damage.first, next.offset < start + length {
      target.damage = next.kind
      damage.removeFirst()
    }
    if !inRow {
      target.rowLine = line
      quotes.startRow()
    }
    // A part of a line is scanned whatever it holds: the next part begins where it ends.
    if inRow || !hasEnd || bytes.place(of: 0x22) != nil {
      quotes.scan(bytes)
      target.isMisquoted = quotes.hasLone
      target.hasInnerQuote = quotes.hasInner
    }
    target.sawField = false
    target.rowEnded = false
    let fed = withUnsafeMutablePointer(to: &target) { target in
      csv_parse(&parser, bytes.baseAddress, length, Self.fieldEnded, Self.rowEnded, target)
    }
    guard fed == length else { throw .unreadable(path: path, errno: ENOMEM) }
    rowBytes += length
    if target.rowEnded {
      inRow = false
      rowBytes = 0
    } else if !inRow {
      inRow = target.sawField || !Self.isBlank(bytes)
      if !inRow, hasEnd {
        target.row += 1
        rowBytes = 0
      }
    }
    if hasEnd { line += 1 }
    if rowBytes > CSVReader.longestRow {
      throw .rowTooLong(path: path, line: Int(target.rowLine), limit: CSVReader.longestRow)
    }
    return length
  }

  /// Ends the last row and hands over what is left.
  mutating func finish(
    _ parser: inout csv_parser, path: String, take: (RowBatch) throws -> RowBatch
  ) throws(TabularError) {
    // Outside its strict mode libcsv ends an open quote silently, and in it refuses lone quotes.
    guard parser.pstate != Self.insideField || parser.quoted == 0 else {
      throw .quoteUnterminated(path: path, line: Int(target.rowLine))
    }
    let status = withUnsafeMutablePointer(to: &target) { target in
      csv_fini(&parser, Self.fieldEnded, Self.rowEnded, target)
    }
    guard status == 0 else { throw .unreadable(path: path, errno: ENOMEM) }
    if batch.count > 0 { try handOver(take, path: path) }
  }

  private mutating func handOver(_ take: (RowBatch) throws -> RowBatch, path: String)
    throws(TabularError)
  {
    do {
      batch = try take(batch)
      target.batch = Unmanaged.passUnretained(batch)
    } catch {
      consumerError = error
      throw .unreadable(path: path, errno: ECANCELED)
    }
  }

  /// The length of the first physical line with its end (LF, CR LF or CR), and whether it has one.
  private static func line(_ rest: UnsafeBufferPointer<UInt8>) -> (Int, Bool) {
    let lineFeed = rest.place(of: 0x0A)
    let length = lineFeed.map { $0 + 1 } ?? rest.count
    if let end = UnsafeBufferPointer(rebasing: rest[..<length]).place(of: 0x0D),
      end + 1 != lineFeed
    {
      return (end + 1, true)
    }
    return (length, lineFeed != nil)
  }

  /// libcsv's state `FIELD_BEGUN`.
  private static let insideField: Int32 = 2

  private static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  }

  private static let fieldEnded:
    @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
      bytes, count, context in
      guard let target = context?.assumingMemoryBound(to: Target.self) else { return }
      target.pointee.sawField = true
      target.pointee.batch._withUnsafeGuaranteedRef {
        $0.append(
          UnsafeBufferPointer(start: bytes?.assumingMemoryBound(to: UInt8.self), count: count))
      }
    }

  private static let rowEnded: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = {
    _, context in
    guard let target = context?.assumingMemoryBound(to: Target.self) else { return }
    target.pointee.rowEnded = true
    let (row, line, damage, misquoted, innerQuote) = (
      target.pointee.row, target.pointee.rowLine, target.pointee.damage,
      target.pointee.isMisquoted, target.pointee.hasInnerQuote
    )
    target.pointee.batch._withUnsafeGuaranteedRef {
      $0.endRow(
        row: row, line: line, damage: damage, isMisquoted: misquoted, hasInnerQuote: innerQuote)
    }
    target.pointee.row &+= 1
    target.pointee.damage = nil
    target.pointee.isMisquoted = false
    target.pointee.hasInnerQuote = false
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where a byte stands first.
  func place(of byte: UInt8) -> Int? {
    guard let base = baseAddress else { return nil }
    return memchr(base, Int32(byte), count)
      .map { UnsafeRawPointer(base).distance(to: UnsafeRawPointer($0)) }
  }
}

import CLibCSV
import Testing

/// What libcsv alone makes of a text that is fed to it byte by byte: what a reader of separated values
/// must find.
struct LibraryReading {
  /// A row with its place, which is counted without the reader's help.
  struct Row: Equatable {
    var row: UInt32 = 1
    var line: UInt32 = 1
    var fields: [[UInt8]] = []
  }

  /// The rows in their order.
  let rows: [Row]

  /// Reads a text; what closes a quotation mark that is open at its end is added to the text.
  init(_ text: inout [UInt8], separator: UInt8) throws {
    var parser = csv_parser()
    try #require(csv_init(&parser, 0) == 0)
    defer { csv_free(&parser) }
    csv_set_delim(&parser, separator)
    if separator == 9 { csv_set_space_func(&parser) { $0 == 32 ? 1 : 0 } }
    let sink = Sink(separator: separator)
    let context = Unmanaged.passUnretained(sink).toOpaque()
    try text.withUnsafeBufferPointer { bytes in
      for (index, byte) in bytes.enumerated() {
        sink.meet(byte)
        let fed = csv_parse(&parser, bytes.baseAddress.map { $0 + index }, 1, field, row, context)
        try #require(fed == 1)
      }
    }
    if parser.pstate == 2, parser.quoted != 0 {
      text.append(34)
      try #require(csv_parse(&parser, [34], 1, field, row, context) == 1)
    }
    try #require(csv_fini(&parser, field, row, context) == 0)
    rows = sink.rows
  }
}

/// Counts lines and rows, and keeps what libcsv hands out.
private final class Sink {
  let separator: UInt8
  private(set) var rows: [LibraryReading.Row] = []
  private var current = LibraryReading.Row()
  private var line: UInt32 = 1
  private var previous: UInt8 = 0
  private var isInRow = false

  init(separator: UInt8) { self.separator = separator }

  /// Takes note of a byte before libcsv sees it: LF ends a line, and so does CR without LF after it.
  func meet(_ byte: UInt8) {
    if previous == 10 || previous == 13 && byte != 10 {
      line += 1
      // A line on which nothing stands is a row too.
      if !isInRow { current.row += 1 }
    }
    previous = byte
    if !isInRow, byte == separator || ![9, 10, 13, 32].contains(byte) {
      isInRow = true
      current.line = line
    }
  }

  func append(_ field: UnsafeRawBufferPointer) { current.fields.append(Array(field)) }

  func endRow() {
    rows.append(current)
    current.fields.removeAll()
    isInRow = false
  }
}

private let field: FieldCallback = { bytes, count, context in
  sink(context)?.append(UnsafeRawBufferPointer(start: bytes, count: count))
}

private typealias FieldCallback =
  @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void

private let row: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { _, context in
  sink(context)?.endRow()
}

private func sink(_ context: UnsafeMutableRawPointer?) -> Sink? {
  context.map { Unmanaged<Sink>.fromOpaque($0).takeUnretainedValue() }
}

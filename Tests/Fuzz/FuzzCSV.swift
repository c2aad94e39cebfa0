import CLibCSV
import Glibc
import Intake
import Model
import Tabular

@main
enum FuzzCSV {
  /// Hands over to the fuzzer, which calls the function below with input after input.
  static func main() {
    var (count, arguments) = (CommandLine.argc, CommandLine.unsafeArgv)
    exit(drive(&count, &arguments) { fuzzCSV($0, $1) })
  }
}

@_silgen_name("LLVMFuzzerRunDriver")
private func drive(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// Reads whatever bytes the fuzzer makes as a sheet of separated values, and checks what must hold of
/// any that reads.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCSV(_ data: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  guard let data, let file = fopen(path, "wb") else { return 0 }
  fwrite(data, 1, count, file)
  fclose(file)
  guard let source = try? CSVSource(path: path) else { return 0 }
  for separator in CSVReader.Separator.allCases {
    checkRows(source, separator, count)
    checkFields(source, separator, UnsafeBufferPointer(start: data, count: count))
  }
  checkSheet()
  return 0
}

/// Rows come in order, lie within the file, and hold UTF-8 unless they are marked as damaged.
private func checkRows(_ source: CSVSource, _ separator: CSVReader.Separator, _ count: Int) {
  var last: UInt32 = 0
  _ = try? CSVReader(source, separator: separator)
    .read(into: RowBatch(columns: 5, capacity: 3)) { batch in
      for (row, place) in batch.places.enumerated() {
        precondition(place.row > last, "rows come in order")
        precondition(place.line >= place.row || place.row == 1, "a row begins on its line or later")
        precondition(Int(place.line) <= count + 1, "lines lie within the file")
        last = place.row
        for column in 0..<5 where !place.isDamaged {
          let bytes = batch.bytes(row: row, column: column)
          precondition(String(validating: bytes, as: UTF8.self) != nil, "a cell is UTF-8")
        }
      }
      batch.removeAll()
      return batch
    }
}

/// The fields are those that libcsv finds when it reads the whole file by itself.
private func checkFields(
  _ source: CSVSource, _ separator: CSVReader.Separator, _ data: UnsafeBufferPointer<UInt8>
) {
  guard source.encoding == .utf8 || source.encoding == .utf8WithMark else { return }
  let columns = 64
  var read: [LibraryRow] = []
  let isReadable: Void? = try? CSVReader(source, separator: separator)
    .read(into: RowBatch(columns: columns, capacity: 64)) { batch in
      for (row, place) in batch.places.enumerated() {
        let kept = (0..<min(columns, Int(place.fields))).map {
          Array(batch.bytes(row: row, column: $0))
        }
        read.append(LibraryRow(count: Int(place.fields), fields: kept))
      }
      batch.removeAll()
      return batch
    }
  // The reader refuses quotation marks that are open at the end, and rows of a megabyte.
  guard isReadable != nil else { return }
  var text = Array(data)[...]
  while text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
  let library = LibraryRows(columns: columns)
  let context = Unmanaged.passUnretained(library).toOpaque()
  var parser = csv_parser()
  precondition(csv_init(&parser, 0) == 0, "libcsv is ready")
  defer { csv_free(&parser) }
  csv_set_delim(&parser, separator.rawValue)
  if separator == .tab { csv_set_space_func(&parser) { $0 == 32 ? 1 : 0 } }
  text.withUnsafeBufferPointer {
    _ = csv_parse(&parser, $0.baseAddress, $0.count, keepField, keepRow, context)
  }
  csv_fini(&parser, keepField, keepRow, context)
  precondition(read == library.rows, "libcsv alone finds the same fields")
}

/// The first fields of a row, and how many it has.
private struct LibraryRow: Equatable {
  var count = 0
  var fields: [[UInt8]] = []
}

/// What libcsv hands out.
private final class LibraryRows {
  let columns: Int
  var rows: [LibraryRow] = []
  var row = LibraryRow()

  init(columns: Int) { self.columns = columns }

  static func of(_ context: UnsafeMutableRawPointer?) -> LibraryRows? {
    context.map { Unmanaged<LibraryRows>.fromOpaque($0).takeUnretainedValue() }
  }
}

private let keepField:
  @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void =
    { bytes, count, context in
      guard let rows = LibraryRows.of(context) else { return }
      rows.row.count += 1
      if rows.row.count <= rows.columns {
        rows.row.fields.append(Array(UnsafeRawBufferPointer(start: bytes, count: count)))
      }
    }

private let keepRow: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { _, context in
  guard let rows = LibraryRows.of(context) else { return }
  rows.rows.append(rows.row)
  rows.row = LibraryRow()
}

/// Every row of a sheet that is recognised comes to an outcome, and every finding has a place.
private func checkSheet() {
  guard let sheet = try? IncomingSheet(path: path) else { return }
  if sheet.header.kind == .applicants {
    var reader = SheetReader(
      .applicants, offices: offices, facts: ApplicantColumns(fields: ApplicantField.allCases))
    var accepted = 0
    _ = try? reader.read(sheet) { batch in
      precondition(batch.outcomes.count == batch.rows.count, "each row has an outcome")
      accepted += batch.outcomes.count { $0 == RowOutcome.accepted.rawValue }
      for finding in batch.findings {
        precondition(finding.column < sheet.header.titles.count + 8, "a finding names a cell")
      }
      batch.removeAll()
      return batch
    }
    precondition(reader.facts?.count == accepted, "each accepted row has facts")
  } else if let records = try? IncomingRecords(reading: sheet, offices: offices) {
    precondition(
      records.accepted.rows.count == records.records.count { !$0.isRejected },
      "each accepted row is kept")
  }
}

private let offices = OfficeTable()

/// A file in memory, so that the disk does not set the pace.
private let path = "/dev/shm/fuzz-\(getpid()).csv"

import CZip
import Glibc
import Model
import Tabular

@main
enum FuzzWorkbook {
  /// Hands over to the fuzzer, which calls the function below with input after input.
  static func main() {
    var (count, arguments) = (CommandLine.argc, CommandLine.unsafeArgv)
    exit(drive(&count, &arguments) { fuzzWorkbook($0, $1) })
  }
}

@_silgen_name("LLVMFuzzerRunDriver")
private func drive(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// Reads whatever bytes the fuzzer makes as a workbook, and checks what must hold of any that reads.
///
/// Bytes that do not begin like an archive are taken as the worksheet of a sound workbook.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWorkbook(_ data: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  guard let data else { return 0 }
  if count > 1, data[0] == 0x50, data[1] == 0x4B {
    guard let file = fopen(path, "wb") else { return 0 }
    fwrite(data, 1, count, file)
    fclose(file)
  } else {
    wrap(UnsafeRawBufferPointer(start: data, count: count))
  }
  guard let reader = try? WorkbookReader(path: path) else { return 0 }
  for worksheet in reader.worksheets.indices.prefix(3) {
    _ = try? reader.firstRows(10, of: worksheet)
    var last: UInt32 = 0
    let notices = try? reader.read(worksheet, from: 2, batch: RowBatch(columns: 5, capacity: 3)) {
      batch in
      for (row, place) in batch.places.enumerated() {
        precondition(place.row > last && place.row <= 1_048_576, "rows come in order")
        precondition((1...16_384).contains(place.fields), "a row has cells")
        last = place.row
        for column in 0..<5 {
          let bytes = batch.bytes(row: row, column: column)
          precondition(bytes.count <= 131_068, "a cell is bounded")
          precondition(String(validating: bytes, as: UTF8.self) != nil, "a cell is UTF-8")
          if let shown = batch.shown(row: row, column: column) {
            precondition(!bytes.isEmpty, "what is shown otherwise is held")
            precondition(
              shown.content == .day || bytes.contains { $0 &- 48 <= 9 }, "a number has digits")
          }
        }
      }
      batch.removeAll()
      return batch
    }
    for notice in notices ?? [] {
      precondition(!notice.reference.isEmpty, "a notice names a cell")
    }
  }
  return 0
}

/// Writes a workbook around a worksheet.
private func wrap(_ sheet: UnsafeRawBufferPointer) {
  guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, nil) else { return }
  func add(_ name: String, _ bytes: UnsafeRawBufferPointer) {
    let source = zip_source_buffer(archive, bytes.baseAddress, zip_uint64_t(bytes.count), 0)
    let index = zip_file_add(archive, name, source, 0)
    zip_set_file_compression(archive, zip_uint64_t(index), ZIP_CM_STORE, 0)
  }
  for (name, text) in frame {
    text.withUTF8Buffer { add(name, UnsafeRawBufferPointer($0)) }
  }
  add("s.xml", sheet)
  zip_close(archive)
}

/// What stands around the worksheet: three texts, and styles for numbers, days and times.
private let frame: [(String, StaticString)] = [
  (
    "_rels/.rels",
    """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="r" Type="/officeDocument" Target="w.xml"/></Relationships>
    """
  ),
  (
    "w.xml",
    """
    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
    <sheets><sheet name="A" sheetId="1" r:id="a"/></sheets></workbook>
    """
  ),
  (
    "_rels/w.xml.rels",
    """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="a" Type="/worksheet" Target="s.xml"/>\
    <Relationship Id="b" Type="/styles" Target="y.xml"/>\
    <Relationship Id="c" Type="/sharedStrings" Target="t.xml"/></Relationships>
    """
  ),
  (
    "y.xml",
    """
    <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs>\
    <xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="17"/><xf numFmtId="2"/><xf numFmtId="4"/>\
    <xf numFmtId="10"/><xf numFmtId="20"/></cellXfs></styleSheet>
    """
  ),
  (
    "t.xml",
    """
    <sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
    <si><t>a</t></si><si><t/></si><si><t>b_x000D_</t></si></sst>
    """
  ),
]

/// A file in memory, so that the disk does not set the pace.
private let path = "/dev/shm/fuzz-\(getpid()).xlsx"

import CZip
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@testable import Tabular

/// A small workbook written part by part, so that a test can make any mistake in it.
struct WorkbookArchive {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
  static let package = "http://schemas.openxmlformats.org/package/2006/relationships"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let strictOffice = "http://purl.oclc.org/ooxml/officeDocument/relationships"

  var parts: [String: [UInt8]] = [:]
  var isPacked = true

  /// A workbook with one worksheet, whose `sheetData` and what follows it are given.
  init(
    sheet: String, before: String = "", strings: String = "", styles: String = "",
    workbook: String = "", main: String = Self.main, office: String = Self.office
  ) {
    self["_rels/.rels"] = """
      <Relationships xmlns="\(Self.package)">\
      <Relationship Id="r1" Type="\(office)/officeDocument" Target="/book/main.xml"/></Relationships>
      """
    self["book/main.xml"] = """
      <workbook xmlns="\(main)" xmlns:r="\(office)">\(workbook)\
      <sheets><sheet name="报名表" sheetId="7" r:id="rId9"/></sheets></workbook>
      """
    self["book/_rels/main.xml.rels"] = """
      <Relationships xmlns="\(Self.package)">\
      <Relationship Id="rId9" Type="\(office)/worksheet" Target="../sheets/./first.xml"/>\
      <Relationship Id="rId2" Type="\(office)/styles" Target="styles.xml"/>\
      <Relationship Id="rId3" Type="\(office)/sharedStrings" Target="Strings.xml"/></Relationships>
      """
    self["book/styles.xml"] = "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>"
    self["book/strings.xml"] = "<sst xmlns=\"\(main)\">\(strings)</sst>"
    self["sheets/first.xml"] = "<worksheet xmlns=\"\(main)\">\(before)\(sheet)</worksheet>"
  }

  /// A worksheet whose rows are given as the inside of `sheetData`.
  init(
    rows: String, strings: String = "", styles: String = "", workbook: String = ""
  ) {
    self.init(
      sheet: "<sheetData>\(rows)</sheetData>", strings: strings, styles: styles,
      workbook: workbook)
  }

  subscript(part: String) -> String {
    get { String(decoding: parts[part] ?? [], as: UTF8.self) }
    set { parts[part] = Array(newValue.utf8) }
  }

  /// Writes the archive into a temporary file, hands over its path and removes it again.
  @discardableResult
  func withFile<Result>(_ body: (String) throws -> Result) throws -> Result {
    try TemporaryFile.with { path in
      var code: Int32 = 0
      let archive = try #require(zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code))
      for (name, bytes) in parts.sorted(by: { $0.key < $1.key }) {
        let copy = UnsafeMutableRawPointer(try #require(malloc(max(1, bytes.count))))
        copy.copyMemory(from: bytes, byteCount: bytes.count)
        let source = zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1)
        let index = zip_file_add(archive, name, source, ZIP_FL_ENC_UTF_8)
        try #require(index >= 0)
        if !isPacked {
          zip_set_file_compression(archive, zip_uint64_t(index), ZIP_CM_STORE, 0)
        }
      }
      try #require(zip_close(archive) == 0)
      return try body(path)
    }
  }

  /// The rows of the first worksheet: each row's number and cells, joined.
  func rows(
    columns: Int = 4, from firstRow: Int = 1, limits: WorkbookLimits = WorkbookLimits()
  ) throws -> [String] {
    try reading(columns: columns, from: firstRow, limits: limits).rows
  }

  /// The notices about the first worksheet: what is remarked, and where.
  func notices(columns: Int = 4, from firstRow: Int = 1) throws -> [String] {
    try reading(columns: columns, from: firstRow, limits: WorkbookLimits()).notices
  }

  private func reading(
    columns: Int, from firstRow: Int, limits: WorkbookLimits
  ) throws -> WorkbookContents {
    try withFile { path in
      try WorkbookContents(
        reader: WorkbookReader(path: path, limits: limits), columns: columns, from: firstRow)
    }
  }
}

/// A temporary file's path for the length of a test.
enum TemporaryFile {
  @discardableResult
  static func with<Result>(_ body: (String) throws -> Result) throws -> Result {
    var template = Array("/tmp/workbook-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    try #require(descriptor >= 0)
    close(descriptor)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    return try body(path)
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    let file = try #require(fopen(path, "wb"))
    defer { fclose(file) }
    try #require(fwrite(bytes, 1, bytes.count, file) == bytes.count)
  }
}

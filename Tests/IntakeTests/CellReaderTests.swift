import Model
import Testing

@testable import Intake

@Suite("A cell")
struct CellReaderTests {
  /// How a cell of an applicants sheet is read: what is kept, and what is said; nil where it is wrong.
  static func read(_ text: String, _ field: String, showing shown: ShownText? = nil)
    -> (kept: String?, said: [FindingCode], damaged: Bool)
  {
    var cells = CellReader(offices: OfficeTable())
    let kind = SheetDescription.applicants[field].kind
    let bytes = Array(text.utf8)
    let reading = bytes.withUnsafeBufferPointer { cells.read($0, as: kind, showing: shown) }
    let said = [reading.notice, reading.fault].compactMap { $0 } + reading.changes.notices
    let kept: String? =
      switch reading.status {
      case .blank: ""
      case .same: text
      case .changed: String(decoding: cells.scratch, as: UTF8.self)
      case .wrong: nil
      }
    return (kept, said, reading.isDamaged)
  }

  @Test(
    "loses what nobody sees, and says so",
    arguments: [
      ("HT-001\u{200B}", "application_no", "HT-001"),
      ("\u{FEFF}HT\u{2060}-001", "application_no", "HT-001"),
      ("HT-001\u{E0020}", "application_no", "HT-001"),
      ("110102\u{AD}198102111036", "resident_id", "110102198102111036"),
      ("\u{202D}13800000101\u{202C}", "phone", "13800000101"), ("赵\u{2028}一", "name", "赵一"),
      ("钱\u{B}二\u{1B}", "name", "钱二"), ("孙\u{3164}三", "name", "孙三"), ("\u{FFFE}冯", "name", "冯"),
      ("是\u{200D}", "local_household", "是"), ("✔\u{FE0F}", "local_household", "是"),
      ("85\u{200E}.5", "written_score", "85.5"),
      ("2024-06-\u{200F}01", "hardship_valid_until", "2024-06-01"),
      ("法\u{7}学", "major", "法学"), ("110102\u{200B}010", "office_code", "110102010"),
    ])
  func invisible(text: String, field: String, kept: String) {
    let reading = Self.read(text, field)
    #expect(reading.kept == kept)
    #expect(reading.said == [.invisibleRemoved])
    #expect(!reading.damaged)
  }

  @Test(
    "of nothing but invisible marks is blank",
    arguments: [
      "\u{200B}", "\u{FEFF}\u{FEFF}", " \u{3164}\u{2800} ", "\u{200B}\u{3000}\u{200B}", "\u{E0001}",
    ])
  func blank(text: String) {
    for field in ["name", "application_no", "resident_id", "phone", "major"] {
      #expect(Self.read(text, field).kept == "", "\(field)")
    }
  }

  @Test("keeps its lines where it is free text, and the dot within a name")
  func kept() {
    for (text, field) in [
      ("法学\n（辅修）", "major"), ("京残认〔2023〕1号\n(原件已核)", "hardship_certificate"), ("阿依古丽·买买提", "name"),
      ("京就困〔2023〕110101000001号", "hardship_certificate"),
      ("龚𠅤", "name"), ("“甲”—乙…", "major"), ("C++", "major"), ("v1.5", "major"),
      ("法律（非法学）", "major"),
      ("ABC/2024-001*", "application_no"),
    ] {
      let reading = Self.read(text, field)
      #expect(reading.kept == text && reading.said == [] && !reading.damaged, "\(text)")
    }
  }

  @Test(
    "has the usual characters in place of those that look like them",
    arguments: [
      ("⾼中", "education", "高中", FindingCode.characterReplaced),
      ("⻓期失业", "hardship_category", "长期失业", .characterReplaced),
      ("⽆", "hardship_category", "无", .characterReplaced), ("⾼⽂", "name", "高文", .characterReplaced),
      ("刘\u{E863}", "name", "刘䶮", .characterReplaced),
      ("\u{E816}", "name", "\u{20087}", .characterReplaced),
      ("ＨＴ－００１", "application_no", "HT-001", .widthFolded),
      ("１３８０００００１０１", "phone", "13800000101", .widthFolded),
      ("１１０１０５１９４９１２３１００２Ⅹ", "resident_id", "11010519491231002X", .widthFolded),
      ("０３０１０１Ｋ", "major_code", "030101K", .widthFolded),
    ])
  func compatible(text: String, field: String, kept: String, said: FindingCode) {
    let reading = Self.read(text, field)
    #expect(reading.kept == kept)
    #expect(reading.said == [said])
  }

  @Test(
    "is damaged where characters were lost or a program rewrote a number",
    arguments: [
      ("刘?", "name"), ("？？", "name"), ("刘\u{FFFD}", "name"), ("锟斤拷", "name"), ("刘锟斤拷锟", "name"),
      ("刘□", "name"), ("〓三", "name"), ("刘\u{F0001}", "name"), ("刘\u{E000}", "name"),
      ("HT?01", "application_no"),
      ("2.02406E+16", "application_no"), ("2.0e16", "application_no"),
      ("20240001.0", "application_no"),
      ("20240001.00", "application_no"), ("1.10102E+15", "hardship_certificate"),
      ("30101.0", "major_code"),
      ("110102010.0", "second_office"), ("法学\u{FFFD}", "major"),
    ])
  func damaged(text: String, field: String) {
    let reading = Self.read(text, field)
    #expect(reading.damaged)
    #expect(reading.kept == text)
  }

  @Test(
    "is damaged and worth nothing where it is an error word",
    arguments: [
      "#N/A", "#n/a", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#####",
      "########", "#SPILL!",
      "#GETTING_DATA", " #N/A ", "＃N/A",
    ])
  func errorWords(word: String) {
    for field in ["application_no", "hardship_certificate", "second_office"] {
      let reading = Self.read(word, field)
      #expect(reading.damaged && reading.kept == "", "\(field)")
    }
    for field in [
      "resident_id", "phone", "office_code", "education", "written_score", "birth_date",
    ] {
      let reading = Self.read(word, field)
      #expect(reading.damaged && reading.kept == nil, "\(field)")
    }
  }

  @Test("is not damaged where it only looks a little like it")
  func sound() {
    for (text, field) in [
      ("#12", "application_no"), ("##", "application_no"), ("2E16", "application_no"),
      ("12E-3", "application_no"),
      ("2024.01.02", "application_no"), ("什么?", "major"), ("李锟", "name"), ("1.5", "major"),
      ("#法学!", "major"),
    ] {
      let reading = Self.read(text, field)
      #expect(!reading.damaged && reading.kept == text, "\(text)")
    }
  }

  @Test(
    "is read kindly, with a notice of its own",
    arguments: [
      ("010-65001234", "phone", "010-65001234", FindingCode.phoneLandline),
      ("(010)65001234", "phone", "010-65001234", .phoneLandline),
      ("01065001234", "phone", "010-65001234", .phoneLandline),
      ("0311 8650123", "phone", "0311-8650123", .phoneLandline),
      ("3年", "legal_work_months", "36", .monthsFromYears),
      ("12年", "correction_work_months", "144", .monthsFromYears),
      ("2年6个月", "legal_work_months", "30", .monthsFromYears),
      ("30个月", "legal_work_months", "30", .monthsFromYears),
      ("长期", "hardship_valid_until", "", .noExpiry),
      ("长期有效", "hardship_valid_until", "", .noExpiry),
      ("4050人员", "hardship_category", "大龄", .hardshipByAge),
      ("30101", "major_code", "30101", .majorCodeZeroLost),
      ("351", "major_code", "351", .majorCodeZeroLost),
      ("30101K", "major_code", "30101K", .majorCodeZeroLost),
    ])
  func kindly(text: String, field: String, kept: String, said: FindingCode) {
    let reading = Self.read(text, field)
    #expect(reading.kept == kept)
    #expect(reading.said == [said])
  }

  @Test(
    "stays wrong where kindness would guess",
    arguments: [
      ("65001234", "phone"), ("012-65001234", "phone"),
      ("010-05001234", "phone"), ("013800000101", "phone"),
      ("三年", "legal_work_months"), ("3年半", "legal_work_months"), ("61年", "legal_work_months"),
      ("年", "legal_work_months"),
      ("85%", "written_score"), ("80分", "written_score"), ("缺考", "written_score"),
      ("长期", "birth_date"), ("待补", "hardship_valid_until"),
      ("2024.1", "hardship_valid_until"),
    ])
  func wrong(text: String, field: String) {
    #expect(Self.read(text, field).kept == nil)
  }

  @Test("is ambiguous as 2024.1, which may be October, unless the identity number says which")
  func ambiguousMonth() {
    #expect(Self.read("2024.1", "hardship_valid_until").said == [.dateAmbiguous])
    #expect(Self.read("2024.10", "hardship_valid_until").said == [.dateMonthOnly])
    #expect(Self.read("2024.2", "hardship_valid_until").said == [.dateMonthOnly])
    #expect(Self.read("2024-1", "hardship_valid_until").said == [.dateMonthOnly])
    #expect(Self.read("1990.1", "birth_date").kept == "1990.1")
  }

  /// The fast look must never pass what the slow one would change or call damaged.
  @Test("passes at a glance only what a second look leaves alone")
  func glance() {
    var cells = CellReader(offices: OfficeTable())
    for number in UInt32(0)...0x10_FFFF
    where number < 0x3400 || number % 61 == 0 || (0xD800...0x1_0400).contains(number)
      || number == 0x951F
    {
      guard let scalar = Unicode.Scalar(number) else { continue }
      for text in ["甲\(scalar)乙", "\(scalar)A", "A12345678901234\(scalar)7890"] {
        let bytes = Array(text.utf8)
        bytes.withUnsafeBufferPointer { bytes in
          for kind in [ValueKind.name, .code] where cells.exact(bytes, ExactForm(kind)) != nil {
            let reading = cells.kindly(bytes, as: kind, startsIn1904: false)
            let isSame = if case .same = reading.status { true } else { false }
            #expect(
              isSame && reading.changes.isEmpty && reading.notice == nil && !reading.isDamaged,
              "U+\(String(number, radix: 16)) in \(text)")
          }
        }
      }
    }
  }
}

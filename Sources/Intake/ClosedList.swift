import Model

/// The values that a coded column may hold, and the other ways in which clerks write them.
final class ClosedList: Sendable {
  /// The values as we keep them, by code from 1; 0 is blank.
  let values: [String]
  /// The values by code from 1, for the exact look-up.
  let exact: ShortTexts
  private let codes: [[UInt8]: UInt8]

  /// Sets out the values and, for each, other ways to write it.
  init(_ values: [String], synonyms: [String: [String]] = [:]) {
    self.values = values
    exact = ShortTexts(values)
    codes = Dictionary(
      values.enumerated().flatMap { index, value in
        ([value] + (synonyms[value] ?? [])).map { (Array($0.utf8), UInt8(index + 1)) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The code of a value written in any known way.
  func code(kindly bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
    codes[Array(bytes)]
  }
}

/// Some texts of up to sixteen bytes, compared as numbers; they stay where they are for good.
struct ShortTexts: @unchecked Sendable {
  /// A text: its length, and its bytes in two halves that may overlap.
  private struct Key: Equatable {
    let count: Int
    let first: UInt64
    let last: UInt64

    @inline(__always)
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
      count = bytes.count
      guard let start = UnsafeRawPointer(bytes.baseAddress), count <= 16 else { return nil }
      if count >= 8 {
        first = start.loadUnaligned(as: UInt64.self)
        last = start.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      } else if count >= 4 {
        first = UInt64(start.loadUnaligned(as: UInt32.self))
        last = UInt64(start.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
      } else if count > 0 {
        first = UInt64(bytes[0]) | UInt64(bytes[count &>> 1]) << 8
        last = UInt64(bytes[count &- 1])
      } else {
        return nil
      }
    }
  }

  private let keys: UnsafeMutablePointer<Key?>
  private let count: Int

  init(_ texts: [String]) {
    count = texts.count
    keys = .allocate(capacity: count)
    for (index, var text) in texts.enumerated() {
      (keys + index).initialize(to: text.withUTF8 { Key($0) })
    }
  }

  /// The place of a text, counted from 1; nothing for one that is absent or too long.
  @inline(__always)
  func place(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let key = Key(bytes) else { return nil }
    for index in 0..<count where keys[index] == key { return index &+ 1 }
    return nil
  }
}

extension ClosedList {
  /// The list of a field of the applicants sheet.
  private convenience init(_ field: ApplicantField, synonyms: [String: [String]] = [:]) {
    self.init(
      (field.closedValues ?? []).map { value in
        if case .text(let word) = value { word } else { value == .bool(true) ? "是" : "否" }
      }, synonyms: synonyms)
  }

  static let sex = ClosedList(.sex, synonyms: ["男": ["1", "男性"], "女": ["2", "女性"]])
  static let yesNo = ClosedList(
    .localHousehold,
    synonyms: [
      "是": ["有", "√", "✓", "✔", "Y", "y", "YES", "Yes", "yes", "1", "TRUE", "true"],
      "否": ["无", "×", "✗", "✘", "X", "x", "N", "n", "NO", "No", "no", "0", "FALSE", "false"],
    ])
  static let status = ClosedList(
    .hardshipStatus,
    synonyms: ["待核": ["待核实", "未核实", "未核"], "属实": ["已核实"], "不属实": ["不实"]])
  static let hardship = ClosedList(
    .hardshipCategory,
    synonyms: [
      "残疾": ["残疾人"], "大龄": ["大龄失业"], "低保": ["低保家庭"], "零就业家庭": ["零就业"],
      "长期失业": ["连续失业一年以上"], "其他": ["其它"],
    ])
  static let education = ClosedList(
    .education,
    synonyms: [
      "博士": ["博士研究生", "博士毕业", "11"], "硕士": ["硕士研究生", "硕士毕业", "14"],
      "本科": ["大学本科", "本科毕业", "大学", "21"], "专科": ["大专", "大学专科", "专科毕业", "31"],
      "中专": ["中专毕业", "中等专科", "41"], "职高": ["职高毕业", "职业高中", "44"],
      "技校": ["技校毕业", "技工学校", "47"], "高中": ["高中毕业", "普通高中", "61"],
      "初中": ["初中毕业", "71"], "小学": ["小学毕业", "81"], "其他": ["其它", "90"],
    ])
  static let degree = ClosedList(
    .degree,
    synonyms: [
      "博士": ["博士学位", "2"], "硕士": ["硕士学位", "3"], "学士": ["学士学位", "4"], "无": ["无学位"],
    ])
  static let legalQualification = ClosedList(
    .legalQualification,
    synonyms: [
      "A": ["a", "A证", "A类"], "B": ["b", "B证", "B类"], "C": ["c", "C证", "C类"],
    ])
  static let channel = ClosedList(.channel)
  static let trainingKind = ClosedList(["岗前", "岗中", "综合"])
  static let findingKind = ClosedList(["职责", "纪律", "能力"])
  static let severity = ClosedList(["1", "2", "3"])
  static let relation = ClosedList(["近亲属", "利害关系", "其他"], synonyms: ["其他": ["其它"]])
}

import Model

/// The values that a coded column may hold, and the other ways in which clerks write them.
struct ClosedList: Sendable {
  /// The values as we keep them, by code from 1; 0 is blank.
  let values: [String]
  private let forms: [Form]
  private let exactCount: Int

  /// One way to write a value.
  private struct Form: Sendable {
    let key: UInt64
    let bytes: [UInt8]
    let code: UInt8
  }

  /// Sets out the values and, for each, other ways to write it.
  init(_ values: [String], synonyms: [String: [String]] = [:]) {
    self.values = values
    func form(_ text: String, _ code: Int) -> Form {
      let bytes = Array(text.utf8)
      return Form(
        key: bytes.withUnsafeBufferPointer(Self.key), bytes: bytes, code: UInt8(code + 1))
    }
    let exact = values.enumerated().map { form($1, $0) }
    exactCount = exact.count
    forms =
      exact
      + values.enumerated().flatMap { code, value in
        (synonyms[value] ?? []).map { form($0, code) }
      }
  }

  /// The code of a value written exactly as we keep it.
  @inline(__always)
  func code(exactly bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
    find(bytes, in: 0..<exactCount)
  }

  /// The code of a value written in any known way.
  func code(kindly bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
    find(bytes, in: 0..<forms.count)
  }

  @inline(__always)
  private func find(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> UInt8? {
    let key = Self.key(bytes)
    return forms.withUnsafeBufferPointer { forms in
      for index in range where forms[index].key == key {
        if bytes.count <= 7 || forms[index].bytes.elementsEqual(bytes) { return forms[index].code }
      }
      return nil
    }
  }

  /// Up to seven bytes as a number with the length on top; for longer text only a first hint.
  @inline(__always)
  private static func key(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var key = UInt64(truncatingIfNeeded: bytes.count) << 56
    for index in 0..<min(bytes.count, 7) { key |= UInt64(bytes[index]) << UInt64(index &* 8) }
    return key
  }
}

extension ClosedList {
  /// The list of a field of the applicants sheet.
  private init(_ field: ApplicantField, synonyms: [String: [String]] = [:]) {
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

/// What ranking needs of many applicants (应聘人员), column by column.
public struct ApplicantColumns: Sendable {
  /// The facts that are held, in the order of `columns`.
  public let fields: [ApplicantField]
  /// One column for each of `fields`.
  public var columns: [FactColumn]
  /// Where each applicant stands in the register.
  public var ids: [UInt32] = []
  /// Each applicant's office, as its place in the run's office table.
  public var offices: [UInt16] = []
  /// The application numbers.
  public var applicationNumbers = TextColumn()
  /// The names.
  public var names = TextColumn()

  /// Starts empty, for some facts.
  public init(fields: [ApplicantField]) {
    self.fields = fields
    columns = fields.map { field in
      field.closedValues.map { FactColumn(closed: $0) } ?? FactColumn()
    }
  }

  /// How many applicants there are.
  public var count: Int { ids.count }

  /// Takes the last applicants off, so that `count` of them are left.
  public mutating func removeLast(fromCount count: Int) {
    let surplus = self.count - count
    guard surplus > 0 else { return }
    ids.removeLast(surplus)
    offices.removeLast(surplus)
    applicationNumbers.removeLast(surplus)
    names.removeLast(surplus)
    for index in columns.indices { columns[index].removeLast(surplus) }
  }

  /// Appends one applicant's facts.
  ///
  /// - Parameters:
  ///   - numbers: for each `ApplicantField`, the code of its closed list or its number.
  ///   - text: the bytes of a field, empty where it is blank.
  public mutating func append(
    numbers: [Int64], text: (ApplicantField) -> UnsafeBufferPointer<UInt8>
  ) {
    for index in fields.indices {
      let field = fields[index]
      if columns[index].isClosed {
        columns[index].append(code: UInt8(truncatingIfNeeded: numbers[field.rawValue]))
        continue
      }
      let bytes = text(field)
      if field.isNumber {
        // A number of 0 may be stated; only an empty cell is blank. Birth dates are always known.
        if bytes.isEmpty, field != .birthDate {
          columns[index].appendBlank()
        } else {
          columns[index].append(number: numbers[field.rawValue])
        }
      } else if bytes.isEmpty {
        columns[index].appendBlank()
      } else {
        columns[index].append(text: bytes)
      }
    }
  }
}

extension ApplicantField {
  /// The values that the field may hold where its list is closed, by code from 1.
  public var closedValues: [FactValue]? {
    switch self {
    case .localHousehold, .integrity, .politicalQuality, .organisation, .expression,
      .computerSkill:
      [.bool(true), .bool(false)]
    case .sex: Self.words("男", "女")
    case .hardshipStatus, .degreeStatus, .legalWorkStatus, .correctionWorkStatus:
      Self.words("待核", "属实", "不属实")
    case .hardshipCategory: Self.words("无", "残疾", "大龄", "低保", "零就业家庭", "长期失业", "其他")
    case .education:
      Self.words("博士", "硕士", "本科", "专科", "中专", "职高", "技校", "高中", "初中", "小学", "其他")
    case .degree: Self.words("博士", "硕士", "学士", "无")
    case .legalQualification: Self.words("无", "A", "B", "C")
    case .channel: Self.words("公开招聘", "就业援助")
    default: nil
    }
  }

  /// Whether the field holds numbers: counts, marks in hundredths, dates as `yyyymmdd`.
  public var isNumber: Bool {
    switch self {
    case .birthDate, .hardshipValidUntil, .legalWorkMonths, .correctionWorkMonths, .writtenScore,
      .interviewScore:
      true
    default: false
    }
  }

  /// The largest number that a sheet may hold in the field, where it is bounded: months to 720,
  /// marks to 100 in hundredths.
  public var largestNumber: Int64? {
    switch self {
    case .legalWorkMonths, .correctionWorkMonths: 720
    case .writtenScore, .interviewScore: 10_000
    default: nil
    }
  }

  private static func words(_ words: String...) -> [FactValue] {
    words.map(FactValue.text)
  }
}

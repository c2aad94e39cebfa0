import Model

/// What the cells of a row must agree on.
enum RowRule {
  /// The stated sex and birth date, and the number's own date, against the identity number; and that
  /// no such number stands for the application number.
  case identity(number: Int, sex: Int, birthDate: Int, application: Int)
  /// The management classes are all given or all blank, and sum to the subjects.
  case classes(Int, Int, Int, sum: Int)
  /// Nothing ends before it begins.
  case days(from: Int, until: Int)
  /// Hours are some, and not more than a day has.
  case hours(Int, attendance: Int?)
  /// The clause is one of the kind's, and the note is short.
  case finding(kind: Int, clause: Int, note: Int)
  /// The item is the activity's, and nothing ends before it begins.
  case duty(item: Int, activity: Int, from: Int, until: Int)
  /// There is a mark, or a status that says why there is none.
  case mark(score: Int, status: Int)

  /// The rule of a kind of sheet, if it has one.
  init?(of sheet: SheetDescription) {
    guard sheet.isWhole else { return nil }
    switch sheet.kind {
    case .applicants:
      self = .identity(
        number: sheet.place(of: "resident_id"), sex: sheet.place(of: "sex"),
        birthDate: sheet.place(of: "birth_date"), application: sheet.place(of: "application_no"))
    case .caseload:
      self = .classes(
        sheet.place(of: "subjects_strict"), sheet.place(of: "subjects_general"),
        sheet.place(of: "subjects_lenient"), sum: sheet.place(of: "subjects"))
    case .assistants:
      self = .days(
        from: sheet.place(of: "on_duty_from"), until: sheet.place(of: "on_duty_until"))
    case .caseAssignments:
      self = .days(from: sheet.place(of: "from"), until: sheet.place(of: "until"))
    case .feedback:
      self = .days(from: sheet.place(of: "period_from"), until: sheet.place(of: "period_until"))
    case .relations:
      self = .days(from: sheet.place(of: "declared_on"), until: sheet.place(of: "ended_on"))
    case .training:
      self = .hours(sheet.place(of: "hours"), attendance: sheet.place(of: "status"))
    case .trainingSessions: self = .hours(sheet.place(of: "hours"), attendance: nil)
    case .findings:
      self = .finding(
        kind: sheet.place(of: "kind"), clause: sheet.place(of: "duty"),
        note: sheet.place(of: "note"))
    case .duties:
      self = .duty(
        item: sheet.place(of: "item"), activity: sheet.place(of: "activity"),
        from: sheet.place(of: "from"), until: sheet.place(of: "until"))
    case .marks:
      self = .mark(score: sheet.place(of: "score"), status: sheet.place(of: "status"))
    default: return nil
    }
  }

  /// Whether the rule judges a cell of which no reading makes a value.
  func judges(_ field: Int) -> Bool {
    if case .identity(_, let sex, let birthDate, _) = self {
      field == sex || field == birthDate
    } else {
      false
    }
  }

  /// Checks a row whose cells were read.
  /// - Parameter numbers: what was read; sex and birth date become those of the identity number.
  @inline(__always)
  func check(
    row: Int, of batch: SheetBatch, _ fields: [SheetField], _ numbers: inout [Int64],
    _ broken: inout BrokenRules
  ) {
    func number(_ field: Int) -> Int64? {
      batch.bytes(field, row: row).isEmpty ? nil : numbers[field]
    }
    switch self {
    case .identity(let id, let sex, let birthDate, let application):
      if PersonalNumber.isOne(batch.bytes(application, row: row)) {
        broken.add(
          batch.note(.applicationNoPersonal, row, batch.columns[application], fields[application]))
      }
      Self.identity(row, batch, fields, id, sex, birthDate, &numbers, &broken)
    case .classes(let strict, let general, let lenient, let total):
      let classes = [strict, general, lenient].map(number)
      guard classes.contains(where: { $0 != nil }) else { return }
      let sum = classes.reduce(0) { $0 + ($1 ?? 0) }
      guard classes.contains(nil) || number(total) != sum else { return }
      let stated = [number(total)] + classes
      let texts = stated.map { $0.map(String.init) ?? "" }
      broken.add(
        batch.note(
          .classesDoNotSum, row, batch.columns[total],
          value: "\(texts[0]) ≠ " + texts.dropFirst().joined(separator: " + ")))
    case .days(let from, let until):
      guard let first = number(from), let last = number(until), last < first else { return }
      broken.add(batch.note(.datesReversed, row, batch.columns[until], fields[until]))
    case .hours(let hours, let attendance):
      // Whoever was absent has none.
      let isAbsent = attendance.flatMap(number) == 2
      let isZero = batch.bytes(hours, row: row).allSatisfy { $0 == 48 || $0 == 46 }
      if number(hours) == 0, isZero, !isAbsent {
        broken.add(batch.note(.hoursZero, row, batch.columns[hours], fields[hours]))
      } else if number(hours) ?? 0 > 12_00 {
        batch.note(.hoursMany, row, batch.columns[hours], fields[hours])
      }
    case .finding(let kind, let clause, let note):
      let text = String(decoding: batch.bytes(clause, row: row), as: UTF8.self)
      let listed = fields[kind].kind.list?.values ?? []
      if let code = number(kind), listed.indices.contains(Int(code) - 1), !text.isEmpty {
        if let cited = CitedClause.canonical(text, for: listed[Int(code) - 1]) {
          if cited != text { batch.replace(row, batch.columns[clause], with: Array(cited.utf8)) }
        } else {
          broken.add(batch.note(.clauseWrong, row, batch.columns[clause], fields[clause]))
        }
      }
      if String(decoding: batch.bytes(note, row: row), as: UTF8.self).count > 60 {
        broken.add(batch.note(.noteLong, row, batch.columns[note], fields[note]))
      }
    case .duty(let item, let activity, let from, let until):
      let place = Int(number(activity) ?? 0) - 1
      if DutyActivity.allCases.indices.contains(place), let stated = number(item),
        stated != Int64(DutyActivity.allCases[place].item)
      {
        broken.add(batch.note(.dutyItemDiffers, row, batch.columns[item], fields[item]))
      }
      RowRule.days(from: from, until: until).check(row: row, of: batch, fields, &numbers, &broken)
    case .mark(let score, let status):
      Self.mark(row, batch, fields, score, status, &numbers, &broken)
    }
  }

  /// A valid mark has the first code of its list; the others say why there is none.
  private static func mark(
    _ row: Int, _ batch: SheetBatch, _ fields: [SheetField], _ score: Int, _ status: Int,
    _ numbers: inout [Int64], _ broken: inout BrokenRules
  ) {
    let valid: Int64 = 1
    let mark = batch.bytes(score, row: row).isEmpty ? nil : numbers[score]
    let told = numbers[score] < 0 ? -numbers[score] : mark == nil ? 0 : valid
    numbers[score] = mark ?? 0
    if numbers[status] == 0 {
      guard told > 0 else {
        broken.add(batch.note(.requiredBlank, row, batch.columns[score], fields[score]))
        return
      }
      numbers[status] = told
      batch.replace(
        row, batch.columns[status], with: Array(ClosedList.markStatus.values[Int(told) - 1].utf8))
    } else if numbers[status] != valid, mark == 0 {
      batch.note(.markZeroUncounted, row, batch.columns[score], fields[score])
      batch.replace(row, batch.columns[score], with: [])
    } else if told != numbers[status], told > 0 || numbers[status] == valid {
      broken.add(batch.note(.markStatusDiffers, row, batch.columns[score], fields[score]))
    }
  }

  private static func identity(
    _ row: Int, _ batch: SheetBatch, _ fields: [SheetField], _ field: Int, _ sex: Int,
    _ birthDate: Int, _ numbers: inout [Int64], _ broken: inout BrokenRules
  ) {
    let bytes = batch.bytes(field, row: row)
    if endsInZeros(bytes) {
      batch.note(.residentIDDamaged, row, batch.columns[field], fields[field])
    }
    guard let id = ResidentID(bytes) else { return }
    let birth = id.birthNumber
    if !(19_400_101...20_101_231).contains(birth) || CivilDate(number: birth) == nil {
      broken.add(batch.note(.idDateWrong, row, batch.columns[field], fields[field]))
    }
    if numbers[sex] != 0, numbers[sex] != (id.isMale ? 1 : 2) {
      broken.add(batch.note(.sexDiffers, row, batch.columns[sex], fields[sex]))
    }
    if numbers[birthDate] != 0, numbers[birthDate] != Int64(birth),
      !saysSameDay(batch.bytes(birthDate, row: row), as: birth)
    {
      // A date that cannot be read breaks the same rule and says nothing of the number.
      broken.add(.birthDateDiffers)
      batch.note(
        numbers[birthDate] < 0 ? .birthDateWrong : .birthDateDiffers, row,
        batch.columns[birthDate], fields[birthDate])
    }
    numbers[sex] = id.isMale ? 1 : 2
    numbers[birthDate] = Int64(birth)
  }

  /// Whether the last three digits of a number are zeros, as a spreadsheet leaves them.
  private static func endsInZeros(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let end = bytes.count
    return end >= 15 && bytes[end - 1] == 48 && bytes[end - 2] == 48 && bytes[end - 3] == 48
  }

  /// Whether text that is no full day still agrees with a number's digits: a month of it, one of the
  /// two that `1990.1` may be, or the same digits of a day that does not exist.
  private static func saysSameDay(_ bytes: UnsafeBufferPointer<UInt8>, as birth: Int) -> Bool {
    let digits = Array(String(birth + 1_000_000_000).utf8.suffix(8))
    let dash = [UInt8(ascii: "-")]
    let month = digits[0..<4] + dash + digits[4..<6]
    if ["01", "10"].contains(String(decoding: digits[4..<6], as: UTF8.self)),
      bytes.elementsEqual(digits[0..<4] + Array(".1".utf8))
    {
      return true
    }
    return bytes.elementsEqual(month) || bytes.elementsEqual(month + dash + digits[6..<8])
  }
}

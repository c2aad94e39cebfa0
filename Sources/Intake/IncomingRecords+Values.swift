public import Model

extension IncomingRecords {
  /// The accepted rows of an offices sheet.
  public var offices: [Office] {
    accepted.map { record in
      Office(
        code: text(record, "office_code"), name: text(record, "office_name"),
        districtCode: text(record, "district_code"), districtName: text(record, "district_name"),
        bureau: text(record, "bureau").isEmpty ? nil : text(record, "bureau"))
    }
  }

  /// The accepted rows of a posts sheet: places by office code.
  public var posts: [(officeCode: String, places: Int)] {
    accepted.map { (text($0, "office_code"), number($0, "places") ?? 0) }
  }

  /// The accepted rows of a caseload sheet.
  public var caseloads: [Caseload] {
    accepted.compactMap { record in
      guard let asOf = number(record, "as_of").flatMap(CivilDate.init(number:)) else { return nil }
      let classes: Caseload.Classes? = number(record, "subjects_strict").map {
        Caseload.Classes(
          strict: $0, general: number(record, "subjects_general") ?? 0,
          lenient: number(record, "subjects_lenient") ?? 0)
      }
      return Caseload(
        officeCode: text(record, "office_code"), asOf: asOf, officers: number(record, "officers"),
        assistants: number(record, "assistants"), subjects: number(record, "subjects"),
        classes: classes, intakes: number(record, "intakes"),
        releases: number(record, "releases"), investigations: number(record, "investigations"))
    }
  }

  private var accepted: [IncomingRecord] { records.filter { !$0.isRejected } }

  private func text(_ record: IncomingRecord, _ id: String) -> String {
    record.texts[index(of: id)]
  }

  private func number(_ record: IncomingRecord, _ id: String) -> Int? {
    record.numbers[index(of: id)]
  }
}

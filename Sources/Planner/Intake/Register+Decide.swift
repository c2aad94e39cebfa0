import Model
public import Register
public import Reporting

extension Register {
  /// Lists the rows that wait for a person, in groups that share an application number or a person,
  /// directly or through another row; groups stand in the order of their first rows.
  /// - Throws: `RegisterError`.
  public func listHeldRows() throws -> HeldRowsAnswer {
    let groups = HeldRows.grouped(try heldRows())
    var compared = groups.map { _ in HeldRows.Comparison() }
    let groupByRow = Dictionary(
      uniqueKeysWithValues: groups.enumerated().flatMap { place, rows in
        rows.map { ($0.id, place) }
      })
    try forEachRow(groupByRow.keys.sorted()) { id, cell in
      if let place = groupByRow[id] { compared[place].add(id, cell) }
    }
    return HeldRowsAnswer(
      zip(groups, compared).map { rows, compared in
        HeldRowsAnswer.Group(
          shared: HeldRows.keys.filter { key in
            Set(rows.map { Array($0[keyPath: key.value].utf8) }).count < rows.count
          }.map(\.field),
          differing: ApplicantField.allCases.filter(compared.differing.contains),
          rows: rows.map {
            .init(
              row: $0.id, batch: $0.batch, file: $0.file, fileRow: $0.row,
              isAccepted: $0.isAccepted, texts: compared.texts[$0.id] ?? [:])
          })
      })
  }

  /// Keeps one or more held rows, and sets aside those that share their number or their person.
  /// - Parameters:
  ///   - by: who decides.
  ///   - reason: why.
  ///   - moment: the moment in ISO 8601, for the record.
  /// - Throws: `RegisterError`; nothing is changed then.
  public func decide(keeping rows: [Int64], by: String, reason: String, moment: String) throws
    -> DecisionAnswer
  {
    DecisionAnswer(try keep(rows, by: by, reason: reason, moment: moment))
  }

  /// Sends held rows back to those who reported them.
  /// - Throws: `RegisterError`; nothing is changed then.
  public func decide(sendingBack rows: [Int64], by: String, reason: String, moment: String) throws
    -> DecisionAnswer
  {
    DecisionAnswer(try sendBack(rows, by: by, reason: reason, moment: moment))
  }

  /// Takes the decisions back that concern some rows.
  /// - Throws: `RegisterError`; nothing is changed then.
  public func decide(takingBack rows: [Int64], by: String, reason: String, moment: String) throws
    -> DecisionAnswer
  {
    DecisionAnswer(try takeBack(rows, by: by, reason: reason, moment: moment))
  }
}

extension DecisionAnswer {
  fileprivate init(_ outcome: DecisionOutcome) {
    self.init(kept: outcome.kept, setAside: outcome.setAside, released: outcome.released)
  }
}

/// Puts held rows together that have to be decided together.
enum HeldRows {
  /// What no two accepted rows share.
  static let keys: [(field: ApplicantField, value: any KeyPath<HeldRow, String> & Sendable)] = [
    (.applicationNo, \.applicationNo), (.residentID, \.residentID),
  ]

  /// In which fields the rows of a group differ, and what is shown of each row.
  struct Comparison {
    private(set) var differing: Set<ApplicantField> = []
    /// All fields of the first rows, and of the others what tells who they are.
    private(set) var texts: [Int64: [ApplicantField: String]] = [:]
    private var first: [ApplicantField: [UInt8]] = [:]

    /// Takes a row in.
    mutating func add(_ id: Int64, _ cell: ApplicantCells) {
      let isFirst = first.isEmpty
      for field in ApplicantField.allCases {
        if isFirst {
          first[field] = Array(cell(field))
        } else if !differing.contains(field), first[field]?.elementsEqual(cell(field)) == false {
          differing.insert(field)
        }
      }
      let shown =
        texts.count < HeldRowsAnswer.shown
        ? ApplicantField.allCases : [.applicationNo, .name, .officeCode]
      texts[id] = Dictionary(
        uniqueKeysWithValues: shown.map { ($0, String(decoding: cell($0), as: UTF8.self)) })
    }
  }

  /// The groups in the order of their first rows; rows stay in their order.
  /// - Complexity: O(*n* α(*n*)).
  static func grouped(_ rows: [HeldRow]) -> [[HeldRow]] {
    var parents = Array(rows.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parents[index] != index {
        parents[index] = parents[parents[index]]
        index = parents[index]
      }
      return index
    }
    for (_, value) in keys {
      var first: [[UInt8]: Int] = [:]
      for (index, row) in rows.enumerated() {
        let key = Array(row[keyPath: value].utf8)
        if let other = first[key] {
          let (low, high) = (min(root(index), root(other)), max(root(index), root(other)))
          parents[high] = low
        } else {
          first[key] = index
        }
      }
    }
    return Dictionary(grouping: rows.indices, by: root).sorted { $0.key < $1.key }
      .map { $0.value.sorted().map { rows[$0] } }
  }
}

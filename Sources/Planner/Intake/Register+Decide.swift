import Model
public import Register
public import Reporting

extension Register {
  /// Lists the rows that wait for a person, in groups that share an application number or a person,
  /// directly or through another row; groups stand in the order of their first rows.
  /// - Throws: `RegisterError`.
  public func listHeldRows() throws -> HeldRowsAnswer {
    HeldRowsAnswer(
      HeldRows.grouped(try heldRows()).map { rows in
        func values(_ field: ApplicantField) -> Int {
          Set(rows.map { Array(($0.texts[field] ?? "").utf8) }).count
        }
        return HeldRowsAnswer.Group(
          shared: HeldRows.keys.filter { values($0) < rows.count },
          differing: ApplicantField.allCases.filter { values($0) > 1 },
          rows: rows.map {
            .init(
              row: $0.id, batch: $0.batch, file: $0.file, fileRow: $0.row,
              isAccepted: $0.isAccepted, texts: $0.texts)
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
  static let keys: [ApplicantField] = [.applicationNo, .residentID]

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
    for field in keys {
      var first: [[UInt8]: Int] = [:]
      for (index, row) in rows.enumerated() {
        let key = Array((row.texts[field] ?? "").utf8)
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

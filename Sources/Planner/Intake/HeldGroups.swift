public import Model
public import Register

/// Held rows that share an application number or a person, directly or through another one.
public struct HeldGroup: Sendable {
  /// The rows in the order in which they came.
  public let rows: [HeldRow]
  /// What at least two of them share.
  public let shared: [ApplicantField]
  /// The fields in which they differ.
  public let differing: [ApplicantField]

  /// Sorts held rows into groups, in the order of their first rows.
  /// - Complexity: O(*n* α(*n*)).
  public static func groups(of rows: [HeldRow]) -> [HeldGroup] {
    var parents = Array(rows.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parents[index] != index {
        parents[index] = parents[parents[index]]
        index = parents[index]
      }
      return index
    }
    for field in [ApplicantField.applicationNo, .residentID] {
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
      .map { HeldGroup($0.value.sorted().map { rows[$0] }) }
  }

  private init(_ rows: [HeldRow]) {
    func values(_ field: ApplicantField) -> Set<[UInt8]> {
      Set(rows.map { Array(($0.texts[field] ?? "").utf8) })
    }
    self.rows = rows
    shared = [.applicationNo, .residentID].filter { values($0).count < rows.count }
    differing = ApplicantField.allCases.filter { values($0).count > 1 }
  }
}

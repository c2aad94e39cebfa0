/// Finds the name that was probably meant.
public enum Spelling {
  /// The candidate with the fewest edits, if that is at most a third of the name or one.
  ///
  /// Equal distances go to the candidate that is named first.
  public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    let limit = max(1, name.unicodeScalars.count / 3)
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let distance = distance(name, candidate)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// Edits of one character (insert, remove, replace, swap neighbours) that lead from one name to
  /// the other.
  static func distance(_ first: String, _ second: String) -> Int {
    let first = Array(first.unicodeScalars)
    let second = Array(second.unicodeScalars)
    var rows = [Array(0...second.count)]
    for row in 0..<first.count {
      var line = [row + 1]
      for column in 0..<second.count {
        let isSame = first[row] == second[column]
        var cost = min(rows[row][column] + (isSame ? 0 : 1), rows[row][column + 1] + 1)
        cost = min(cost, line[column] + 1)
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          cost = min(cost, rows[row - 1][column - 1] + 1)
        }
        line.append(cost)
      }
      rows.append(line)
    }
    return rows[first.count][second.count]
  }
}

extension Guidance {
  /// Asks whether the nearest name was meant, if there is one.
  public static func meant(_ nearest: String?) -> Guidance? {
    nearest.map { Guidance("是不是“\($0)”？", "Did you mean “\($0)”?") }
  }
}

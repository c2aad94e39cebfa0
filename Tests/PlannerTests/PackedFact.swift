import Model

@testable import Register

/// A packed field as SQL, for tests that change facts behind the register's back.
struct PackedFact {
  let place: Int

  init(_ field: ApplicantField) {
    place = PackedCells.fields.firstIndex(of: field) ?? -1
  }

  /// The value.
  var value: String { "(cells ->> \(place))" }

  /// An assignment to the column that holds it.
  func set(_ expression: String) -> String {
    "cells = json_set(cells, '$[\(place)]', \(expression))"
  }
}

import GRDB
import Model

/// How people name what the register keeps: `latest`, or the first digits of its digest.
///
/// All 64 digits will do too. This is the one place where such names are looked up.
struct Reference {
  /// What may be named.
  enum Target {
    case run
    case plan
    /// A package that went one way, or either; `latest` is the last request.
    case package(ConsultationEntry.Direction?)
  }

  private let text: String
  private let target: Target

  init(_ text: String, to target: Target) {
    self.text = text
    self.target = target
  }

  /// The row that is named, if there is one.
  /// - Throws: `RegisterError.ambiguous` where the digits fit several.
  func row(in database: Database) throws -> Row? {
    let (table, digest, order, prefix): (String, String, String, String) =
      switch target {
      case .run: ("run", "digest", "first_result", "")
      case .plan: ("plan", "digest", "number", "plan-")
      case .package: ("consultation", "manifest_sha256", "id", "")
      }
    let direction: SQL =
      if case .package(let direction?) = target { "direction = \(direction.rawValue)" } else { "1" }
    let rows: SQL = "SELECT * FROM \(sql: table) WHERE \(direction)"
    let digits = text.dropFirst(text.hasPrefix(prefix) ? prefix.count : 0).lowercased()
    if digits == "latest" {
      let kind: SQL = if case .package = target { "kind = 'request'" } else { "1" }
      return try database.rows("\(rows) AND \(kind) ORDER BY \(sql: order) DESC LIMIT 1").first
    }
    guard !digits.isEmpty else { return nil }
    let found = try database.rows(
      """
      \(rows) AND substr(\(sql: digest), 1, length(\(digits))) = \(digits)
      ORDER BY \(sql: digest) LIMIT 5
      """)
    guard found.count < 2 else {
      throw RegisterError.ambiguous(
        reference: text, candidates: found.map { prefix + ($0[digest] as String).prefix(12) })
    }
    return found.first
  }
}

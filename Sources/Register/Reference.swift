import GRDB

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
    let (table, digest, order, condition, prefix) =
      switch target {
      case .run: ("run", "digest", "first_result", "1", "")
      case .plan: ("plan", "digest", "number", "1", "plan-")
      case .package(nil): ("consultation", "manifest_sha256", "id", "1", "")
      case .package(let direction?):
        ("consultation", "manifest_sha256", "id", "direction = '\(direction.rawValue)'", "")
      }
    let digits = text.dropFirst(text.hasPrefix(prefix) ? prefix.count : 0).lowercased()
    if digits == "latest" {
      let requests = if case .package = target { "AND kind = 'request'" } else { "" }
      return try Row.fetchOne(
        database,
        sql: "SELECT * FROM \(table) WHERE \(condition) \(requests) ORDER BY \(order) DESC LIMIT 1")
    }
    guard !digits.isEmpty else { return nil }
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT * FROM \(table) WHERE \(condition) AND substr(\(digest), 1, length(:digits)) = :digits
        ORDER BY \(digest) LIMIT 5
        """,
      arguments: ["digits": digits])
    guard rows.count < 2 else {
      throw RegisterError.ambiguous(
        reference: text, candidates: rows.map { prefix + ($0[digest] as String).prefix(12) })
    }
    return rows.first
  }
}

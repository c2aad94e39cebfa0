import Model

/// What a line of working rests on.
enum Basis {
  /// Clauses of the Opinion, such as 四（一）.
  case clause(String)
  /// Nothing in the Opinion: a value that the district sets.
  case localSetting
  /// A local setting that serves a clause.
  case both(String)
}

extension Bilingual {
  /// A line of working that ends with what it rests on.
  init(zh: String, en: String, basis: Basis) {
    let (source, origin) =
      switch basis {
      case .clause(let clause): ("意见\(clause)", "Opinion \(clause)")
      case .localSetting: ("本地设定", "local setting")
      case .both(let clause): ("意见\(clause)；本地设定", "Opinion \(clause); local setting")
      }
    self.init(zh: "\(zh)〔\(source)〕", en: "\(en) [\(origin)]")
  }
}

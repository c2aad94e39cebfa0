import Model
import Yams

/// A policy file's name and text.
struct PackSource: Sendable {
  let name: String
  let bytes: [UInt8]
  let lines: [Substring]

  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The place of an item that begins at a mark: its first line and those indented below it.
  func place(line: Int, column: Int) -> SourcePlace {
    guard lines.indices.contains(line - 1) else {
      return SourcePlace(file: name, line: line, column: column, text: "")
    }
    var text = String(lines[line - 1].dropFirst(column - 1))
    for following in lines[line...] {
      guard following.prefix(while: { $0 == " " }).count >= column - 1,
        following.contains(where: { $0 != " " }), column > 1
      else { break }
      text += "\n" + following.dropFirst(column - 1)
    }
    return SourcePlace(file: name, line: line, column: column, text: text)
  }
}

/// A YAML node that knows its file, with accessors that say what is wrong and where.
struct PackNode {
  let node: Node
  let source: PackSource
  /// The values of a mapping by key.
  private let values: [String: Node]

  init(node: Node, source: PackSource) {
    self.node = node
    self.source = source
    guard case .mapping(let mapping) = node else {
      values = [:]
      return
    }
    values = Dictionary(
      mapping.compactMap { key, value in key.scalar.map { ($0.string, value) } },
      uniquingKeysWith: { first, _ in first })
  }

  static func root(of source: PackSource) throws(PolicyError) -> PackNode {
    guard let text = String(validating: source.bytes, as: UTF8.self) else {
      throw .unreadable(source.name)
    }
    do {
      // Every scalar is text here; what it means is for its place to say, and not for its look.
      guard let node = try compose(yaml: text, .basic) else {
        throw PolicyError.unreadable(source.name)
      }
      return PackNode(node: node, source: source)
    } catch let error as YamlError {
      throw source.error(error)
    } catch {
      throw .unreadable(source.name)
    }
  }

  var place: SourcePlace {
    let mark = node.mark
    return source.place(line: mark?.line ?? 1, column: mark?.column ?? 1)
  }

  /// Refuses keys other than these.
  func allow(_ keys: [String]) throws(PolicyError) {
    guard case .mapping(let mapping) = node else { throw notAMapping() }
    guard values.count < mapping.count || !values.keys.allSatisfy(keys.contains) else { return }
    for key in mapping.keys where !keys.contains(key.string ?? "") {
      let name = key.string ?? ""
      throw .unknownKey(
        PackNode(node: key, source: source).place, key: name,
        nearest: Spelling.nearest(to: name, among: keys))
    }
  }

  subscript(_ key: String) -> PackNode? {
    guard let value = values[key], !value.isNull else { return nil }
    return PackNode(node: value, source: source)
  }

  func required(_ key: String) throws(PolicyError) -> PackNode {
    guard let value = self[key] else { throw .missingKey(place, key: key) }
    return value
  }

  func text() throws(PolicyError) -> String {
    guard case .scalar(let scalar) = node else {
      throw wrong(key: "", expected: Bilingual(zh: "一个文本", en: "a text"))
    }
    return scalar.string
  }

  func text(_ key: String) throws(PolicyError) -> String { try required(key).text() }

  /// A name that rules, databases and lists can hold: a small letter, then small letters, digits
  /// and underscores.
  func name(_ key: String) throws(PolicyError) -> String {
    let value = try required(key)
    let name = try value.text()
    let isFitting = name.utf8.allSatisfy {
      $0.isDigit || $0 == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
    }
    guard isFitting, name.utf8.first?.isDigit == false, name.utf8.first != UInt8(ascii: "_") else {
      throw value.wrong(
        key: key,
        expected: Bilingual(zh: "小写字母、数字和下划线组成的名称", en: "a name of small letters, digits and _"))
    }
    return name
  }

  func integer(_ key: String) throws(PolicyError) -> Int {
    let value = try required(key)
    guard let number = Int(try value.text()) else {
      throw value.wrong(key: key, expected: Bilingual(zh: "一个整数", en: "a whole number"))
    }
    return number
  }

  func flag(_ key: String) throws(PolicyError) -> Bool {
    guard let value = self[key] else { return false }
    switch try value.text() {
    case "true": return true
    case "false": return false
    default:
      throw value.wrong(key: key, expected: Bilingual(zh: "true 或 false", en: "true or false"))
    }
  }

  func date(_ key: String) throws(PolicyError) -> CivilDate? {
    guard let value = self[key] else { return nil }
    guard let date = CivilDate(iso: try value.text()) else {
      throw value.wrong(
        key: key, expected: Bilingual(zh: "日期 YYYY-MM-DD", en: "a date YYYY-MM-DD"))
    }
    return date
  }

  func choice<Choice: CaseIterable & RawRepresentable>(
    _ type: Choice.Type
  ) throws(PolicyError) -> Choice where Choice.RawValue == String {
    guard let choice = Choice(rawValue: try text()) else {
      let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw wrong(key: "", expected: Bilingual(zh: "其中之一：\(names)", en: "one of: \(names)"))
    }
    return choice
  }

  func bilingual(_ key: String) throws(PolicyError) -> Bilingual {
    try required(key).bilingual()
  }

  func bilingual() throws(PolicyError) -> Bilingual {
    try allow(["zh", "en"])
    return Bilingual(zh: try text("zh"), en: try text("en"))
  }

  func items() throws(PolicyError) -> [PackNode] {
    guard case .sequence(let sequence) = node else {
      throw wrong(key: "", expected: Bilingual(zh: "一个列表", en: "a list"))
    }
    return sequence.map { PackNode(node: $0, source: source) }
  }

  func items(_ key: String) throws(PolicyError) -> [PackNode] { try self[key]?.items() ?? [] }

  func texts(_ key: String) throws(PolicyError) -> [String] {
    try items(key).map { item throws(PolicyError) in try item.text() }
  }

  /// The keys and values of a mapping, in order.
  func pairs() throws(PolicyError) -> [(key: String, value: PackNode)] {
    guard case .mapping(let mapping) = node else { throw notAMapping() }
    return mapping.map { ($0.key.string ?? "", PackNode(node: $0.value, source: source)) }
  }

  private func notAMapping() -> PolicyError {
    wrong(key: "", expected: Bilingual(zh: "一组“键: 值”", en: "a mapping"))
  }

  func expression(_ key: String) throws(PolicyError) -> Expression {
    let value = try required(key)
    do throws(ExpressionError) {
      return try Expression(parsing: value.node.scalar?.string ?? "")
    } catch {
      throw .badExpression(value.place, error)
    }
  }

  func wrong(key: String, expected: Bilingual) -> PolicyError {
    .wrongValue(place, key: key, found: node.scalar?.string ?? "", expected: expected)
  }
}

extension Node {
  /// Whether the node is a plain `~`, `null` or nothing.
  fileprivate var isNull: Bool {
    guard case .scalar(let scalar) = self, scalar.style == .plain else { return false }
    return ["", "~", "null"].contains(scalar.string)
  }
}

extension PackSource {
  fileprivate func error(_ error: YamlError) -> PolicyError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      .notYAML(file: name, line: mark.line, column: mark.column, problem: problem)
    case .duplicatedKeysInMapping(let keys, let context):
      .notYAML(
        file: name, line: context.mark.line, column: context.mark.column,
        problem: "duplicate key " + keys.sorted().joined(separator: ", "))
    default:
      .notYAML(file: name, line: 1, column: 1, problem: String(describing: error))
    }
  }
}

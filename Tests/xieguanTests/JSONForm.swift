import Foundation

/// Any JSON value.
enum JSONValue: Decodable {
  case null
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let boolean = try? value.decode(Bool.self) {
      self = .boolean(boolean)
    } else if let integer = try? value.decode(Int.self) {
      self = .integer(integer)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSONValue].self))
    }
  }
}

/// What `JSON.md` says of one command's JSON, or of a shape that several share.
final class JSONForm {
  private var children: [String: JSONForm] = [:]
  private var element: JSONForm?
  /// The type of a leaf.
  private var type: String?
  private var mayBeAbsent = false
  /// Whether a value that was checked had it.
  private var isSeen = false

  private init() {}

  /// The forms of a page by the headings of its sections.
  static func read(_ page: String) -> [String: JSONForm] {
    var forms: [String: JSONForm] = [:]
    var heading = ""
    for line in page.split(separator: "\n") {
      if line.hasPrefix("## ") {
        heading = String(line.dropFirst(3))
        forms[heading] = JSONForm()
      } else if line.hasPrefix("| `") {
        let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        forms[heading]?.add(cells[0].trimmingCharacters(in: ["`"]), cells[1])
      }
    }
    return forms
  }

  private func add(_ path: String, _ type: String) {
    var form = self
    for step in path == "." ? [] : path.split(separator: ".") {
      let name = String(step.replacing("[]", with: ""))
      form = Self.below(&form.children[name])
      for _ in step.ranges(of: "[]") { form = Self.below(&form.element) }
    }
    form.mayBeAbsent = type.hasSuffix("?")
    form.type = type.replacing("?", with: "")
  }

  /// The form at a place, made where there is none.
  private static func below(_ place: inout JSONForm?) -> JSONForm {
    let form = place ?? JSONForm()
    place = form
    return form
  }

  /// Whether nothing that must be there depends on it.
  private var isOptional: Bool {
    if type != nil { return mayBeAbsent }
    if let element { return element.isOptional }
    return children.values.allSatisfy(\.isOptional)
  }

  /// Holds a value against the form; returns what is wrong.
  func faults(of value: JSONValue, at path: String, shapes: [String: JSONForm]) -> [String] {
    isSeen = true
    switch (value, type) {
    case (.null, _): return isOptional ? [] : ["\(path) is null"]
    case (.boolean, "boolean"), (.integer, "integer"), (.integer, "number"), (.number, "number"),
      (.text, "text"), (_, "any"):
      return []
    case (.list(let values), nil):
      guard let element else { return ["\(path) is a list"] }
      return values.flatMap { element.faults(of: $0, at: path + "[]", shapes: shapes) }
    case (.object(let values), nil):
      let missing = children.filter {
        values[$0.key] == nil && $0.key != "*" && !$0.value.isOptional
      }
      .map { "\(path).\($0.key) is missing" }
      return missing
        + values.flatMap { key, value in
          (children[key] ?? children["*"])?
            .faults(of: value, at: path + "." + key, shapes: shapes)
            ?? ["\(path).\(key) is not documented"]
        }
    case (.object(let values), let type?):
      guard let shape = shapes[type] else { return ["\(path) is not a \(type)"] }
      // An object may have more than its shape.
      let form = JSONForm()
      form.children = shape.children.merging(children) { $1 }
      return form.faults(of: .object(values), at: path, shapes: shapes)
    case (_, let type): return ["\(path) is not \(type ?? "an object or a list")"]
    }
  }

  /// The paths that no value that was checked has had, and that must be there.
  func unseen(at path: String) -> [String] {
    if isOptional { return [] }
    if !isSeen { return [path] }
    return (element?.unseen(at: path + "[]") ?? [])
      + children.flatMap { $0.value.unseen(at: path + "." + $0.key) }
  }
}

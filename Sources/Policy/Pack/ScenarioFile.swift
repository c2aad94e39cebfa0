public import Model
import Yams

/// A file of named what-ifs (情景), as it is written; what the names mean is for those who plan.
///
///     scenarios:
///       - name: {zh: 对象增加两成, en: a fifth more subjects}
///         set: {subjects: +20%}
///       - name: {zh: 广外增一名专门人员, en: one more officer in Guangwai}
///         offices:
///           - {office: "110102020", set: {officers: +1}}
public struct ScenarioFile: Sendable {
  /// The what-ifs, in the order of the file.
  public let scenarios: [Item]

  /// Something that is put otherwise.
  public struct Change: Sendable, Hashable {
    /// The only office that it concerns; every office where nil.
    public let officeCode: String?
    /// The name of a figure or of a setting.
    public let name: String
    /// What it is put to.
    public let value: String
  }

  /// One what-if.
  public struct Item: Sendable {
    /// The name.
    public let name: Bilingual
    /// The method, where it is another one than the plan's.
    public let method: String?
    /// What it changes; later changes go over earlier ones.
    public let changes: [Change]
    /// Where it stands.
    public let place: SourcePlace
  }

  /// Reads a file's bytes.
  ///
  /// - Throws: `PolicyError` with the place of what is wrong.
  public init(name: String, bytes: [UInt8]) throws(PolicyError) {
    let root = try PackNode.root(of: PackSource(name: name, bytes: bytes))
    try root.allow(["scenarios"])
    scenarios = try root.required("scenarios").items().map { item throws(PolicyError) in
      try item.allow(["name", "method", "set", "offices"])
      var changes = try item["set"]?.changes(of: nil) ?? []
      for office in try item.items("offices") {
        try office.allow(["office", "set"])
        changes += try office.required("set").changes(of: try office.text("office"))
      }
      return Item(
        name: try item.bilingual("name"), method: try item["method"]?.text(), changes: changes,
        place: item.place)
    }
  }
}

extension PackNode {
  fileprivate func changes(of office: String?) throws(PolicyError) -> [ScenarioFile.Change] {
    try pairs().map { name, value throws(PolicyError) in
      ScenarioFile.Change(officeCode: office, name: name, value: try value.text())
    }
  }
}

import Model
import Policy

/// The facts that a set of rules reads, and what their stored values mean to it.
struct FactValues: Sendable {
  /// The fields that conditions, marks and derived facts come down to, in the sheet's order.
  let fields: [ApplicantField]
  private let declarations: [String: FactDeclaration]
  private let derived: [String: DerivedFact]

  init(_ rules: RuleSet) {
    declarations = Dictionary(rules.facts.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    let derived = Dictionary(rules.derivedFacts.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    self.derived = derived
    let names = Self.baseFacts(of: rules.criteria.flatMap(\.condition.identifiers), derived)
      .union(rules.mark?.parts.map(\.fact) ?? []).union(rules.markFacts)
    fields = ApplicantField.allCases.filter { names.contains($0.id) }
  }

  /// The facts of the sheet that some names come down to, in the sheet's order.
  func baseFields(of names: [String]) -> [ApplicantField] {
    let facts = Self.baseFacts(of: names, derived)
    return fields.filter { facts.contains($0.id) }
  }

  private static func baseFacts(of names: [String], _ derived: [String: DerivedFact])
    -> Set<String>
  {
    var found: Set<String> = []
    for name in names {
      if let fact = derived[name] {
        found.formUnion(baseFacts(of: fact.identifiers, derived))
      } else {
        found.insert(name)
      }
    }
    return found
  }

  /// What kind of value a field has.
  func type(of field: ApplicantField) -> FactType? { declarations[field.id]?.type }

  /// What a stored value means to the rules.
  func value(_ stored: FactValue, of field: ApplicantField) -> Value {
    guard let declaration = declarations[field.id] else { return .unknown }
    switch stored {
    case .blank: return declaration.blank
    case .bool(let value): return .bool(value)
    case .number(let number):
      return MarkState(rawValue: number)?.isOpen == true ? .unknown : .int(number)
    case .text(let text):
      let isUnknown = declaration.unknownValues.contains { $0.utf8.elementsEqual(text.utf8) }
      return isUnknown ? .unknown : .string(text)
    }
  }

  /// Looks names up for a condition; derived facts are worked out from the others, and one that
  /// cannot be is as good as undeclared.
  func lookUp(_ base: @escaping (ApplicantField) -> Value) -> (String) -> Value? {
    func value(_ name: String) -> Value? {
      if let fact = derived[name] { return try? fact.value(value) }
      guard declarations[name] != nil, let field = ApplicantField(id: name) else { return nil }
      return base(field)
    }
    return value
  }
}

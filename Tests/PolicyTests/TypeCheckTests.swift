import Testing

@testable import Policy

@Suite("A condition in a pack")
struct TypeCheckTests {
  /// Loads an overlay whose only requirement has a condition.
  private func fault(_ condition: String) -> ExpressionError? {
    let items = """
      requirements:
        - id: local_rule
          title: {zh: 本地, en: local}
          when: |-
            \(condition)
          local: {zh: 本地, en: local}
      """
    do {
      _ = try overlay(items)
      return nil
    } catch PolicyError.badExpression(let place, let error) {
      #expect(place.file == "xicheng.yaml")
      return error
    } catch {
      Issue.record("another error: \(error)")
      return nil
    }
  }

  @Test(
    "is refused before use where its types do not fit",
    arguments: [
      ("legal_work_month >= 1", .unknownName("legal_work_month", nearest: "legal_work_months"), 1),
      ("local_household && nothing_like_it", .unknownName("nothing_like_it", nearest: nil), 20),
      ("legal_work_months >= '1'", .wrongTypes(operation: ">=", found: ["int", "string"]), 1),
      ("legal_work_months", .wrongResult(expected: "bool", found: "int"), 1),
      ("integrity == '是'", .wrongTypes(operation: "==", found: ["bool", "string"]), 1),
      ("integrity && 1", .wrongTypes(operation: "&&", found: ["int"]), 14),
      ("!education", .wrongTypes(operation: "!", found: ["string"]), 2),
      ("legal_work_months == null", .wrongTypes(operation: "==", found: ["int", "null"]), 1),
      ("hardship_status == '属石'", .unknownCode("属石", of: "hardship_status", nearest: "属实"), 20),
      ("hardship_status == '待核'", .unknownCode("待核", of: "hardship_status", nearest: nil), 20),
      ("education in ['本料']", .unknownCode("本料", of: "education", nearest: "本科"), 15),
      ("education in [1]", .wrongTypes(operation: "in", found: ["string", "list(int)"]), 1),
      ("major_code.startWith('03')", .unknownFunction("startWith", nearest: "startsWith"), 1),
      ("size(legal_work_months) > 0", .wrongTypes(operation: "size", found: ["int"]), 1),
      ("major.startsWith(1)", .wrongTypes(operation: "startsWith", found: ["string", "int"]), 1),
      ("education + 1 == 2", .wrongTypes(operation: "+", found: ["string", "int"]), 1),
      ("name == '张'", .unknownName("name", nearest: nil), 1),
      ("sex == '男'", .unknownName("sex", nearest: nil), 1),
    ] as [(String, ExpressionError.Fault, Int)])
  func refused(condition: String, fault: ExpressionError.Fault, column: Int) {
    let error = self.fault(condition)
    #expect(error?.fault == fault)
    #expect(error?.column == column)
  }

  @Test(
    "is taken where they do",
    arguments: [
      "integrity && true", "true", "legal_work_months + correction_work_months >= 12",
      "hardship_valid_until == null || hardship_valid_until >= as_of",
      "education in ['本科', '硕士'] || degree == '博士'", "major.contains('法')",
      "(integrity ? 1 : 2) == 1", "legal_work_months in [1, 2]", "education in []",
      "size(major) > 2 && [1, 2][0] == 1", "!(birth_date <= as_of - 180000)",
      "legal_work_months >= legal_work_minimum", "['a'] + ['b'] == ['a', 'b']", "-1 < 0",
    ])
  func taken(condition: String) {
    #expect(fault(condition) == nil)
  }
}

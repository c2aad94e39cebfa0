import Foundation
import GRDB
import Model
import Testing

@testable import Register

@Suite("A reference to what the register keeps")
struct ReferenceTests {
  private let register: Register
  private static let digests = [
    "abc1" + String(repeating: "0", count: 60), "abc2" + String(repeating: "1", count: 60),
    "d" + String(repeating: "2", count: 63),
  ]

  /// A register with three runs, plans and packages each.
  init() throws {
    register = try Register()
    for (number, digest) in Self.digests.enumerated() {
      let asOf = try #require(CivilDate(iso: "2024-06-01"))
      let id = String(digest.prefix(12))
      try register.store(
        results: [], person: { _, _ in }, offices: [], reasons: [:]
      ) {
        RunEntry(
          id: id, digest: digest, policy: "p", policySource: [], asOf: asOf, seed: nil,
          officeCode: nil, totals: [:])
      }
      try register.write {
        // Runs follow each other as if they had lines.
        try $0.execute(sql: "UPDATE run SET first_result = \(number) WHERE id = '\(id)'")
      }
      try register.store(
        StoredPlan(
          id: "plan-" + id, digest: digest, method: "ratio", policy: "p", policySource: [],
          asOf: asOf, officeCode: nil, madeAt: "", offices: []))
      try register.store(
        ConsultationEntry(
          direction: number == 1 ? .received : .sent, manifestSHA256: digest, manifest: [],
          kind: number == 2 ? .report : .request, matter: .ranking, serial: number, from: "a",
          to: "b", number: "", title: "", sentOn: asOf, dueOn: nil, requestSHA256: nil, runID: nil),
        note: AuditNote(at: "", actor: "", action: "", subject: digest))
    }
  }

  /// The digests that references find.
  private func found(_ reference: String) throws -> [String?] {
    [
      try register.run(reference).digest, try register.plan("plan-" + reference).digest,
      try register.plan(reference).digest, try register.consultation(reference)?.manifestSHA256,
    ]
  }

  @Test(
    "finds by the first digits, by the id, by the whole digest, in capitals too",
    arguments: ["abc1", "abc100000000", Self.digests[0], "ABC1"])
  func digits(reference: String) throws {
    #expect(try found(reference) == Array(repeating: Self.digests[0], count: 4))
  }

  @Test("finds the one that was stored last; of packages, the last request of a direction")
  func latest() throws {
    #expect(try register.run("latest").digest == Self.digests[2])
    #expect(try register.plan("plan-latest").digest == Self.digests[2])
    #expect(try register.consultation("latest")?.manifestSHA256 == Self.digests[1])
    #expect(try register.consultation("latest", .sent)?.manifestSHA256 == Self.digests[0])
  }

  @Test("that fits several is an error that names them")
  func ambiguous() throws {
    func expect(_ ids: [String], _ reference: String, _ find: () throws -> Void) {
      let error = RegisterError.ambiguous(reference: reference, candidates: ids)
      #expect(throws: error) { try find() }
      #expect(error.happened.en.contains(ids[1]) && error.status == .usage)
    }
    let ids = ["abc100000000", "abc211111111"]
    expect(ids, "abc") { _ = try register.run("abc") }
    expect(ids.map { "plan-" + $0 }, "plan-a") { _ = try register.plan("plan-a") }
    expect(ids, "abc") { _ = try register.consultation("abc") }
    #expect(try register.consultation("abc", .sent)?.manifestSHA256 == Self.digests[0])
  }

  @Test(
    "that fits nothing is unknown",
    arguments: [
      "", "e", "%", "_bc1", String(Self.digests[0].dropLast()) + "1", Self.digests[0] + "0",
    ])
  func unknown(reference: String) throws {
    #expect(throws: RegisterError.runUnknown(id: reference)) { try register.run(reference) }
    #expect(throws: RegisterError.planUnknown(id: "plan-" + reference)) {
      try register.plan("plan-" + reference)
    }
    #expect(try register.consultation(reference) == nil)
  }
}

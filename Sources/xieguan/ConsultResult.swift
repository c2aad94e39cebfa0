import Consultation
import Model
import Planner
import Register

/// A package that was checked, as JSON and in words.
struct PackageResult: Encodable {
  let package: String
  let kind: String
  let matter: String
  let from: String
  let to: String
  let number: String
  let title: String
  let sentOn: String
  let dueOn: String?
  let subjects: Int
  let unmasked: [String]
  let signer: String
  let digest: String?
  let agrees: Bool?

  enum CodingKeys: String, CodingKey {
    case package, kind, matter, from, to, number, title, subjects, unmasked, signer, digest, agrees
    case sentOn = "sent_on"
    case dueOn = "due_on"
  }

  init(_ opened: OpenedPackage, _ recomputation: Recomputation?) {
    let terms = opened.terms
    package = opened.signed.id
    kind = terms.kind.rawValue
    matter = terms.matter.rawValue
    (from, to, number, title) = (terms.from, terms.to, terms.number, terms.title)
    (sentOn, dueOn, subjects) = (terms.sentOn, terms.dueOn, terms.subjects)
    unmasked = terms.unmasked?.fields ?? []
    signer = opened.signer.fingerprint
    digest = recomputation?.stated
    agrees = recomputation?.agrees
  }

  func print(_ language: Language) {
    let zh = language == .zh
    Console.result("\(number)《\(title)》")
    Console.result(zh ? "  \(from) → \(to)，\(sentOn)" : "  \(from) → \(to), \(sentOn)")
    if kind == "request" {
      let until = dueOn.map { zh ? "，请于 \($0) 前答复" : ", hoped for until \($0)" } ?? ""
      Console.result(
        zh ? "  征询 \(subjects) 项意见\(until)" : "  asks for \(subjects) opinions\(until)")
    }
    if !unmasked.isEmpty {
      let fields = unmasked.joined(separator: zh ? "、" : ", ")
      Console.result(zh ? "  显示了个人信息：\(fields)" : "  shows personal data: \(fields)")
    }
    Console.result(
      zh
        ? "  签名有效，内容与签名时一致（\(signer)）"
        : "  soundly signed, every file as it was signed (\(signer))")
    if let digest {
      Console.result(
        zh
          ? "  凭包内数据重算，校验值一致：\(digest.prefix(12))"
          : "  worked out again from the package alone, the same digest: \(digest.prefix(12))")
    }
    Console.result(zh ? "  编号 \(package)" : "  id \(package)")
  }
}

/// An answer that was taken in, as JSON and in words.
struct AnswerResult: Encodable {
  struct Item: Encodable {
    let subject: String
    let opinion: String
    let remark: String
    let by: String
    let on: String
    let state: String
    let conflict: String?
  }

  let reply: String
  let request: String
  let known: Bool
  let opinions: [Item]

  init(_ answer: ConsultAnswer) {
    reply = answer.entry.id
    request = answer.request.id
    known = answer.wasKnown
    opinions = answer.opinions.map {
      Item(
        subject: $0.subject, opinion: $0.opinion.rawValue, remark: $0.remark, by: $0.by,
        on: $0.on.iso, state: $0.state.rawValue, conflict: $0.conflict?.rawValue)
    }
  }

  static func print(_ answer: ConsultAnswer, _ language: Language) {
    let zh = language == .zh
    let counts = Opinion.allCases.map { opinion in
      "\(opinion.wording[language]) \(answer.opinions.count { $0.opinion == opinion })"
    }
    let known =
      answer.wasKnown ? (zh ? "（早已登记，没有改动）" : " (recorded before, nothing changed)") : ""
    Console.result(
      zh
        ? "\(answer.entry.number)《\(answer.entry.title)》答复 \(answer.request.number)：\(counts.joined(separator: "，"))\(known)"
        : "\(answer.entry.number) “\(answer.entry.title)” answers \(answer.request.number): \(counts.joined(separator: ", "))\(known)"
    )
    for opinion in answer.held {
      Console.result(
        "  · \(opinion.subject) \(opinion.opinion.wording[language]) \(opinion.remark)"
          + (zh ? "——待定：" : " — waits: ") + (opinion.conflict?.wording[language] ?? ""))
    }
    if !answer.held.isEmpty {
      Console.say(
        zh
          ? "\(answer.held.count) 条意见需要由人决定：核实后用 --keep --by 姓名 --reason 理由 采用，否则保持待定。征询意见不影响招聘继续进行。"
          : "\(answer.held.count) opinions wait for a person: accept them with --keep --by NAME --reason TEXT, or leave them. Hiring may go on."
      )
    }
  }
}

extension OpinionEntry.Conflict {
  /// The wording for people.
  var wording: Bilingual {
    switch self {
    case .twoAnswers: Bilingual(zh: "与已登记的另一份复函不同", en: "another reply says something else")
    case .olderRequest: Bilingual(zh: "答的是旧函，后来又征询过", en: "it answers an older request")
    case .gone: Bilingual(zh: "此人已不在有效报名中", en: "the applicant is no longer accepted")
    }
  }
}

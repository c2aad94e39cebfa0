public import Model

/// A figure of a caseload sheet that a method reads and a what-if may change.
public enum Figure: String, Sendable, CaseIterable {
  /// State staff for community correction (专门国家工作人员).
  case officers
  /// Assistants in post (在岗协管员).
  case assistants
  /// Subjects of community correction (社区矫正对象), as a count.
  case subjects
  /// Subjects under strict management (严管).
  case subjectsStrict = "subjects_strict"
  /// Subjects under general management (普管).
  case subjectsGeneral = "subjects_general"
  /// Subjects under lenient management (宽管).
  case subjectsLenient = "subjects_lenient"
  /// Subjects who came in during the period (当期入矫).
  case intakes
  /// Subjects who were released during the period (当期解矫).
  case releases
  /// Pre-sentence investigations during the period (当期调查评估).
  case investigations

  /// The name for people.
  public var wording: Bilingual {
    switch self {
    case .officers: Bilingual(zh: "专门国家工作人员数", en: "officers")
    case .assistants: Bilingual(zh: "在岗协管员数", en: "assistants in post")
    case .subjects: Bilingual(zh: "社区矫正对象数", en: "subjects")
    case .subjectsStrict: Bilingual(zh: "严管人数", en: "subjects under strict management")
    case .subjectsGeneral: Bilingual(zh: "普管人数", en: "subjects under general management")
    case .subjectsLenient: Bilingual(zh: "宽管人数", en: "subjects under lenient management")
    case .intakes: Bilingual(zh: "当期入矫人数", en: "intakes")
    case .releases: Bilingual(zh: "当期解矫人数", en: "releases")
    case .investigations: Bilingual(zh: "当期调查评估数", en: "investigations")
    }
  }

  /// What a caseload says of it; nothing where it is unknown.
  public func value(in caseload: Caseload) -> Int? {
    switch self {
    case .officers: caseload.officers
    case .assistants: caseload.assistants
    case .subjects: caseload.subjects
    case .subjectsStrict: caseload.classes?.strict
    case .subjectsGeneral: caseload.classes?.general
    case .subjectsLenient: caseload.classes?.lenient
    case .intakes: caseload.intakes
    case .releases: caseload.releases
    case .investigations: caseload.investigations
    }
  }
}

/// What an office reports of its community correction on one day: counts, never persons.
public struct Caseload: Hashable, Sendable {
  /// The office's nine-digit code.
  public let officeCode: String
  /// The day that was counted (统计日期).
  public let asOf: CivilDate
  /// State staff for community correction (专门国家工作人员数); unknown where blank.
  public let officers: Int?
  /// Assistants in post (在岗协管员数); unknown where blank.
  public let assistants: Int?
  /// Subjects (社区矫正对象数); unknown where blank.
  public let subjects: Int?
  /// Subjects by management class (严管、普管、宽管), where the office tells them apart.
  public let classes: Classes?
  /// Subjects who came in during the period (当期入矫).
  public let intakes: Int?
  /// Subjects who were released during the period (当期解矫).
  public let releases: Int?
  /// Pre-sentence investigations during the period (当期调查评估).
  public let investigations: Int?

  /// Subjects by management class; they sum to the office's subjects.
  public struct Classes: Hashable, Sendable {
    /// Strict management (严管).
    public let strict: Int
    /// General management (普管).
    public let general: Int
    /// Lenient management (宽管).
    public let lenient: Int

    /// Sets the three counts.
    public init(strict: Int, general: Int, lenient: Int) {
      self.strict = strict
      self.general = general
      self.lenient = lenient
    }
  }

  /// Describes one office's figures.
  public init(
    officeCode: String, asOf: CivilDate, officers: Int?, assistants: Int?, subjects: Int?,
    classes: Classes? = nil, intakes: Int? = nil, releases: Int? = nil, investigations: Int? = nil
  ) {
    self.officeCode = officeCode
    self.asOf = asOf
    self.officers = officers
    self.assistants = assistants
    self.subjects = subjects
    self.classes = classes
    self.intakes = intakes
    self.releases = releases
    self.investigations = investigations
  }
}

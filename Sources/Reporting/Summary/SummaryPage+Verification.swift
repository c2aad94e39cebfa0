public import Model

extension SummaryPage {
  /// What is worth verifying first in one office, because it could change who is chosen.
  public struct Verification: Sendable {
    /// The office's name.
    public let office: String
    /// How many are to be hired.
    public let places: Int
    /// How many applicants have facts that are open.
    public let openApplicants: Int
    /// Those to verify, the most effective first.
    public let people: Excerpt<Line>

    /// Describes an office's list.
    public init(office: String, places: Int, openApplicants: Int, people: Excerpt<Line>) {
      self.office = office
      self.places = places
      self.openApplicants = openApplicants
      self.people = people
    }

    /// One applicant to verify.
    public struct Line: Sendable {
      /// The application number.
      public let applicationNo: String
      /// The name.
      public let name: String
      /// Where the applicant stands now.
      public let now: Bilingual
      /// The facts to verify.
      public let facts: Bilingual
      /// Where the applicant would stand.
      public let then: Bilingual

      /// Describes a line.
      public init(
        applicationNo: String, name: String, now: Bilingual, facts: Bilingual, then: Bilingual
      ) {
        self.applicationNo = applicationNo
        self.name = name
        self.now = now
        self.facts = facts
        self.then = then
      }
    }
  }
}

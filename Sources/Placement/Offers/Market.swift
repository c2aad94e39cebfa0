/// Applicants with wishes and offices with places, all by index: whatever is to be matched.
///
/// A wish carries the applicant's standing at that office, lowest first; equal numbers are a tie.
/// Under one common order an applicant has the same standing everywhere. Whom an office does not
/// accept has no wish for it here.
public struct Market: Sendable {
  /// An office.
  public struct Office: Hashable, Sendable {
    /// Its places, from 0.
    public let places: Int
    /// Places that go first to those who may take reserved ones; what they leave is open to all.
    public let reserved: Int

    /// Makes an office.
    public init(places: Int, reserved: Int = 0) {
      precondition(places >= 0 && (0...places).contains(reserved))
      self.places = places
      self.reserved = reserved
    }
  }

  /// What an applicant asks for.
  public struct Wish: Hashable, Sendable {
    /// The office, by index.
    public let office: Int
    /// Where the applicant stands there: 0 or more, below 2³¹, lowest first.
    public let standing: Int

    /// Pairs the two.
    public init(office: Int, standing: Int) {
      self.office = office
      self.standing = standing
    }
  }

  /// The offices.
  public let offices: [Office]
  /// Where each applicant's wishes begin, and at last where they end.
  private(set) var starts: [UInt32] = [0]
  /// The offices wished for, applicant after applicant, the dearest first.
  private(set) var wishedOffices: [UInt32] = []
  /// The standing at each of them.
  private(set) var standings: [UInt32] = []
  /// Who may take reserved places.
  private(set) var mayTakeReserved: [Bool] = []

  /// Begins without applicants.
  public init(offices: [Office]) { self.offices = offices }

  /// How many applicants there are.
  public var count: Int { mayTakeReserved.count }

  /// Makes room for applicants to come.
  public mutating func reserveCapacity(applicants: Int, wishes: Int) {
    starts.reserveCapacity(applicants + 1)
    mayTakeReserved.reserveCapacity(applicants)
    wishedOffices.reserveCapacity(wishes)
    standings.reserveCapacity(wishes)
  }

  /// Adds an applicant with wishes, the dearest first; of a repeated office the first counts.
  public mutating func add(_ wishes: some Sequence<Wish>, mayTakeReserved: Bool = false) {
    let start = wishedOffices.count
    for wish in wishes {
      precondition(offices.indices.contains(wish.office))
      precondition((0..<Int(Int32.max)).contains(wish.standing))
      let office = UInt32(wish.office)
      if wishedOffices[start...].contains(office) { continue }
      wishedOffices.append(office)
      standings.append(UInt32(wish.standing))
    }
    starts.append(UInt32(wishedOffices.count))
    self.mayTakeReserved.append(mayTakeReserved)
  }

  /// The places of an applicant's wishes in `wishedOffices` and `standings`.
  func wishes(of applicant: Int) -> Range<Int> {
    Int(starts[applicant])..<Int(starts[applicant + 1])
  }
}

/// A resident identity number (公民身份号码) as GB 11643-1999 defines it.
///
/// Region (6 digits), date of birth (8), sequence (3, odd for men), check character (1). The region
/// is where the number was issued; it never proves residence.
public struct ResidentID: Hashable, Sendable {
  /// The first seventeen digits as one number; the check character follows from them.
  public let number: UInt64

  /// Reads eighteen ASCII characters whose check character is right, else nothing.
  ///
  /// The weighted sum modulo 11 equals `Σ digit · 2^(17 − i)`, so doubling and adding suffices.
  @inlinable
  public init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 18 else { return nil }
    var number: UInt64 = 0
    var sum = 0
    for index in 0..<17 {
      let digit = bytes[index] &- 48
      guard digit <= 9 else { return nil }
      number = number &* 10 &+ UInt64(digit)
      sum = sum &* 2 &+ Int(digit)
    }
    let expected = Self.checkCharacter(doubled: sum)
    guard bytes[17] == expected else { return nil }
    self.number = number
  }

  /// Reads eighteen characters whose check character is right, else nothing.
  public init?(_ text: some StringProtocol) {
    guard let id = Array(text.utf8).withUnsafeBufferPointer({ Self($0) }) else { return nil }
    self = id
  }

  /// Converts a fifteen-digit number of the first generation: inserts the century 19 and appends
  /// the check character.
  public init?(fifteenDigits bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 15, bytes.allSatisfy({ (48...57).contains($0) }) else { return nil }
    let digits = Array(bytes[0..<6]) + Array("19".utf8) + Array(bytes[6..<15])
    var number: UInt64 = 0
    for digit in digits { number = number * 10 + UInt64(digit - 48) }
    self.number = number
  }

  /// The check character that belongs to a sum of digits doubled at each step.
  @inlinable
  static func checkCharacter(doubled sum: Int) -> UInt8 {
    // `sum` weighs digit i with 2^(16 − i); GB 11643 weighs it with 2^(17 − i) modulo 11.
    let remainder = sum &* 2 % 11
    switch remainder {
    case 0: return UInt8(ascii: "1")
    case 1: return UInt8(ascii: "0")
    case 2: return UInt8(ascii: "X")
    default: return UInt8(60 - remainder)
    }
  }

  /// The eighteen characters.
  public var text: String {
    let digits = String(String(1_000_000_000_000_000_000 + Int(number)).suffix(17))
    var sum = 0
    for digit in digits.utf8 { sum = sum * 2 + Int(digit - 48) }
    return digits + String(UnicodeScalar(Self.checkCharacter(doubled: sum)))
  }

  /// The date of birth as `yyyymmdd`; it need not be a day that exists.
  @inlinable public var birthNumber: Int { Int(number / 1000 % 100_000_000) }

  /// The date of birth, where the digits are a day that exists.
  public var birthDate: CivilDate? { CivilDate(number: birthNumber) }

  /// Whether the sequence number is odd, as it is for men.
  @inlinable public var isMale: Bool { number % 2 == 1 }

  /// The form that bureaus show among themselves: `110105********002X`.
  public var masked: String {
    let text = text
    return text.prefix(6) + "********" + text.suffix(4)
  }
}

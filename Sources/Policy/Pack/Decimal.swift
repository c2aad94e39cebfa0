/// A decimal number as written, kept exactly.
struct Decimal: Hashable, Sendable {
  let digits: Int64
  /// How many of the digits stand after the point.
  let places: Int

  /// Reads an optional minus, digits, and optionally a point and digits; at most 15 in all.
  init?(_ text: some StringProtocol) {
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    let parts = text.utf8.dropFirst(isNegative ? 1 : 0)
      .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let written = parts.joined()
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }), written.count <= 15
    else { return nil }
    var digits: Int64 = 0
    for byte in written {
      guard byte.isDigit else { return nil }
      digits = digits * 10 + Int64(byte - UInt8(ascii: "0"))
    }
    self.digits = isNegative ? -digits : digits
    places = parts.count == 2 ? parts[1].count : 0
  }

  /// The number times ten to the power of `places`; nothing where that is no whole number.
  func scaled(places wanted: Int) -> Int64? {
    var result = digits
    for _ in 0..<max(0, places - wanted) {
      guard result % 10 == 0 else { return nil }
      result /= 10
    }
    for _ in 0..<max(0, wanted - places) {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      result = product
    }
    return result
  }
}

/// The offices that are known to a run, found by code or by name.
public struct OfficeTable: Sendable {
  /// The offices, by code in byte order.
  public let offices: [Office]
  private let indexByNumber: [UInt32: UInt16]
  private let indexesByName: [String: [Int]]

  /// Sets out the offices; where a code occurs twice, the later one counts.
  public init(_ offices: [Office] = Office.beijing) {
    var byCode: [String: Office] = [:]
    for office in offices { byCode[office.code] = office }
    self.offices = byCode.values.sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
    var byNumber: [UInt32: UInt16] = [:]
    var byName: [String: [Int]] = [:]
    for (index, office) in self.offices.enumerated() {
      if let number = UInt32(office.code) { byNumber[number] = UInt16(index) }
      byName[office.name, default: []].append(index)
    }
    indexByNumber = byNumber
    indexesByName = byName
  }

  /// The place in `offices` of the office with a nine-digit code.
  public func index(ofCode bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes.count == 9 else { return nil }
    var number: UInt32 = 0
    for byte in bytes {
      let digit = byte &- 48
      guard digit <= 9 else { return nil }
      number = number &* 10 &+ UInt32(digit)
    }
    return indexByNumber[number].map(Int.init)
  }

  /// The place in `offices` of the office with a code.
  public func index(ofCode code: String) -> Int? {
    Array(code.utf8).withUnsafeBufferPointer { index(ofCode: $0) }
  }

  /// The name of an office; empty where its code is not known.
  public func name(of code: String) -> String { index(ofCode: code).map { offices[$0].name } ?? "" }

  /// The name of an office's district; empty where its code is not known.
  public func district(of code: String) -> String {
    index(ofCode: code).map { offices[$0].districtName } ?? ""
  }

  /// The places of all offices with exactly this name.
  func indexes(ofName name: String) -> [Int] { indexesByName[name] ?? [] }
}

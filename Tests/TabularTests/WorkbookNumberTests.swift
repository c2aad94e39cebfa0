import Model
import Testing

@testable import Tabular

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite("Numbers and days, checked by other means")
struct WorkbookNumberTests {
  private func number(_ text: String) -> CellNumber? {
    Array(text.utf8).withUnsafeBufferPointer { CellNumber($0) }
  }

  private func printed(_ value: Double, _ digits: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 64)
    let count = withVaList([digits, value]) { vsnprintf(&buffer, 64, "%.*g", $0) }
    return String(decoding: buffer.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  @Test("A mark with two decimals survives however a program stores it")
  func marks() {
    let wrong = (0...10_000).filter { hundredths in
      let tail = hundredths % 100
      let fraction =
        tail == 0 ? "" : tail % 10 == 0 ? ".\(tail / 10)" : tail < 10 ? ".0\(tail)" : ".\(tail)"
      let expected = "\(hundredths / 100)" + fraction
      let value = Double(hundredths) / 100
      return number(printed(value, 17))?.text != expected || number("\(value)")?.text != expected
    }
    #expect(wrong.isEmpty)
  }

  @Test("Any number reads as its 15 digits, as the C library prints them", arguments: [20_240_601])
  func anyNumber(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<20_000 {
      let value =
        Double(Int64.random(in: -(1 << 53)...1 << 53, using: &random))
        * pow(10, Double(Int.random(in: -24...10, using: &random)))
      // The C library breaks ties by the binary value, a spreadsheet program upwards.
      let long = printed(value, 17)
      let digits = long.prefix(while: { $0 != "e" }).filter(\.isNumber).reversed()
        .drop { $0 == "0" }
      if digits.first == "5", digits.reversed().drop(while: { $0 == "0" }).count == 16 { continue }
      let text = number(long)?.text ?? "none"
      let expected = strtod(printed(value, 15), nil)
      if strtod(text, nil) != expected
        || text.contains("E") != (abs(expected) >= 1e15 || abs(expected) < 1e-9)
      {
        Issue.record("\(long) became \(text); seed \(seed)")
      }
    }
  }

  @Test("Every day from March 1900 to 2100 has its serial number")
  func everyDay() {
    var serial = 61
    var wrong: [Int] = []
    for year in 1900...2100 {
      for month in 1...12 where year > 1900 || month > 2 {
        for day in 1...CivilDate.days(inMonth: month, of: year) {
          let iso = CivilDate(year: year, month: month, day: day)?.iso
          if number("\(serial)")?.day(startsIn1904: false)?.day.iso != iso { wrong.append(serial) }
          serial += 1
        }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test("A time of day is kept to the second")
  func everyMinute() {
    for second in stride(from: 60, to: 86_400, by: 61) {
      let text = printed(45_444 + Double(second) / 86_400, 17)
      let found = number(text)?.day(startsIn1904: false)
      #expect(found?.day.iso == "2024-06-01" && found?.seconds == second)
    }
  }
}

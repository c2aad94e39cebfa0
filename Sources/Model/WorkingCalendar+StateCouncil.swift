extension WorkingCalendar {
  /// The State Council's yearly notices of days off and of weekends that are worked (放假调休安排).
  ///
  /// Source: General Office of the State Council, notices for 2023, 2024, 2025 and 2026.
  public static let stateCouncil = WorkingCalendar(
    Dictionary(uniqueKeysWithValues: off.map { ($0, .off) } + work.map { ($0, .work) }))

  private static let off = days([
    2022: "1231",
    2023: """
    0101 0102 0121 0122 0123 0124 0125 0126 0127 0405 0429 0430 0501 0502 0503 0622 \
    0623 0624 0929 0930 1001 1002 1003 1004 1005 1006
    """,
    2024: """
    0101 0210 0211 0212 0213 0214 0215 0216 0217 0404 0405 0406 0501 0502 0503 0504 \
    0505 0610 0915 0916 0917 1001 1002 1003 1004 1005 1006 1007
    """,
    2025: """
    0101 0128 0129 0130 0131 0201 0202 0203 0204 0404 0405 0406 0501 0502 0503 0504 \
    0505 0531 0601 0602 1001 1002 1003 1004 1005 1006 1007 1008
    """,
    2026: """
    0101 0102 0103 0215 0216 0217 0218 0219 0220 0221 0222 0223 0404 0405 0406 0501 \
    0502 0503 0504 0505 0619 0620 0621 0925 0926 0927 1001 1002 1003 1004 1005 1006 \
    1007
    """,
  ])

  private static let work = days([
    2023: "0128 0129 0423 0506 0625 1007 1008",
    2024: "0204 0218 0407 0428 0511 0914 0929 1012",
    2025: "0126 0208 0427 0928 1011",
    2026: "0104 0214 0228 0509 0920 1010",
  ])

  /// Days written `mmdd`, by year.
  private static func days(_ years: [Int: String]) -> [CivilDate] {
    years.flatMap { year, days in
      days.split(whereSeparator: \.isWhitespace)
        .compactMap { Int($0).flatMap { CivilDate(number: year * 10_000 + $0) } }
    }
  }
}

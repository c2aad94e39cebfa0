import Model

/// What the months say of the flows of offices and their districts, older months counting less.
struct FlowEvidence {
  private let offices: [String: Sums]
  private let districts: [String: Sums]
  private let pooling: Double

  /// Weighted sums over months.
  private struct Sums {
    /// Intakes, and the months in which they were counted.
    var (intakes, months) = (0.0, 0.0)
    /// Subjects at the beginning of those months, one more each, so that an empty office can fill.
    var exposure = 0.0
    /// Releases, and the subject-months that could have ended in one.
    var (releases, subjectMonths) = (0.0, 0.0)

    mutating func add(_ other: Sums) {
      intakes += other.intakes
      months += other.months
      exposure += other.exposure
      releases += other.releases
      subjectMonths += other.subjectMonths
    }
  }

  init(_ history: History, settings: ForecastSettings) {
    pooling = Double(settings.poolingMonths)
    let discount = Double(settings.discountPerMille) / 1000
    var districts: [String: Sums] = [:]
    var offices: [String: Sums] = [:]
    for code in history.officeCodes {
      guard let months = history.offices[code] else { continue }
      var sums = Sums()
      var previous: MonthlyFigures?
      for figures in months {
        let age = history.lastMonth.number - figures.month.number
        let weight = (0..<age).reduce(1.0) { product, _ in product * discount }
        sums.add(Self.sums(of: figures, after: previous, weight: weight))
        previous = figures
      }
      offices[code] = sums
      districts[String(code.prefix(6)), default: Sums()].add(sums)
    }
    self.offices = offices
    self.districts = districts
  }

  /// One month's part; opening subjects are last month's, else this month's put back.
  private static func sums(
    of figures: MonthlyFigures, after previous: MonthlyFigures?, weight: Double
  ) -> Sums {
    var sums = Sums()
    var opening: Int?
    if let previous, previous.month.number + 1 == figures.month.number {
      opening = previous.subjects
    }
    if opening == nil, let subjects = figures.subjects, let came = figures.intakes,
      let left = figures.releases
    {
      opening = max(0, subjects - came + left)
    }
    guard let opening else { return sums }
    if let intakes = figures.intakes {
      sums.intakes = weight * Double(intakes)
      sums.months = weight
      sums.exposure = weight * Double(opening + 1)
    }
    if let releases = figures.releases {
      sums.releases = weight * Double(releases)
      sums.subjectMonths = weight * Double(max(opening, releases))
    }
    return sums
  }

  /// The model of one office: its own months, with the district's rates as so many months more.
  ///
  /// The district's intakes are taken per subject, so a large office is pooled with what a large
  /// office would have. An office without counted months is the district's alone.
  func model(of code: String, subjects: Int) -> FlowModel {
    let own = offices[code] ?? Sums()
    let district = districts[String(code.prefix(6))] ?? Sums()
    let size = own.months > 0 ? own.exposure / own.months : Double(subjects + 1)
    let rate = (district.intakes + 0.5) / (district.exposure + 1)
    let leaving = (district.releases + 0.5) / (district.subjectMonths + 1)
    return FlowModel(
      intakes: pooling * rate * size + own.intakes, months: pooling + own.months,
      released: pooling * size * leaving + own.releases,
      stayed: pooling * size * (1 - leaving) + own.subjectMonths - own.releases)
  }
}

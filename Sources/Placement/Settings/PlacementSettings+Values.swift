import Model

extension PlacementSettings {
  /// The value of a setting as it is shown; a dash where it is off.
  public func value(of setting: PlacementSetting) -> String {
    func mark(_ mark: Mark?) -> String { mark.map(\.description) ?? "–" }
    func ratio(_ ratio: CandidateRatio) -> String {
      ratio.bands.map { band in
        band.places.map { "≤\($0): \(band.ratio)" } ?? "\(band.ratio)"
      }
      .joined(separator: ", ")
    }
    return switch setting {
    case .interviewRatio: ratio(shortlist.ratio)
    case .ratioRounding: shortlist.rounding.rawValue
    case .shortlistOrder: shortlist.order.rawValue
    case .lastPlaceTies:
      switch shortlist.lastPlaceTies {
      case .all: "all"
      case .part(let part): part.rawValue
      case .person: "person"
      }
    case .openingRatio: shortlist.openingRatio.map(\.description) ?? "–"
    case .markParts:
      marks.weights.map { "\($0.part.rawValue) \($0.percent)" }.joined(separator: ", ")
    case .markRounding: marks.rounding.rawValue
    case .writtenMinimum: mark(marks.minimums[.written])
    case .interviewMinimum: mark(marks.minimums[.interview])
    case .totalMinimum: mark(marks.totalMinimum)
    case .markTies:
      marks.ties.isEmpty ? "–" : marks.ties.map(\.rawValue).joined(separator: ", ")
    case .noCompetition:
      switch marks.competition {
      case .off: "–"
      case .panelMean: "average"
      case .line(let line): "line:\(line)"
      }
    case .markExemption: marks.allowsExemption ? "yes" : "no"
    case .checkRatio: ratio(checks.ratio)
    case .recheck: "\(checks.recheckDays)"
    case .replacementRounds: "\(replacement.rounds)"
    case .replacedAfter:
      PlaceLoss.allCases.filter(replacement.replaced.contains).map(\.rawValue)
        .joined(separator: ", ")
    case .wishesUsed: "\(offers.wishesUsed)"
    case .adjustRound: offers.adjusts ? "yes" : "no"
    case .noticeDays: "\(notice.days) \(notice.unit.rawValue)"
    case .noticeFirstDay: notice.countsFirstDay ? "yes" : "no"
    case .reserveMonths: "\(replacement.months)"
    }
  }
}

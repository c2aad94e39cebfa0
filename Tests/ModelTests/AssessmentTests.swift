import Model
import Testing

@Suite("A result packed into numbers")
struct AssessmentTests {
  @Test("holds verdict, tier and points, negative ones too", arguments: Verdict.allCases)
  func assessment(verdict: Verdict) {
    for tier in [nil, 1, 2, 31] {
      for points in [-60_000, -1, 0, 1, 3, 60_000] {
        let assessment = Assessment(verdict: verdict, tier: tier, points: points)
        #expect(Assessment(packed: assessment.packed) == assessment)
        #expect(assessment.points == points)
        #expect(assessment.tier == (verdict == .eligible ? tier : nil))
      }
    }
  }

  @Test("holds rank, tie and decider", arguments: Decider.allCases)
  func placement(decider: Decider) {
    for rank in [1, 2, 5_000_000] {
      for isTied in [true, false] {
        let placement = RankPlacement(rank: rank, isTied: isTied, decider: decider)
        let read = RankPlacement(packed: placement.packed)
        #expect(read.rank == rank)
        #expect(read.isTied == isTied)
        #expect(read.decider == decider)
      }
    }
    #expect(RankPlacement.unranked.rank == nil)
  }

  @Test("holds the outcome of the first criterion and of the last, and changes no other")
  func outcomes() {
    for place in [0, 1, OutcomePattern.limit - 1] {
      for outcome in Outcome.allCases {
        var pattern = OutcomePattern()
        pattern[place] = .unknown
        pattern[place] = outcome
        #expect(pattern[place] == outcome)
        for other in 0..<OutcomePattern.limit where other != place {
          #expect(pattern[other] == .notMet)
        }
      }
    }
  }

  @Test("passes the gate only on what is known, and refuses only what fails")
  func gate() {
    #expect(Verdict(gate: []) == .eligible)
    #expect(Verdict(gate: [.met, .met]) == .eligible)
    #expect(Verdict(gate: [.met, .unknown]) == .pending)
    #expect(Verdict(gate: [.unknown, .notMet, .unknown]) == .ineligible)
  }
}

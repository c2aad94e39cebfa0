/// Repeatable randomness for property tests.
///
/// Source: G. Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8(14), 2003.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 2_685_821_657_736_338_717 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

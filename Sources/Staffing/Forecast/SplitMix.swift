/// Repeatable random numbers: equal seeds give equal numbers on every machine.
///
/// Source: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators",
/// OOPSLA 2014 (SplitMix64). Texts become seeds by FNV-1a, 64 bits (Fowler, Noll, Vo).
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A generator of its own for one future of one office, so that neither the order of the offices
  /// nor the number of months changes what it draws.
  init(seed: UInt64, office: String, path: Int) {
    let hash = office.utf8.reduce(14_695_981_039_346_656_037 as UInt64) {
      ($0 ^ UInt64($1)) &* 1_099_511_628_211
    }
    var mixer = SplitMix(seed: seed ^ hash)
    state = mixer.next() ^ UInt64(path) &* 0xD1B5_4A32_D192_ED03
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to below 1, a multiple of 2⁻⁵³.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}

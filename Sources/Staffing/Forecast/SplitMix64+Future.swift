import Model

extension SplitMix64 {
  /// A generator of its own for one future of one office, so that neither the order of the offices
  /// nor the number of months changes what it draws.
  ///
  /// Texts become seeds by FNV-1a, 64 bits (Fowler, Noll, Vo).
  init(seed: UInt64, office: String, path: Int) {
    let hash = office.utf8.reduce(14_695_981_039_346_656_037 as UInt64) {
      ($0 ^ UInt64($1)) &* 1_099_511_628_211
    }
    var mixer = SplitMix64(seed: seed ^ hash)
    self.init(seed: mixer.next() ^ UInt64(path) &* 0xD1B5_4A32_D192_ED03)
    _ = next()
  }

  /// A number from 0 to below 1, a multiple of 2⁻⁵³.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}

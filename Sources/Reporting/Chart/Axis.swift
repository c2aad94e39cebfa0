/// A scale from 0 that ends at or above the largest value, with a few round steps.
struct Axis {
  /// The distance between two ticks: 1, 2 or 5 times a power of ten.
  let step: Int
  /// The end of the scale.
  let end: Int

  /// Covers 0 to `largest` with at most `ticks` steps.
  init(largest: Int, ticks: Int) {
    var power = 1
    var step = 1
    search: while true {
      for factor in [1, 2, 5] where factor * power * ticks >= largest {
        step = factor * power
        break search
      }
      power *= 10
    }
    self.step = step
    end = max(step, (largest + step - 1) / step * step)
  }

  /// Where the ticks stand, from 0 to the end.
  var ticks: [Int] { Array(stride(from: 0, through: end, by: step)) }

  /// A value as a distance on a line of that many pixels.
  func position(_ value: Int, length: Int) -> Int { value * length / end }
}

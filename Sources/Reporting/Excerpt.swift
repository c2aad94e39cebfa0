/// The first of many, with how many there are and where all of them stand.
///
/// A page stays readable when a hundred thousand rows wait; nothing is left out unsaid.
struct Excerpt<Element: Sendable>: Sendable {
  /// What is shown.
  let shown: [Element]
  /// How many there are in all.
  let total: Int
  /// The file that holds all of them.
  let file: String?

  /// Shows some of `total`.
  init(_ shown: [Element], total: Int, file: String?) {
    self.shown = shown
    self.total = total
    self.file = file
  }

  /// Shows up to so many.
  /// - Parameter file: holds all of them where not all are shown.
  init(of all: [Element], limit: Int, file: String) {
    self.init(
      Array(all.prefix(limit)), total: all.count, file: all.count > limit ? file : nil)
  }
}

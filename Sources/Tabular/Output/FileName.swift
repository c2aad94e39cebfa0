/// Names of files made of words that somebody else has chosen.
public enum FileName {
  /// The longest name, in bytes, that file systems take.
  static let limit = 255

  /// A name that every file system takes: without separators and control characters, and short enough
  /// for its ending to stay.
  /// - Parameters:
  ///   - ending: what stands behind the words, such as `.xlsx`.
  ///   - room: how many bytes more must have room.
  public static func safe(_ words: String, ending: String, room: Int = 0) -> String {
    var scalars = String.UnicodeScalarView()
    var bytes = ending.utf8.count + room
    for scalar in words.unicodeScalars {
      let isKept = scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
      let shown: Unicode.Scalar = scalar == "/" ? "／" : scalar == "\\" ? "＼" : isKept ? scalar : "_"
      bytes += UTF8.width(shown)
      guard bytes <= limit else { break }
      scalars.append(shown)
    }
    return String(scalars) + ending
  }
}

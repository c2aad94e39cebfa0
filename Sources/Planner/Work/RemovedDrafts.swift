public import Model
import Tabular

/// A word about what killed runs had left and this one has taken away.
public enum RemovedDrafts {
  /// What was taken away since this was asked last.
  public static func takeWord() -> Bilingual? {
    let paths = Leftovers.takeWord()
    guard !paths.isEmpty else { return nil }
    return Bilingual(
      zh: "已清理以前中断的运行留下的半成品：\(paths.joined(separator: "、"))",
      en: "Took away what runs that were cut short had left: \(paths.joined(separator: ", "))")
  }
}

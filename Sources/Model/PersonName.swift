/// How a person's name (姓名) is shown to those who need not know it.
public enum PersonName {
  /// The first character, and an asterisk for each further one, eleven at the most.
  public static func masked(_ name: String) -> String {
    name.prefix(1) + String(repeating: "*", count: max(0, min(name.count, 12) - 1))
  }
}

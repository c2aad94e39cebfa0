public import Model
import Policy

/// The words of a page or an answer in one language, with steps as one front words them.
public struct Wording: Sendable {
  let language: Language
  let steps: StepWording

  /// Words in a language; steps by their names unless a front has its own words for them.
  public init(_ language: Language, steps: @escaping StepWording = Step.named) {
    self.language = language
    self.steps = steps
  }

  /// One of two wordings.
  func callAsFunction(_ zh: String, _ en: String) -> String {
    language == .zh ? zh : en
  }

  /// A text that has both.
  func callAsFunction(_ text: Bilingual) -> String { text[language] }

  /// A text that names steps.
  func callAsFunction(_ text: Guidance) -> String { text.text(in: language, steps) }

  /// What a person can do or state next.
  func step(_ step: Step) -> String { steps(step, language) }

  /// A run by its id, its policy and its day.
  func run(_ id: String, _ policy: String, _ day: CivilDate) -> String {
    self(
      "运行 \(id)，政策 \(policy)，基准日 \(day.iso)", "run \(id), policy \(policy), as of \(day.iso)")
  }

  /// Several texts in a row.
  func list(_ texts: [Bilingual]) -> String {
    texts.map { $0[language] }.joined(separator: self("、", ", "))
  }

  /// A number of things, or a dash where it is not known.
  func count(_ number: Int?) -> String {
    guard let number else { return "—" }
    var groups = String(number.magnitude)
    var at = groups.endIndex
    while groups.distance(from: groups.startIndex, to: at) > 3 {
      at = groups.index(at, offsetBy: -3)
      groups.insert(",", at: at)
    }
    return (number < 0 ? "−" : "") + groups
  }

  /// A difference with its sign, or a dash where it is not known.
  func difference(_ number: Int?) -> String {
    guard let number else { return "—" }
    return number > 0 ? "+" + count(number) : count(number)
  }

  /// A number of hundredths with two decimals, or a dash where it is not known.
  func hundredths(_ number: Int?) -> String {
    guard let number else { return "—" }
    let cents = String(number.magnitude % 100)
    return count(number / 100) + "." + (cents.utf8.count < 2 ? "0" : "") + cents
  }

  /// A range of counts.
  func range(_ range: ClosedRange<Int>) -> String {
    count(range.lowerBound) + "–" + count(range.upperBound)
  }

  /// What stands where a number cannot be computed.
  var notComputed: String { self("无法计算", "cannot compute") }

  /// What something rests on, as a short mark.
  func mark(_ basis: Basis) -> String {
    switch basis {
    case .clause(let number): self("《意见》\(number)", "Opinion \(number)")
    case .local: self("本地设定", "local setting")
    }
  }

  /// A tier by its number.
  func tier(_ number: Int?) -> String {
    guard let number else { return "—" }
    return self("第 \(number) 顺位", "tier \(number)")
  }

  /// A text of a sheet, with identity numbers masked wherever a clerk may have put them.
  func shown(_ text: String) -> String {
    guard text.utf8.count >= 18 else { return text }
    let characters = Array(text)
    var shown = ""
    var index = 0
    while index < characters.count {
      if index + 18 <= characters.count, let id = ResidentID(String(characters[index..<index + 18]))
      {
        shown += id.masked
        index += 18
      } else {
        shown.append(characters[index])
        index += 1
      }
    }
    return shown
  }
}

public import Model

/// A letter on a finding that was written.
public struct SupervisionLetterAnswer: Answer {
  let title: String
  let number: String
  let finding: String
  let due: CivilDate
  let written: [String]

  /// - Parameter due: the day by which the street is asked to answer.
  public init(title: String, number: String, finding: String, due: CivilDate, written: [String]) {
    self.title = title
    self.number = number
    self.finding = finding
    self.due = due
    self.written = written
  }

  /// The letter and its files.
  public func lines(_ say: Wording) -> [String] {
    [
      say(
        "已生成 \(number)《\(title)》，请于 \(due.iso) 前答复；发出后请把这一步记入督导后续处理表",
        "written: \(number) 《\(title)》, answer due \(due.iso); once sent, put the step into follow_up"
      )
    ] + written
  }
}

/// The pages for the appraisal of an office's people.
public struct AppraisalsAnswer: Answer {
  let people: [String]
  let written: [String]

  /// - Parameters:
  ///   - people: the numbers of those whom there is a page for.
  ///   - written: the files.
  public init(people: [String], written: [String]) {
    (self.people, self.written) = (people, written)
  }

  /// Something waits where nobody was found.
  public var status: ExitStatus { people.isEmpty ? .waiting : .done }

  /// How many people, and the files.
  public func lines(_ say: Wording) -> [String] {
    [say("考核依据：\(people.count) 人", "evidence for \(people.count) people")] + written
  }
}

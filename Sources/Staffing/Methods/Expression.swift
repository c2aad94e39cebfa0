public import Model

/// A calculation written down with names (算式).
///
/// From one expression come the exact number, the line that people read, and the formula of a
/// spreadsheet; `Working` gives the first two, `SheetReferences` the third.
public indirect enum Expression: Hashable, Sendable {
  /// A number that never changes, such as 12 months.
  case number(Rational)
  /// A figure of the office's caseload sheet.
  case figure(Figure)
  /// A local setting.
  case setting(StaffingParameter)
  /// What an expression of its own works out.
  case quantity(Quantity)
  /// A column of a table of settings, in the row at hand.
  case column(SettingColumn)
  /// Terms added up.
  case sum([Expression])
  /// The first term less the others.
  case difference([Expression])
  /// Factors multiplied; nothing times something unknown is nothing.
  case product([Expression])
  /// The first over the second.
  case quotient(Expression, Expression)
  /// At least 0.
  case notBelowZero(Expression)
  /// The lesser of two.
  case least(Expression, Expression)
  /// The next whole number.
  case roundedUp(Expression)
  /// Whole people within the limits that the settings name.
  case people(Expression)
  /// The first where the office tells its subjects' classes apart, else the second.
  case byClass(Expression, otherwise: Expression)
  /// The value of a subject without a class: its own, else the one that all classes share.
  case withoutClass(Expression, classes: [Expression])
  /// The expression that belongs to the word in a column of the row at hand.
  case choice(SettingColumn, [String: Expression])
  /// The sum over the rows of a table whose columns hold these words.
  case total([SettingColumn: String], Expression)
  /// The expression in one row of a table.
  case row(SettingTable, Int, Expression)

  /// Adds a term.
  public static func + (first: Expression, second: Expression) -> Expression {
    if case .sum(let terms) = first { .sum(terms + [second]) } else { .sum([first, second]) }
  }

  /// Takes a term off.
  public static func - (first: Expression, second: Expression) -> Expression {
    if case .difference(let terms) = first {
      .difference(terms + [second])
    } else {
      .difference([first, second])
    }
  }

  /// Multiplies by a factor.
  public static func * (first: Expression, second: Expression) -> Expression {
    if case .product(let factors) = first {
      .product(factors + [second])
    } else {
      .product([first, second])
    }
  }

  /// Divides.
  public static func / (first: Expression, second: Expression) -> Expression {
    .quotient(first, second)
  }

  /// What each subject counts, summed: class by class where the office tells them apart.
  static func subjects(weighing weight: (WorkUnit) -> Expression) -> Expression {
    .byClass(
      .sum(WorkUnit.classes.map { .figure($0.figure ?? .subjects) * weight($0) }),
      otherwise: .figure(.subjects) * weight(.unclassified))
  }

  /// How closely the parts hang together: terms, factors, or one part alone.
  var rank: Int {
    switch self {
    case .sum, .difference, .byClass: 0
    case .product, .quotient: 1
    default: 2
    }
  }
}

/// What comes to an office and takes its people's time or points.
public enum WorkUnit: String, Sendable, CaseIterable {
  /// A subject under strict management (严管).
  case strict
  /// A subject under general management (普管).
  case general
  /// A subject under lenient management (宽管).
  case lenient
  /// A subject whose office does not tell classes apart.
  case unclassified
  /// An intake in the sheet's period.
  case intake
  /// A release in the sheet's period.
  case release
  /// An investigation in the sheet's period.
  case investigation
  /// The office itself, however many subjects it has.
  case office

  /// The management classes.
  public static let classes: [WorkUnit] = [.strict, .general, .lenient]
  /// What is counted for each period of the sheet.
  public static let events: [WorkUnit] = [.intake, .release, .investigation]

  /// The figure that counts them; there is one office.
  public var figure: Figure? {
    switch self {
    case .strict: .subjectsStrict
    case .general: .subjectsGeneral
    case .lenient: .subjectsLenient
    case .unclassified: .subjects
    case .intake: .intakes
    case .release: .releases
    case .investigation: .investigations
    case .office: nil
    }
  }
}

/// What a method works out on the way, each by one expression.
public enum Quantity: Hashable, Sendable {
  /// What one unit of work weighs: a number, or hours a year or points for those who do it.
  case weight(WorkUnit, Doer)
  /// Subjects times what each weighs (折算对象数).
  case weightedSubjects
  /// Work for subjects, in hours or points.
  case subjectWork(Doer)
  /// Work for what is counted by period, in hours or points.
  case eventWork(WorkUnit, Doer)
  /// All work that these people do, in hours or points.
  case work(Doer)
  /// Hours a year of one activity, by its place in the table.
  case activity(Int, StaffRole)
  /// Days a year at work, training included (在岗天数).
  case daysAtWork(StaffRole)
  /// Hours a year for work, without training (年可用工时).
  case availableHours(StaffRole)
  /// Hours a year of support work that everyone does (共同性工作).
  case supportHours(StaffRole)
  /// Hours or points of counted work that one person does.
  case capacity(StaffRole)
  /// People whom one allowance takes, by its place in the table.
  case individual(Int)
  /// People whom work outside the count takes (个别性工作).
  case setApart(StaffRole)
  /// People in post who are away for now, in full-time people (阶段性减员).
  case away(StaffRole)
  /// Officers in post and not away.
  case officersPresent
  /// Officers for the work that only officers may do, with decimals.
  case officersRequired
  /// The same in whole people.
  case officersNeeded
  /// Officers short of that, in whole people.
  case officersShort
  /// Officers beyond the need.
  case spareOfficers
  /// Work open to both that officers take.
  case taken
  /// Work open to both that is left to assistants.
  case left
  /// Assistants needed before the need stops at 0.
  case balance
  /// Assistants needed (测算需要).
  case required
  /// Assistants proposed, in whole people (拟配).
  case proposed
  /// Assistants proposed less those in post (增减).
  case difference

  /// The decimals with which people read it; in full where nil.
  var places: Int? {
    switch self {
    case .work, .activity, .supportHours, .capacity, .officersRequired, .left, .balance, .required:
      2
    case .individual, .setApart: 4
    default: nil
    }
  }
}

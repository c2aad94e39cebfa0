/// A kind of sheet that is read.
public enum SheetKind: String, Sendable, CaseIterable {
  /// People who apply (报名表).
  case applicants
  /// Street-level offices (街道表).
  case offices
  /// How many are to be hired (招聘计划).
  case posts
  /// Counts of officers, assistants and subjects (工作量表).
  case caseload
  /// Subjects, intakes and releases by month (月度历史).
  case history
  /// Who works as an assistant (协管员名册).
  case assistants
  /// Training that assistants attended (培训记录).
  case training
  /// What a bureau found in an assistant's work (监督记录).
  case findings
  /// Which assistant must not handle which case (回避申报).
  case relations
  /// What came of each part of the examination (成绩表).
  case marks
  /// What the checks before an offer came to (体检考察表).
  case checks
  /// What people said to an invitation or an offer (应答表).
  case responses
  /// Trainings that were held (培训班次).
  case trainingSessions = "training_sessions"
  /// Who does what at an office (职责分工).
  case duties
  /// Which assistant helps with which case (个案分派).
  case caseAssignments = "case_assignments"
  /// What followed on a finding (督导后续处理).
  case followUp = "follow_up"
  /// Reports of training to street offices (培训情况反馈).
  case feedback
  /// Who signed the rules of the work (纪律告知书签收).
  case acknowledgements
  /// Meetings of the two bureaus (工作联系记录).
  case contacts
  /// Units that share a quota, and their weights (权重表).
  case weights
  /// What a bureau that was asked says of applicants or offices (意见表).
  case opinions

  /// The kinds that are taken in as sheets; the others are read where they are used.
  public static let imported = allCases.filter { $0 != .weights && $0 != .opinions }

  /// The sheet's description as it comes with the program.
  public var description: SheetDescription { SheetCatalog.standard[self] }

  /// The name for people.
  public var title: Bilingual { description.title }
}

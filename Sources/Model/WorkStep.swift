/// How far a long piece of work has come.
public enum WorkStep: Sendable, Hashable {
  /// A sheet of so many bytes is about to be read.
  case sheet(bytes: Int)
  /// So many of its rows are stored, which end at about so many bytes from its start; 0 where that
  /// is not known.
  case rows(Int, end: Int)
  /// The rows are in; duplicates are settled and indexes built.
  case indexing
  /// The applicants are scored and ranked.
  case scoring
  /// The run is stored.
  case keeping
  /// Files for people are written.
  case reporting
  /// The work goes on; said often, so that whoever listens can end it.
  case goingOn
}

/// Hears how far a piece of work has come; ends it by throwing `Interruption`.
public typealias WorkListener = @Sendable (WorkStep) throws -> Void

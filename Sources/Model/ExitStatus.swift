/// How a command ends, after the BSD `sysexits` numbers.
public enum ExitStatus: Int32, Sendable {
  /// Done; notices and warnings do not change that.
  case done = 0
  /// Done, and something waits for a person.
  case waiting = 1
  /// The command line was not understood.
  case usage = 64
  /// The data are bad and nothing was taken.
  case badData = 65
  /// An input is absent, or is a directory.
  case noInput = 66
  /// A mistake of ours.
  case software = 70
  /// An output cannot be created.
  case cannotCreate = 73
  /// Reading or writing failed; the disk may be full.
  case inputOutput = 74
  /// The file system does not permit it.
  case notPermitted = 77
  /// The policy or a setting is wrong, or a check was refuted.
  case badPolicy = 78
  /// Stopped by Ctrl-C; as a shell counts signals, 128 and the signal's number.
  case interrupted = 130
  /// Stopped by a request to end.
  case terminated = 143
}

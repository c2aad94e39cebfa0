import ArgumentParser

/// `xieguan consult`: packages between bureaus.
struct ConsultCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consult", abstract: "Signed packages between bureaus 征询与往来",
    subcommands: [
      ConsultKeyCommand.self, ConsultRequestCommand.self, ConsultReceiveCommand.self,
      ConsultReplyCommand.self, ConsultRecordCommand.self, ConsultVerifyCommand.self,
      ConsultListCommand.self, ConsultOpinionsCommand.self, ConsultReportCommand.self,
      ConsultWithdrawCommand.self,
    ])
}

import Foundation
import Intake
public import Model
import Register

/// The sheets of an import that go back to their senders.
public struct ReturnedSheets {
  private let report: ImportReport
  private let language: Language

  /// Looks at an import whose report holds its findings.
  public init(_ report: ImportReport, language: Language) {
    self.report = report
    self.language = language
  }

  /// Writes a marked copy of each file in which something is rejected, held or doubtful.
  ///
  /// A copy has its file's name; where two files have the same one, the later copies are numbered.
  /// - Returns: the paths that were written, in the order of the files.
  /// - Throws: `TabularError` or `IntakeError`.
  public func write(to folder: String) throws -> [String] {
    try OutputFolder.make(folder)
    var written: [String] = []
    for file in report.files where file.alreadyIn == nil {
      guard let entry = file.entry else { continue }
      let remarks = file.findings.filter { $0.finding.code.severity != .notice }
        .map { found in
          ReturnedSheet.Remark(
            found.finding, worksheet: found.worksheet, other: place(found.other))
        }
      guard !remarks.isEmpty else { continue }
      let name = URL(fileURLWithPath: file.path)
      var path = "\(folder)/\(name.lastPathComponent)"
      var number = 2
      while written.contains(path) {
        path =
          "\(folder)/\(name.deletingPathExtension().lastPathComponent)-\(number)."
          + name.pathExtension
        number += 1
      }
      try ReturnedSheet(path: file.path, kind: entry.kind, language: language)
        .write(remarks, to: path)
      written.append(path)
    }
    return written
  }

  private func place(_ other: (file: String, row: Int)?) -> String {
    guard let other else { return "" }
    return language == .zh
      ? "（见 \(other.file) 第 \(other.row) 行）" : " (see \(other.file) row \(other.row))"
  }
}

import Foundation
import Intake
public import Model
import Register
import Tabular

/// The sheets of an import that go back to their senders.
public struct ReturnedSheets {
  private let report: ImportReport
  private let language: Language

  /// Looks at an import whose report holds its findings.
  public init(_ report: ImportReport, language: Language) {
    self.report = report
    self.language = language
  }

  /// Writes a marked copy of each file in which something is rejected, held or doubtful, and a plain
  /// copy of a file that could not be taken at all, with a note that says why.
  ///
  /// A copy has its file's name, with the folder's where two files have the same one. Where something
  /// has that name already the copy gets a number, unless it is the same copy.
  /// - Returns: the paths of the copies, in the order of the files.
  /// - Throws: `TabularError` or `IntakeError`.
  public func write(to folder: String) throws -> [String] {
    try OutputFolder.make(folder)
    let draft = try DraftFolder(beside: folder + "/")
    var returned: [String] = []
    for file in report.files {
      if let failure = file.failure {
        // Nothing can be given back of what cannot be read.
        guard (try? FileDigest(path: file.path)) != nil else { continue }
        try FileManager.default.copyItem(atPath: file.path, toPath: draft.path + "/copy")
        let copy = try place(draft, "copy", named: file.name, in: folder)
        try OutputFile.write(
          Array((failure.message(in: language) + "\n").utf8), to: draft.path + "/note")
        let why = language == .zh ? ".退回原因.txt" : ".why.txt"
        returned += [copy, try place(draft, "note", named: file.name + why, in: folder)]
        continue
      }
      guard let entry = file.entry else { continue }
      let remarks = file.findings.filter { $0.finding.code.severity != .notice }
        .map { found in
          ReturnedSheet.Remark(
            found.finding, worksheet: found.worksheet,
            other: place(found.other, seenFrom: file.name))
        }
      guard !remarks.isEmpty else { continue }
      try ReturnedSheet(path: file.path, kind: entry.kind, language: language)
        .write(remarks, to: draft.path + "/copy")
      returned.append(try place(draft, "copy", named: file.name, in: folder))
    }
    return returned
  }

  /// Gives a copy the first name that is free, or leaves it where the same copy has that name.
  private func place(
    _ draft: DraftFolder, _ copy: String, named name: String, in folder: String
  ) throws -> String {
    let words = (name as NSString).deletingPathExtension.replacing("/", with: "-")
    let ending = (name as NSString).pathExtension
    let made = draft.path + "/" + copy
    var number = 1
    while true {
      let path =
        folder + "/"
        + FileName.safe(
          words, ending: (number > 1 ? "-\(number)" : "") + (ending.isEmpty ? "" : "." + ending))
      if !OutputFile.isTaken(path) {
        try draft.publish(copy, as: path)
        return path
      }
      if FileManager.default.contentsEqual(atPath: made, andPath: path) {
        try FileManager.default.removeItem(atPath: made)
        return path
      }
      number += 1
    }
  }

  /// Where the row stands that another one is like; no other office's file is named.
  private func place(_ other: (file: String, row: Int)?, seenFrom name: String) -> String {
    guard let other else { return "" }
    guard other.file == name || other.file.hasPrefix(name + "［") else {
      return language == .zh ? "（另一份表里也有）" : " (another sheet has it too)"
    }
    // Where a file has several worksheets, the name of one stands behind the file's.
    let worksheet = other.file.dropFirst(name.count)
    return language == .zh
      ? "（见\(worksheet)第 \(other.row) 行）" : " (see \(worksheet)row \(other.row))"
  }
}

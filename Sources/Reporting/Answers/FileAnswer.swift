import Foundation
public import Model

/// A sheet that came in, and how its rows add up.
public struct FileAnswer: Encodable, Sendable {
  private enum CodingKeys: CodingKey {
    case file, kind, encoding, separator, worksheet, state, read, accepted, rejected, duplicate
    case filledRows, leftOut, digest, fileSHA256, alreadyInBatch, findings
  }

  /// The file as it was named.
  let file: String
  /// What tells it from the others.
  let name: String
  let kind: String?
  let encoding: String?
  /// What stands between its fields; empty for a workbook.
  let separator: String?
  let worksheet: String?
  let state: String
  let read: Int
  let accepted: Int
  let rejected: Int
  let duplicate: Int
  let filledRows: Int
  let leftOut: [LeftOutRows]
  /// SHA-256 of its facts, once they have come in.
  let digest: String?
  let fileSHA256: String?
  let alreadyInBatch: Int64?
  let findings: FindingAnswers?

  /// Describes a sheet.
  /// - Parameters:
  ///   - name: what tells it from the others; the last step of its path where nothing is said.
  ///   - state: `taken`, `refused`, `withdrawn`, or `known` where its bytes came in before.
  ///   - digest: SHA-256 of its facts.
  ///   - fileSHA256: SHA-256 of its bytes.
  ///   - alreadyInBatch: the batch in which the same bytes came.
  ///   - findings: what was found in it, where that is to be said.
  public init(
    file: String, name: String? = nil, kind: String, encoding: String, separator: String,
    worksheet: String?,
    state: String, rows: Reconciliation, digest: String?, fileSHA256: String,
    alreadyInBatch: Int64? = nil, findings: FindingAnswers? = nil
  ) {
    self.file = file
    self.name = name ?? URL(fileURLWithPath: file).lastPathComponent
    self.kind = kind
    self.encoding = encoding
    self.separator = separator
    self.worksheet = worksheet
    self.state = state
    (read, accepted, rejected) = (rows.read, rows.accepted, rows.rejected)
    (duplicate, filledRows, leftOut) = (rows.duplicate, rows.filledRows, rows.leftOut)
    self.digest = digest
    self.fileSHA256 = fileSHA256
    self.alreadyInBatch = alreadyInBatch
    self.findings = findings
  }

  /// Describes a file that could not be read.
  public init(file: String, failure: (any ExplainedError)?) {
    self.file = file
    name = file
    (kind, encoding, separator, worksheet, digest, fileSHA256) = (nil, nil, nil, nil, nil, nil)
    (state, alreadyInBatch) = ("failed", nil)
    let why = failure.map { FindingAnswer($0) }
    findings = FindingAnswers(why.map { [$0] } ?? [])
    (read, accepted, rejected, duplicate, filledRows, leftOut) = (0, 0, 0, 0, 0, [])
  }

  /// Why it could not be taken at all, if so.
  var failure: FindingAnswer? { state == "failed" ? findings?.first : nil }

  /// How its rows add up.
  var rows: Reconciliation {
    var rows = Reconciliation()
    (rows.read, rows.accepted, rows.rejected) = (read, accepted, rejected)
    (rows.duplicate, rows.leftOut) = (duplicate, leftOut)
    return rows
  }

  /// How its rows add up, and what was found where that is to be said; nothing of a file that could
  /// not be read.
  func lines(_ say: Wording, withFindings: Bool = true) -> [String] {
    guard let encoding else { return [] }
    if let batch = alreadyInBatch {
      let waits = rejected + duplicate > 0
      return [
        say(
          "\(name)：第 \(batch) 批已收过同一个文件，没有改动",
          "\(name): batch \(batch) has taken the same file; nothing changes")
          + (waits
            ? say(
              "；当时退回 \(rejected) 行、重复 \(duplicate) 行",
              "; it had \(rejected) rejected and \(duplicate) duplicate rows")
            : "")
      ]
    }
    let form = [encoding, worksheet ?? separatorName.map { say($0) } ?? ""]
      .filter { !$0.isEmpty }.joined(separator: say("，", ", "))
    var lines = [
      say(
        "\(name)（\(form)）：读入 \(read) = 接收 \(accepted) + 退回 \(rejected) + 重复 \(duplicate)",
        "\(name) (\(form)): read \(read) = accepted \(accepted) + rejected \(rejected) "
          + "+ duplicate \(duplicate)")
    ]
    if let outside = leftOutLine(say) { lines.append("  " + outside) }
    guard let findings else { return lines }
    if state == "refused" {
      lines.append(
        say(
          "  有不合格的行，整个文件未收；改好再导入，或加 \(say.step(.takeGoodRows)) 先收合格的行",
          "  some rows are bad, so the file was not taken; mend it, or take its good rows with "
            + say.step(.takeGoodRows)
        ))
    }
    return lines + (withFindings ? findings.lines(say).map { "  " + $0 } : [])
  }

  /// How all filled rows add up, where others than titles and the header were left out.
  func leftOutLine(_ say: Wording) -> String? {
    guard leftOut.contains(where: { $0.reason != .title && $0.reason != .header }) else {
      return nil
    }
    let several = Set(leftOut.map(\.worksheet)).count > 1
    let parts = leftOut.map { part in
      let worksheet = several ? part.worksheet.map { say("（\($0)）", " (\($0))") } ?? "" : ""
      return say(part.reason.name) + worksheet + " \(part.rows)"
    }
    let sum = ([say("读入 \(read)", "read \(read)")] + parts).joined(separator: " + ")
    return say(
      "有内容的 \(filledRows) 行 = \(sum)", "all \(filledRows) filled rows = \(sum)")
  }

  /// What stands between the fields, where it is not the comma that everybody expects.
  private var separatorName: Bilingual? {
    switch separator {
    case "\t": Bilingual(zh: "制表符分隔", en: "separated by tabs")
    case ";": Bilingual(zh: "分号分隔", en: "separated by semicolons")
    default: nil
    }
  }
}

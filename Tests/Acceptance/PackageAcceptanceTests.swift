import Foundation
import Testing

/// Hands our packages to other people's programs; skipped where those are not installed.
@Suite("A package in other programs", .enabled(if: Tool.areInstalled), .serialized)
struct PackageAcceptanceTests {
  private let folder: URL

  /// Makes a request on a list and on a plan, an answer and a month's report, as a user would.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "packages-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try #require(
      try Tool.run(
        """
        set -e
        xieguan batch \(Tool.samples)/应聘*.csv \(Tool.samples)/社矫*.csv \
          --output out --as-of 2024-06-01 || [ $? = 1 ]
        printf 'a long password\\n' > password
        for bureau in hr justice; do
          xieguan consult key --bureau $bureau --output $bureau.key >> allowed_signers
        done
        ask="--from hr --to justice --key hr.key --database out/xieguan.sqlite"
        xieguan consult request latest $ask --office 110102010 --due 2024-06-15 \
          --number 西人社函〔2024〕12号 --contact 李明，010-12345678 --as-of 2024-06-03 \
          --output request.zip --password-file password
        xieguan consult request latest $ask --number 13 --as-of 2024-06-03 --output whole
        xieguan consult request --plan $ask --number 14 --as-of 2024-06-03 --output plan
        xieguan consult report --month 2024-06 $ask --number 15 --as-of 2024-07-01 --output month
        xieguan consult receive request.zip --password-file password --output request \
          --database justice.sqlite
        sed 's/"1","","","",""/"1","同意","","",""/' request/opinions.csv > opinions.csv
        xieguan consult reply latest --opinions opinions.csv --by 王科长 --number 7 \
          --key justice.key --as-of 2024-06-10 --output answer --database justice.sqlite
        """, in: folder) == 0)
  }

  @Test("is accepted by the validator of Data Packages")
  func frictionless() throws {
    for package in ["request", "whole", "plan", "answer", "month"] {
      let line = "cd \(package) && \(Tool.validator) validate datapackage.json"
      #expect(try Tool.run(line, in: folder) == 0, "\(package)")
    }
    // The validator does look: a file that is no longer the one that was signed fails.
    let harm =
      "cd whole && echo '\"x\"' >> ranking.csv && \(Tool.validator) validate datapackage.json"
    #expect(try Tool.run(harm, in: folder) != 0)
    try? FileManager.default.removeItem(at: folder)
  }

  @Test("is unsealed by 7-Zip with the password, and what comes out is what was signed")
  func sevenZip() throws {
    let line = """
      7zz x -bd -y -p"$(cat password)" -ounsealed request.zip && diff -r unsealed request && \
      7zz l -slt request.zip | grep -q 'Method = AES-256' && \
      ssh-keygen -Y verify -f allowed_signers -I hr -n xieguan-package \
        -s unsealed/signature < unsealed/datapackage.json
      """
    #expect(try Tool.run(line, in: folder) == 0)
    #expect(try Tool.run("7zz t -bd -pwrong request.zip", in: folder) != 0)
    // An archive that 7-Zip has sealed is opened as well.
    let back = """
      (cd unsealed && 7zz a -bd -tzip -mem=AES256 -p"$(cat ../password)" ../again.zip .) && \
      xieguan consult verify again.zip --password-file password --signers allowed_signers
      """
    #expect(try Tool.run(back, in: folder) == 0)
    try? FileManager.default.removeItem(at: folder)
  }

  @Test("has a letter that Writer and Chromium lay out on A4 with all its parts")
  func letter() throws {
    let line = """
      set -e
      soffice -env:UserInstallation=file://$PWD/profile --headless --convert-to pdf --outdir . \
        request/letter.docx
      chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer \
        --print-to-pdf=page.pdf file://$PWD/request/letter.html
      for file in letter.pdf page.pdf; do
        pdfinfo $file | grep -q '(A4)'
        pdfinfo $file | grep -Eq 'Pages: +[12]$'
        pdftotext -layout $file - | tr -d ' \\n' > text
        for part in 西人社函〔2024〕12号 德胜街道 justice： 一、征询内容 请予支持 附件 1.应聘人员名单 \
          2024年6月3日 联系人：李明; do
          grep -q "$part" text || { echo "$file lacks $part"; exit 1; }
        done
      done
      """
    #expect(try Tool.run(line, in: folder) == 0)
    try? FileManager.default.removeItem(at: folder)
  }
}

/// Programs of other people, run by a line of shell with our own command on the path.
private enum Tool {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let samples = root.appending(path: "Samples/xicheng-2024").path
  static let validator = root.appending(path: ".build/acceptance/venv/bin/frictionless").path
  private static let products = URL(fileURLWithPath: CommandLine.arguments[0])
    .deletingLastPathComponent().path

  static var areInstalled: Bool {
    ["/usr/bin/7zz", "/usr/bin/soffice", "/usr/bin/chromium", "/usr/bin/pdftotext", validator]
      .allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }
  }

  static func run(_ line: String, in folder: URL) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["PATH": "\(products):/usr/bin:/bin", "LC_ALL": "C.UTF-8"]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}

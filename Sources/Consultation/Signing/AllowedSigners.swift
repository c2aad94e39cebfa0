public import Foundation

/// Whose keys are trusted: a file of OpenSSH's `allowed_signers` form, read as `ssh-keygen -Y verify`
/// reads it.
///
/// A line is a list of patterns of names, options if any (`namespaces`, `valid-after`,
/// `valid-before`, `cert-authority`), and a key. A line that cannot be read, or whose options forbid
/// the use, is passed over.
///
/// Source: `ssh-keygen(1)`, section “ALLOWED SIGNERS”.
public struct AllowedSigners: Sendable {
  private let lines: [String]
  private let moment: Date

  /// Reads the file.
  /// - Parameter moment: when the signatures are looked at; keys may be valid for a time only.
  /// - Throws: `KeyError.signersAbsent`.
  public init(path: String, at moment: Date) throws(KeyError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .signersAbsent(path: path)
    }
    self.init(text: String(decoding: data, as: UTF8.self), at: moment)
  }

  init(text: String, at moment: Date) {
    self.moment = moment
    // A line feed alone ends a line; a carriage return before it is white space, and Swift takes the
    // two for one character.
    lines = text.unicodeScalars.split(separator: "\n").map { String($0) }
  }

  /// The patterns of names under which a key stands, whatever their options say.
  public func names(of key: SignerKey) -> [String] {
    lines.compactMap { AllowedSigner(line: $0) }
      .filter { $0.keyLine.utf8.elementsEqual(key.line.utf8) }.map(\.patterns)
  }

  /// Whether a name stands with a key, whatever its options say.
  func knows(_ key: SignerKey, as name: String) -> Bool {
    names(of: key).contains { PatternList($0).matches(name) }
  }

  /// Whether a name may sign packages with a key.
  public func allows(_ key: SignerKey, as name: String) -> Bool {
    lines.contains { line in
      guard let signer = AllowedSigner(line: line), PatternList(signer.patterns).matches(name),
        !signer.options.isAuthority, signer.keyLine.utf8.elementsEqual(key.line.utf8)
      else { return false }
      return signer.options.allow(PackageSignature.namespace, at: moment)
    }
  }
}

/// A line of the file.
private struct AllowedSigner {
  let patterns: String
  let options: SignerOptions
  let keyLine: String

  /// Reads a line; nil where it holds no key or cannot be read.
  init?(line: String) {
    var rest = Substring(line).drop { $0.isBlank }
    guard !rest.hasPrefix("#"), let patterns = Self.word(&rest) else { return nil }
    self.patterns = patterns
    if let key = Self.key(rest) {
      (keyLine, options) = (key, SignerOptions())
      return
    }
    let end = Self.endOfOptions(rest)
    guard let options = SignerOptions(String(rest[..<end])),
      let key = Self.key(rest[end...].drop { $0.isBlank })
    else { return nil }
    (keyLine, self.options) = (key, options)
  }

  /// Takes the first word, or what stands between quotation marks; nil where nothing follows it.
  private static func word(_ rest: inout Substring) -> String? {
    if rest.first == "\"" {
      let inner = rest.dropFirst()
      guard let end = inner.firstIndex(of: "\"") else { return nil }
      rest = inner[inner.index(after: end)...].drop { $0.isWhite }
      return String(inner[..<end])
    }
    guard let end = rest.firstIndex(where: \.isWhite) else { return nil }
    defer { rest = rest[end...].drop { $0.isWhite } }
    return String(rest[..<end])
  }

  /// Algorithm and key, if a key of a kind that we know begins here.
  private static func key(_ text: Substring) -> String? {
    let words = text.split(whereSeparator: \.isBlank)
    guard words.count >= 2 else { return nil }
    let code = words[1].prefix { !$0.isWhite }
    guard let blob = Data(base64Encoded: String(code)),
      let key = SignerKey(blob: Array(blob)), key.kind.utf8.elementsEqual(words[0].utf8)
    else { return nil }
    return key.line
  }

  /// Where the options end: at the first blank outside quotation marks.
  private static func endOfOptions(_ text: Substring) -> Substring.Index {
    var isQuoted = false
    var escaped = false
    for index in text.indices {
      let character = text[index]
      if character.isBlank, !isQuoted { return index }
      if character == "\"", !escaped { isQuoted.toggle() }
      escaped = character == "\\" && text[text.index(after: index)...].first == "\""
    }
    return text.endIndex
  }
}

extension Character {
  fileprivate var isBlank: Bool { self == " " || self == "\t" }
  fileprivate var isWhite: Bool { isBlank || self == "\r" || self == "\n" || self == "\r\n" }
}

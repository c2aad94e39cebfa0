import Foundation

/// Whose keys we trust: a file of OpenSSH's `allowed_signers` form, one bureau a line.
///
/// A line is the bureau's name (several with commas), optionally `namespaces="…"`, `ssh-ed25519` and
/// the key. Names are compared exactly; a line with any other option is left out, because what the
/// option asks for would go unheeded.
public struct AllowedSigners: Sendable {
  private let entries: [(names: [String], key: String)]

  /// Reads the file.
  /// - Throws: `KeyError.signersAbsent`.
  public init(path: String) throws(KeyError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .signersAbsent(path: path)
    }
    self.init(text: String(decoding: data, as: UTF8.self))
  }

  init(text: String) {
    entries = text.split(whereSeparator: \.isNewline).compactMap { line in
      var words = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
      guard words.count >= 3, !words[0].hasPrefix("#") else { return nil }
      if words[1].hasPrefix("namespaces=") {
        let list = words.remove(at: 1).dropFirst(11).filter { $0 != "\"" }
        guard list.split(separator: ",").contains(where: { $0 == PackageSignature.namespace })
        else { return nil }
      }
      guard words.count >= 3, words[1] == SignerKey.kind else { return nil }
      let names = words[0].filter { $0 != "\"" }.split(separator: ",").map(String.init)
      return (names, "\(words[1]) \(words[2])")
    }
  }

  /// The names under which a key is trusted.
  public func names(of key: SignerKey) -> [String] {
    entries.filter { $0.key.utf8.elementsEqual(key.line.utf8) }.flatMap(\.names)
  }
}

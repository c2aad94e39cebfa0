import Consultation
import Policy

extension PolicyPack {
  /// The policy's files as a package holds them: the one that was asked for is `policy.yaml`, those
  /// that it extends are `policy-base-1.yaml` and so on; the base comes first.
  var packageFiles: [(name: String, bytes: [UInt8])] {
    var sources: [[UInt8]] = []
    var rest = canonicalBytes[...]
    while rest.count >= 8 {
      let length = rest.prefix(8).reduce(0) { $0 << 8 | Int($1) }
      sources.append(Array(rest.dropFirst(8).prefix(length)))
      rest = rest.dropFirst(8 + length)
    }
    return sources.enumerated().map { index, bytes in
      (index == sources.count - 1 ? "policy.yaml" : "policy-base-\(index + 1).yaml", bytes)
    }
  }

  /// Reads the policy of a package.
  /// - Throws: `PackageError.fileMissing`, `PolicyError`.
  init(packageFiles names: [String], of package: OpenedPackage) throws {
    var bytes: [UInt8] = []
    for name in names {
      guard let file = package.files[name] else { throw PackageError.fileMissing(name) }
      bytes += withUnsafeBytes(of: UInt64(file.count).bigEndian, Array.init) + file
    }
    try self.init(canonicalBytes: bytes)
  }
}

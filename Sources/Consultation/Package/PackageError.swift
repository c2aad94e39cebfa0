public import Model

/// Why a package cannot be made, or is refused; a refused package leaves no trace.
public enum PackageError: ExplainedError, Hashable {
  /// Nothing is there.
  case absent(path: String)
  /// What is there is neither a folder nor an archive.
  case notAPackage(path: String)
  /// Something stands already where the package is to be written.
  case outputExists(path: String)
  /// A `.zip` was asked for without a password.
  case passwordAbsent
  /// The password is short, or has characters that other programs spell differently.
  case passwordUnfit
  /// The archive is sealed and no password is given.
  case passwordMissing
  /// The password does not open the archive.
  case passwordWrong
  /// The file of the password is absent or empty.
  case passwordFile(path: String)
  /// The archive's own structure is broken.
  case archiveDamaged
  /// A file's name leads out of the package.
  case unsafeName(String)
  /// A member is a link, a folder or a device.
  case notAFile(String)
  /// Two members have one name.
  case nameTwice(String)
  /// There are more members than a package has.
  case tooManyFiles(limit: Int)
  /// A member goes on after the size that was signed for it.
  case endless(String)
  /// The package says that it is larger than we open.
  case tooLarge(bytes: Int, limit: Int)
  /// The manifest or its signature is absent.
  case unsigned(missing: String)
  /// The signature is not one for packages.
  case signatureUnreadable
  /// The signature was made for another purpose, its namespace.
  case signatureForOther(String)
  /// The key that signed is of a kind that is not checked, such as one on a hardware token.
  case signatureOfOtherKind(String)
  /// The manifest is not the one that was signed.
  case manifestChanged
  /// The manifest cannot be understood.
  case manifestUnreadable
  /// A later version of the program has written it.
  case newer(version: Int)
  /// The key is not among the trusted ones.
  case signerUnknown(from: String, key: SignerKey)
  /// The key is trusted under another name.
  case signerDiffers(from: String, names: [String])
  /// The key is trusted under this name, and its line does not allow this use now.
  case signerNotAllowed(from: String)
  /// A file of the manifest is absent.
  case fileMissing(String)
  /// A file is not in the manifest.
  case fileExtra(String)
  /// A file is not the one that was signed.
  case fileChanged(String)
  /// The policy is not the one that the run used.
  case policyReplaced
  /// The package cannot be written.
  case unwritable(path: String)
}

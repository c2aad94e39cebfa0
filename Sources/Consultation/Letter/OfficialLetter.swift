public import Model

/// An official letter (函) in the letter form of GB/T 9704-2012.
///
/// Source: GB/T 9704-2012, 5.2 (page and type area), 7.3 (body), 7.5 (page numbers), 10.1 (letters).
public struct OfficialLetter: Sendable {
  /// The bureau that sends it; stands at the head and under the text.
  public let issuer: String
  /// The number (发文字号).
  public let number: String
  /// The title.
  public let title: String
  /// The bureau that it is for.
  public let addressee: String
  /// The text, a paragraph each.
  public let paragraphs: [String]
  /// What is attached, by name.
  public let attachments: [String]
  /// The day of the letter.
  public let date: CivilDate
  /// Whom to telephone, in the note under the date; none where empty.
  public let contact: String

  /// Describes a letter.
  public init(
    issuer: String, number: String, addressee: String, text: LetterTemplate, attachments: [String],
    date: CivilDate, contact: String = ""
  ) {
    self.issuer = issuer
    self.number = number
    self.title = text.title
    self.addressee = addressee
    self.paragraphs = text.paragraphs
    self.attachments = attachments
    self.date = date
    self.contact = contact
  }

  /// The lines of the list of attachments: `附件：1.…`; without a number where there is one only.
  var attachmentLines: [(label: String, text: String)] {
    attachments.enumerated().map { index, name in
      (index == 0 ? "附件：" : "", attachments.count == 1 ? name : "\(index + 1).\(name)")
    }
  }

  /// The note with the contact, in brackets.
  var note: String? { contact.isEmpty ? nil : "（联系人：\(contact)）" }

  /// The size of the head in points: as large as one line of 165 mm allows, 36 at the most.
  var issuerSize: Int { min(36, 467 / max(1, issuer.count)) }

  /// How far the signature ends before the right edge, in characters: the date four characters, the
  /// bureau's name centred over it, neither beyond the edge.
  var signatureInset: Double { max(0, 4 - max(0, issuer.width - date.chinese.width) / 2) }

  /// The title of the letter that answers one: 关于…的复函.
  public static func replyTitle(to title: String) -> String {
    title.hasSuffix("的函") ? "\(title.dropLast())复函" : "关于\(title)的复函"
  }
}

extension CivilDate {
  /// The form of official letters: `2024年6月1日`.
  public var chinese: String { "\(year)年\(month)月\(day)日" }
}

extension String {
  /// The width in Chinese characters; ASCII takes half of one.
  var width: Double { unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 0.5 : 1) } }

  /// The text with what XML and HTML reserve written as entities.
  var escaped: String {
    // What XML cannot hold at all gives way, so that a document opens whatever a name holds.
    let scalars = unicodeScalars.map { scalar in
      let isHeld =
        scalar.value >= 0x20 && scalar.value & 0xFFFE != 0xFFFE
        || "\t\n\r".unicodeScalars.contains(scalar)
      return isHeld ? scalar : "\u{FFFD}"
    }
    return String(String.UnicodeScalarView(scalars)).replacing("&", with: "&amp;")
      .replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}

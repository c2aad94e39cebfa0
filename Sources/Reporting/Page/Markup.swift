/// A piece of a page.
///
/// Text is always escaped; tags come only from `tag`.
struct Markup {
  /// The HTML.
  fileprivate(set) var html = ""

  /// A text, escaped.
  init(text: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      default: bytes.append(byte)
      }
    }
    html = String(decoding: bytes, as: UTF8.self)
  }

  fileprivate init(html: String) {
    self.html = html
  }
}

/// Puts texts and tags together in the order in which they stand.
@resultBuilder
enum MarkupBuilder {
  static func buildExpression(_ text: String) -> Markup { Markup(text: text) }
  static func buildExpression(_ markup: Markup) -> Markup { markup }
  static func buildBlock(_ parts: Markup...) -> Markup { buildArray(parts) }
  static func buildOptional(_ part: Markup?) -> Markup { part ?? Markup(html: "") }
  static func buildEither(first part: Markup) -> Markup { part }
  static func buildEither(second part: Markup) -> Markup { part }
  static func buildArray(_ parts: [Markup]) -> Markup {
    Markup(html: parts.reduce(into: "") { $0 += $1.html })
  }
}

/// An element with attributes and content; elements of a page begin on a line of their own.
func tag(
  _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
  @MarkupBuilder _ content: () -> Markup = { Markup(html: "") }
) -> Markup {
  var html = inlineTags.contains(name) ? "<" + name : "\n<" + name
  for (key, value) in attributes {
    html += " " + key + "=\"" + Markup(text: value).html + "\""
  }
  html += ">"
  if !voidTags.contains(name) { html += content().html + "</" + name + ">" }
  return Markup(html: html)
}

/// A whole page without scripts and without anything to load.
func page(language: String, title: String, style: String, @MarkupBuilder _ body: () -> Markup)
  -> String
{
  let root = tag("html", ["lang": language]) {
    tag("head") {
      tag("meta", ["charset": "utf-8"])
      tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      tag("title") { title }
      tag("style") { Markup(html: style) }
    }
    tag("body", [:], body)
  }
  return "<!DOCTYPE html>" + root.html + "\n"
}

private let voidTags: Set = ["br", "meta"]
private let inlineTags: Set = [
  "a", "b", "br", "code", "em", "i", "span", "strong", "text", "title",
]

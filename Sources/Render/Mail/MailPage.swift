/// The HTML of a mail: the page's own, with its look inside and links that lead to the site, or none.
enum MailPage {
  /// The body of a page at the site's root; nil where libcmark has no memory.
  ///
  /// - Parameter base: the site's address; without it links within the site become plain words.
  static func html(of markdown: [UInt8], base: String?) -> String? {
    guard let html = MarkdownDocument.html(of: markdown, marks: MarkTable()) else { return nil }
    var out = ""
    var rest = html[...]
    var isOpen = true
    while let start = rest.firstRange(of: "<") {
      out += rest[..<start.lowerBound]
      rest = rest[start.lowerBound...]
      guard let end = rest.firstIndex(of: ">") else { break }
      let tag = rest[...end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("<a ") {
        let link = link(tag, base: base)
        isOpen = link != nil
        out += link ?? "<span>"
      } else if tag == "</a>" {
        out += isOpen ? "</a>" : "</span>"
      } else {
        out += tag
      }
    }
    return out + rest
  }

  /// The tag of a link with an address that works from anywhere; nil where there is none.
  private static func link(_ tag: Substring, base: String?) -> String? {
    guard let from = tag.firstRange(of: "href=\"")?.upperBound, let to = tag[from...].firstIndex(of: "\"") else {
      return String(tag)
    }
    guard let address = absolute(String(tag[from..<to]), base: base) else { return nil }
    return tag[..<from] + address + tag[to...]
  }

  /// An address on a page at the site's root, from anywhere; nil where that is not known.
  static func absolute(_ address: String, base: String?) -> String? {
    if address.hasPrefix("http://") || address.hasPrefix("https://") || address.hasPrefix("mailto:") { return address }
    guard let base, !address.hasPrefix("/") else { return nil }
    return base + (address.hasPrefix("#") ? "index.html" : "") + address
  }

  /// A whole page with its look.
  static func document(_ body: String, title: String, language: String, style: String) -> String {
    """
    <!doctype html>
    <html lang="\(HTMLEscaping.text(language))">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(HTMLEscaping.text(title))</title>
    <style>
    \(style.replacing("</", with: "<\\/"))</style>
    </head>
    <body>
    \(body)</body>
    </html>
    """
  }
}

internal import NewsModel

/// What a person says of an article beside it, in `articles.yml` or in front matter.
package struct GivenMetadata: Sendable, Equatable {
  package var title: String?
  package var source: String?
  package var url: String?
  package var author: String?
  package var published: String?
  package var language: String?

  /// What is given of an article.
  package init(
    title: String? = nil, source: String? = nil, url: String? = nil, author: String? = nil, published: String? = nil,
    language: String? = nil
  ) {
    self.title = title
    self.source = source
    self.url = url
    self.author = author
    self.published = published
    self.language = language
  }

  /// Whether nothing is given.
  var isEmpty: Bool { self == GivenMetadata() }

  /// These, and where nothing is said, those.
  func orElse(_ other: GivenMetadata?) -> GivenMetadata {
    GivenMetadata(
      title: title ?? other?.title, source: source ?? other?.source, url: url ?? other?.url,
      author: author ?? other?.author, published: published ?? other?.published, language: language ?? other?.language)
  }

  /// Writes what is given over what an article has; a date or an address that is none is told and left out.
  static func apply(
    _ given: GivenMetadata?, to article: inout Article, file: String?, line: Int? = nil,
    _ diagnostics: inout [Diagnostic]
  ) {
    guard let given else { return }
    article.title = cleared(given.title) ?? article.title
    article.source = cleared(given.source) ?? article.source
    article.author = cleared(given.author) ?? article.author
    article.language = cleared(given.language) ?? article.language
    if let url = cleared(given.url) {
      if let address = WebAddress.accepted(url) {
        article.url = address
      } else {
        diagnostics.append(
          Diagnostic(.badLine, noAddress(url), file: file, line: line))
      }
    }
    guard let published = cleared(given.published) else { return }
    if let date = PublicationDate.iso(published) {
      article.published = date
      article.publishedBasis = .given
    } else {
      diagnostics.append(
        Diagnostic(
          .badDate, "published \"\(published)\" is no date: write it as 2023-01-17 or 2023-01-17T08:30:00Z", file: file,
          line: line))
    }
  }

  /// What is told of an address that is none.
  static func noAddress(_ url: String) -> String {
    "url \"\(url)\" is no web address: write it in full, as https://example.org/page"
  }

  /// A value on one line without control characters; nil where nothing is left.
  static func cleared(_ value: String?) -> String? {
    guard let value else { return nil }
    let words = TextHygiene.cleared(value).split { $0 == " " || $0 == "\n" || $0 == "\t" }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}

/// Addresses that may be printed as links.
enum WebAddress {
  /// An address of the web, http or https, or nil where a text is anything else.
  static func accepted(_ text: String?) -> String? {
    guard let text, !text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F || $0 == 0x22 || $0 == 0x3C || $0 == 0x3E })
    else { return nil }
    let scheme = text.prefix { $0 != ":" }.lowercased()
    guard scheme == "http" || scheme == "https" else { return nil }
    let rest = text.dropFirst(scheme.count)
    guard rest.hasPrefix("://"), let host = rest.dropFirst(3).first, host.isLetter || host.isNumber || host == "["
    else {
      return nil
    }
    return text
  }
}

/// Dates of publication as the contract writes them.
enum PublicationDate {
  /// "2023", "2023-01", "2023-01-17" or an RFC 3339 instant, seconds and zone optional; nil where a text is none.
  static func iso(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    func isDigits(_ range: Range<Int>) -> Bool {
      range.upperBound <= bytes.count && bytes[range].allSatisfy { (0x30...0x39).contains($0) }
    }
    guard bytes.count >= 4, isDigits(0..<4) else { return nil }
    if bytes.count == 4 { return text }
    guard bytes.count >= 7, bytes[4] == 0x2D, isDigits(5..<7), let month = Int(text.dropFirst(5).prefix(2)),
      (1...12).contains(month)
    else { return nil }
    if bytes.count == 7 { return text }
    guard let day = CivilDay(iso: text) else { return nil }
    if bytes.count == 10 { return text }
    guard bytes[10] == 0x54 || bytes[10] == 0x74 || bytes[10] == 0x20, let time = time(Array(bytes[11...])) else {
      return nil
    }
    return "\(day)T\(time)"
  }

  /// A time of day with its zone, as RFC 3339 writes it; nil where it is none.
  private static func time(_ bytes: [UInt8]) -> String? {
    let digits: (UInt8) -> Bool = { (0x30...0x39).contains($0) }
    func pair(_ at: Int, upTo limit: Int) -> Bool {
      guard at + 2 <= bytes.count, digits(bytes[at]), digits(bytes[at + 1]) else { return false }
      return Int(bytes[at] - 0x30) * 10 + Int(bytes[at + 1] - 0x30) <= limit
    }
    guard pair(0, upTo: 24), bytes.count >= 5, bytes[2] == 0x3A, pair(3, upTo: 59) else { return nil }
    var at = 5
    if at < bytes.count, bytes[at] == 0x3A {
      guard pair(6, upTo: 60) else { return nil }
      at = 8
      if at < bytes.count, bytes[at] == 0x2E { at += 1 + bytes[(at + 1)...].prefix(while: digits).count }
    }
    let clock = String(decoding: bytes[..<at], as: UTF8.self)
    let zone = bytes[at...].filter { $0 != 0x20 }
    if zone.isEmpty { return clock }
    if zone == [0x5A] || zone == [0x7A] { return clock + "Z" }
    guard zone[0] == 0x2B || zone[0] == 0x2D else { return nil }
    let rest = zone.dropFirst().filter { $0 != 0x3A }
    guard rest.count == 4, rest.allSatisfy(digits) else { return nil }
    return clock + String(decoding: [zone[0]] + rest.prefix(2) + [0x3A] + rest.suffix(2), as: UTF8.self)
  }
}

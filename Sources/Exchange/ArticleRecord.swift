package import NewsModel

/// An article as a line of JSON.
package struct ArticleRecord: Codable, Sendable {
  package var id: String?
  package var text: String?
  package var html: String?
  package var title: String?
  package var url: String?
  package var source: String?
  package var author: String?
  package var published: String?
  package var publishedBasis: String?
  package var updated: String?
  package var language: String?
  package var file: String?
  package var guid: String?
  package var foundInText: [String]?
  package var leftOut: [LeftOutRecord]?
  package var diagnostics: [DiagnosticRecord]?

  enum CodingKeys: String, CodingKey {
    case id, text, html, title, url, source, author, published, publishedBasis, updated, language, file, guid
    case foundInText, leftOut, diagnostics
  }

  /// A record with nothing in it.
  init() {}

  /// Puts a string under a key; false where the key holds something else.
  mutating func set(_ key: CodingKeys, _ value: String) -> Bool {
    switch key {
    case .id: id = value
    case .text: text = value
    case .html: html = value
    case .title: title = value
    case .url: url = value
    case .source: source = value
    case .author: author = value
    case .published: published = value
    case .publishedBasis: publishedBasis = value
    case .updated: updated = value
    case .language: language = value
    case .file: file = value
    case .guid: guid = value
    case .foundInText, .leftOut, .diagnostics: return false
    }
    return true
  }

  /// The record of an article.
  package init(_ article: Article) {
    id = article.id
    text = article.text
    title = article.title
    url = article.url
    source = article.source
    author = article.author
    published = article.published
    publishedBasis = article.publishedBasis.rawValue
    updated = article.updated
    language = article.language
    file = article.file
    guid = article.guid
    foundInText = article.foundInText.isEmpty ? nil : article.foundInText
    leftOut = article.leftOut.isEmpty ? nil : article.leftOut.map(LeftOutRecord.init)
    let codePoints = article.diagnostics.isEmpty ? nil : CodePoints(article.text)
    diagnostics = codePoints.map { points in article.diagnostics.map { DiagnosticRecord($0, points) } }
  }

  /// Reads a line; an `id` may be a number too, and `publishedBasis` is ignored where it is not one of ours.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func string(_ key: CodingKeys) throws -> String? { try values.decodeIfPresent(String.self, forKey: key) }
    if let number = try? values.decode(Int.self, forKey: .id) { id = String(number) } else { id = try string(.id) }
    text = try string(.text)
    html = try string(.html)
    title = try string(.title)
    url = try string(.url)
    source = try string(.source)
    author = try string(.author)
    published = try string(.published)
    publishedBasis = try string(.publishedBasis)
    updated = try string(.updated)
    language = try string(.language)
    file = try string(.file)
    guid = try string(.guid)
    foundInText = try values.decodeIfPresent([String].self, forKey: .foundInText)
    leftOut = try values.decodeIfPresent([LeftOutRecord].self, forKey: .leftOut)
    diagnostics = try values.decodeIfPresent([DiagnosticRecord].self, forKey: .diagnostics)
  }

  /// The article of a record whose `id` is known; `text` is taken as it is.
  package func article(id: String) -> Article {
    let text = text ?? ""
    var article = Article(
      id: id, text: text, title: title, url: url, source: source, author: author, published: published,
      publishedBasis: publishedBasis.flatMap(PublishedBasis.init), updated: updated, language: language, file: file,
      guid: guid, foundInText: foundInText ?? [], leftOut: (leftOut ?? []).compactMap(\.leftOut))
    if let diagnostics {
      let points = CodePoints(text)
      article.diagnostics = diagnostics.compactMap { $0.diagnostic(points) }
    }
    return article
  }
}

/// Words left out of an article, in JSON.
package struct LeftOutRecord: Codable, Sendable {
  package var line: Int
  package var text: String
  package var reason: String
}

extension LeftOutRecord {
  /// The record of words left out.
  package init(_ leftOut: LeftOut) {
    self.init(line: leftOut.line, text: leftOut.text, reason: leftOut.reason.rawValue)
  }
  /// The value, or nil where the reason is not one of ours.
  package var leftOut: LeftOut? { LeftOut.Reason(rawValue: reason).map { LeftOut(line: line, text: text, reason: $0) } }
}

/// A diagnostic in JSON.
package struct DiagnosticRecord: Codable, Sendable {
  package var code: String
  package var detail: String
  package var start: Int?
  package var end: Int?
  package var file: String?
  package var line: Int?
  /// Which trace of machine translation.
  package var sign: String?
  /// Whether it was found when the article was read, not in extraction; said in digests alone.
  package var reading: Bool?
}

extension DiagnosticRecord {
  /// The record of a diagnostic of a text, or of a run where there are no points.
  package init(_ diagnostic: Diagnostic, _ points: CodePoints? = nil, reading: Bool? = nil) {
    let range = diagnostic.span.flatMap { points?.range($0) }
    self.init(
      code: diagnostic.code.rawValue, detail: diagnostic.detail, start: range?.start, end: range?.end,
      file: diagnostic.file, line: diagnostic.line, sign: diagnostic.sign?.rawValue, reading: reading)
  }
  /// The value, or nil where the code is not one of ours.
  package func diagnostic(_ points: CodePoints?) -> Diagnostic? {
    guard let code = Diagnostic.Code(rawValue: code) else { return nil }
    var span: Span?
    if let start, let end { span = points?.span(start, end) }
    let sign = sign.flatMap(Diagnostic.TranslationSign.init)
    return Diagnostic(code, detail, span: span, file: file, line: line, sign: sign)
  }
}

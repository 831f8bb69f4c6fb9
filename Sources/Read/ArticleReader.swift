package import Exchange
package import Languages
package import NewsModel
internal import Prose

/// Turns bytes of a file into articles: the text cut down to what is the article, and what the text says of itself.
///
/// It opens no file and asks no clock. Nothing that comes in can make it fail: what cannot be used is a diagnostic.
package struct ArticleReader: Sendable {
  /// A file or a line that was read.
  package struct Result: Sendable {
    package var articles: [Article]
    /// What could not be used.
    package var diagnostics: [Diagnostic]

    /// What a file gave.
    package init(articles: [Article], diagnostics: [Diagnostic]) {
      self.articles = articles
      self.diagnostics = diagnostics
    }
  }

  let words: ReadingWords

  /// A reader that knows the phrases of some languages; texts in others are read by their shape.
  package init(languages: [Language] = Language.all) { words = ReadingWords(languages) }

  /// The articles of a file.
  ///
  /// - Parameters:
  ///   - bytes: the file as it is on disk.
  ///   - file: its path below its source, which decides the format by its ending and makes the id.
  ///   - given: what `articles.yml` says of it.
  package func articles(in bytes: [UInt8], file: String, given: GivenMetadata? = nil) -> Result {
    guard let decoded = TextDecoding(bytes) else {
      let detail = "not text: save it as plain text, Markdown, HTML or JSON, in UTF-8"
      return Result(articles: [], diagnostics: [Diagnostic(.notText, detail, file: file)])
    }
    var result = read(decoded.bytes, file: file, given: given)
    if let mended = decoded.mended {
      for index in result.articles.indices { result.articles[index].diagnostics.append(Diagnostic(.encodingMended, mended)) }
    }
    Identifiers.makeUnique(&result.articles)
    if result.articles.isEmpty, result.diagnostics.isEmpty {
      result.diagnostics.append(Diagnostic(.empty, "nothing to read in it", file: file))
    }
    return result
  }

  /// An article whose text is as scraped, cut down to what is the article; what the text says of itself fills what is
  /// unknown. Lines stay letter for letter and in order.
  package func cleaned(_ article: Article) -> Article {
    cleaned(article, bytes: TextHygiene.cleared(Array(article.text.utf8)), numbers: [])
  }

  /// The article of a record: its text as it is, or the article found in its `html`.
  package func article(of record: ArticleRecord, id: String) -> Article {
    record.article(id: id)
  }

  private func read(_ bytes: [UInt8], file: String, given: GivenMetadata?) -> Result {
    plainText(bytes, file: file, given: given)
  }

  private func plainText(_ bytes: [UInt8], file: String, given: GivenMetadata?) -> Result {
    let (text, numbers) = HardWrap.unwrapped(TextHygiene.cleared(bytes))
    guard text.contains(where: { $0 > 0x20 }) else { return Result(articles: [], diagnostics: []) }
    var diagnostics: [Diagnostic] = []
    var article = Article(id: "", text: "", file: file)
    GivenMetadata.apply(given, to: &article, file: file, &diagnostics)
    article = cleaned(article, bytes: text, numbers: numbers)
    article.id = Identifiers.identifier(url: article.url, file: file)
    return Result(articles: [article], diagnostics: diagnostics)
  }
}

extension ArticleReader {
  /// Cuts `bytes` down to the article and fills in what they say of it.
  func cleaned(_ article: Article, bytes: [UInt8], numbers: [Int]) -> Article {
    let lines = TextLines(bytes, numbers: numbers, words: words)
    let cleaning = Cleaning(lines, words: words, title: article.title)
    var article = article
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for line in cleaning.kept {
      if !text.isEmpty { text.append(0x0A) }
      text.append(contentsOf: bytes[line.span.start..<line.span.end])
    }
    article.text = String(decoding: text, as: UTF8.self)
    article.leftOut += cleaning.leftOut
    fill(&article, from: cleaning.found)
    if article.language == nil { article.language = LanguageDetector.language(of: article.text) }
    if let line = cleaning.leftOut.first(where: { $0.reason == .paywall }) {
      article.diagnostics.append(Diagnostic(.paywalled, line.text))
    }
    return article
  }

  private func fill(_ article: inout Article, from found: Cleaning.Found) {
    func fill(_ field: WritableKeyPath<Article, String?>, _ name: String, _ value: String?) {
      guard article[keyPath: field] == nil, let value, !value.isEmpty else { return }
      article[keyPath: field] = value
      article.foundInText.append(name)
    }
    fill(\.title, "title", found.title)
    fill(\.source, "source", found.outlet)
    fill(\.author, "author", found.author)
    guard article.published == nil, let published = found.published else { return }
    article.published = published.description
    article.publishedBasis = .masthead
    article.foundInText.append("published")
    article.diagnostics.append(Diagnostic(.mastheadDateUnused, found.publishedWords ?? published.description))
  }
}

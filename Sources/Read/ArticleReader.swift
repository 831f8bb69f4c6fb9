package import Languages
package import NewsModel

/// Turns bytes of a file into articles: the text cut down to what is the article, and what the text says of itself.
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

  /// A reader.
  package init(languages: [Language] = Language.all) {}

  /// The articles of a file.
  ///
  /// - Parameters:
  ///   - bytes: the file as it is on disk.
  ///   - file: its path below its source, which decides the format by its ending and makes the id.
  ///   - given: what `articles.yml` says of it.
  package func articles(in bytes: [UInt8], file: String, given: GivenMetadata? = nil) -> Result {
    Result(articles: [], diagnostics: [])
  }

  /// An article whose text is as scraped, cut down to what is the article; what the text says of itself fills what is
  /// unknown.
  package func cleaned(_ article: Article) -> Article { article }
}

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
}

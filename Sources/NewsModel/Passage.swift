/// Words of one article.
package struct Passage: Sendable, Hashable, Comparable {
  /// The article's id.
  package var article: String
  package var span: Span

  /// A run of words in an article.
  package init(article: String, span: Span) {
    self.article = article
    self.span = span
  }
  /// Orders by article, then by place.
  package static func < (a: Passage, b: Passage) -> Bool { (a.article, a.span) < (b.article, b.span) }
}

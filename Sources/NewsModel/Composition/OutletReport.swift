/// An outlet and what it carried.
package struct OutletReport: Sendable, Equatable {
  /// Nil gathers the articles whose outlet is unknown.
  package var name: String?
  /// Its part of addresses: ASCII, none twice.
  package var slug: String
  /// Article ids.
  package var articles: [String]

  /// An outlet's report.
  package init(name: String?, slug: String, articles: [String]) {
    self.name = name
    self.slug = slug
    self.articles = articles
  }
}

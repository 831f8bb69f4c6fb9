internal import Exchange
package import NewsModel

/// An edition as it was printed: what the archive keeps of its page.
package struct PrintedEdition: Sendable, Equatable {
  package var day: CivilDay
  package var summary: String
  /// The Markdown and the data of "briefs/DAY/", without corrections.
  package var markdown: String
  package var data: String
  /// Words of articles that the page prints, sorted; none twice.
  package var passages: [Passage]
}

/// Reads from a page's values which words of articles it prints.
enum PrintedPassages {
  /// All passages of a page: records with `text`, `start` and `end`, of the article named in them or around them.
  static func passages(in record: Record, site: SiteIndex) -> [Passage] {
    var found: Set<Passage> = []
    collect(.record(record), article: nil, isData: true, site, &found)
    return found.sorted()
  }

  /// - Parameter isData: whether it stands in the page's data; there places that say the same are printed too.
  private static func collect(
    _ field: Field, article: String?, isData: Bool, _ site: SiteIndex, _ found: inout Set<Passage>
  ) {
    switch field {
    case .list(let list):
      for item in list { collect(item, article: article, isData: isData, site, &found) }
    case .record(let record):
      var article = article
      if case .text(let id)? = record.data["article"] { article = id }
      if let id = article, let report = site.articles[id], case .number(let start)? = record.data["start"],
        case .number(let end)? = record.data["end"], let span = site.points(of: report).span(start, end)
      {
        found.insert(Passage(article: id, span: span))
      }
      // Who spoke is a fact, whatever the words for it.
      for (name, value) in record.data.entries where name != "speaker" && (isData || name != "alsoIn") {
        collect(value, article: article, isData: isData, site, &found)
      }
      for (_, value) in record.view.entries { collect(value, article: article, isData: false, site, &found) }
    default: return
    }
  }
}

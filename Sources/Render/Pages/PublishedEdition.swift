internal import Exchange
internal import Foundation
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
  /// All passages in some data: records with `text`, `start` and `end`, of the article named in them or around them.
  static func passages(in record: Record, site: SiteIndex) -> [Passage] {
    var found: Set<Passage> = []
    collect(.record(record), article: nil, site, &found)
    return found.sorted()
  }

  private static func collect(_ field: Field, article: String?, _ site: SiteIndex, _ found: inout Set<Passage>) {
    switch field {
    case .list(let list):
      for item in list { collect(item, article: article, site, &found) }
    case .record(let record):
      var article = article
      if case .text(let id)? = record.data["article"] { article = id }
      if let id = article, let report = site.articles[id], case .number(let start)? = record.data["start"],
        case .number(let end)? = record.data["end"], let span = site.points(of: report).span(start, end)
      {
        found.insert(Passage(article: id, span: span))
      }
      for entry in record.data.entries { collect(entry.value, article: article, site, &found) }
    default: return
    }
  }
}

/// What was noticed after an edition was out.
extension Desk {
  /// The corrections of an edition, in words.
  func corrections(_ corrections: [Correction]) -> [Record] {
    corrections.map { correction in
      let article = correction.article.flatMap { site.articles[$0] }
      return Record(
        [
          "noted": .text(correction.noted.description), "kind": .text(correction.kind.rawValue),
          "article": Field(article == nil ? nil : correction.article),
        ],
        view: [
          "date": .text(calendar.short(correction.noted)),
          "label": .text(words.text("correction.\(correction.kind.rawValue)")),
          "title": Field(article?.digest.article.title),
          "lang": article.map { lang(of: $0.digest.article.id) } ?? .none,
          "href": article.map { .text(href(SiteIndex.path(article: $0))) } ?? .none,
        ])
    }
  }

  /// The data of a page with corrections added; as it was where there are none.
  static func data(_ data: [UInt8], with corrections: [Record]) throws -> [UInt8] {
    guard !corrections.isEmpty, var object = try JSONSerialization.jsonObject(with: Data(data)) as? [String: Any]
    else { return data }
    object["corrections"] = try JSONSerialization.jsonObject(with: Data(corrections.field.document))
    let options: JSONSerialization.WritingOptions = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return Array(try JSONSerialization.data(withJSONObject: object, options: options)) + [0x0A]
  }
}

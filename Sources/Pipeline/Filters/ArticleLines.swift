internal import Exchange
internal import Foundation
internal import NewsModel
internal import Read

/// Articles from lines of JSON, for the filters: each is read as a build reads a line of a file.
struct ArticleLines {
  /// Where a line stands.
  struct Place {
    /// The path below its source, or what else the input is called.
    var file: String
    /// From 1.
    var line: Int
    /// Whether `file` is a file of articles: it makes ids then, and stands in the digest.
    var isNamed = false
  }

  private let records = RecordLine()
  private let reader = ArticleReader()
  private let asIs: Bool

  /// With `asIs` nothing is cut from a text.
  init(asIs: Bool) { self.asIs = asIs }

  /// The article of a line, nil where it is none, and what could not be used of it.
  func article(_ line: Data, at place: Place) -> (article: Article?, diagnostics: [Diagnostic]) {
    do {
      let (record, mended) = try records.record(line)
      var (article, diagnostics) =
        asIs
        ? (reader.cleanArticle(of: record), [])
        : reader.article(of: record, file: place.file, line: place.line)
      article.file = record.file ?? (place.isNamed ? place.file : nil)
      article.id = id(of: record, url: article.url, place)
      if let mended { article.diagnostics.append(mended) }
      return (article, diagnostics)
    } catch {
      let words = JSONLine.explanation(of: error)
      return (nil, [Diagnostic(.badLine, words, file: place.file, line: place.line)])
    }
  }

  /// The id that a line gives, letter for letter, or one made as a build makes it. A line of a stream without a name
  /// has but its number.
  private func id(of record: ArticleRecord, url: String?, _ place: Place) -> String {
    if let given = record.id, Identifiers.given(given) != nil { return given }
    guard place.isNamed || url != nil else { return "line-\(place.line)" }
    return Identifiers.identifier(url: url, file: place.file, mark: record.mark)
  }
}

package import NewsModel

/// Finds articles of one file that an earlier one of the file is already: the same id, and the same words with all that
/// is known of them.
///
/// Other words under one id are left: they are versions of one article, as they are where two files hold them.
package enum RepeatedArticles {
  /// What an article says. How its bytes were read and what stood around it counts for nothing.
  private struct Content: Hashable {
    var fields: [String?]

    init(_ article: Article) {
      fields = [
        article.id, article.text, article.title, article.url.map(CanonicalAddress.of), article.source, article.author,
        article.published,
        article.publishedBasis.rawValue, article.updated, article.language, article.guid,
      ]
    }
  }

  /// By the index of each article that repeats another, the index of the first that says the same.
  ///
  /// - Parameters:
  ///   - count: how many articles there are.
  ///   - article: one of them, in the order of the file.
  package static func find(_ count: Int, _ article: (Int) -> Article) -> [Int: Int] {
    var first: [String: Int] = [:]
    var contents: [Content: Int] = [:]
    var repeats: [Int: Int] = [:]
    for index in 0..<count {
      let found = article(index)
      // Only where an id stands twice are words looked at.
      guard let earlier = first[found.id] else {
        first[found.id] = index
        continue
      }
      contents[Content(article(earlier))] = earlier
      let content = Content(found)
      if let same = contents[content] { repeats[index] = same } else { contents[content] = index }
    }
    return repeats
  }

  /// What is told of a line that repeats another of its file.
  package static func note(file: String, line: Int, of first: Int) -> Diagnostic {
    let words = "this line repeats line \(first), and both are one article; take one of them out"
    return Diagnostic(.duplicateIdentifier, words, file: file, line: line)
  }
}

extension ArticleReader.Result {
  /// Counts for each line how many of its id there are up to it.
  package mutating func countRanks() {
    var ranks: [String: Int] = [:]
    for index in lines.indices {
      ranks[articles[index].id, default: 0] += 1
      lines[index].rank = ranks[articles[index].id] ?? 1
    }
  }

  /// Takes out articles that repeat an earlier one, and tells of each.
  ///
  /// - Parameter note: what is told of an article by its index and that of the first.
  mutating func leaveOutRepeats(note: (Int, Int) -> Diagnostic) {
    let repeats = RepeatedArticles.find(articles.count) { articles[$0] }
    guard !repeats.isEmpty else { return }
    diagnostics += repeats.sorted { $0.key < $1.key }.map { note($0.key, $0.value) }
    let kept = articles.indices.filter { repeats[$0] == nil }
    if !lines.isEmpty { lines = kept.map { lines[$0] } }
    articles = kept.map { articles[$0] }
  }
}

internal import NewsModel

/// Makes the articles' reports: address, siglum, and what may be printed.
struct ArticleReports {
  let stories: [PlacedStory]
  /// By the article's id.
  let digests: [String: Digest]
  /// The articles that had pages before.
  let known: [KnownEntity]

  /// The reports of all articles, by identifier.
  func reports() -> [ArticleReport] {
    var found: [ArticleReport] = []
    for placed in stories {
      for source in placed.part.sources {
        guard let digest = digests[source.id] else { continue }
        var report = ArticleReport(
          digest: digest, slug: "", story: placed.story.id, siglum: source.siglum, paragraphs: source.paragraphs,
          printable: source.printable, withheld: source.withheld, printedWords: source.printedWords,
          wordLimit: source.wordLimit)
        report.rights = source.rights
        found.append(report)
      }
    }
    found.sort { $0.digest.article.id < $1.digest.article.id }
    var slugs = Slugs(known: known)
    for index in found.indices {
      let article = found[index].digest.article
      found[index].slug = slugs.slug(of: article.title ?? article.id, id: article.id)
    }
    return found
  }
}

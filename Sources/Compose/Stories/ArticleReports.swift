internal import NewsModel

/// Makes the articles' reports: address, siglum, and what may be printed.
struct ArticleReports {
  let stories: [PlacedStory]
  /// By the article's id.
  let digests: [String: Digest]
  let identities: IdentityTable
  /// The articles that had pages before.
  let known: [KnownEntity]

  /// The reports of all articles, by identifier.
  func reports() -> [ArticleReport] {
    var found: [(digest: Digest, story: String, source: ComposedStory.Source)] = []
    for placed in stories {
      for source in placed.part.sources {
        if let digest = digests[source.id] { found.append((digest, placed.story.id, source)) }
      }
    }
    var slugs = Slugs(known: known)
    return found.indices.sorted { found[$0].source.id < found[$1].source.id }.map { index in
      let (digest, story, source) = found[index]
      return ArticleReport(
        digest: digest, slug: slugs.slug(of: digest.article.title ?? digest.article.id, id: digest.article.id),
        story: story, siglum: source.siglum, paragraphs: source.paragraphs, printable: source.printable,
        withheld: source.withheld, printedWords: source.printedWords, wordLimit: source.wordLimit,
        rights: source.rights, actors: identities.actors(in: digest.article.id))
    }
  }
}

internal import NewsModel
internal import Render

/// What becomes of editions that are out when the site around them changes.
extension Composition {
  /// Takes out of pages of editions what they may not print any more.
  ///
  /// - Parameter texts: the texts of the versions of some articles.
  mutating func takeOut(_ texts: (Set<String>) throws -> [String: [String]]) throws {
    let articles = Set(briefs.flatMap(\.leaving).map(\.article))
    guard !articles.isEmpty else { return }
    let versions = try texts(articles)
    let standing = Dictionary(self.articles.map { ($0.digest.article.id, $0) }) { first, _ in first }
    for index in briefs.indices where !briefs[index].leaving.isEmpty {
      guard let edition = briefs[index].published else { continue }
      var cut = EditionCut()
      for passage in briefs[index].leaving {
        cut.words += (versions[passage.article] ?? []).filter { $0.holds(passage.span) }.map {
          String($0[passage.span])
        }
        if let report = standing[passage.article], report.rights == .linkOnly {
          cut.articles[passage.article] = report.slug
        }
      }
      let made = try cut.applied(to: edition)
      briefs[index].published = made
      briefs[index].leaving = []
      if let at = memory.editions.firstIndex(where: { $0.day == edition.day }) { memory.editions[at] = made }
    }
  }

  /// Keeps the anchors that editions link to on pages that moved, and behind the end of texts that became shorter.
  ///
  /// - Parameter isWhole: whether all that is known is shown; else a page stands for what editions link to and is not.
  mutating func holdAnchors(isWhole: Bool) {
    let links = EditionLinks(briefs.compactMap { $0.published?.markdown })
    if !isWhole { redirects += unshown(links) }
    for index in redirects.indices {
      redirects[index].anchors = links.anchors(kind: redirects[index].kind, slug: redirects[index].slug)
    }
    for index in articles.indices {
      let last = links.lastParagraph(slug: articles[index].slug)
      if last > articles[index].paragraphs.count { articles[index] = articles[index].with(lastLinked: last) }
    }
  }

  /// What editions link to and has no page in a build that shows only a part.
  private func unshown(_ links: EditionLinks) -> [Redirect] {
    var there = Set(redirects.map { EditorialDecisions.Target($0.kind, $0.slug) })
    there.formUnion(articles.map { .init(.article, $0.slug) })
    there.formUnion(stories.map { .init(.story, $0.slug) })
    there.formUnion(threads.map { .init(.thread, $0.slug) })
    there.formUnion(actors.map { .init(.actor, $0.slug) })
    return memory.entities.filter {
      links.leadTo(kind: $0.kind, slug: $0.slug) && !there.contains(.init($0.kind, $0.slug))
    }.map { entity in
      var redirect = Redirect(kind: entity.kind, slug: entity.slug, target: nil)
      redirect.isUnlisted = true
      return redirect
    }
  }
}

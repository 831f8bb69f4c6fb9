internal import NewsModel
internal import Render

extension SiteMemory {
  /// Holds editions that are out to what outlets allow now: rights that were made stricter reach what was printed before.
  ///
  /// An edition keeps its words as long as they may be printed; what may not leaves it, and a correction says so. Rights
  /// that were loosened bring nothing back.
  ///
  /// - Parameters:
  ///   - outdated: what editions may not print any more, by day.
  ///   - noticed: the edition in which that is told.
  ///   - texts: the texts of the versions of some articles.
  mutating func takeOut(
    _ outdated: [CivilDay: [Passage]], noticed: CivilDay, digests: [Digest], settings: SiteSettings,
    texts: (Set<String>) throws -> [String: [String]]
  ) throws {
    guard !outdated.isEmpty else { return }
    let held = editions.filter { outdated[$0.day] != nil }
    let versions = try texts(Set((held.flatMap(\.passages) + outdated.values.joined()).map(\.article)))
    let outlets = Dictionary(digests.map { ($0.article.id, $0.article.source) }) { first, _ in first }
    let pages = articlePages
    for index in editions.indices {
      guard let leaving = outdated[editions[index].day] else { continue }
      var cut = EditionCut()
      cut.texts = versions
      cut.pages = pages
      cut.passages = Set(leaving)
      for article in Set(leaving.map(\.article)) where settings.rights(of: outlets[article] ?? nil) == .linkOnly {
        cut.articles[article] = pages[article] ?? article
      }
      editions[index] = try cut.applied(to: editions[index])
      editions[index].note(leaving, outlets, noticed)
    }
  }
}

extension Edition {
  /// Says whose rights changed, and how much left the edition for that.
  fileprivate mutating func note(_ leaving: [Passage], _ outlets: [String: String?], _ noticed: CivilDay) {
    let articles = Set(leaving.map(\.article))
    for index in corrections.indices where corrections[index].article.map(articles.contains) ?? false {
      corrections[index].changes = nil
    }
    for (outlet, passages) in Dictionary(grouping: leaving, by: { outlets[$0.article] ?? nil }) {
      var correction = Correction(noted: noticed, kind: .rights, article: nil)
      correction.outlet = outlet
      correction.removed = passages.count
      corrections.append(correction)
    }
    corrections.sort()
  }
}

/// What becomes of links of editions that are out when the site around them changes.
extension Composition {
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

internal import NewsModel
internal import Prose

/// Composes one story from its articles: says what they say, by how many, and where they differ.
struct StoryComposer {
  let scope: StoryScope
  let settings: SiteSettings
  /// What editions that are out print already, by article.
  let printed: [String: [Passage]]

  /// A story, held to its outlets' rights.
  ///
  /// What editions that are out print counts too. Where all of it finds room beside what the story would print anyway,
  /// the story is as it would be without them: what an edition prints of it changes nothing on the next morning. Else it
  /// comes before the sentences about actors and the articles' own key points; and of an article where that is too late,
  /// before all.
  func draft() -> StoryDraft {
    let material = Material(scope)
    let told = scope.witnesses.flatMap { printed[$0.id] ?? [] }
    let early = draft(of: material, first: [:])
    var whole = early
    whole.finish()
    if whole.limit.admits(told) {
      whole.limit.spend(told)
      return whole
    }
    var crowded = crowded(early, material)
    crowded.limit.spend(told)
    crowded.finish()
    crowded.isCrowded = true
    return crowded
  }

  /// A draft that leaves room for what editions told, which comes first of those articles where it would find none.
  private func crowded(_ early: StoryDraft, _ material: Material) -> StoryDraft {
    var draft = early
    var first: [String: [Passage]] = [:]
    while true {
      // Where one article's words come first, another's may be chosen that were not before.
      let more = printed.filter {
        first[$0.key] == nil && scope.index(of: $0.key) != nil && !draft.limit.admits($0.value)
      }
      if more.isEmpty { return draft }
      first.merge(more) { $1 }
      draft = self.draft(of: material, first: first)
    }
  }

  /// What a story's articles say, before it is known what of it may be printed.
  private struct Material {
    let quotes: [StoryQuote]
    let differences: [Difference]
    let keyPoints: [StoryKeyPoint]
    let timeline: [TimelineEvent]

    init(_ scope: StoryScope) {
      quotes = QuoteMerger(scope: scope).quotes()
      differences = DifferenceFinder(scope: scope).differences(quotes: quotes)
      keyPoints = KeyPointMerger(scope: scope, differences: differences).keyPoints()
      timeline = TimelineComposer(scope: scope).timeline()
    }
  }

  private func draft(of material: Material, first: [String: [Passage]]) -> StoryDraft {
    var limit = ExcerptLimit(scope: scope, settings: settings)
    for witness in scope.witnesses { limit.spend(first[witness.id] ?? []) }
    let (title, titleArticle) = title(material.keyPoints, &limit)
    let early = limit.keyPoints(material.keyPoints)
    let differences = limit.differences(material.differences)
    let timeline = limit.events(material.timeline)
    let shown = early.shown + limit.restOfKeyPoints(early.left, shown: early.shown.count)
    let quotes = limit.quotes(material.quotes)
    return StoryDraft(
      scope: scope, limit: limit, title: title, titleArticle: titleArticle,
      keyPoints: ordered(shown, title: titleArticle), quotes: quotes, differences: differences, timeline: timeline,
      actors: actors(besides: material.differences))
  }

  /// A headline; where none is, the words of the first key point; where none is printable, the article's identifier.
  private func title(_ points: [StoryKeyPoint], _ limit: inout ExcerptLimit) -> (String, String) {
    let chooser = HeadlineChooser(scope: scope, language: settings.language)
    if let index = chooser.article() { return (chooser.title(index), scope.witnesses[index].id) }
    if let head = limit.title(from: points), let index = scope.index(of: head.article) {
      return (scope.witnesses[index].text.words(head.span), head.article)
    }
    let first = scope.witnesses.first?.id ?? scope.story.id
    return (first, first)
  }

  /// The first point of the article that has the headline, then those of most origins.
  private func ordered(_ points: [StoryKeyPoint], title: String) -> [StoryKeyPoint] {
    let lead = points.firstIndex { point in ([point.passage] + point.alsoIn).contains { $0.article == title } }
    return points.enumerated().sorted { a, b in
      if (a.offset == lead) != (b.offset == lead) { return a.offset == lead }
      if a.element.origins != b.element.origins { return a.element.origins > b.element.origins }
      if a.element.score != b.element.score { return a.element.score > b.element.score }
      return a.offset < b.offset
    }.map(\.element)
  }

  /// The identities that the articles name elsewhere than in a suspected mistranslation.
  private func actors(besides differences: [Difference]) -> [Int] {
    let mistranslated = Mistranslations(differences)
    var articles: [Int: Set<Int>] = [:]
    var mentions: [Int: Int] = [:]
    for (index, witness) in scope.witnesses.enumerated() {
      for actor in witness.digest.actors {
        guard let identity = scope.identity(actor.id, of: index), !mistranslated.hold(actor, in: witness.id) else {
          continue
        }
        articles[identity, default: []].insert(index)
        mentions[identity, default: 0] += actor.mentions.count
      }
    }
    return articles.keys.sorted { a, b in
      let (x, y) = (articles[a]?.count ?? 0, articles[b]?.count ?? 0)
      if x != y { return x > y }
      if mentions[a] != mentions[b] { return (mentions[a] ?? 0) > (mentions[b] ?? 0) }
      return scope.identities[a].id < scope.identities[b].id
    }
  }
}

/// The places at which a translation is suspected to have made a name of words.
struct Mistranslations {
  private var spans: [String: [Span]] = [:]

  /// The variants of all differences of translation.
  init(_ differences: [Difference]) {
    for version in differences.lazy.filter({ $0.kind == .translation }).flatMap(\.versions) {
      spans[version.article, default: []] += version.variants
    }
  }

  /// Whether all that an article has of an actor are such places.
  func hold(_ actor: Actor, in article: String) -> Bool {
    guard let found = spans[article] else { return false }
    return !actor.mentions.isEmpty
      && actor.mentions.allSatisfy { mention in found.contains { $0.overlaps(mention) } }
  }
}

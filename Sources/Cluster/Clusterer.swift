package import Languages
package import NewsModel

/// Groups digests into stories and threads, finds origins and merges actors.
///
/// Articles become sparse vectors of rare terms (Miranda et al. 2018), compared through an inverted index and joined
/// by average linkage; stories are joined to threads by the same measure, looser and without regard to time
/// (newsLens, Laban & Hearst 2017).
package struct Clusterer: Sendable {
  /// Spellings that the editor says are one name: each list is one actor, its first name the one shown.
  private let aliases: [[String]]
  private let languages: [Language]

  /// A clusterer with the editor's aliases.
  package init(languages: [Language] = Language.all, aliases: [[String]] = []) {
    self.languages = languages
    self.aliases = aliases
  }

  /// What many digests are together. The order of input changes nothing.
  package func clustering(of digests: [Digest]) -> Clustering {
    let digests = digests.sorted { $0.article.id < $1.article.id }
    let sketcher = Sketcher(languages: languages)
    let exonyms = Exonyms(languages: languages)
    let matcher = NameMatcher(languages: languages)
    var merger = ActorMerger(matcher: matcher, exonyms: exonyms, aliases: aliases)
    let known = FactReader(actors: merger.identities(of: digests, families: []))
    let sketches = digests.map { sketcher.sketch(of: $0, facts: known) }
    let vocabulary = sketcher.vocabulary
    var frequencies = [Int32](repeating: 0, count: vocabulary.count)
    for sketch in sketches {
      for terms in [sketch.terms, sketch.bridge, sketch.facts] { for term in terms { frequencies[Int(term.id)] += 1 } }
    }
    let weighting = TermWeighting(articles: sketches.count, frequencies: frequencies, vocabulary: vocabulary)
    let vectors = sketches.map { weighting.vector($0.terms) }
    let bridges = sketches.map { weighting.vector($0.bridge) }
    let facts = FactEvidence(sketches, weighting: weighting, terms: vocabulary.count)
    let groups = StoryFinder.stories(sketches, vectors, bridges, facts: facts, terms: vocabulary.count)
    let subjects = ThreadFinder.threads(
      groups, sketches: sketches, vectors, bridges, terms: vocabulary.count)
    let outlines = OutlineReader(languages: languages, sketcher: sketcher)
    var stories = groups.map { group in
      let ids = group.map { digests[$0].article.id }
      let origins = OriginFinder.origins(ids, group.count > 1 ? group.map { outlines.outline(of: digests[$0]) } : [])
      return Story(id: "s-\(ids[0])", articles: ids, origins: origins, thread: "", why: [])
    }
    merger = ActorMerger(matcher: matcher, exonyms: exonyms, aliases: aliases)
    let families = stories.flatMap(\.origins).map(\.articles).filter { $0.count > 1 }
    let actors = merger.identities(of: digests, families: families)
    let finder = TieFinder(
      digests: digests, vectors: vectors, sketcher: sketcher, actorNames: names(actors, in: digests))
    for (number, group) in groups.enumerated() { stories[number].why = finder.ties(group) }
    let threads = subjects.map { subject in
      let id = "t-\(stories[subject[0]].articles[0])"
      for story in subject { stories[story].thread = id }
      let why = subject.count > 1 ? finder.ties(subject.map { groups[$0] }.flatMap { $0 }.sorted()) : []
      return Thread(id: id, stories: subject.map { stories[$0].id }.sorted(), why: why)
    }
    return Clustering(stories: stories, threads: threads, actors: actors)
  }

  /// For each digest, the names of the identities that it mentions, most often mentioned first.
  private func names(_ actors: [ActorIdentity], in digests: [Digest]) -> [[String]] {
    var byReference: [ActorIdentity.Reference: String] = [:]
    for actor in actors { for reference in actor.references { byReference[reference] = actor.name } }
    return digests.map { digest in
      digest.actors.sorted { ($1.mentions.count, $0.id) < ($0.mentions.count, $1.id) }
        .compactMap { byReference[ActorIdentity.Reference(article: digest.article.id, actor: $0.id)] }
    }
  }
}

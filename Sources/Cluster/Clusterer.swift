package import Languages
package import NewsModel

/// Groups articles into stories and threads, finds origins and merges actors.
///
/// Articles become sparse vectors of rare terms (Miranda et al. 2018), compared through an inverted index and joined
/// by average linkage; stories are joined to threads by the same measure, looser and without regard to time
/// (newsLens, Laban & Hearst 2017). All but origins is found from sketches, which may be kept with the articles.
package struct Clusterer: Sendable {
  /// Spellings that the editor says are one name: each list is one actor, its first name the one shown.
  let aliases: [[String]]
  let languages: [Language]
  private let jobs: Int

  /// A clusterer with the editor's aliases.
  ///
  /// - Parameter jobs: how many threads work; what comes out does not depend on it.
  package init(languages: [Language] = Language.all, aliases: [[String]] = [], jobs: Int = 1) {
    self.languages = languages
    self.aliases = aliases
    self.jobs = jobs
  }

  /// What many digests are together. The order of input changes nothing.
  package func clustering(of digests: [Digest]) -> Clustering {
    let sketcher = Sketcher(languages: languages)
    let places = Dictionary(digests.indices.map { (digests[$0].article.id, $0) }) { first, _ in first }
    let reader = OutlineReader(sketcher: sketcher)
    return clustering(of: digests.map { sketcher.sketch(of: $0) }) { ids in
      origins(of: ids, outlines: ids.compactMap { places[$0].map { reader.outline(of: digests[$0]) } })
    }
  }

  /// The origins of the articles of one story, from outlines, see `Sketcher.sketchAndOutline`, of articles whose ids are
  /// sorted: they depend on these articles alone, so a caller may keep them for as long as the story has the same
  /// articles.
  package func origins(of ids: [String], outlines: [ReportOutline]) -> [Origin] {
    OriginFinder.origins(ids, outlines)
  }

  /// What many articles are together, from their sketches. The order of input changes nothing.
  ///
  /// - Parameters:
  ///   - sketches: of articles with ids of their own.
  ///   - origins: the origins of a story of several articles, given its article ids, sorted; see `origins(of:)`.
  package func clustering(of sketches: consuming [ArticleSketch], origins: ([String]) -> [Origin]) -> Clustering {
    let batch = ClusterBatch(consume sketches, languages: languages, aliases: aliases, jobs: jobs)
    return batch.clustering(origins: origins)
  }
}

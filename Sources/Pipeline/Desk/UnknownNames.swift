internal import NewsModel
internal import Prose

/// Finds what the editor's decisions name and nothing of the site is or ever was: a slip of the pen, which would do
/// nothing in silence.
struct UnknownNames {
  let overrides: Overrides.Reading
  /// All that ever had a page.
  private var pages: Set<EditorialDecisions.Target> = []
  /// The names of actors as pages show them.
  private var shown: Set<String> = []
  private let digests: [Digest]

  /// - Parameters:
  ///   - entities: what earlier mornings knew.
  ///   - sites: what is shown now.
  ///   - digests: of all articles; not every actor has a page.
  init(_ overrides: Overrides.Reading, entities: [KnownEntity], sites: [Composition], digests: [Digest]) {
    self.overrides = overrides
    self.digests = digests
    guard !overrides.mentions.isEmpty else { return }
    for entity in entities + sites.flatMap(\.memory.entities) {
      pages.insert(.init(entity.kind, entity.id))
      pages.insert(.init(entity.kind, entity.slug))
    }
    for digest in digests { pages.insert(.init(.article, digest.article.id)) }
    for actor in sites.flatMap(\.actors) {
      shown.insert(actor.identity.name)
      for spelling in actor.identity.spellings { shown.insert(spelling.text) }
    }
  }

  /// One for each place that names something unknown, in the order of the file.
  var diagnostics: [Diagnostic] {
    let doubtful = overrides.mentions.filter { !isPlain($0) }
    guard !doubtful.isEmpty else { return [] }
    let whole = Set(digests.flatMap { $0.actors.map(\.name) })
    let folded = Set(whole.map(UnknownNames.folded))
    let named = whole.union(shown).union(
      digests.lazy.flatMap { digest in
        digest.actors.lazy.flatMap(\.mentions).map { String(digest.article[$0]) }
      })
    return doubtful.compactMap { mention in
      let (kind, name) = (mention.target.kind, mention.target.name)
      if kind == .actor {
        let isKnown = mention.isMerged ? folded.contains(UnknownNames.folded(name)) : named.contains(name)
        guard !isKnown else { return nil }
      }
      let names =
        kind == .actor ? Array(mention.isMerged ? whole : named) : pages.filter { $0.kind == kind }.map(\.name)
      let near =
        Suggestion.nearest(to: name, in: names) ?? (kind == .actor ? UnknownNames.fuller(name, in: whole) : nil)
      let way =
        kind == .actor ? "an actor goes by a name as articles write it" : "it goes by the name of its page or by id"
      return Diagnostic(
        .badConfiguration,
        "there is no \(kind.rawValue) \"\(name)\"; " + (near.map { "did you mean \"\($0)\"?" } ?? way),
        file: overrides.file, line: mention.line)
    }
  }

  /// Whether it is known without a look at what articles say. Actors are joined by what articles call them alone.
  private func isPlain(_ mention: Overrides.Mention) -> Bool {
    guard mention.target.kind == .actor else { return pages.contains(mention.target) }
    return !mention.isMerged && (shown.contains(mention.target.name) || pages.contains(mention.target))
  }

  /// The letters and digits by which names are joined.
  private static func folded(_ name: String) -> String {
    Fold.folded(name).split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  /// A name that has all words of a shorter one.
  private static func fuller(_ name: String, in names: Set<String>) -> String? {
    let words = Set(folded(name).split(separator: " "))
    return words.isEmpty ? nil : names.filter { words.isSubset(of: folded($0).split(separator: " ")) }.min()
  }
}

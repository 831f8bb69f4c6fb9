internal import NewsModel
internal import Prose

/// Finds what the editor decided and does nothing, which would stay silent: names that nothing of the site is or ever was,
/// splits that leave nothing on one side, and renames that a later one takes back.
struct IdleDecisions {
  let overrides: Overrides.Reading
  /// All that ever had a page.
  private var pages: Set<EditorialDecisions.Target> = []
  /// The names of actors as pages show them.
  private var shown: Set<String> = []
  private let actors: [ActorIdentity]
  private let stories: [StoryReport]
  private let articleSlugs: [String: String]
  private let digests: [Digest]

  /// - Parameters:
  ///   - entities: what earlier mornings knew.
  ///   - sites: what is shown now.
  ///   - digests: of all articles; not every actor has a page.
  init(_ overrides: Overrides.Reading, entities: [KnownEntity], sites: [Composition], digests: [Digest]) {
    self.overrides = overrides
    self.digests = digests
    actors = sites.flatMap { $0.actors.map(\.identity) }
    stories = sites.flatMap(\.stories)
    let articles = sites.flatMap(\.articles).map { ($0.digest.article.id, $0.slug) }
    articleSlugs = Dictionary(articles) { first, _ in first }
    guard !overrides.mentions.isEmpty else { return }
    for entity in entities + sites.flatMap(\.memory.entities) {
      pages.insert(.init(entity.kind, entity.id))
      pages.insert(.init(entity.kind, entity.slug))
    }
    for digest in digests { pages.insert(.init(.article, digest.article.id)) }
    for actor in actors {
      shown.insert(actor.name)
      for spelling in actor.spellings { shown.insert(spelling.text) }
    }
  }

  /// One for each place that does nothing, in the order of the file.
  var diagnostics: [Diagnostic] {
    (unknown + splits + renames).enumerated().sorted {
      ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
    }.map(\.element)
  }

  /// One for each place that names something unknown.
  private var unknown: [Diagnostic] {
    let doubtful = overrides.mentions.filter { !isPlain($0) }
    guard !doubtful.isEmpty else { return [] }
    let whole = Set(digests.flatMap { $0.actors.map(\.name) })
    let folded = Set(whole.map(IdleDecisions.folded))
    let named = whole.union(shown).union(
      digests.lazy.flatMap { digest in
        digest.actors.lazy.flatMap(\.mentions).map { String(digest.article[$0]) }
      })
    return doubtful.compactMap { mention in
      let (kind, name) = (mention.target.kind, mention.target.name)
      if kind == .actor {
        let isKnown = mention.key == "merge" ? folded.contains(IdleDecisions.folded(name)) : named.contains(name)
        guard !isKnown else { return nil }
      }
      let names =
        kind == .actor ? Array(mention.key == "merge" ? whole : named) : pages.filter { $0.kind == kind }.map(\.name)
      let near =
        Suggestion.nearest(to: name, in: names) ?? (kind == .actor ? IdleDecisions.fuller(name, in: whole) : nil)
      let way =
        kind == .actor ? "an actor goes by a name as articles write it" : "it goes by the name of its page or by id"
      return Diagnostic(
        .badConfiguration,
        "there is no \(kind.rawValue) \"\(name)\"; " + (near.map { "did you mean \"\($0)\"?" } ?? way),
        file: overrides.file, line: mention.line)
    }
  }

  /// One for each split after which all still go together.
  private var splits: [Diagnostic] {
    guard !overrides.decisions.splits.isEmpty else { return [] }
    let byArticle = Dictionary(digests.map { ($0.article.id, $0) }) { first, _ in first }
    return overrides.decisions.splits.compactMap { split in
      let parts = Set(split.parts)
      switch split.target.kind {
      case .actor:
        // Where a split works, two may go by the name.
        let named = actors.filter { $0.goes(by: split.target.name) }
        let isWhole = named.first?.references.allSatisfy { reference in
          byArticle[reference.article]?.actor(reference.actor).map { parts.contains($0.name) } ?? false
        }
        guard named.count == 1, isWhole ?? false else { return nil }
        return told("split", split.target, "articles call it so alone, and nothing is left to part that from")
      case .story:
        // An article goes by its id or the name of its page.
        let ids = parts.union(articleSlugs.filter { parts.contains($0.value) }.keys)
        let whole = stories.contains { story in
          (story.id == split.target.name || story.slug == split.target.name) && ids.isSuperset(of: story.articles)
        }
        guard whole else { return nil }
        return told("split", split.target, "all its articles are named, and none is left to part them from")
      case .article, .thread: return nil
      }
    }
  }

  /// One for each rename that a later one of the same takes back.
  private var renames: [Diagnostic] {
    let all = overrides.decisions.renames
    return all.enumerated().compactMap { index, rename in
      guard let last = all[(index + 1)...].last(where: { $0.target == rename.target }), last.name != rename.name else {
        return nil
      }
      return told("rename", rename.target, "it is renamed to \"\(last.name)\" below, which holds")
    }
  }

  /// That a decision does nothing, on the line where the first of its key names that.
  private func told(_ key: String, _ target: EditorialDecisions.Target, _ why: String) -> Diagnostic {
    Diagnostic(
      .badConfiguration, "this \(key) of \"\(target.name)\" does nothing: \(why)", file: overrides.file,
      line: overrides.mentions.first { $0.key == key && $0.target == target }?.line)
  }

  /// Whether it is known without a look at what articles say. Actors are joined by what articles call them alone.
  private func isPlain(_ mention: Overrides.Mention) -> Bool {
    guard mention.target.kind == .actor else { return pages.contains(mention.target) }
    return mention.key != "merge" && (shown.contains(mention.target.name) || pages.contains(mention.target))
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

package import NewsModel

/// Joins and parts groups as the editor decided, whatever their likeness.
///
/// A decision names stories by the articles that they had when it was made, so it holds for later mornings too.
package struct EditorialClustering {
  private let decisions: EditorialDecisions
  private let known: [KnownEntity]

  /// Decisions about groups of which earlier mornings are known.
  package init(decisions: EditorialDecisions, known: [KnownEntity]) {
    self.decisions = decisions
    self.known = known
  }

  /// The clustering with what the editor joined and parted.
  package func applied(to clustering: Clustering, digests: [Digest]) -> Clustering {
    var made = clustering
    for merge in decisions.merges where merge.first?.kind == .story { join(merge, &made) }
    for split in decisions.splits {
      switch split.target.kind {
      case .story: part(split, &made)
      case .actor: partActor(split, &made, digests)
      case .article, .thread: continue
      }
    }
    return made
  }

  /// The articles that a story has or had.
  private func articles(of target: EditorialDecisions.Target) -> Set<String> {
    Set(known.filter { $0.kind == .story && ($0.id == target.name || $0.slug == target.name) }.flatMap(\.members))
  }

  private func join(_ targets: [EditorialDecisions.Target], _ made: inout Clustering) {
    let wanted = targets.map(articles)
    let own = made.stories.indices.filter { index in
      wanted.contains { !$0.isDisjoint(with: made.stories[index].articles) }
    }
    guard let first = own.first, own.count > 1 else { return }
    made.stories[first].joined = own.flatMap { index in
      made.stories[index].joined.isEmpty ? [made.stories[index].articles] : made.stories[index].joined
    }
    for index in own.dropFirst() {
      made.stories[first].articles += made.stories[index].articles
      made.stories[first].origins += made.stories[index].origins
    }
    made.stories[first].articles.sort()
    let gone = Set(own.dropFirst().map { made.stories[$0].id })
    made.stories.removeAll { gone.contains($0.id) }
    for index in made.threads.indices { made.threads[index].stories.removeAll { gone.contains($0) } }
    made.threads.removeAll { $0.stories.isEmpty }
  }

  private func part(_ split: EditorialDecisions.Split, _ made: inout Clustering) {
    // An article goes by its id or the name of its page.
    let parts = Set(split.parts).union(
      known.filter { $0.kind == .article && split.parts.contains($0.slug) }.map(\.id))
    let own = articles(of: split.target)
    for index in made.stories.indices {
      let away = made.stories[index].articles.filter { parts.contains($0) }
      let stay = made.stories[index].articles.filter { !parts.contains($0) }
      guard !away.isEmpty, !stay.isEmpty, !own.isDisjoint(with: stay) else { continue }
      var other = made.stories[index]
      made.stories[index].articles = stay
      made.stories[index].joined = restricted(made.stories[index].joined, to: Set(stay))
      made.stories[index].origins = restricted(made.stories[index].origins, to: Set(stay))
      other.id = "s-\(away[0])-parted"
      other.articles = away
      other.joined = restricted(other.joined, to: Set(away))
      other.origins = restricted(other.origins, to: Set(away))
      other.why = []
      made.stories.append(other)
      if let thread = made.threads.firstIndex(where: { $0.id == other.thread }) {
        made.threads[thread].stories = (made.threads[thread].stories + [other.id]).sorted()
      }
    }
  }

  private func restricted(_ origins: [Origin], to articles: Set<String>) -> [Origin] {
    origins.compactMap { origin in
      var origin = origin
      let all = origin.articles.count
      origin.articles = origin.articles.filter { articles.contains($0) }
      if origin.articles.count == 1, all > 1 { origin.evidence = [] }
      return origin.articles.isEmpty ? nil : origin
    }
  }

  /// Groups that were joined, of which some articles are left; what is left of one group alone was not joined.
  private func restricted(_ joined: [[String]], to articles: Set<String>) -> [[String]] {
    let groups = joined.map { $0.filter { articles.contains($0) } }.filter { !$0.isEmpty }
    return groups.count > 1 ? groups : []
  }

  /// Takes some spellings out of an actor, into an actor of their own.
  private func partActor(_ split: EditorialDecisions.Split, _ made: inout Clustering, _ digests: [Digest]) {
    let name = split.target.name
    let slugs = known.filter { $0.kind == .actor && $0.slug == name }.map(\.id)
    guard
      let index = made.actors.firstIndex(where: { actor in
        actor.name == name || actor.id == name || slugs.contains(actor.id)
      })
    else { return }
    let parts = Set(split.parts)
    let names = Dictionary(digests.map { ($0.article.id, $0) }) { first, _ in first }
    func isParted(_ reference: ActorIdentity.Reference) -> Bool {
      names[reference.article]?.actor(reference.actor).map { parts.contains($0.name) } ?? false
    }
    var actor = made.actors[index]
    var other = actor
    actor.references.removeAll(where: isParted)
    other.references = other.references.filter(isParted)
    guard !actor.references.isEmpty, !other.references.isEmpty else { return }
    actor.spellings.removeAll { parts.contains($0.text) }
    other.spellings = other.spellings.filter { parts.contains($0.text) }
    other.name = split.parts[0]
    other.id = ActorIdentities.slug(other.name) + "-parted"
    other.suggestions = []
    made.actors[index] = actor
    made.actors.append(other)
    made.actors.sort { $0.id < $1.id }
  }
}

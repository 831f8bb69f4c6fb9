internal import NewsModel
internal import Prose

/// Reads from one story what it says of each of its actors.
struct ActorShares {
  /// Sentences about one actor that one article gives: the page is a way to the sources, not a copy of them.
  static let statementsByArticle = 2

  let draft: StoryDraft
  private var scope: StoryScope { draft.scope }

  /// What the story says of one actor, by the index of the identity.
  func share(of identity: Int, statements: [Passage]) -> ComposedStory.Share {
    ComposedStory.Share(
      actor: scope.identities[identity].id, roles: roles(identity), quotes: quotes(identity),
      statements: statements, events: events(identity))
  }

  private func roles(_ identity: Int) -> [ComposedStory.Role] {
    var found: [ComposedStory.Role] = []
    for (index, witness) in scope.witnesses.enumerated() {
      let own = witness.digest.actors.filter { scope.identity($0.id, of: index) == identity }
      for span in own.sorted(by: { $0.id < $1.id }).flatMap(\.roles) where !span.isEmpty {
        let tokens = witness.text.tokens[witness.text.tokens(in: span)]
        found.append(
          ComposedStory.Role(
            key: tokens.filter { !witness.language.isFunctionWord($0) }.map(\.folded),
            text: witness.text.words(span), passage: Passage(article: witness.id, span: span)))
      }
    }
    return found
  }

  private func quotes(_ identity: Int) -> [ComposedStory.Quote] {
    draft.quotes.flatMap(\.versions).compactMap { version in
      guard let index = scope.index(of: version.article),
        let speaker = scope.witnesses[index].digest.quotes[version.quote].speaker, let actor = speaker.actor,
        scope.identity(actor, of: index) == identity
      else { return nil }
      return ComposedStory.Quote(version: version, isInferred: speaker.basis == .inferred)
    }
  }

  private func events(_ identity: Int) -> [Int] {
    draft.timeline.indices.filter { at in
      let event = draft.timeline[at]
      guard event.kind == .event, let index = scope.index(of: event.passage.article) else { return false }
      let witness = scope.witnesses[index]
      return witness.tokens(touching: event.passage.span).contains { witness.identities[$0] == identity }
    }
  }

  // MARK: Statements

  /// For each actor the sentences about them that are printable, a few of each article; spends what room is left,
  /// on persons first, and one sentence for each before a second for any.
  static func statements(_ draft: inout StoryDraft) -> [Int: [Passage]] {
    let about = draft.scope.witnesses.map { sentencesByActor(in: $0) }
    var kept = about.map { _ in [Int: [Passage]]() }
    for round in 1...statementsByArticle {
      for identity in byKind(draft) {
        for witness in about.indices where kept[witness][identity, default: []].count < round {
          let open = (about[witness][identity] ?? []).filter { !kept[witness][identity, default: []].contains($0) }
          if let known = open.first(where: { draft.limit.isPrintable($0) }) {
            kept[witness][identity, default: []].append(known)
          } else if let next = open.first, draft.limit.take(next) {
            kept[witness][identity, default: []].append(next)
          }
        }
      }
    }
    return draft.actors.reduce(into: [:]) { found, identity in
      found[identity] = kept.flatMap { ($0[identity] ?? []).sorted() }
    }
  }

  private static func byKind(_ draft: StoryDraft) -> [Int] {
    Actor.Kind.allCases.flatMap { kind in draft.actors.filter { draft.scope.identities[$0].kind == kind } }
  }

  /// The sentences that name each actor and are not mostly a speaker's.
  private static func sentencesByActor(in witness: Witness) -> [Int: [Passage]] {
    var found: [Int: [Passage]] = [:]
    for sentence in witness.text.sentences {
      let named = Set(sentence.tokens.lazy.map { witness.identities[$0] }.filter { $0 >= 0 })
      guard !named.isEmpty, !witness.isMostlyQuoted(sentence.span) else { continue }
      for identity in named {
        found[identity, default: []].append(Passage(article: witness.id, span: sentence.span))
      }
    }
    return found
  }
}

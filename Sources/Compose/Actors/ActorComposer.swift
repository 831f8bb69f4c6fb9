internal import NewsModel
internal import Prose

/// Tells of each actor what the stories say: roles over time, words, statements, companions.
struct ActorComposer {
  /// Sentences about one actor that one article gives: the page is a way to the sources, not a copy of them.
  static let statementsByArticle = 2
  /// Other actors shown beside one.
  static let mostCompanions = 24

  let identities: [ActorIdentity]
  private var drafts: [StoryDraft]
  private var storiesOf: [Int: [Int]] = [:]

  /// A composer over all stories.
  init(identities: [ActorIdentity], drafts: [StoryDraft]) {
    self.identities = identities
    self.drafts = drafts
    for (index, draft) in drafts.enumerated() {
      for identity in draft.actors { storiesOf[identity, default: []].append(index) }
    }
  }

  /// The reports of all actors that a story holds, by name, and the drafts with the room that statements took.
  func reports() -> (actors: [ActorReport], drafts: [StoryDraft]) {
    var drafts = drafts
    let statements = statements(&drafts)
    let held = identities.indices.filter { storiesOf[$0] != nil }
    let reports = held.map { report(of: $0, statements: statements[$0] ?? []) }
    let sorted = reports.sorted {
      (Fold.folded($0.identity.name), $0.identity.id) < (Fold.folded($1.identity.name), $1.identity.id)
    }
    return (sorted, drafts)
  }

  private func report(of identity: Int, statements: [Passage]) -> ActorReport {
    let stories = (storiesOf[identity] ?? []).sorted { isNewer(drafts[$0], drafts[$1]) }
    return ActorReport(
      identity: identities[identity], slug: identities[identity].id, roles: roles(identity, stories),
      quotes: quotes(identity, stories), statements: statements, stories: stories.map { drafts[$0].scope.story.id },
      related: companions(of: identity, stories),
      timeline: stories.flatMap { events(of: identity, in: drafts[$0]) }.sorted(by: TimelineComposer.isBefore))
  }

  private func isNewer(_ a: StoryDraft, _ b: StoryDraft) -> Bool {
    let (x, y) = (a.days.max(), b.days.max())
    if x != y { return y == nil || (x != nil && x ?? .init(number: 0) > y ?? .init(number: 0)) }
    return a.scope.story.id < b.scope.story.id
  }

  // MARK: Roles

  private func roles(_ identity: Int, _ stories: [Int]) -> [ActorReport.Role] {
    var order: [[UInt64]] = []
    var roles: [[UInt64]: ActorReport.Role] = [:]
    for witness in stories.flatMap({ drafts[$0].scope.witnesses }).sorted(by: StoryScope.isBefore) {
      for reference in identities[identity].references where reference.article == witness.id {
        for span in witness.digest.actor(reference.actor)?.roles ?? [] where !span.isEmpty {
          let tokens = witness.text.tokens[witness.text.tokens(in: span)]
          let key = tokens.filter { !witness.language.isFunctionWord($0) }.map(\.folded)
          if roles[key] == nil {
            order.append(key)
            roles[key] = ActorReport.Role(text: witness.text.words(span), first: nil, last: nil, passages: [])
          }
          add(Passage(article: witness.id, span: span), witness, to: &roles[key])
        }
      }
    }
    return order.compactMap { roles[$0] }
  }

  private func add(_ passage: Passage, _ witness: Witness, to role: inout ActorReport.Role?) {
    guard var known = role else { return }
    let words = witness.text.words(passage.span)
    if words.utf8.count > known.text.utf8.count { known.text = words }
    if let day = witness.day {
      known.first = min(known.first ?? day, day)
      known.last = max(known.last ?? day, day)
    }
    known.passages.append(passage)
    role = known
  }

  // MARK: Words and statements

  private func quotes(_ identity: Int, _ stories: [Int]) -> [StoryQuote.Version] {
    var found: [(isInferred: Bool, version: StoryQuote.Version)] = []
    for draft in stories.map({ drafts[$0] }) {
      for version in draft.quotes.flatMap(\.versions) {
        guard let index = draft.scope.index(of: version.article),
          let speaker = draft.scope.witnesses[index].digest.quotes[version.quote].speaker, let actor = speaker.actor,
          draft.scope.identity(actor, of: index) == identity
        else { continue }
        found.append((speaker.basis == .inferred, version))
      }
    }
    return found.enumerated().sorted {
      ($0.element.isInferred ? 1 : 0, $0.offset) < ($1.element.isInferred ? 1 : 0, $1.offset)
    }.map(\.element.version)
  }

  /// For each actor the sentences about them that are printable, a few of each article; spends what room is left,
  /// on persons first, and one sentence for each before a second for any.
  private func statements(_ drafts: inout [StoryDraft]) -> [Int: [Passage]] {
    var found: [Int: [Passage]] = [:]
    for index in drafts.indices {
      let about = drafts[index].scope.witnesses.map { sentencesByActor(in: $0) }
      var kept = about.map { _ in [Int: [Passage]]() }
      for round in 1...ActorComposer.statementsByArticle {
        for identity in byKind(drafts[index].actors) {
          for witness in about.indices where kept[witness][identity, default: []].count < round {
            let open = (about[witness][identity] ?? []).filter { !kept[witness][identity, default: []].contains($0) }
            if let known = open.first(where: { drafts[index].limit.isPrintable($0) }) {
              kept[witness][identity, default: []].append(known)
            } else if let next = open.first, drafts[index].limit.take(next) {
              kept[witness][identity, default: []].append(next)
            }
          }
        }
      }
      for identity in drafts[index].actors {
        found[identity, default: []] += kept.flatMap { ($0[identity] ?? []).sorted() }
      }
    }
    return found
  }

  private func byKind(_ actors: [Int]) -> [Int] {
    Actor.Kind.allCases.flatMap { kind in actors.filter { identities[$0].kind == kind } }
  }

  /// The sentences that name each actor and are not mostly a speaker's.
  private func sentencesByActor(in witness: Witness) -> [Int: [Passage]] {
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

  private func events(of identity: Int, in draft: StoryDraft) -> [TimelineEvent] {
    draft.timeline.filter { event in
      guard event.kind == .event, let index = draft.scope.index(of: event.passage.article) else { return false }
      let witness = draft.scope.witnesses[index]
      return witness.tokens(touching: event.passage.span).contains { witness.identities[$0] == identity }
    }
  }

  // MARK: Companions

  /// The other actors of its stories, those of most stories first, then those that these name most.
  private func companions(of identity: Int, _ stories: [Int]) -> [ActorReport.Companion] {
    var shared: [Int: [String]] = [:]
    var rank: [Int: Int] = [:]
    for story in stories {
      for (place, other) in drafts[story].actors.enumerated() where other != identity {
        shared[other, default: []].append(drafts[story].scope.story.id)
        rank[other, default: 0] += place
      }
    }
    return shared.keys.sorted { a, b in
      let (x, y) = (shared[a]?.count ?? 0, shared[b]?.count ?? 0)
      if x != y { return x > y }
      return (rank[a] ?? 0, identities[a].id) < (rank[b] ?? 0, identities[b].id)
    }.prefix(ActorComposer.mostCompanions).map {
      ActorReport.Companion(actor: identities[$0].id, stories: shared[$0] ?? [])
    }
  }
}

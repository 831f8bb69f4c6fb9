internal import NewsModel

/// The index of persons, organizations and places, and a page for each.
struct ActorPages {
  let desk: Desk
  private var site: SiteIndex { desk.site }
  private var words: InterfaceWords { desk.words }
  private static let companions = 30  // shown with an actor; the story pages have all
  private static let statements = 40  // sentences about an actor

  /// "3 articles".
  static func articleCount(_ actor: ActorReport, _ desk: Desk) -> String {
    desk.words.text("articles", count: Set(actor.identity.references.map(\.article)).count)
  }

  /// "actors/": by kind, then by letter of the last name.
  var index: Draft {
    let kinds = Actor.Kind.allCases.compactMap { kind -> Record? in
      let actors = site.composition.actors.filter { $0.identity.kind == kind }
      guard !actors.isEmpty else { return nil }
      return Record(view: [
        "id": .text(kind.rawValue), "label": .text(words.text("kind-plural.\(kind.rawValue)")),
        "count": .text(words.number(actors.count)), "letters": letters(actors).field,
      ])
    }
    let data = site.composition.actors.map { desk.actor($0) }
    return Draft(
      "actors", path: desk.path, title: words.text("actors-title"), section: "actors",
      values: Record(
        ["actors": data.field],
        view: [
          "kinds": kinds.field, "count": .text(words.text("actors", count: data.count)),
        ]))
  }

  /// Actors under the first letter of the word that they are sorted by.
  func letters(_ actors: [ActorReport]) -> [Record] {
    var byLetter: [String: [ActorReport]] = [:]
    for actor in actors { byLetter[ActorPages.letter(actor), default: []].append(actor) }
    return byLetter.keys.sorted().map { letter in
      let rows = (byLetter[letter] ?? []).sorted {
        (ActorPages.sortKey($0), $0.identity.id) < (ActorPages.sortKey($1), $1.identity.id)
      }
      return Record(view: [
        "letter": .text(letter),
        "actors": rows.map { desk.actor($0).viewing(["count": .text(ActorPages.articleCount($0, desk))]) }.field,
      ])
    }
  }

  /// The slug is without accents and in one case; a person is found under the family name.
  private static func sortKey(_ actor: ActorReport) -> String {
    guard actor.identity.kind == .person,
      let last = actor.slug.split(separator: "-").last(where: { !$0.allSatisfy(\.isNumber) })
    else { return actor.slug }
    return String(last) + " " + actor.slug
  }
  private static func letter(_ actor: ActorReport) -> String {
    sortKey(actor).first.map { $0.isLetter ? $0.uppercased() : "#" } ?? "#"
  }

  /// The page of an actor.
  func page(_ actor: ActorReport) -> Draft {
    let identity = actor.identity
    var draft = Draft(
      "actor", path: desk.path, id: identity.id, title: identity.name, section: "actors",
      description: actor.roles.first?.text ?? words.text("kind.\(identity.kind.rawValue)"),
      values: values(actor))
    draft.feedFolder = draft.path
    draft.isUnindexed = desk.isUnindexed(.actor, [identity.id, identity.name])
    return draft
  }

  private func quotes(_ actor: ActorReport) -> (stated: [Record], inferred: [Record]) {
    var stated: [Record] = []
    var inferred: [Record] = []
    for version in actor.quotes {
      guard let record = desk.quote(version), let article = site.articles[version.article] else { continue }
      let basis = article.digest.quotes[version.quote].speaker?.basis
      if basis == .stated { stated.append(record) } else { inferred.append(record) }
    }
    return (stated, inferred)
  }

  private func values(_ actor: ActorReport) -> Record {
    let (stated, inferred) = quotes(actor)
    let events = desk.events(actor.timeline)
    return Record(data(actor, stated + inferred, events), view: view(actor, stated, inferred, events))
  }

  private func data(_ actor: ActorReport, _ quotes: [Record], _ events: [Record]) -> Fields {
    let identity = actor.identity
    return [
      "id": .text(identity.id), "name": .text(identity.name), "kind": .text(identity.kind.rawValue),
      "names": identity.spellings.map { spelling in
        Record([
          "text": .text(spelling.text), "count": .number(spelling.count), "articles": spelling.articles.field,
          "why": .text(spelling.why.rawValue),
        ])
      }.field,
      "roles": actor.roles.map { role in
        Record([
          "text": .text(role.text), "first": Field(role.first?.description), "last": Field(role.last?.description),
          "articles": role.passages.map(\.article).field,
        ])
      }.field,
      "quotes": quotes.field, "stories": actor.stories.field,
      "related": actor.related.map { companion in
        Record([
          "id": .text(companion.actor), "name": Field(site.actors[companion.actor]?.identity.name),
          "stories": companion.stories.field,
        ])
      }.field,
      "timeline": events.field,
      "suggestions": identity.suggestions.map {
        Record(["id": .text($0.actor), "why": .text($0.why.rawValue)])
      }.field,
    ]
  }

  private func view(_ actor: ActorReport, _ stated: [Record], _ inferred: [Record], _ events: [Record]) -> Fields {
    let identity = actor.identity
    let statements = actor.statements.prefix(ActorPages.statements).compactMap { desk.passage($0) }
    let articles = Set(identity.references.map(\.article)).sorted()
    let origins = Set(articles.compactMap { desk.origin(of: $0) }).count
    let total = stated.count + inferred.count
    return [
      "editorNotes": desk.editorNotes(.actor, [actor.identity.id, actor.identity.name]),
      "kindLabel": .text(words.text("kind.\(identity.kind.rawValue)")), "actorsHref": .text(desk.href("actors/")),
      "role": Field(actor.roles.first?.text), "articlesCount": .text(ActorPages.articleCount(actor, desk)),
      "storiesCount": .text(words.text("stories", count: actor.stories.count)),
      "originsCount": .text(words.text("origins", count: origins)), "squares": desk.squares(articles),
      "quotesCount": .text(words.text("quotes", count: total)),
      "quotesBasis": .text(
        words.text(
          "quotes-basis",
          [
            "stated": words.number(stated.count), "inferred": words.number(inferred.count),
          ])),
      "spellings": spellings(identity).field, "hasSpellings": .flag(!identity.spellings.isEmpty),
      "roleRows": actor.roles.map(role).field, "hasRoles": .flag(!actor.roles.isEmpty),
      "statedQuotes": stated.field, "inferredQuotes": inferred.field, "hasQuotes": .flag(total > 0),
      "hasStated": .flag(!stated.isEmpty), "hasInferred": .flag(!inferred.isEmpty),
      "statements": statements.field, "hasStatements": .flag(!statements.isEmpty),
      "storyRows": actor.stories.compactMap { site.stories[$0] }.map(desk.story).field,
      "companions": companions(actor).field, "hasCompanions": .flag(!actor.related.isEmpty),
      "events": events.field, "hasEvents": .flag(!events.isEmpty), "suggested": suggestions(identity).field,
      "hasSuggestions": .flag(!identity.suggestions.isEmpty),
    ]
  }

  private func spellings(_ identity: ActorIdentity) -> [Record] {
    identity.spellings.map { spelling in
      let places = spelling.articles.compactMap { id -> Record? in
        guard let article = site.articles[id] else { return nil }
        let span = article.digest.actors.lazy.flatMap(\.mentions).first {
          String(article.digest.article[$0]) == spelling.text
        }
        return span.flatMap { desk.place(Passage(article: id, span: $0)) }
      }
      return Record(view: [
        "text": .text(spelling.text), "count": .text(words.text("times", count: spelling.count)),
        "why": .text(words.text("name-evidence.\(spelling.why.rawValue)")), "places": places.prefix(4).map { $0 }.field,
      ])
    }
  }

  private func role(_ role: ActorReport.Role) -> Record {
    let dates =
      [role.first, role.last].compactMap { $0 }.reduce(into: [CivilDay]()) { if !$0.contains($1) { $0.append($1) } }
    let when = dates.isEmpty ? words.text("date-unknown") : words.list(dates.map(desk.calendar.short))
    let lang = role.passages.first.map { desk.lang(of: $0.article) } ?? .none
    return Record(view: [
      "text": .text(role.text), "when": .text(when), "lang": lang,
      "places": role.passages.prefix(6).compactMap { desk.place($0) }.field,
    ])
  }

  private func companions(_ actor: ActorReport) -> [Record] {
    actor.related.prefix(ActorPages.companions).compactMap { companion in
      guard let other = site.actors[companion.actor] else { return nil }
      let stories = companion.stories.compactMap { site.stories[$0] }.map(desk.story)
      return desk.actor(other).viewing([
        "count": .text(words.text("stories", count: companion.stories.count)),
        "stories": Desk.separated(stories).field,
      ])
    }
  }

  private func suggestions(_ identity: ActorIdentity) -> [Record] {
    identity.suggestions.compactMap { suggestion in
      guard let other = site.actors[suggestion.actor] else { return nil }
      return desk.actor(other).viewing([
        "why": .text(words.text("name-evidence.\(suggestion.why.rawValue)"))
      ])
    }
  }
}

internal import NewsModel

/// The index of persons, organizations and places, and a page for each.
struct ActorPages {
  let desk: Desk
  private var site: SiteIndex { desk.site }
  private var words: InterfaceWords { desk.words }
  private static let companions = 16  // rows of the graph; the data has all
  private static let statements = 40  // sentences about an actor
  private static let mostNamed = 60  // actors above the letters
  static let evidence = 50  // spellings, roles, and articles of each
  private static let columns = 5  // stories of the graph, the newest

  /// "3 articles".
  static func articleCount(_ actor: ActorReport, _ desk: Desk) -> String {
    desk.words.text("articles", count: actor.articles)
  }

  /// A line of an index of actors.
  static func row(_ actor: ActorReport, _ desk: Desk) -> Record {
    desk.actor(actor).viewing(["count": .text(articleCount(actor, desk))])
  }

  /// "actors/": by kind, then by letter of the last name; where there are many, the letters lead to their sheets.
  var index: Draft {
    let letters = site.letters
    let kinds = letters.actors.map { kind, letters in
      Record(view: [
        "id": .text(kind.rawValue), "label": .text(words.text("kind-plural.\(kind.rawValue)")),
        "count": .text(words.number(letters.reduce(0) { $0 + $1.ids.count })),
        "letters": site.letters.areActorsLong ? [] : rows(letters).field,
        "links": site.letters.areActorsLong ? links(letters) { $0.actors(kind) } : [],
      ])
    }
    let known = letters.areActorsLong ? mostNamed(ActorPages.mostNamed) : site.composition.actors
    let named = letters.areActorsLong ? known.map { ActorPages.row($0, desk) } : []
    return Draft(
      "actors", path: desk.path, title: words.text("actors-title"), section: "actors",
      values: Record(
        ["actors": known.map { desk.actor($0) }.field],
        view: [
          "kinds": kinds.field, "count": .text(words.text("actors", count: site.composition.actors.count)),
          "named": named.field, "hasNamed": .flag(!named.isEmpty),
        ]))
  }

  /// The actors of most articles.
  func mostNamed(_ limit: Int) -> [ActorReport] {
    let ranked = site.composition.actors.map { actor in
      (count: actor.identity.references.count, actor: actor)
    }
    return ranked.sorted { ($1.count, $0.actor.identity.name) < ($0.count, $1.actor.identity.name) }
      .prefix(limit).map(\.actor)
  }

  /// Letters with their actors.
  func rows(_ letters: [Letter]) -> [Record] {
    letters.map { letter in
      Record(view: [
        "letter": .text(letter.letter),
        "actors": letter.ids.compactMap { site.actors[$0] }.map { ActorPages.row($0, desk) }.field,
      ])
    }
  }

  /// Letters as links to their first sheets.
  func links(_ letters: [Letter], _ listing: (Letter) -> Listing) -> Field {
    letters.map { letter in
      Record(view: [
        "letter": .text(letter.letter), "count": .text(words.number(letter.ids.count)),
        "href": .text(desk.href(listing(letter).path(1))),
      ])
    }.field
  }

  /// The page of an actor.
  func page(_ actor: ActorReport) -> Draft {
    let identity = actor.identity
    var draft = Draft(
      "actor", path: desk.path, id: identity.id, title: identity.name, section: "actors",
      description: actor.roles.first?.text ?? words.text("kind.\(identity.kind.rawValue)"),
      values: values(actor))
    draft.feedFolder = draft.path
    draft.linked = LinkedData(desk: desk).page(of: actor)
    draft.isUnindexed = desk.isUnindexed(identity)
    return draft
  }

  /// What the page shows of an actor's quotes: all, or the newest of a long list.
  private func quotes(_ actor: ActorReport, _ listing: Listing) -> (stated: [Record], inferred: [Record]) {
    var versions = actor.quotes
    if listing.isLong, case .quotes(let all) = listing.rows { versions = all.suffix(Listing.shown).reversed() }
    var stated: [Record] = []
    var inferred: [Record] = []
    for version in versions {
      guard let record = desk.quote(version), let article = site.articles[version.article] else { continue }
      if article.digest.quotes[version.quote].speaker?.basis == .stated {
        stated.append(record)
      } else {
        inferred.append(record)
      }
    }
    return (stated, inferred)
  }

  private func values(_ actor: ActorReport) -> Record {
    let listing = site.quotes(of: actor)
    let (stated, inferred) = quotes(actor, listing)
    let events = desk.events(Listing.newest(actor.timeline))
    return Record(
      data(actor, stated + inferred, events), view: view(actor, listing, stated, inferred, events))
  }

  private func data(_ actor: ActorReport, _ quotes: [Record], _ events: [Record]) -> Fields {
    let identity = actor.identity
    return [
      "id": .text(identity.id), "name": .text(identity.name), "kind": .text(identity.kind.rawValue),
      "names": identity.spellings.prefix(ActorPages.evidence).map { spelling in
        Record([
          "text": .text(spelling.text), "count": .number(spelling.count),
          "articles": spelling.articles.prefix(ActorPages.evidence).map(\.self).field,
          "why": .text(spelling.why.rawValue),
        ])
      }.field,
      "roles": actor.roles.prefix(ActorPages.evidence).map { role in
        Record([
          "text": .text(role.text), "first": Field(role.first?.description), "last": Field(role.last?.description),
          "articles": role.passages.prefix(ActorPages.evidence).map(\.article).field,
        ])
      }.field,
      "quotes": quotes.field, "stories": shownStories(actor).field,
      "related": actor.related.map { companion in
        Record([
          "id": .text(companion.actor), "name": Field(site.actors.link(companion.actor)?.identity.name),
          "stories": companion.stories.prefix(Listing.shown).map(\.self).field,
        ])
      }.field,
      "timeline": events.field,
      "activity": actor.activity.map {
        Record([
          "month": .text($0.value.text), "articles": .number($0.articles), "quotes": .number($0.quotes),
        ])
      }.field,
      "suggestions": identity.suggestions.map {
        Record(["id": .text($0.actor), "why": .text($0.why.rawValue)])
      }.field,
    ]
  }

  /// All stories, or the newest of many.
  private func shownStories(_ actor: ActorReport) -> [String] { Array(actor.stories.prefix(Listing.shown)) }

  private func view(
    _ actor: ActorReport, _ quotes: Listing, _ stated: [Record], _ inferred: [Record], _ events: [Record]
  ) -> Fields {
    let identity = actor.identity
    let statements = actor.statements.prefix(ActorPages.statements).compactMap { desk.passage($0) }
    let articles = Set(identity.references.map(\.article)).sorted()
    let origins = Set(articles.compactMap { desk.origin(of: $0) }).count
    let suggested = suggestions(identity)
    let total = quotes.isLong ? quotes.rows.count : stated.count + inferred.count
    let basis: Field =
      quotes.isLong || total == 0
      ? .none
      : .text(
        words.text(
          "quotes-basis", ["stated": words.number(stated.count), "inferred": words.number(inferred.count)]))
    let fields: Fields = [
      "editorNotes": desk.editorNotes(actor.identity),
      "kindLabel": .text(words.text("kind.\(identity.kind.rawValue)")), "actorsHref": .text(desk.href("actors/")),
      "role": Field(actor.roles.first?.text), "articlesCount": .text(ActorPages.articleCount(actor, desk)),
      "storiesCount": .text(words.text("stories", count: actor.stories.count)),
      "originsCount": .text(words.text("origins", count: origins)), "squares": desk.squares(articles),
      "quotesCount": .text(words.text("quotes", count: total)), "quotesBasis": basis,
      "quotesSheets": desk.sheets(of: quotes),
      "spellings": spellings(identity).field, "hasSpellings": .flag(!identity.spellings.isEmpty),
      "roleRows": actor.roles.prefix(ActorPages.evidence).map(role).field, "hasRoles": .flag(!actor.roles.isEmpty),
      "statedQuotes": stated.field, "inferredQuotes": inferred.field, "hasQuotes": .flag(total > 0),
      "hasStated": .flag(!stated.isEmpty), "hasInferred": .flag(!inferred.isEmpty),
      "statements": statements.field, "hasStatements": .flag(!statements.isEmpty),
      "storyRows": shownStories(actor).compactMap { site.stories.link($0) }.map(desk.story).field,
      "storiesSheets": desk.sheets(of: site.stories(of: actor)),
      "activityChart": desk.activityChart(actor.activity), "months": months(actor).field,
      "events": events.field, "hasEvents": .flag(!events.isEmpty),
      "eventsSheets": desk.sheets(of: site.events(of: actor)), "suggested": suggested.field,
      "hasSuggestions": .flag(!suggested.isEmpty),
    ]
    return fields.merging(companions(actor))
  }

  private func spellings(_ identity: ActorIdentity) -> [Record] {
    identity.spellings.prefix(ActorPages.evidence).map { spelling in
      let places = spelling.articles.lazy.compactMap { id -> Record? in
        guard let article = site.articles[id] else { return nil }
        let span = article.digest.actors.lazy.flatMap(\.mentions).first {
          String(article.digest.article[$0]) == spelling.text
        }
        return span.flatMap { desk.place(Passage(article: id, span: $0)) }
      }
      return Record(view: [
        "text": .text(spelling.text), "count": .text(words.text("times", count: spelling.count)),
        "why": .text(words.text("name-evidence.\(spelling.why.rawValue)")), "places": Array(places.prefix(4)).field,
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

  /// What the chart of activity shows, in words.
  private func months(_ actor: ActorReport) -> [Record] {
    actor.activity.map { month in
      Record(view: [
        "label": .text(desk.calendar.text(month.value)),
        "articles": .text(words.text("articles", count: month.articles)),
        "quotes": month.quotes == 0 ? .none : .text(words.text("quotes", count: month.quotes)),
      ])
    }
  }

  /// Who appears with the actor: a row each with the newest stories as columns, or names alone where one story is all
  /// that they share.
  private func companions(_ actor: ActorReport) -> Fields {
    let related = actor.related.prefix(ActorPages.companions).filter { site.actors.link($0.actor) != nil }
    let shared = Set(related.flatMap(\.stories))
    guard shared.count > 1 else {
      return ["graph": .none, "together": desk.actors(related.map(\.actor)), "hasCompanions": .flag(!related.isEmpty)]
    }
    return ["graph": graph(actor, Array(related), shared), "together": .none, "hasCompanions": true]
  }

  private func graph(_ actor: ActorReport, _ related: [ActorReport.Companion], _ shared: Set<String>) -> Field {
    let columns = actor.stories.filter(shared.contains).prefix(ActorPages.columns)
    let rows = related.compactMap { companion -> Record? in
      guard let other = site.actors.link(companion.actor) else { return nil }
      let cells = columns.enumerated().map { at, story in
        let isThere = companion.stories.contains(story)
        return Record(view: [
          "text": .text(isThere ? "\(at + 1)" : "·"), "class": .text(isThere ? "there" : "sign"),
        ])
      }
      return desk.actor(other).viewing([
        "count": .text(words.text("stories", count: companion.stories.count)), "cells": cells.field,
      ])
    }
    let keys = columns.enumerated().compactMap { at, id in
      site.stories.link(id).map { desk.story($0).viewing(["n": .number(at + 1)]) }
    }
    return .record(
      Record(view: [
        "arcs": .text(related.map { "\($0.stories.count)" }.joined(separator: " ")), "rows": rows.field,
        "columns": keys.field,
      ]))
  }

  private func suggestions(_ identity: ActorIdentity) -> [Record] {
    identity.suggestions.compactMap { suggestion in
      guard let other = site.actors.link(suggestion.actor) else { return nil }
      return desk.actor(other).viewing([
        "why": .text(words.text("name-evidence.\(suggestion.why.rawValue)"))
      ])
    }
  }
}

internal import NewsModel

/// What the editor set beside the words of the sources.
extension Desk {
  /// The editor's notes and the replies about something, by its id or the name of its page.
  func editorNotes(_ kind: KnownEntity.Kind, _ names: [String]) -> Field {
    editorNotes { $0.kind == kind && names.contains($0.name) }
  }

  /// The editor's notes and the replies about an actor, by any of its names.
  func editorNotes(_ actor: ActorIdentity) -> Field {
    editorNotes { $0.kind == .actor && actor.goes(by: $0.name) }
  }

  private func editorNotes(where isMeant: (EditorialDecisions.Target) -> Bool) -> Field {
    let notes = site.composition.decisions.notes.filter { isMeant($0.target) }
    let rows = notes.map { note in
      Record(
        ["text": .text(note.text), "by": Field(note.by), "date": Field(note.date?.description)],
        view: [
          "label": .text(note.by.map { words.text("reply-of", ["name": $0]) } ?? words.text("editors-note")),
          "when": note.date.map { .text(calendar.short($0)) } ?? .none,
        ])
    }
    return rows.field
  }

  /// The stories that a story was one page with once.
  func partings(_ story: StoryReport) -> [Record] {
    story.partings.compactMap { relative in
      site.stories.link(relative.story).map { other in
        self.story(other).adding(["isOrigin": .flag(relative.isOrigin), "isEditors": .flag(relative.isEditors)])
          .viewing([
            "label": .text(words.text(relative.isOrigin ? "parted-from" : "parted-off")),
            "when": relative.noted.map { .text(calendar.short($0)) } ?? .none,
            "editors": .flag(relative.isEditors),
          ])
      }
    }
  }

  /// The groups of articles that the editor made a story of.
  func joined(_ story: StoryReport) -> [Record] {
    let groups = story.joined.map { group in
      let shown = group.prefix(StoryPage.sigla).compactMap { site.articles[$0] }.sorted { $0.siglum < $1.siglum }
      return Record(
        ["articles": group.field],
        view: [
          "sigla": shown.map {
            Record(view: ["siglum": .text($0.siglum), "href": .text(href(SiteIndex.path(article: $0)))])
          }.field, "more": .flag(group.count > shown.count),
        ])
    }
    return groups.enumerated().map { at, group in group.viewing(["isNext": .flag(at > 0)]) }
  }

  /// Whether search engines are asked to leave a page out.
  func isUnindexed(_ kind: KnownEntity.Kind, _ names: [String]) -> Bool {
    site.composition.decisions.unindexed.contains { $0.kind == kind && names.contains($0.name) }
  }

  /// Whether search engines are asked to leave out the page of an actor, by any of its names.
  func isUnindexed(_ actor: ActorIdentity) -> Bool {
    site.composition.decisions.unindexed.contains { $0.kind == .actor && actor.goes(by: $0.name) }
  }
}

/// A page that stands where another was.
struct MovedPage {
  let desk: Desk
  let redirect: Redirect

  /// The page: where its reader finds more.
  var draft: Draft {
    let words = desk.words
    let gone = redirect.target == nil
    let path = redirect.target.map { SiteIndex.path(redirect.kind, $0) }
    let href = path.map { desk.href($0) }
    var draft = Draft(
      "moved", path: desk.path, id: redirect.slug, title: words.text(gone ? "gone-title" : "moved-title"), section: "",
      values: Record(
        ["path": Field(path)],
        view: [
          "note": .text(words.text(gone ? "gone-note.\(reason)" : "moved-note")), "href": Field(href),
          "home": .text(desk.href("")), "anchors": redirect.anchors.field, "editors": .flag(redirect.isHidden),
        ]))
    draft.refresh = href
    draft.isUnindexed = true
    return draft
  }

  private var reason: String { redirect.isUnlisted ? "unlisted" : redirect.kind.rawValue }
}

internal import NewsModel

/// Applies what the editor decided of names, order and what is shown.
///
/// What the editor joined or parted is applied to the clustering before; notes are set beside by the pages.
struct EditorsDesk {
  private let decisions: EditorialDecisions
  private let newest: CivilDay?

  /// A desk with decisions about ids.
  ///
  /// - Parameter newest: the day of the edition that is made, for pins that end.
  init(decisions: EditorialDecisions, newest: CivilDay?) {
    self.decisions = decisions
    self.newest = newest
  }

  /// Actors under the names that the editor gave.
  func renamed(_ actors: [ActorIdentity]) -> [ActorIdentity] {
    let renames = decisions.renames.filter { $0.target.kind == .actor }
    guard !renames.isEmpty else { return actors }
    return actors.map { actor in
      var actor = actor
      for rename in renames where actor.goes(by: rename.target.name) { actor.name = rename.name }
      return actor
    }
  }

  /// Stories under the titles that the editor gave, the pinned ones first.
  func ordered(_ stories: [StoryReport]) -> [StoryReport] {
    let renames = decisions.renames.filter { $0.target.kind == .story }
    let pins = decisions.pins.filter { pin in pin.until.map { until in newest.map { $0 <= until } ?? true } ?? true }
    guard !renames.isEmpty || !pins.isEmpty else { return stories }
    let titles = Dictionary(renames.map { ($0.target.name, $0.name) }) { $1 }
    let first = pins.map(\.target.name)
    let marked = stories.map { story in
      let isFirst = first.contains(story.id) || first.contains(story.slug)
      let title = titles[story.id] ?? titles[story.slug]
      guard isFirst || title != nil else { return story }
      return story.with(
        title: title, reasons: isFirst ? [.pinned] + story.reasons : nil, sourceTitle: title.map { _ in story.title })
    }
    return marked.filter { $0.reasons.first == .pinned } + marked.filter { $0.reasons.first != .pinned }
  }

  /// The actors that may have pages: persons with a role or two articles at least, and none that is hidden.
  ///
  /// A name that one article mentions once is nobody's public record (the right to be left alone).
  func shown(_ actors: [ActorReport]) -> [ActorReport] {
    let hidden = decisions.hidden.filter { $0.kind == .actor }
    return actors.filter { actor in
      if hidden.contains(where: { actor.identity.goes(by: $0.name) }) { return false }
      guard actor.identity.kind == .person else { return true }
      return !actor.roles.isEmpty || actor.articles > 1
    }
  }
}

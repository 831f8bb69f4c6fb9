internal import NewsModel
internal import Prose

/// Composes threads: their stories in time, and a title of the words that these share.
struct ThreadComposer {
  /// Names in a title; more would be a list.
  static let mostNames = 3

  let identities: [ActorIdentity]
  let stories: [String: StoryReport]
  /// The threads that had pages before.
  let known: [KnownEntity]
  private let nameByID: [String: String]
  private let idByName: [String: String]

  /// A composer of threads over stories by id.
  init(identities: [ActorIdentity], stories: [String: StoryReport], known: [KnownEntity]) {
    self.identities = identities
    self.stories = stories
    self.known = known
    nameByID = Dictionary(identities.map { ($0.id, $0.name) }) { first, _ in first }
    idByName = Dictionary(identities.map { ($0.name, $0.id) }) { first, _ in first }
  }

  /// The reports of threads, those of most stories first, then by identifier. Slugs follow the order of identifiers.
  func reports(of threads: [Thread]) -> [ThreadReport] {
    var slugs = Slugs(known: known)
    let reports = threads.sorted { $0.id < $1.id }.compactMap { thread -> ThreadReport? in
      let own = thread.stories.compactMap { stories[$0] }.sorted(by: ThreadComposer.isOlder)
      guard !own.isEmpty else { return nil }
      let actors = actors(of: own)
      let title = title(of: own, actors: actors, why: thread.why)
      return ThreadReport(
        id: thread.id, slug: slugs.slug(of: title, id: thread.id), title: title, stories: own.map(\.id),
        timeline: TimelineComposer.sorted(own.flatMap(\.timeline)), actors: actors, why: thread.why)
    }
    return reports.sorted { ($1.stories.count, $0.id) < ($0.stories.count, $1.id) }
  }

  /// Orders stories by their first day, the undated last.
  static func isOlder(_ a: StoryReport, _ b: StoryReport) -> Bool {
    switch (a.firstSeen, b.firstSeen) {
    case (let x?, let y?) where x != y: x < y
    case (.some, nil): true
    case (nil, .some): false
    default: a.id < b.id
    }
  }

  private func actors(of stories: [StoryReport]) -> [String] {
    if stories.count == 1 { return stories[0].actors }
    var found: [String: (stories: Int, place: Int)] = [:]
    for story in stories {
      for (rank, actor) in story.actors.enumerated() {
        found[actor, default: (0, 0)].stories += 1
        found[actor, default: (0, 0)].place += rank
      }
    }
    return found.sorted { a, b in
      (b.value.stories, a.value.place, a.key) < (a.value.stories, b.value.place, b.key)
    }.map(\.key)
  }

  /// The names that most stories share; the words that tie them where no name does; a lone story's own headline.
  private func title(of stories: [StoryReport], actors: [String], why: [Tie]) -> String {
    guard stories.count > 1 else { return stories[0].title }
    var count: [String: Int] = [:]
    for actor in stories.flatMap(\.actors) { count[actor, default: 0] += 1 }
    let shared = actors.filter { count[$0] ?? 0 > 1 }
    let names = tellingNames(shared, why)
    if !names.isEmpty { return names.joined(separator: ", ") }
    for case .words(let words) in why where !words.isEmpty {
      return words.prefix(ThreadComposer.mostNames).joined(separator: ", ")
    }
    return stories[0].title
  }

  private func tellingNames(_ shared: [String], _ why: [Tie]) -> [String] {
    // Clustering knows which of the shared names are rare, so that they tell; its order goes before ours.
    var chosen: [String] = []
    for case .actors(let tied) in why {
      for tie in tied {
        let id = nameByID[tie] == nil ? idByName[tie] : tie
        if let id, let name = nameByID[id], shared.contains(id), !chosen.contains(name) {
          chosen.append(name)
        }
      }
    }
    for id in shared where chosen.count < ThreadComposer.mostNames {
      if let name = nameByID[id], !chosen.contains(name) { chosen.append(name) }
    }
    return Array(chosen.prefix(ThreadComposer.mostNames))
  }
}

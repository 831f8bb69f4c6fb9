internal import NewsModel
internal import Prose

/// Tells of each actor what the stories say: roles over time, words, statements, companions.
struct ActorComposer {
  /// Other actors shown beside one.
  static let mostCompanions = 24

  let identities: [ActorIdentity]
  let stories: [PlacedStory]
  /// The day of the edition that an article belongs to, if its date can be trusted.
  let days: [String: CivilDay]
  private var storiesOf: [Int: [Int]] = [:]

  /// A composer over all stories.
  init(identities: [ActorIdentity], stories: [PlacedStory], days: [String: CivilDay]) {
    self.identities = identities
    self.stories = stories
    self.days = days
    for (index, story) in stories.enumerated() {
      for identity in story.actors { storiesOf[identity, default: []].append(index) }
    }
  }

  /// The reports of all actors that a story holds, by name.
  func reports() -> [ActorReport] {
    let held = identities.indices.filter { storiesOf[$0] != nil }
    let reports = held.map { (name: Fold.folded(identities[$0].name), report: report(of: $0)) }
    return reports.sorted { ($0.name, $0.report.identity.id) < ($1.name, $1.report.identity.id) }.map(\.report)
  }

  private func report(of identity: Int) -> ActorReport {
    let own = (storiesOf[identity] ?? []).sorted { isNewer(stories[$0], stories[$1]) }
    let shares = own.compactMap { index -> (story: PlacedStory, share: ComposedStory.Share)? in
      stories[index].actors.firstIndex(of: identity).map { (stories[index], stories[index].part.actors[$0]) }
    }
    // In the order of the stories' identifiers, as they were composed.
    let byID = shares.sorted { $0.story.story.id < $1.story.story.id }
    return ActorReport(
      identity: identities[identity], slug: identities[identity].id, roles: roles(shares.map(\.share)),
      quotes: quotes(shares.map(\.share)), statements: byID.flatMap(\.share.statements),
      stories: shares.map(\.story.story.id), related: companions(of: identity, own),
      timeline: shares.flatMap { story, share in share.events.map { story.part.timeline[$0] } }
        .sorted(by: TimelineComposer.isBefore))
  }

  private func isNewer(_ a: PlacedStory, _ b: PlacedStory) -> Bool {
    let (x, y) = (a.days.max(), b.days.max())
    if x != y { return y == nil || (x != nil && x ?? .init(number: 0) > y ?? .init(number: 0)) }
    return a.story.id < b.story.id
  }

  // MARK: Roles and words

  /// Roles in the order in which articles gave them; what is the same by its words is one.
  private func roles(_ shares: [ComposedStory.Share]) -> [ActorReport.Role] {
    var order: [[UInt64]] = []
    var roles: [[UInt64]: ActorReport.Role] = [:]
    let given = shares.flatMap(\.roles).enumerated().sorted { a, b in
      let (x, y) = (a.element.passage.article, b.element.passage.article)
      if x == y { return a.offset < b.offset }
      switch (days[x], days[y]) {
      case (let m?, let n?) where m != n: return m < n
      case (.some, nil): return true
      case (nil, .some): return false
      default: return x < y
      }
    }.map(\.element)
    for role in given {
      if roles[role.key] == nil {
        order.append(role.key)
        roles[role.key] = ActorReport.Role(text: role.text, first: nil, last: nil, passages: [])
      }
      add(role, to: &roles[role.key])
    }
    return order.compactMap { roles[$0] }
  }

  private func add(_ given: ComposedStory.Role, to role: inout ActorReport.Role?) {
    guard var known = role else { return }
    if given.text.utf8.count > known.text.utf8.count { known.text = given.text }
    if let day = days[given.passage.article] {
      known.first = min(known.first ?? day, day)
      known.last = max(known.last ?? day, day)
    }
    known.passages.append(given.passage)
    role = known
  }

  private func quotes(_ shares: [ComposedStory.Share]) -> [StoryQuote.Version] {
    let all = shares.flatMap(\.quotes)
    return all.filter { !$0.isInferred }.map(\.version) + all.filter(\.isInferred).map(\.version)
  }

  // MARK: Companions

  /// The other actors of its stories, those of most stories first, then those that these name most.
  private func companions(of identity: Int, _ own: [Int]) -> [ActorReport.Companion] {
    var shared: [Int: [String]] = [:]
    var rank: [Int: Int] = [:]
    for story in own {
      for (place, other) in stories[story].actors.enumerated() where other != identity {
        shared[other, default: []].append(stories[story].story.id)
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

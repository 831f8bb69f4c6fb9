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
  ///
  /// - Parameter jobs: how many threads work.
  func reports(jobs: Int) -> [ActorReport] {
    let held = identities.indices.filter { storiesOf[$0] != nil }
    let made = Workers.map(held.count, jobs: jobs) { at in
      (name: Fold.folded(identities[held[at]].name), report: report(of: held[at]))
    }
    let order = made.indices.sorted {
      (made[$0].name, made[$0].report.identity.id) < (made[$1].name, made[$1].report.identity.id)
    }
    return order.map { made[$0].report }
  }

  private func report(of identity: Int) -> ActorReport {
    let own = (storiesOf[identity] ?? []).sorted { isNewer(stories[$0], stories[$1]) }
    let shares = own.compactMap { index -> (story: PlacedStory, share: ComposedStory.Share)? in
      stories[index].actors.firstIndex(of: identity).map { (stories[index], stories[index].part.actors[$0]) }
    }
    // In the order of the stories' identifiers, as they were composed.
    let byID = shares.sorted { $0.story.story.id < $1.story.story.id }
    let quotes = quotes(shares.map(\.share))
    return ActorReport(
      identity: identities[identity], slug: identities[identity].id, roles: roles(shares.map(\.share)),
      quotes: quotes, statements: byID.flatMap(\.share.statements),
      stories: shares.map(\.story.story.id), related: companions(of: identity, own),
      timeline: TimelineComposer.sorted(
        shares.flatMap { story, share in share.events.map { story.part.timeline[$0] } }),
      activity: activity(of: identities[identity], quotes))
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

  /// Articles and quotes by the month of publication.
  private func activity(of identity: ActorIdentity, _ quotes: [StoryQuote.Version]) -> [ActorReport.Month] {
    var counts: [Int: (articles: Int, quotes: Int)] = [:]
    func month(of article: String) -> Int? {
      days[article].map { day in
        let parts = day.parts
        return parts.year * 12 + parts.month - 1
      }
    }
    for article in Set(identity.references.map(\.article)) {
      if let month = month(of: article) { counts[month, default: (0, 0)].articles += 1 }
    }
    for quote in quotes {
      if let month = month(of: quote.article) { counts[month, default: (0, 0)].quotes += 1 }
    }
    return counts.sorted { $0.key < $1.key }.map { month, count in
      let text = "\(CivilDay.padded(month / 12, to: 4))-\(CivilDay.padded(month % 12 + 1, to: 2))"
      return ActorReport.Month(
        value: CalendarValue(text: text, precision: .month), articles: count.articles, quotes: count.quotes)
    }
  }

  // MARK: Companions

  /// The other actors of its stories, those of most stories first, then those that these name most.
  private func companions(of identity: Int, _ own: [Int]) -> [ActorReport.Companion] {
    var found: [Int: Int] = [:]
    var tallies: [(other: Int, stories: [Int], rank: Int)] = []
    for story in own {
      for (place, other) in stories[story].actors.enumerated() where other != identity {
        if let at = found[other] {
          tallies[at].stories.append(story)
          tallies[at].rank += place
        } else {
          found[other] = tallies.count
          tallies.append((other, [story], place))
        }
      }
    }
    let nearest = tallies.sorted { a, b in
      if a.stories.count != b.stories.count { return a.stories.count > b.stories.count }
      return a.rank != b.rank ? a.rank < b.rank : identities[a.other].id < identities[b.other].id
    }.prefix(ActorComposer.mostCompanions)
    return nearest.map { tally in
      ActorReport.Companion(
        actor: identities[tally.other].id, stories: tally.stories.map { stories[$0].story.id })
    }
  }
}

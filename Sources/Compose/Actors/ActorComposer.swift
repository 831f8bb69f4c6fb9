internal import NewsModel
internal import Prose

/// Tells of each actor what the stories say: roles over time, words, statements, companions.
struct ActorComposer {
  /// Other actors shown beside one.
  static let mostCompanions = 24

  let identities: [ActorIdentity]
  /// In the order of their identifiers.
  let stories: [PlacedStory]
  /// The day of the edition that an article belongs to, if its date can be trusted.
  let days: [String: CivilDay]
  private let activity: ActorActivity
  /// For each identity its stories, newest first, and its place among the actors of each.
  private var storiesOf: [[(story: Int, place: Int)]]
  /// For each identity its place by identifier.
  private let ranks: [Int]

  /// A composer over all stories, in the order of their identifiers.
  init(identities table: IdentityTable, stories: [PlacedStory], days: [String: CivilDay]) {
    identities = table.all
    self.stories = stories
    self.days = days
    activity = ActorActivity(identities: table, days: days)
    ranks = table.ranks
    storiesOf = Array(repeating: [], count: table.all.count)
    let newest = stories.map { $0.days.max() }
    let order = stories.indices.sorted { a, b in
      if let x = newest[a], let y = newest[b], x != y { return x > y }
      if (newest[a] == nil) != (newest[b] == nil) { return newest[b] == nil }
      return a < b
    }
    for story in order {
      for (place, identity) in stories[story].actors.enumerated() { storiesOf[identity].append((story, place)) }
    }
  }

  /// The reports of all actors that a story holds, by name.
  ///
  /// - Parameter jobs: how many threads work.
  func reports(jobs: Int) -> [ActorReport] {
    let held = identities.indices.filter { !storiesOf[$0].isEmpty }
    let benches = (0..<max(1, jobs)).map { _ in Companions(identities.count) }
    let made = Workers.map(held.count, on: benches) { at, bench in
      (name: Fold.folded(identities[held[at]].name), report: report(of: held[at], bench))
    }
    let order = made.indices.sorted { a, b in
      made[a].name != made[b].name ? made[a].name < made[b].name : ranks[held[a]] < ranks[held[b]]
    }
    return order.map { made[$0].report }
  }

  private func report(of identity: Int, _ bench: Companions) -> ActorReport {
    let own = storiesOf[identity]
    let shares = own.map { stories[$0.story].part.actors[$0.place] }
    let quotes = quotes(shares)
    return ActorReport(
      identity: identities[identity], slug: identities[identity].id, roles: roles(shares), quotes: quotes,
      // In the order of the stories' identifiers, as they were composed.
      statements: own.indices.sorted { own[$0].story < own[$1].story }.flatMap { shares[$0].statements },
      stories: own.map { stories[$0.story].story.id }, related: companions(of: identity, own, bench),
      timeline: TimelineComposer.sorted(
        zip(own, shares).flatMap { at, share in share.events.map { stories[at.story].part.timeline[$0] } }),
      activity: activity.months(of: identity, quotes))
  }

  // MARK: Roles and words

  /// Roles in the order in which articles gave them; what is the same by its words is one.
  private func roles(_ shares: [ComposedStory.Share]) -> [ActorReport.Role] {
    var order: [[UInt64]] = []
    var roles: [[UInt64]: ActorReport.Role] = [:]
    let given = shares.flatMap(\.roles).map { (role: $0, day: days[$0.passage.article]) }
    let inTime = given.indices.sorted { a, b in
      let (x, y) = (given[a].role.passage.article, given[b].role.passage.article)
      if x == y { return a < b }
      switch (given[a].day, given[b].day) {
      case (let m?, let n?) where m != n: return m < n
      case (.some, nil): return true
      case (nil, .some): return false
      default: return x < y
      }
    }
    for at in inTime {
      let (role, day) = given[at]
      if roles[role.key] == nil {
        order.append(role.key)
        roles[role.key] = ActorReport.Role(text: role.text, first: nil, last: nil, passages: [])
      }
      add(role, of: day, to: &roles[role.key])
    }
    return order.compactMap { roles[$0] }
  }

  private func add(_ given: ComposedStory.Role, of day: CivilDay?, to role: inout ActorReport.Role?) {
    guard var known = role else { return }
    if given.text.utf8.count > known.text.utf8.count { known.text = given.text }
    if let day {
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
  private func companions(
    of identity: Int, _ own: [(story: Int, place: Int)], _ bench: Companions
  ) -> [ActorReport.Companion] {
    for at in own { bench.add(stories[at.story].actors, besides: identity) }
    let nearest = bench.nearest(ActorComposer.mostCompanions, ranks: ranks)
    var together = [[String]](repeating: [], count: nearest.count)
    for at in own {
      for other in stories[at.story].actors {
        let place = bench.place(of: other)
        if place >= 0 { together[place].append(stories[at.story].story.id) }
      }
    }
    bench.clear()
    return zip(nearest, together).map { ActorReport.Companion(actor: identities[$0].id, stories: $1) }
  }

  /// Counts the actors of some stories: arrays by place, of which only what was touched is cleared. Not for use by
  /// several threads at once.
  private final class Companions {
    private struct Tally {
      var stories: Int32 = 0
      /// The sum of its places among the actors of each.
      var rank = 0
      /// Its place among the nearest.
      var place: Int32 = -1
    }
    private var met: [Int] = []
    private let tallies: UnsafeMutableBufferPointer<Tally>

    init(_ count: Int) {
      tallies = .allocate(capacity: count)
      tallies.initialize(repeating: Tally())
    }

    deinit { tallies.deallocate() }

    /// Counts the actors of one more story.
    func add(_ actors: [Int], besides identity: Int) {
      for (place, other) in actors.enumerated() where other != identity {
        if tallies[other].stories == 0 { met.append(other) }
        tallies[other].stories += 1
        tallies[other].rank += place
      }
    }

    /// Those of most stories, of equals those named first, then by identifier.
    func nearest(_ count: Int, ranks: [Int]) -> [Int] {
      let nearest = met.least(count) { a, b in
        let (x, y) = (tallies[a], tallies[b])
        if x.stories != y.stories { return x.stories > y.stories }
        return x.rank != y.rank ? x.rank < y.rank : ranks[a] < ranks[b]
      }
      for (place, other) in nearest.enumerated() { tallies[other].place = Int32(place) }
      return nearest
    }

    /// The place of an actor among the nearest; -1 for others.
    func place(of other: Int) -> Int { Int(tallies[other].place) }

    func clear() {
      for other in met { tallies[other] = Tally() }
      met.removeAll(keepingCapacity: true)
    }
  }
}

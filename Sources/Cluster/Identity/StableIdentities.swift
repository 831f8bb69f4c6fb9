package import NewsModel

/// Keeps the identities of stories, threads and actors from one morning to the next.
///
/// What holds most of a known group's members takes its identity; what is left of a group that was swallowed points to
/// its successor (the matching of event clusters over time by overlap, as in newsLens, Laban & Hearst 2017).
package struct StableIdentities {
  /// A clustering with the ids that earlier mornings gave, and the known entities that went into others.
  package struct Settled: Sendable {
    package var clustering: Clustering
    /// Known entities of which `successor` changed, sorted by kind and id.
    package var moved: [KnownEntity]
    /// Stories that left others, of which another part kept the page; sorted.
    package var parted: [Parting] = []
  }

  /// What is known of a kind, in the order of ids.
  private let known: [KnownEntity.Kind: [KnownEntity]]
  /// Whether everything known is still shown, so that what has no members now is gone.
  private let isWhole: Bool

  /// Identities known from earlier mornings.
  ///
  /// - Parameter isWhole: whether the clustering is of all articles, not of some named ones.
  package init(known: [KnownEntity], isWhole: Bool) {
    self.known = Dictionary(grouping: known.sorted { ($0.kind, $0.id) < ($1.kind, $1.id) }, by: \.kind)
    self.isWhole = isWhole
  }

  /// The same groups under the ids that they had.
  package func settled(_ clustering: Clustering) -> Settled {
    var made = clustering
    var moved: [KnownEntity] = []
    let stories = ids(.story, clustering.stories.map { ($0.id, $0.articles) }, &moved)
    for index in made.stories.indices { made.stories[index].id = stories[index] }
    let storyID = Dictionary(zip(clustering.stories.map(\.id), stories)) { first, _ in first }
    for index in made.threads.indices {
      made.threads[index].stories = made.threads[index].stories.map { storyID[$0] ?? $0 }.sorted()
    }
    let articles = Dictionary(made.stories.map { ($0.id, $0.articles) }) { first, _ in first }
    let threads = ids(.thread, made.threads.map { ($0.id, $0.stories.flatMap { articles[$0] ?? [] }) }, &moved)
    for index in made.threads.indices { made.threads[index].id = threads[index] }
    let threadID = Dictionary(zip(clustering.threads.map(\.id), threads)) { first, _ in first }
    for index in made.stories.indices {
      made.stories[index].thread = threadID[made.stories[index].thread] ?? made.stories[index].thread
    }
    let actors = ids(.actor, made.actors.map { ($0.id, $0.references.map(\.member)) }, &moved)
    let actorID = Dictionary(zip(made.actors.map(\.id), actors)) { first, _ in first }
    for index in made.actors.indices {
      made.actors[index].id = actors[index]
      for other in made.actors[index].suggestions.indices {
        let suggested = made.actors[index].suggestions[other].actor
        made.actors[index].suggestions[other].actor = actorID[suggested] ?? suggested
      }
      made.actors[index].suggestions.sort { $0.actor < $1.actor }
    }
    made.stories.sort { $0.id < $1.id }
    made.threads.sort { $0.id < $1.id }
    made.actors.sort { $0.id < $1.id }
    return Settled(
      clustering: made, moved: moved.sorted { ($0.kind, $0.id) < ($1.kind, $1.id) }, parted: parted(made.stories))
  }

  /// The stories that are new and hold articles of one that is still there.
  private func parted(_ stories: [Story]) -> [Parting] {
    let old = known[.story] ?? []
    // What went into another story is new again where it leaves it.
    let names = Set(old.filter { $0.successor?.isEmpty ?? true }.map(\.id))
    let standing = Set(stories.map(\.id))
    var owner: [String: String] = [:]
    for entity in old where names.contains(entity.id) && standing.contains(entity.id) {
      for member in entity.members { owner[member] = entity.id }
    }
    guard !owner.isEmpty else { return [] }
    return stories.flatMap { story -> [Parting] in
      guard !names.contains(story.id) else { return [] }
      return Set(story.articles.compactMap { owner[$0] }).map { Parting(story: story.id, origin: $0) }
    }.sorted()
  }

  private struct Overlap {
    var new: Int
    var old: Int
    var count: Int
  }

  /// The ids of new groups, in order; notes what known ones went into.
  private func ids(
    _ kind: KnownEntity.Kind, _ groups: [(id: String, members: [String])], _ moved: inout [KnownEntity]
  ) -> [String] {
    let old = known[kind] ?? []
    guard !old.isEmpty else { return groups.map(\.id) }
    let members = Members(groups.map(\.members), old.map(\.members))
    let overlaps = overlaps(groups, old, members)
    var kept = [Int?](repeating: nil, count: groups.count)
    var heir = [Int?](repeating: nil, count: old.count)
    var isKept = [Bool](repeating: false, count: old.count)
    for overlap in overlaps {
      if heir[overlap.old] == nil { heir[overlap.old] = overlap.new }
      if kept[overlap.new] == nil && !isKept[overlap.old] {
        kept[overlap.new] = overlap.old
        isKept[overlap.old] = true
        heir[overlap.old] = overlap.new
      }
    }
    revive(members, old, &kept, &isKept)
    var taken = Set(old.map(\.id))
    let ids = groups.indices.map { index in
      kept[index].map { old[$0].id } ?? StableIdentities.free(groups[index].id, &taken)
    }
    for index in old.indices {
      var successor = old[index].successor
      if isKept[index] {
        successor = nil
      } else if let heir = heir[index] {
        successor = ids[heir]
      } else if isWhole, successor == nil {
        successor = ""
      }
      if successor != old[index].successor {
        moved.append(old[index])
        moved[moved.count - 1].successor = successor
      }
    }
    return ids
  }

  /// Gives groups that are nobody's the identity of a known one that went into another and is parted from it again: all
  /// its members are theirs.
  private func revive(_ members: Members, _ old: [KnownEntity], _ kept: inout [Int?], _ isKept: inout [Bool]) {
    let isNobodys = kept.map { $0 == nil }
    guard isNobodys.contains(true) else { return }
    for index in old.indices where !isKept[index] && !(old[index].successor ?? "").isEmpty {
      guard let group = members.owner(of: index), isNobodys[group], kept[group] == nil else { continue }
      kept[group] = index
      isKept[index] = true
    }
  }

  /// Known entities that went into others and stand apart from all else of these again, as where an editor takes a merging
  /// back: their members count for them.
  private func returned(_ old: [KnownEntity], _ members: Members) -> [Int] {
    let gone = old.indices.filter { !(old[$0].successor ?? "").isEmpty }
    guard !gone.isEmpty else { return [] }
    let places = Dictionary(zip(old.map(\.id), old.indices)) { first, _ in first }
    return gone.filter { index in
      guard let host = old[index].successor.flatMap({ places[$0] }), let own = members.owner(of: index) else {
        return false
      }
      let left = Set(members.known(index))
      let rest = Set(members.known(host).filter { $0 >= 0 && !left.contains($0) }.map { members.groupOf[Int($0)] })
      return !rest.isEmpty && !rest.contains(Int32(own))
    }
  }

  /// Which groups share members with which known ones: most first, then the older, then by id.
  private func overlaps(
    _ groups: [(id: String, members: [String])], _ old: [KnownEntity], _ members: Members
  ) -> [Overlap] {
    var owner = [Int32](repeating: -1, count: members.groupOf.count)
    for (index, entity) in old.enumerated() where entity.successor?.isEmpty ?? true {
      for member in members.known(index) where member >= 0 && owner[Int(member)] < 0 {
        owner[Int(member)] = Int32(index)
      }
    }
    for index in returned(old, members) {
      for member in members.known(index) where member >= 0 { owner[Int(member)] = Int32(index) }
    }
    var overlaps: [Overlap] = []
    var placeOf = [Int](repeating: -1, count: old.count)
    for new in groups.indices {
      let first = overlaps.count
      for member in members.group(new) {
        let index = Int(owner[Int(member)])
        guard index >= 0 else { continue }
        if placeOf[index] < first {
          placeOf[index] = overlaps.count
          overlaps.append(Overlap(new: new, old: index, count: 0))
        }
        overlaps[placeOf[index]].count += 1
      }
    }
    func age(_ overlap: Overlap) -> Int { old[overlap.old].firstSeen?.number ?? .max }
    return overlaps.sorted { a, b in
      if a.count != b.count { return a.count > b.count }
      let (x, y) = (age(a), age(b))
      if x != y { return x < y }
      return a.old != b.old ? a.old < b.old : groups[a.new].id < groups[b.new].id
    }
  }

  /// The id itself, or with the first number that makes it nobody's.
  private static func free(_ id: String, _ taken: inout Set<String>) -> String {
    var free = id
    var number = 2
    while !taken.insert(free).inserted {
      free = "\(id)-\(number)"
      number += 1
    }
    return free
  }
}

internal import NewsModel

/// What begins with one letter, of an index by letters.
struct Letter: Sendable {
  /// A capital, or "#".
  var letter: String
  /// In the order of the index.
  var ids: [String]

  /// Its part of an address: a small letter, or "other".
  private var slug: String { letter == "#" ? "other" : letter.lowercased() }

  /// The sheets of the letter among the actors of a kind.
  func actors(_ kind: Actor.Kind) -> Listing {
    Listing(
      owner: Listing.Owner(folder: "actors/", name: letter, section: "actors"),
      part: "letters/\(kind.rawValue)-\(slug)/", key: "kind-plural.\(kind.rawValue)", rows: .actors(ids))
  }

  /// The sheets of the letter among the stories.
  var stories: Listing {
    Listing(
      owner: Listing.Owner(folder: "search/", name: letter, section: "search"), part: "letters/\(slug)/",
      key: "stories-title", rows: .stories(ids))
  }
}

/// The indexes of a site by letters: made once for all threads and pages.
struct SiteLetters: Sendable {
  /// More entries than this do not stand on one page.
  static let longest = 600  // entries, about 0.2 KB each

  let actors: [(kind: Actor.Kind, letters: [Letter])]
  /// Actors of all kinds; none where they are too many for one page.
  let allActors: [Letter]
  let stories: [Letter]
  /// Whether actors or stories are too many for one page.
  let areActorsLong: Bool
  let areStoriesLong: Bool

  /// The letters of a composition.
  init(_ site: Composition) {
    areActorsLong = site.actors.count > SiteLetters.longest
    areStoriesLong = site.stories.count > SiteLetters.longest
    let entries = site.actors.map { actor in
      let key = SiteLetters.sortKey(actor)
      return (kind: actor.identity.kind, entry: Entry(key: key, first: key.first, id: actor.identity.id))
    }
    actors = Actor.Kind.allCases.compactMap { kind in
      let own = entries.lazy.filter { $0.kind == kind }.map(\.entry)
      return own.isEmpty ? nil : (kind, SiteLetters.letters(Array(own)))
    }
    allActors = areActorsLong ? [] : SiteLetters.letters(entries.map(\.entry))
    stories = SiteLetters.letters(site.stories.map { Entry(key: $0.title, first: $0.slug.first, id: $0.id) })
  }

  private struct Entry {
    /// What it is sorted by.
    var key: String
    var first: Character?
    var id: String
  }

  /// Entries under their letter, by key.
  private static func letters(_ entries: [Entry]) -> [Letter] {
    var byLetter: [String: [String]] = [:]
    for entry in entries.sorted(by: { ($0.key, $0.id) < ($1.key, $1.id) }) {
      let letter = entry.first.map { $0.isLetter ? $0.uppercased() : "#" } ?? "#"
      byLetter[letter, default: []].append(entry.id)
    }
    return byLetter.keys.sorted().map { Letter(letter: $0, ids: byLetter[$0] ?? []) }
  }

  /// The slug is without accents and in one case; a person is found under the family name.
  private static func sortKey(_ actor: ActorReport) -> String {
    guard actor.identity.kind == .person,
      let last = actor.slug.split(separator: "-").last(where: { !$0.allSatisfy(\.isNumber) })
    else { return actor.slug }
    return String(last) + " " + actor.slug
  }
}

internal import NewsModel

/// What speaks for and against each kind, in points; rules add to it.
struct KindVotes: Equatable {
  var person = 0
  var organization = 0
  var place = 0
  /// Against it being an actor at all.
  var nothing = 0

  /// Adds all of another's points.
  static func += (a: inout KindVotes, b: KindVotes) {
    a.person += b.person
    a.organization += b.organization
    a.place += b.place
    a.nothing += b.nothing
  }

  /// The kind that has most points, and how many it leads by over none; nil where nothing speaks for any.
  var winner: (kind: Actor.Kind, margin: Int)? {
    let best = max(person, organization, place)
    guard best > nothing, best > 0 else { return nil }
    // On a tie the kind that harms least if wrong: a place or an organization taken for a person is the worst.
    if place == best { return (.place, best - nothing) }
    if organization == best { return (.organization, best - nothing) }
    return (.person, best - nothing)
  }
}

/// A run of words that may name an actor.
struct NameCandidate {
  /// Indices into tokens.
  var tokens: Range<Int>
  /// The name as the tables have it, if they do.
  var known: KnownName.Sense?
  /// Built around a word such as "ministère" or "University".
  var isOrganizationPhrase = false
  /// Its only capital may be the sentence's.
  var isSentenceCase = false
  /// A role stands directly before it.
  var role: RolePhrase?
  /// A civility stands directly before it; its token.
  var civility: Int?
  var votes = KindVotes()
}

internal import NewsModel

/// What speaks for and against each kind, in points; rules add to it.
struct KindVotes: Equatable {
  var person = 0
  var organization = 0
  var place = 0
  /// Against it being an actor at all.
  var nothing = 0
  /// Those of `person` that a verb of saying or doing gives, which companies have too.
  var verb = 0
  /// Those of `organization` that come from signs of a company or from the noun before it.
  var company = 0

  /// What stands beside it is a firm's as often as a place's ("the X works"): of a firm where it speaks as well.
  var site = 0

  /// A second sign of the same kind adds no more than this: weak signs do not grow strong by being repeated.
  static let mostByRepetition = 3
  /// The weakest signs of one word ("de Ostry" may be a family or a town) add nothing at all.
  static let leastRepeated = 1

  /// Adds the points of another mention of the same spelling.
  ///
  /// The best mention counts, others add a little, the weakest signs of one word nothing; against it counts only what stands at each mention.
  mutating func add(repeated other: KindVotes, isOneWord: Bool = false) {
    let least = isOneWord ? KindVotes.leastRepeated : 0
    func joined(_ a: Int, _ b: Int) -> Int {
      let lesser = min(a, b)
      return max(a, b) + (lesser > least ? min(lesser, KindVotes.mostByRepetition) : 0)
    }
    person = person < 0 || other.person < 0 ? person + other.person : joined(person, other.person)
    organization = joined(organization, other.organization)
    place = joined(place, other.place)
    verb = joined(verb, other.verb)
    company = joined(company, other.company)
    site = max(site, other.site)
    // What is called a film or a missile once is one everywhere; a sentence's capital says nothing of other places.
    let isThing = max(nothing, other.nothing) >= NoActorEvidence.thing
    nothing = isThing ? max(nothing, other.nothing) : min(nothing, other.nothing)
  }

  /// Gives a company the verbs that its name was the subject of.
  mutating func settle() {
    let isSite = site > 0 && place <= PlaceEvidence.preposition
    guard company > 0 || isSite, verb > 0 else { return }
    organization += verb
    company += verb
    person -= verb
    verb = 0
  }

  /// Adds points to one kind.
  mutating func add(_ points: Int, to kind: Actor.Kind) {
    switch kind {
    case .person: person += points
    case .organization: organization += points
    case .place: place += points
    }
  }

  /// How many points the best kind has over the next best and over none.
  var lead: Int {
    let best = max(person, organization, place)
    let middle = max(min(person, organization), min(max(person, organization), place))
    return best - max(middle, nothing, 0)
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
  /// Built around a word such as "lac" or "aéroport".
  var isPlacePhrase = false
  /// So many letters of honour stand behind it ("KC").
  var letters = 0
  /// Stands inside a role ("homologue russe de Milley").
  var isComplement = false
  /// Says where somebody is from ("Jane Roe of Kentucky"), so that what follows is said of that person.
  var isOrigin = false
  /// Its only capital may be the sentence's.
  var isSentenceCase = false
  /// A role stands directly before it.
  var role: RolePhrase?
  /// Roles that stand beside it behind a comma.
  var appositions: [RolePhrase] = []
  /// A civility stands directly before it; its token.
  var civility: Int?
  var votes = KindVotes()
}

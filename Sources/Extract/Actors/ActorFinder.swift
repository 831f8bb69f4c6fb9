internal import Languages
internal import NewsModel
internal import Prose

/// Finds persons, organizations and places with their roles.
///
/// One pass cuts out candidates (`NameScanner`), each is weighed by what stands in and around it (`PersonEvidence`,
/// `PlaceEvidence`, `OrganizationEvidence`, `NoActorEvidence`), and all mentions of a spelling share their votes, so
/// that a name has one reading through an article (`ActorAssembler`).
struct ActorFinder {
  private let lexicon: ActorLexicon

  /// The finder of a language.
  init(language: Language, tokenizer: Tokenizer) {
    lexicon = ActorLexicon(language: language, tokenizer: tokenizer)
  }

  /// In the order of first mention.
  func actors(in text: SegmentedText, title: String?, relays: [Relay]) -> [Actor] {
    let reading = ActorReading(text, lexicon)
    var scanner = NameScanner(reading)
    scanner.scan()
    var candidates = scanner.candidates
    AppositionRoles(reading: reading).attach(scanner.roles, to: &candidates)
    weigh(&candidates, reading)
    var assembler = ActorAssembler(reading)
    let entries = assembler.entries(from: candidates)
    var slugs = ActorSlugs()
    return entries.map { entry in
      let name = text.words(text.span(entry.fullest))
      return Actor(
        id: slugs.slug(for: name), name: name, kind: entry.kind,
        roles: unique(entry.roles.map { text.span($0) }), mentions: entry.mentions.map { text.span($0) },
        evidence: Actor.Evidence(
          person: entry.votes.person, organization: entry.votes.organization, place: entry.votes.place,
          nothing: entry.votes.nothing))
    }
  }

  private func weigh(_ candidates: inout [NameCandidate], _ reading: ActorReading) {
    let person = PersonEvidence(reading: reading)
    let place = PlaceEvidence(reading: reading)
    let organization = OrganizationEvidence(reading: reading)
    let nothing = NoActorEvidence(reading: reading)
    let definition = DefinitionEvidence(reading: reading)
    let company = CompanyEvidence(reading: reading)
    for index in candidates.indices {
      let candidate = candidates[index]
      let named = organization.points(for: candidate)
      var votes = KindVotes(
        person: person.points(for: candidate), organization: named.all, place: place.points(for: candidate),
        nothing: nothing.points(for: candidate))
      let signs = company.points(for: candidate)
      votes.organization += signs
      votes.company = named.named + signs
      votes.site = company.sitePoints(for: candidate)
      votes.verb = person.verbPoints(for: candidate)
      // Whatever speaks for a person ("HydroLoire said …") speaks for who has such a name.
      if candidate.tokens.count == 1, candidate.known == nil, candidate.role == nil, candidate.civility == nil,
        reading.hasInnerCapital(candidate.tokens.lowerBound)
      {
        votes.organization = max(votes.organization, votes.person)
        (votes.person, votes.verb) = (0, 0)
      }
      ClubEvidence(reading: reading).settle(&votes, of: candidate)
      let defined = definition.votes(for: candidate)
      votes.person += defined.person
      votes.organization += defined.organization
      votes.place += defined.place
      candidates[index].votes = votes
    }
    ListEvidence(reading: reading).lend(to: &candidates)
  }

  private func unique(_ spans: [Span]) -> [Span] {
    var found: [Span] = []
    for span in spans.sorted() where found.last != span { found.append(span) }
    return found
  }
}

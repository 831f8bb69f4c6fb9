internal import NewsModel
internal import Prose

/// Puts the candidates of one text together: one kind for a name, one actor for its short and long forms.
struct ActorAssembler {
  /// A family name shorter than this is no safe alias ("Xi", "Li" are given in full by the tables).
  static let shortestAlias = 3  // bytes

  /// One actor in the making.
  struct Entry {
    var kind: Actor.Kind
    /// The folded words of the fullest form.
    var words: [UInt64]
    var fullest: Range<Int>
    var mentions: [Range<Int>] = []
    var roles: [Range<Int>] = []
    var gender: ActorLexicon.Gender?
    /// What decided its kind.
    var votes = KindVotes()
  }

  let reading: ActorReading
  private var entries: [Entry] = []
  private var byKey = HashIndex()
  /// Persons by each word of their names, latest last: indices into `persons`.
  private var byWord = HashIndex()
  private var persons: [[Int]] = []
  /// Organizations of several words by the first: indices into `entries`, counted from 1, 0 where two begin so.
  private var byFirstWord = HashIndex()

  /// An assembler for one text.
  init(_ reading: ActorReading) { self.reading = reading }

  /// The actors, in the order of first mention.
  mutating func entries(from candidates: [NameCandidate]) -> [Entry] {
    let (totals, spellings) = totals(of: candidates)
    // Full names first, so that a short form finds them wherever it stands.
    for index in candidates.indices where candidates[index].tokens.count > 1 || candidates[index].known == .person {
      let votes = totals[spellings[index]]
      guard let kind = votes.winner?.kind else { continue }
      add(candidates[index], kind, votes, isShort: false)
    }
    for index in candidates.indices where candidates[index].tokens.count == 1 && candidates[index].known != .person {
      let candidate = candidates[index]
      let votes = totals[spellings[index]]
      let kind = votes.winner?.kind
      let bearer = isAliasPossible(candidate, votes) ? bearer(of: candidate, votes) : .nobody
      // A family name that two persons have names neither of them.
      if bearer == .several { continue }
      if case .one(let person) = bearer {
        attach(candidate, to: person)
      } else if kind != nil, let organization = organization(for: candidate, votes) {
        attach(candidate, to: organization)
      } else if kind != nil, isFirm(candidate, votes) {
        add(candidate, .organization, votes, isShort: true)
      } else if let kind {
        add(candidate, kind, votes, isShort: true)
      }
    }
    join(Acronyms(reading: reading).pairs(in: candidates))
    for index in entries.indices { entries[index].mentions.sort { $0.lowerBound < $1.lowerBound } }
    return entries.filter { !$0.mentions.isEmpty }.sorted { $0.mentions[0].lowerBound < $1.mentions[0].lowerBound }
  }

  /// Makes one actor of an acronym and what it stands for.
  private mutating func join(_ pairs: [(full: Range<Int>, short: Range<Int>)]) {
    for pair in pairs {
      guard let full = byKey[key(pair.full)], let short = byKey[key(pair.short)], full != short,
        entries[full].kind != .person
      else { continue }
      entries[full].mentions += entries[short].mentions
      entries[short].mentions = []
      byKey.set(key(pair.short), full)
    }
  }

  /// The votes of all candidates of one spelling; against it counts only what counts at each place. For each candidate
  /// the index of its spelling's.
  private func totals(of candidates: [NameCandidate]) -> ([KindVotes], spellings: [Int]) {
    var totals: [KindVotes] = []
    var spellings: [Int] = []
    spellings.reserveCapacity(candidates.count)
    var known = HashIndex()
    for index in candidates.indices {
      let key = key(candidates[index].tokens)
      if let spelling = known[key] {
        totals[spelling].add(repeated: candidates[index].votes, isOneWord: candidates[index].tokens.count == 1)
        spellings.append(spelling)
      } else {
        known.set(key, totals.count)
        spellings.append(totals.count)
        totals.append(candidates[index].votes)
      }
    }
    for index in totals.indices { totals[index].settle() }
    return (totals, spellings)
  }

  private func key(_ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { hash = (hash ^ reading.tokens[index].folded) &* 0x100_0000_01B3 }
    return hash
  }

  /// A single word is a person's short form unless the tables know it and its place agrees.
  private func isAliasPossible(_ candidate: NameCandidate, _ votes: KindVotes) -> Bool {
    if candidate.votes.person >= PersonEvidence.role { return true }
    switch candidate.known {
    // "Bloomberg said" beside a Michael Bloomberg is he, "told Bloomberg" the agency.
    case .organization: return candidate.votes.person >= PersonEvidence.verb || mayBeFamilyName(candidate, votes)
    case .place, .town: return candidate.votes.place <= PlaceEvidence.known && candidate.votes.person > 0
    // "Dupont emploie …": beside a Jean Dupont it is his.
    default:
      let organization = votes.organization - votes.company
      return organization < OrganizationEvidence.headWord || votes.person > organization
    }
  }

  /// "Leclerc a quitté la salle", « … », a dit Leclerc: whether a firm's name that is the family name of somebody named
  /// before stands where a person's may, with no other sign of a firm; "selon Leclerc", "le groupe Leclerc" are the firm.
  private func mayBeFamilyName(_ candidate: NameCandidate, _ votes: KindVotes) -> Bool {
    let start = candidate.tokens.lowerBound
    guard reading.lexicon.hasAdjectivesAfterNouns, !reading.tokens[start].allCaps, votes.company == 0,
      candidate.votes.organization <= OrganizationEvidence.known,
      let bearers = byWord[reading.tokens[start].folded].map({ persons[$0] }),
      bearers.contains(where: { bearer in
        let name = entries[bearer]
        return name.words.last == reading.tokens[start].folded && firstMention(of: bearer) < start
          && (reading.classes[name.fullest.lowerBound].contains(.givenName)
            || reading.isDoubleGivenName(name.fullest.lowerBound))
      })
    else { return false }
    return start == 0 || reading.limits[start - 1] != reading.limits[start] || !reading.tokens[start - 1].isWordLike
      || reading.classes[start - 1].contains(.personal)
  }

  /// Whom a single word means.
  private enum Bearer: Equatable { case one(Int), several, nobody }

  /// The person that a single word means: the only one of that name who was named before it, or whom its civility tells.
  private func bearer(of candidate: NameCandidate, _ votes: KindVotes) -> Bearer {
    let word = reading.tokens[candidate.tokens.lowerBound].folded
    guard reading.tokens[candidate.tokens.lowerBound].span.length >= ActorAssembler.shortestAlias,
      let persons = byWord[word].map({ persons[$0] })
    else { return .nobody }
    let told = candidate.civility.flatMap { reading.lexicon.gender(ofCivility: reading.tokens[$0].lower) }
    let fitting = persons.filter { told == nil || entries[$0].gender == nil || entries[$0].gender == told }
    // A family name is the last word; a given name stands for a person only where no other has it.
    let family = fitting.filter { entries[$0].words.last == word }
    if family.isEmpty {
      // "Jordan" is the country before it is a person by the given name, unless it speaks; so is a town that stands as
      // one elsewhere.
      if candidate.known == .place || candidate.known == .town,
        reading.lexicon.territories.contains(word) || votes.place > PlaceEvidence.known,
        candidate.votes.person < PersonEvidence.givenNameAlone + PersonEvidence.verb, candidate.civility == nil
      {
        return .nobody
      }
      return fitting.count == 1 ? .one(fitting[0]) : .nobody
    }
    if family.count == 1 { return .one(family[0]) }
    let start = candidate.tokens.lowerBound
    let named = family.filter { firstMention(of: $0) < start && !differs(gender(of: $0), told) }
    if named.count > 1, let role = candidate.role {
      let bearers = named.filter { has($0, role.tokens) }
      if bearers.count == 1 { return .one(bearers[0]) }
    }
    // "Michael R. Bloomberg", "Mike Bloomberg": one person under two names, as far as the text tells.
    guard let first = named.first, named.allSatisfy({ mayBeOne($0, first) }) else { return .several }
    return .one(named.max { lastMention(of: $0, before: start) < lastMention(of: $1, before: start) } ?? first)
  }

  /// Whether a role that a person was given elsewhere has the same words.
  private func has(_ entry: Int, _ role: Range<Int>) -> Bool {
    let words = role.map { reading.tokens[$0].folded }
    return entries[entry].roles.contains { $0.map { reading.tokens[$0].folded }.elementsEqual(words) }
  }

  /// Whether two persons of one family name have given names that may be one person's, initials included.
  private func mayBeOne(_ a: Int, _ b: Int) -> Bool {
    guard a != b else { return true }
    if entries[a].words.count < 2 || entries[b].words.count < 2 { return true }
    let firsts = [entries[a].fullest.lowerBound, entries[b].fullest.lowerBound]
    if firsts.contains(where: { reading.isInitial($0) || reading.tokens[$0].span.length == 1 }) {
      let letters = firsts.map {
        Fold.folded(Array(reading.text.bytes[reading.tokens[$0].span.start...].prefix(4))).first
      }
      return letters[0] == letters[1]
    }
    return reading.lexicon.mayBeOne(entries[a].words[0], entries[b].words[0])
  }

  private func lastMention(of entry: Int, before start: Int) -> Int {
    entries[entry].mentions.last { $0.lowerBound < start }?.lowerBound ?? -1
  }

  private func firstMention(of entry: Int) -> Int { entries[entry].mentions.first?.lowerBound ?? .max }

  /// What a civility tells of a person, or else the given name.
  private func gender(of entry: Int) -> ActorLexicon.Gender? {
    if let told = entries[entry].gender { return told }
    guard entries[entry].words.count > 1 else { return nil }
    return reading.lexicon.gender(
      ofGivenName: reading.tokens[entries[entry].fullest.lowerBound], in: reading.text.bytes)
  }

  /// The organization that a single word shortens ("Harvest" for "Harvest International"): the only one that begins so,
  /// where the word names nothing else, and names something.
  private func organization(for candidate: NameCandidate, _ votes: KindVotes) -> Int? {
    guard mayShorten(candidate, votes), let entry = byFirstWord[reading.tokens[candidate.tokens.lowerBound].folded],
      entry > 0
    else { return nil }
    return entry - 1
  }

  /// Whether several organizations begin with a word that speaks ("Norbrant said" beside Norbrant Chemicals and Norbrant
  /// Group): it is one itself, and none of them for sure.
  private func isFirm(_ candidate: NameCandidate, _ votes: KindVotes) -> Bool {
    mayShorten(candidate, votes) && byFirstWord[reading.tokens[candidate.tokens.lowerBound].folded] == 0
  }

  /// Whether a single word names nothing else than an organization that begins with it. A weak sign of a place ("the
  /// Norbrant works") is none where the name speaks.
  private func mayShorten(_ candidate: NameCandidate, _ votes: KindVotes) -> Bool {
    let isNoName: WordClass = [
      .common, .organizationWord, .demonym, .direction, .placeWord, .function, .givenName, .calendar, .titleHead,
    ]
    let speaks = votes.verb > 0 || votes.site > 0 && votes.organization > votes.place
    return candidate.known == nil && candidate.role == nil && candidate.civility == nil
      && reading.classes[candidate.tokens.lowerBound].isDisjoint(with: isNoName)
      && (votes.place == 0 || votes.place <= PlaceEvidence.preposition && speaks)
      && votes.person <= PersonEvidence.verb + PersonEvidence.kin
      && (votes.organization < OrganizationEvidence.headWord || votes.site > 0)
  }

  private mutating func add(_ candidate: NameCandidate, _ kind: Actor.Kind, _ votes: KindVotes, isShort: Bool) {
    let key = key(candidate.tokens)
    let words = candidate.tokens.map { reading.tokens[$0].folded }
    let gender = candidate.civility.flatMap { reading.lexicon.gender(ofCivility: reading.tokens[$0].lower) }
    if let known = byKey[key], entries[known].kind == kind, !differs(entries[known].gender, gender) {
      attach(candidate, to: known)
      return
    }
    if kind == .person, !isShort, let same = samePerson(words, gender) {
      if words.count > entries[same].words.count {
        entries[same].words = words
        entries[same].fullest = candidate.tokens
      }
      attach(candidate, to: same)
      byKey.set(key, same)
      register(words, same)
      return
    }
    entries.append(Entry(kind: kind, words: words, fullest: candidate.tokens, votes: votes))
    byKey.set(key, entries.count - 1)
    if kind == .person { register(words, entries.count - 1) }
    if kind == .organization, words.count > 1 {
      byFirstWord.set(words[0], byFirstWord[words[0]] == nil ? entries.count : 0)
    }
    attach(candidate, to: entries.count - 1)
  }

  private func differs(_ a: ActorLexicon.Gender?, _ b: ActorLexicon.Gender?) -> Bool { a != nil && b != nil && a != b }

  /// Words of a person's name under which later mentions find it.
  private mutating func register(_ words: [UInt64], _ entry: Int) {
    for word in words where reading.lexicon.classes[word].isDisjoint(with: [.particle, .connector, .function]) {
      guard let known = byWord[word] else {
        byWord.set(word, persons.count)
        persons.append([entry])
        continue
      }
      if !persons[known].contains(entry) { persons[known].append(entry) }
    }
  }

  /// A person whose first and last names are these, middle names and initials aside.
  private func samePerson(_ words: [UInt64], _ gender: ActorLexicon.Gender?) -> Int? {
    guard let first = words.first, let last = words.last else { return nil }
    return byWord[last].map { persons[$0] }?.first {
      let other = entries[$0].words
      guard other.last == last, !differs(entries[$0].gender, gender) else { return false }
      // "Mme Le Guirec" is Solenn Le Guirec: the article is no given name.
      if isArticled(words), other.count > words.count { return Array(other.suffix(words.count)) == words }
      if isArticled(other), words.count > other.count { return Array(words.suffix(other.count)) == other }
      if other.count != words.count, min(other.count, words.count) == 1, let given = reading.lexicon.givenNames[last] {
        return (other.count > 1 ? other : words).first == given
      }
      return other.first == first || other.count == 1 || words.count == 1
    }
  }

  private func isArticled(_ words: [UInt64]) -> Bool {
    words.count > 1 && words.first.map { reading.lexicon.classes[$0].contains(.nameArticle) } ?? false
  }

  private func isShouted(_ range: Range<Int>) -> Bool { range.allSatisfy { reading.tokens[$0].allCaps } }

  private mutating func attach(_ candidate: NameCandidate, to entry: Int) {
    entries[entry].mentions.append(candidate.tokens)
    // A headline's capitals are no name where the text writes it as names are written.
    if isShouted(entries[entry].fullest), candidate.tokens.count == entries[entry].fullest.count,
      !isShouted(candidate.tokens)
    {
      entries[entry].fullest = candidate.tokens
    }
    if entries[entry].kind == .person {
      if let role = candidate.role { entries[entry].roles.append(role.tokens) }
      entries[entry].roles += candidate.appositions.map(\.tokens)
    }
    if entries[entry].gender == nil, let civility = candidate.civility {
      entries[entry].gender = reading.lexicon.gender(ofCivility: reading.tokens[civility].lower)
    }
  }
}

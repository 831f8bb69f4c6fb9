internal import NewsModel
internal import Prose

/// Works out which actor the words beside a quote mean, or leaves it open.
///
/// A small coreference: a name is its actor, a role is the one person who carries it, a pronoun is the last speaker or
/// the person whom the sentences before are about. A wrong speaker is worse than none, so two possible readings give
/// none. (Sieve order after Muzny et al. 2017; the salience of sentence-initial subjects after Lappin & Leass 1994.)
struct SpeakerResolution {
  let reading: QuoteReading
  let lexicon: QuoteLexicon
  let verbs: FiniteVerbs
  let actors: [Actor]

  struct Mention {
    var span: Span
    var actor: Int
  }
  /// In the order of the text.
  let mentions: [Mention]
  /// Tokens that are a family name of several persons and no mention of any.
  let sharedNames: [Int]
  let genders: [QuoteLexicon.Pronoun.Gender]
  /// For each actor, the words of each of its roles.
  let roles: [[RoleWords]]
  /// Where the roles of persons stand, with whose they are, in the order of the text.
  private let roleSpans: [Mention]
  /// For each actor, the beginnings of the words of those of its roles that lead something.
  let offices: [[Set<UInt64>]]
  /// What a preposition adds to a role has no more words.
  private static let longestComplement = 6
  /// Before a name in apposition stand no more words than this.
  private static let longestTitle = 6

  /// Prepares the actors of a text.
  init(_ reading: QuoteReading, _ lexicon: QuoteLexicon, _ verbs: FiniteVerbs, _ actors: [Actor]) {
    self.reading = reading
    self.lexicon = lexicon
    self.verbs = verbs
    self.actors = actors
    mentions = actors.enumerated().flatMap { index, actor in
      actor.mentions.map { Mention(span: $0, actor: index) }
    }.sorted { $0.span < $1.span }
    sharedNames = SpeakerResolution.sharedNames(reading, actors, mentions.map(\.span))
    let gender = ActorGender(reading: reading, lexicon: lexicon)
    genders = actors.map { gender.gender(of: $0) }
    roles = actors.map { actor in
      actor.roles.map { SpeakerResolution.roleWords(reading.text.tokens(in: $0), reading) }
    }
    roleSpans = actors.enumerated().flatMap { index, actor in
      actor.kind == .person ? actor.roles.map { Mention(span: $0, actor: index) } : []
    }.sorted { $0.span < $1.span }
    offices = actors.map { actor in
      actor.roles.compactMap { SpeakerResolution.office(reading.text.tokens(in: $0), reading, lexicon) }
    }
  }

  /// Where a last word of several persons' names stands outside all mentions.
  private static func sharedNames(_ reading: QuoteReading, _ actors: [Actor], _ mentions: [Span]) -> [Int] {
    var bearers: [UInt64: Int] = [:]
    for actor in actors where actor.kind == .person {
      // The fullest of its mentions: the last word of a given name alone is no family name.
      guard let full = actor.mentions.max(by: { ($0.length, $1.start) < ($1.length, $0.start) }) else { continue }
      let tokens = reading.text.tokens(in: full)
      if tokens.count > 1 { bearers[reading.tokens[tokens.upperBound - 1].folded, default: 0] += 1 }
    }
    let shared = Set(bearers.filter { $0.value > 1 }.keys)
    guard !shared.isEmpty else { return [] }
    return reading.tokens.indices.filter { at in
      guard reading.tokens[at].capitalized, shared.contains(reading.tokens[at].folded) else { return false }
      let start = reading.tokens[at].span.start
      let index = mentions.partitioningIndex { $0.end > start }
      return index == mentions.count || mentions[index].start > start
    }
  }

  /// The speakers of quotes in the order of the text; an element for each attribution, nil where none is named.
  func speakers(of attributions: [(words: Range<Int>, attribution: Attribution)]) -> [Speaker?] {
    var last: (at: Int, actor: Int)?
    var known: [Range<Int>: Int] = [:]
    // A pronoun reaches back no further than somebody who spoke and is no known actor: it may mean that one.
    var barrier = -1
    return attributions.map { words, attribution in
      guard let phrase = attribution.speaker else { return droppedSubject(of: attribution, words, last, barrier) }
      let isPronoun = pronoun(phrase) != nil
      var basis: Speaker.Basis =
        attribution.isInherited || isPronoun || attribution.needsActor ? .inferred : .stated
      var actor: Int?
      var span = span(of: phrase)
      if attribution.isInherited {
        actor = known[phrase] ?? named(phrase)
      } else if isPronoun {
        actor =
          known[phrase]
          ?? pronoun(phrase).flatMap { antecedent(of: phrase, $0, quoted: words, last: last, barrier: barrier) }
      } else if let named = named(phrase) {
        actor = named
      } else if let holder = holder(ofApposition: phrase) {
        actor = holder
      } else if let apposed = apposed(to: phrase) {
        actor = apposed.actor
        span.end = apposed.end
      } else if let role = bearer(of: phrase) {
        actor = role
        basis = .inferred
      } else if let bearer = bearer(ofOneOf: phrase, quoted: words) {
        actor = bearer
        basis = .inferred
      } else if let institution = institution(of: phrase) {
        actor = institution
        basis = .inferred
        // "elle" behind it may mean it, and is left open.
        if !lexicon.hasNeuter { barrier = max(barrier, phrase.lowerBound) }
      }
      if let actor {
        known[phrase] = actor
        last = (max(phrase.lowerBound, words.lowerBound), actor)
      } else if attribution.needsActor {
        return nil
      } else if !isPronoun, !isPossession(phrase, attribution) {
        last = nil
        barrier = max(barrier, phrase.lowerBound)
      }
      return Speaker(actor: actor.map { actors[$0].id }, span: span, basis: basis)
    }
  }

  /// "«…», añadió": where a language leaves the subject out, it is whom a pronoun would mean; the verb stands for the words
  /// that name nobody.
  private func droppedSubject(
    of attribution: Attribution, _ words: Range<Int>, _ last: (at: Int, actor: Int)?, _ barrier: Int
  ) -> Speaker? {
    guard lexicon.dropsSubjects, let cue = attribution.cue else { return nil }
    let anybody = QuoteLexicon.Pronoun(isPlural: false, gender: .any, isThirdPerson: true)
    guard let actor = antecedent(of: cue, anybody, quoted: words, last: last, barrier: barrier) else { return nil }
    return Speaker(actor: actors[actor].id, span: reading.text.span(cue), basis: .inferred)
  }

  /// "d'après son décompte", "by his count": the source belongs to somebody named before, and brings in nobody new.
  private func isPossession(_ phrase: Range<Int>, _ attribution: Attribution) -> Bool {
    attribution.place == .accordingTo && reading.tags[phrase.lowerBound].contains(.possessive)
  }

  /// The words of a phrase; an inverted pronoun without its hyphens ("-t-il" is "il").
  private func span(of phrase: Range<Int>) -> Span {
    var span = reading.text.span(phrase)
    guard phrase.count == 1, reading.tags[phrase.lowerBound].contains(.invertedPronoun) else { return span }
    let bytes = reading.text.bytes
    if let hyphen = bytes[span.start..<span.end].lastIndex(of: 0x2D), hyphen + 1 < span.end { span.start = hyphen + 1 }
    return span
  }

  private func pronoun(_ phrase: Range<Int>) -> QuoteLexicon.Pronoun? {
    guard reading.tags[phrase.lowerBound].has([.subjectPronoun, .invertedPronoun]),
      phrase.count == 1 || reading.tags[phrase.lowerBound + 1].contains(.inside)
    else { return nil }
    return lexicon.pronouns[reading.tokens[phrase.lowerBound].lower]
      ?? QuoteLexicon.Pronoun(isPlural: false, gender: .any, isThirdPerson: false)
  }

  // MARK: Names and roles

  /// The actor whose name is the head of a phrase: not a complement of it ("le porte-parole de X", "X’s lawyer").
  func named(_ phrase: Range<Int>) -> Int? {
    let span = reading.text.span(phrase)
    var at = mentions.partitioningIndex { $0.span.end > span.start }
    var found: Int?
    while at < mentions.count, mentions[at].span.start < span.end {
      let mention = mentions[at]
      if !isWithinRole(mention),
        isHead(mention.span, phrase, isPerson: actors[mention.actor].kind == .person)
      {
        if found == nil || actors[mention.actor].kind == .person { found = mention.actor }
      }
      at += 1
    }
    return found
  }

  /// Whether a name is a part of somebody else's role, or stands in brackets behind it: "le président de la région X, Y"
  /// and "le président de la fédération (X), Y" are Y.
  private func isWithinRole(_ mention: Mention) -> Bool {
    let next = roleSpans.partitioningIndex { $0.span.start >= mention.span.start }
    guard next > 0, roleSpans[next - 1].actor != mention.actor else { return false }
    let role = roleSpans[next - 1].span
    let token = reading.text.token(from: mention.span.start)
    return role.end >= mention.span.end
      || token > 1 && reading.byte(token - 1) == 0x28 && reading.tokens[token - 2].span.end == role.end
  }

  /// The person named right behind a role, between commas ("sa porte-parole, la colonel Hélène Marchetti"), and the byte
  /// where the name ends.
  func apposed(to phrase: Range<Int>) -> (actor: Int, end: Int)? {
    let comma = endOfComplement(of: phrase)
    guard comma + 1 < reading.tokens.count, reading.isComma(comma) else { return nil }
    let limit = min(reading.sentence(of: comma).upperBound, comma + 1 + SpeakerResolution.longestTitle)
    var at = comma + 1
    // A title may stand before the name ("la colonel", "Colonel").
    while at < limit {
      if let mention = mention(at: at), actors[mention.actor].kind == .person {
        return endsApposition(mention.span) ? (mention.actor, mention.span.end) : nil
      }
      guard reading.tokens[at].kind == .word || reading.isAbbreviationDot(at),
        !reading.tags[at].has([.preposition, .relative, .conjunction, .complementizer, .auxiliary, .anyFinite]),
        !reading.tags[at].contains(.genitive) || reading.tags[at].contains(.determiner) || isRankComplement(at)
      else { return nil }
      at += 1
    }
    return nil
  }

  /// "le capitaine de frégate X": whether "de" opens the second word of a rank, right before a name.
  private func isRankComplement(_ at: Int) -> Bool {
    at + 2 < reading.tokens.count && reading.tokens[at + 1].kind == .word && !reading.tokens[at + 1].capitalized
      && reading.tags[at + 1].isEmpty && mention(at: at + 2) != nil
  }

  /// "X, a Democrat elected in 2022, who noted": the person behind whose name and a comma a phrase stands that is a role.
  private func holder(ofApposition phrase: Range<Int>) -> Int? {
    let comma = phrase.lowerBound - 1
    guard comma > 0, reading.isComma(comma) else { return nil }
    let span = reading.text.span(phrase)
    let next = roleSpans.partitioningIndex { $0.span.start >= span.start }
    guard next < roleSpans.count, roleSpans[next].span.start < span.end,
      reading.text.token(from: roleSpans[next].span.start) <= phrase.lowerBound + 1
    else { return nil }
    let end = reading.tokens[comma - 1].span.end
    let index = mentions.partitioningIndex { $0.span.end >= end }
    return index < mentions.count && mentions[index].span.end == end && mentions[index].actor == roleSpans[next].actor
      ? mentions[index].actor : nil
  }

  /// The mention that starts at a token.
  func mention(at token: Int) -> Mention? {
    let start = reading.tokens[token].span.start
    let index = mentions.partitioningIndex { $0.span.start >= start }
    return index < mentions.count && mentions[index].span.start == start ? mentions[index] : nil
  }

  /// "la directrice de l’agence au Kenya, …", "l’adjoint à la sécurité, …": the end of a phrase with the place or the
  /// field that a preposition adds.
  private func endOfComplement(of phrase: Range<Int>) -> Int {
    var at = phrase.upperBound
    let limit = min(reading.tokens.count, at + SpeakerResolution.longestComplement)
    guard at < limit, reading.tags[at].has([.preposition, .rolePreposition, .hearerPreposition]) else { return at }
    at += 1
    while at < limit, reading.tokens[at].kind == .word,
      reading.tokens[at].capitalized
        || !reading.tags[at].has([.auxiliary, .anyFinite, .relative, .complementizer, .conjunction, .negation])
    {
      at += 1
    }
    return at
  }

  /// Whether an apposition may end with a name: at a mark, or before a word that goes on with something else.
  private func endsApposition(_ name: Span) -> Bool {
    let next = reading.text.token(from: name.end)
    guard next < reading.tokens.count else { return true }
    if isGenitiveClitic(next) { return false }
    return !reading.tokens[next].isWordLike
      || reading.tags[next].has([.preposition, .time, .adverb, .relative, .conjunction, .rolePreposition])
  }

  private func isHead(_ mention: Span, _ phrase: Range<Int>, isPerson: Bool) -> Bool {
    let from = reading.text.token(from: mention.start)
    var to = reading.text.tokens(in: mention).upperBound
    // "Yusuf Adan KC": letters of honour are no part of the name.
    if isPerson, to + 1 == phrase.upperBound, reading.tokens[to].allCaps { to += 1 }
    guard from >= phrase.lowerBound, from < to else { return mention.start <= reading.text.span(phrase).start }
    var before = from - 1
    // A determiner, a civility or a title stands between a genitive and the name: "l'avocat de M. X".
    while before >= phrase.lowerBound, !reading.tags[before].has([.genitive, .rolePreposition, .preposition]),
      reading.tags[before].has([.determiner]) || isPerson && tellsBearer(before)
    { before -= 1 }
    if before > phrase.lowerBound, reading.tags[before].has([.genitive, .rolePreposition, .preposition]) {
      return false
    }
    if before == phrase.lowerBound, reading.tags[before].has([.rolePreposition, .preposition]) { return false }
    guard to < phrase.upperBound else { return true }
    // Something of the phrase stands behind it: a bracket or a complement is fine, a noun makes it a modifier.
    let next = reading.tokens[to]
    return !next.isWordLike && next.kind != .quoteMark && !isGenitiveClitic(to)
      || reading.tags[to].has([.genitive, .coordination])
  }

  /// Whether a token is of what stands before a name and tells who bears it ("M.", "Mme", "la ministre").
  private func tellsBearer(_ at: Int) -> Bool {
    reading.isAbbreviationDot(at) || reading.tokens[at].kind == .word && lexicon.tellsWho(reading.tokens[at].lower)
  }

  func isGenitiveClitic(_ at: Int) -> Bool { SpeakerPhrases(reading: reading).isGenitiveClitic(at) }
}

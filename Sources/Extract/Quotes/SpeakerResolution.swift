internal import NewsModel
internal import Prose

/// Works out which actor the words beside a quote mean, or leaves it open.
///
/// A small coreference: a name is its actor, a role is the one person who carries it, a pronoun is the last speaker or
/// the person whom the sentences before are about. A wrong speaker is worse than none, so two possible readings give
/// none. (Sieve order after Muzny et al. 2017; the salience of sentence-initial subjects after Lappin & Leass 1994.)
struct SpeakerResolution {
  /// Sentences looked at behind a pronoun for the person whom they are about.
  private static let sentencesBack = 3
  /// A person named this early in a sentence is what it is about.
  private static let subjectPosition = 8  // tokens

  let reading: QuoteReading
  let lexicon: QuoteLexicon
  let actors: [Actor]

  private struct Mention {
    var span: Span
    var actor: Int
  }
  private let mentions: [Mention]
  private let genders: [QuoteLexicon.Pronoun.Gender]
  /// For each actor, the folded words of each of its roles.
  private let roles: [[Set<UInt64>]]
  /// For each actor, the beginnings of the words of those of its roles that lead something.
  private let offices: [[Set<UInt64>]]
  /// What a preposition adds to a role has no more words.
  private static let longestComplement = 6
  /// Before a name in apposition stand no more words than this.
  private static let longestTitle = 6
  /// Words with these first letters in common are forms of one ("américain", "américaine").
  private static let stemLength = 6  // bytes

  /// Prepares the actors of a text.
  init(_ reading: QuoteReading, _ lexicon: QuoteLexicon, _ actors: [Actor]) {
    self.reading = reading
    self.lexicon = lexicon
    self.actors = actors
    mentions = actors.enumerated().flatMap { index, actor in
      actor.mentions.map { Mention(span: $0, actor: index) }
    }.sorted { $0.span < $1.span }
    let gender = ActorGender(reading: reading, lexicon: lexicon)
    genders = actors.map { gender.gender(of: $0) }
    roles = actors.map { actor in
      actor.roles.map { SpeakerResolution.contentWords(reading.text.tokens(in: $0), reading) }
    }
    offices = actors.map { actor in
      actor.roles.compactMap { SpeakerResolution.office(reading.text.tokens(in: $0), reading, lexicon) }
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
        actor = known[phrase]
      } else if isPronoun {
        actor =
          known[phrase]
          ?? pronoun(phrase).flatMap { antecedent(of: phrase, $0, quoted: words, last: last, barrier: barrier) }
      } else if let named = named(phrase) {
        actor = named
      } else if let apposed = apposed(to: phrase) {
        actor = apposed.actor
        span.end = apposed.end
      } else if let role = bearer(of: phrase) {
        actor = role
        basis = .inferred
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
  private func named(_ phrase: Range<Int>) -> Int? {
    let span = reading.text.span(phrase)
    var at = mentions.partitioningIndex { $0.span.end > span.start }
    var found: Int?
    while at < mentions.count, mentions[at].span.start < span.end {
      let mention = mentions[at]
      if isHead(mention.span, phrase) {
        if found == nil || actors[mention.actor].kind == .person { found = mention.actor }
      }
      at += 1
    }
    return found
  }

  /// The person named right behind a role, between commas ("sa porte-parole, la colonel Hélène Marchetti"), and the byte
  /// where the name ends.
  private func apposed(to phrase: Range<Int>) -> (actor: Int, end: Int)? {
    let comma = endOfComplement(of: phrase)
    guard comma + 1 < reading.tokens.count, reading.isComma(comma) else { return nil }
    let limit = min(reading.sentence(of: comma).upperBound, comma + 1 + SpeakerResolution.longestTitle)
    var at = comma + 1
    // A title may stand before the name ("la colonel", "Colonel").
    while at < limit {
      let start = reading.tokens[at].span.start
      let index = mentions.partitioningIndex { $0.span.start >= start }
      if index < mentions.count, mentions[index].span.start == start, actors[mentions[index].actor].kind == .person {
        return endsApposition(mentions[index].span) ? (mentions[index].actor, mentions[index].span.end) : nil
      }
      guard reading.tokens[at].kind == .word || reading.isAbbreviationDot(at),
        !reading.tags[at].has([.preposition, .relative, .conjunction, .complementizer, .auxiliary, .anyFinite]),
        !reading.tags[at].contains(.genitive) || reading.tags[at].contains(.determiner)
      else { return nil }
      at += 1
    }
    return nil
  }

  /// "la directrice de l’agence au Kenya, …": the end of a phrase with the place or the field that a preposition adds.
  private func endOfComplement(of phrase: Range<Int>) -> Int {
    var at = phrase.upperBound
    let limit = min(reading.tokens.count, at + SpeakerResolution.longestComplement)
    guard at < limit, reading.tags[at].has([.preposition, .rolePreposition, .hearerPreposition]) else { return at }
    at += 1
    while at < limit, reading.tokens[at].kind == .word,
      reading.tokens[at].capitalized || reading.tags[at].has([.determiner, .genitive])
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

  private func isHead(_ mention: Span, _ phrase: Range<Int>) -> Bool {
    let from = reading.text.token(from: mention.start)
    let to = reading.text.tokens(in: mention).upperBound
    guard from >= phrase.lowerBound, from < to else { return mention.start <= reading.text.span(phrase).start }
    var before = from - 1
    // A determiner or a small title stands between a genitive and the name.
    while before >= phrase.lowerBound, !reading.tags[before].has([.genitive, .rolePreposition, .preposition]),
      reading.tags[before].has([.determiner])
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

  private func isGenitiveClitic(_ at: Int) -> Bool { SpeakerPhrases(reading: reading).isGenitiveClitic(at) }

  /// The one person who carries the role that a phrase names.
  private func bearer(of phrase: Range<Int>) -> Int? {
    let wanted = SpeakerResolution.contentWords(phrase, reading)
    guard !wanted.isEmpty, reading.tags[phrase.lowerBound].contains(.determiner) else { return nil }
    if let found = onlyPerson(where: { roles[$0].contains { wanted.isSubset(of: $0) } }) { return found }
    // "the chief of American defence" is the American secretary of defence: both lead, and lead the same.
    guard let office = SpeakerResolution.office(phrase, reading, lexicon), office.count > 1 else { return nil }
    return onlyPerson { offices[$0].contains { office.isSubset(of: $0) } }
  }

  /// The one person of whom something holds; nil where it holds of none or of several.
  private func onlyPerson(where holds: (Int) -> Bool) -> Int? {
    var found: Int?
    for index in actors.indices where actors[index].kind == .person && holds(index) {
      if found != nil { return nil }
      found = index
    }
    return found
  }

  /// What a role that leads something leads, as beginnings of words; nil for other roles ("spokesman of …").
  private static func office(_ range: Range<Int>, _ reading: QuoteReading, _ lexicon: QuoteLexicon) -> Set<UInt64>? {
    var leads = false
    var stems: Set<UInt64> = []
    for at in range where reading.tokens[at].kind == .word {
      if lexicon.leaders.contains(reading.tokens[at].lower) {
        leads = true
      } else if reading.tags[at].isDisjoint(with: [.determiner, .genitive, .preposition, .rolePreposition, .inside]) {
        let span = reading.tokens[at].span
        stems.insert(Fold.hash(Fold.folded(reading.text.bytes[span.start..<span.end]).prefix(stemLength)))
      }
    }
    return leads ? stems : nil
  }

  private static func contentWords(_ range: Range<Int>, _ reading: QuoteReading) -> Set<UInt64> {
    Set(
      range.filter {
        reading.tokens[$0].kind == .word
          && reading.tags[$0].isDisjoint(with: [.determiner, .genitive, .preposition, .rolePreposition, .inside])
      }.map { reading.tokens[$0].folded })
  }

  // MARK: Pronouns

  private func antecedent(
    of phrase: Range<Int>, _ pronoun: QuoteLexicon.Pronoun, quoted: Range<Int>, last: (at: Int, actor: Int)?,
    barrier: Int
  ) -> Int? {
    guard pronoun.isThirdPerson, !pronoun.isPlural, pronoun.gender != .neuter else { return nil }
    let start = min(phrase.lowerBound, quoted.lowerBound)
    let barrier = max(barrier, unknownSubject(before: start))
    let subject = subjectPerson(before: phrase, quoted, pronoun, after: barrier)
    let speaker = last.flatMap { $0.at > barrier && isNear($0.at, start) && agrees($0.actor, pronoun) ? $0 : nil }
    guard let subject else { return speaker?.actor }
    guard let speaker else { return subject.actor }
    return subject.at > speaker.at ? subject.actor : speaker.actor
  }

  /// "Hale, of Bread Line, demanded …": the last sentence of the paragraph that opens with a name which is no known
  /// actor's, set off by what tells who it is; -1 where none does. A pronoun behind it may mean that one.
  private func unknownSubject(before start: Int) -> Int {
    let number = Int(reading.sentenceOf[start])
    guard number >= 0, let paragraph = reading.text.paragraph(at: reading.tokens[start].span.start) else { return -1 }
    for sentence in reading.text.sentences[...number].reversed() {
      let at = sentence.tokens.lowerBound
      guard reading.text.paragraph(at: sentence.span.start) == paragraph else { break }
      guard at + 2 < min(start, sentence.tokens.upperBound), reading.tokens[at].kind == .word,
        reading.tokens[at].capitalized, reading.tags[at].isEmpty, reading.isComma(at + 1),
        reading.tags[at + 2].has([.genitive, .relative])
      else { continue }
      let index = mentions.partitioningIndex { $0.span.end > reading.tokens[at].span.start }
      if index == mentions.count || mentions[index].span.start > reading.tokens[at].span.start { return at }
    }
    return -1
  }

  /// In the same paragraph or the one before.
  private func isNear(_ at: Int, _ start: Int) -> Bool {
    guard let a = reading.text.paragraph(at: reading.tokens[at].span.start),
      let b = reading.text.paragraph(at: reading.tokens[start].span.start)
    else { return false }
    return b - a <= 1
  }

  private func agrees(_ actor: Int, _ pronoun: QuoteLexicon.Pronoun) -> Bool {
    guard actors[actor].kind == .person else { return false }
    switch (genders[actor], pronoun.gender) {
    case (.any, _), (_, .any): return true
    case (let a, let b): return a == b
    }
  }

  /// The person whom the sentence of the pronoun, or one shortly before it, is about; nil where two may be meant.
  private func subjectPerson(
    before phrase: Range<Int>, _ quoted: Range<Int>, _ pronoun: QuoteLexicon.Pronoun,
    after barrier: Int
  ) -> (at: Int, actor: Int)? {
    guard reading.sentenceOf[phrase.lowerBound] >= 0 else { return nil }
    let first = Int(reading.sentenceOf[phrase.lowerBound])
    for number in stride(from: first, through: max(0, first - SpeakerResolution.sentencesBack), by: -1) {
      let sentence = reading.text.sentences[number]
      if let office = roleSubject(of: sentence, before: phrase, quoted, after: barrier), agrees(office.actor, pronoun) {
        return office
      }
      var at = mentions.partitioningIndex { $0.span.start >= sentence.span.start }
      while at < mentions.count, mentions[at].span.end <= sentence.span.end {
        let mention = mentions[at]
        at += 1
        let token = reading.text.token(from: mention.span.start)
        guard token > barrier, token < phrase.lowerBound, !quoted.contains(token), agrees(mention.actor, pronoun) else {
          continue
        }
        guard token - sentence.tokens.lowerBound <= SpeakerResolution.subjectPosition else { break }
        // A complement ("la visite de Milley") is not what a sentence is about.
        if token > sentence.tokens.lowerBound, reading.tags[token - 1].has([.genitive, .rolePreposition, .preposition])
        {
          continue
        }
        return (token, mention.actor)
      }
    }
    return nil
  }

  /// The person whose role opens a sentence ("The secretary of defence also praised …").
  private func roleSubject(
    of sentence: SegmentedText.Sentence, before phrase: Range<Int>, _ quoted: Range<Int>, after barrier: Int
  ) -> (at: Int, actor: Int)? {
    let at = sentence.tokens.lowerBound
    guard at > barrier, at < phrase.lowerBound, !quoted.contains(at), reading.tags[at].contains(.determiner),
      let role = SpeakerPhrases(reading: reading).phrase(after: at, limit: sentence.tokens.upperBound),
      role.lowerBound == at, role.upperBound <= phrase.lowerBound, named(role) == nil, let actor = bearer(of: role)
    else { return nil }
    return (at, actor)
  }
}
